"""Records, reports and documents in the forms of answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from elshi.errors import UnknownRecord
from elshi.records import Document, Occupancy, Subject
from elshi.records.claim import list_claims
from elshi.records.serialise import clean, dump_line, encode
from elshi.register.history import as_known
from elshi.register.records import read_parties
from elshi.search.directory import Known
from elshi.search.written import Written, read_written
from elshi.store import Report, Store
from elshi.store.jobs import Job
from elshi.web.context import Context, Revision

__all__ = [
    "present_document", "present_entity", "present_job", "present_known", "present_occupancy", "present_person",
    "present_records", "present_report", "summarise", "write_report",
]  # fmt: skip

Told = dict[str, Any]


def present_records(store: Store, records: Sequence[str]) -> Iterator[str]:
    """Those of the records that there still are, each with who its participants are, as JSON (`RecordAnswer`)."""
    with store.moment():
        written = read_written(store, records)
        for record in records:
            if record in written:
                yield _join(written[record])
                continue
            with suppress(UnknownRecord):
                yield _write_record(store, record)


def present_known(store: Store, identifier: str, day: date) -> str:
    """The record as it was known at the end of the day, as JSON (`RecordAnswer`); raises UnknownRecord."""
    with as_known(store, identifier, day) as (then, record):
        return _write_record(then, record)


def _write_record(store: Store, identifier: str) -> str:
    record, people = read_parties(store, identifier)
    return _join(Written(dump_line(clean(encode(record))), people))


def _join(written: Written) -> str:
    return f'{{"record":{written.record},"people":{dump_line(clean(list(written.people)))}}}'


def write_report(context: Context, key: str, revision: Revision) -> str:
    """The report of this id as JSON (`ReportAnswer`), written once for each revision."""
    store = context.stores.store()
    if not revision.settled:
        return _write_report(store, key)
    return context.reports.recall((key, revision), lambda: _write_report(store, key))


def _write_report(store: Store, key: str) -> str:
    return dump_line(present_report(store, store.reports_under(key)[0]))


def present_report(store: Store, report: Report) -> Told:
    """A report with its evidence."""
    told = {
        "id": report.engagement.id,
        "record": store.shelf(Subject.ENGAGEMENT).cluster_of(report.engagement.id),
        "document": report.document,
        "language": report.language,
        "provenance": encode(report.provenance),
        "read_at": report.read_at.isoformat().replace("+00:00", "Z"),
        "engagement": encode(report.engagement),
    }
    return dict(clean(told))


def summarise(key: str, document: Document) -> Told:
    """A document without its text."""
    told = encode(replace(document, text=""))
    kept = {name: told[name] for name in ("id", "title", "published", "language", "source", "url")}
    return dict(clean({"key": key, **kept, "length": len(document.text)}))


def present_document(store: Store, key: str) -> Told:
    """A document with its text and what its newest reading found; raises UnknownRecord."""
    document = store.document(key)
    claims = [
        {
            "report": report.engagement.id,
            "field": claim.field,
            "value": claim.value,
            "about": claim.about,
            "spans": [[span.start, span.end] for span in claim.evidence.spans],
            "rule": claim.evidence.rule,
            "confidence": claim.confidence,
        }
        for report in store.reports_of(key)
        for claim in list_claims(report.engagement, document.text)
    ]
    return {**summarise(key, document), "text": clean(document.text), "claims": clean(claims)}


def present_entity(found: Known) -> Told:
    """An entity with how often it is told of."""
    entity = found.entity
    return dict(
        clean(
            {
                "id": entity.id,
                "kind": entity.kind.value,
                "name": entity.name,
                "names": [{"language": code, "name": name} for code, name in entity.names],
                "codes": list(entity.codes),
                "links": list(entity.links),
                "records": found.records,
                "last": found.last,
            }
        )
    )


def present_person(person: Known) -> Told:
    """A person with the posts held."""
    return {**present_entity(person), "occupancies": [present_occupancy(held) for held in person.occupancies]}


def present_occupancy(held: Occupancy) -> Told:
    """A post held, as the latest record in each language calls it."""
    return {**clean(encode(held)), "titles": [{"language": code, "name": title} for code, title in clean(held.titles)]}


def present_job(job: Job) -> Told:
    """A job without what it works on."""
    told = encode(job)
    return dict(clean({name: told[name] for name in ("id", "kind", "state", "tries", "made_at", "changed_at", "result", "fault")}))
