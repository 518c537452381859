"""Records as the store's reports make them, found by any of their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from elshi.errors import UnknownRecord
from elshi.records import Appearance, Document, Record, Subject
from elshi.records.entity import list_appearances
from elshi.records.serialise import encode_plain
from elshi.resolution.bodies import other_entity_id
from elshi.resolution.correcting import apply_corrections
from elshi.resolution.gists import make_gist
from elshi.resolution.merging import Source, merge
from elshi.resolution.profiles import profile_of
from elshi.store import Query, Report, Store

__all__ = [
    "encode_resolved",
    "find_record",
    "find_records",
    "list_records",
    "read_documents",
    "read_parties",
    "read_record",
    "read_sources",
    "resolve_id",
]


def encode_resolved(store: Store, report: Report) -> dict[str, Any]:
    """The plain form of a report's engagement, with the id of its record and of who each participant is."""
    plain = encode_plain(report.engagement)
    known = list(list_appearances(report.engagement, report.language))
    plain["record"] = store.shelf(Subject.ENGAGEMENT).cluster_of(report.engagement.id)
    for participant, appearance in zip(plain["participants"], known, strict=True):
        participant["entity"] = _entity_of(store, appearance)
    return plain


def find_record(store: Store, identifier: str) -> str:
    """The id of the record that this id (of a record or of a report), or the beginning of one, leads to.

    Raises UnknownRecord where there is none or more than one.
    """
    shelf = store.shelf(Subject.ENGAGEMENT)
    found = {shelf.cluster_of(key) or key for key in shelf.beginning(identifier, limit=50)} if identifier else set()
    exact = shelf.cluster_of(identifier)
    if exact is not None:
        return exact
    if len(found) != 1:
        if not identifier:
            raise UnknownRecord("the id is empty")
        raise UnknownRecord(f"more than one engagement begins with {identifier}" if found else f"no engagement {identifier}")
    return found.pop()


def resolve_id(store: Store, identifier: str) -> str:
    """The id of the record that exactly this id, of a record or of a report, leads to; raises UnknownRecord if there is none."""
    found = store.shelf(Subject.ENGAGEMENT).cluster_of(identifier)
    if found is None:
        raise UnknownRecord(f"no engagement {identifier}")
    return found


def read_record(store: Store, record: str) -> Record:
    """The merged record of this id; raises UnknownRecord if there is none."""
    with store.moment():
        return _merged(store, _members(store, record))


def read_parties(store: Store, record: str) -> tuple[Record, tuple[str | None, ...]]:
    """The merged record of this id, and who its participants are, in their order: the id of the person (None where it is not known yet),
    body, post or group. Raises UnknownRecord if there is no such record."""
    with store.moment():
        reports = _members(store, record)
        merged = _merged(store, reports)
        under = {report.engagement.id: report for report in reports}
        first = [part.mentions[0] for part in merged.participants]
        known = {key: list(list_appearances(under[key].engagement, under[key].language)) for key, _ in first}
        return merged, tuple(_entity_of(store, known[key][place]) for key, place in first)


def _members(store: Store, record: str) -> list[Report]:
    """The reports of a record; raises UnknownRecord if there is none."""
    reports = [store.reports_under(key)[0] for key in store.shelf(Subject.ENGAGEMENT).members(record)]
    if not reports:
        raise UnknownRecord(f"no record {record}")
    return reports


def _merged(store: Store, reports: Sequence[Report]) -> Record:
    merged = merge([_source_of(store, report) for report in reports])
    return apply_corrections(merged, store.corrections_on([report.engagement.id for report in reports]))


def _entity_of(store: Store, appearance: Appearance) -> str | None:
    other = other_entity_id(appearance)
    return store.shelf(Subject.ENTITY).cluster_of(profile_of(appearance).id) if other is None else other


def read_sources(store: Store, reports: Iterable[str]) -> list[Source]:
    """These reports with the texts that their spans point into."""
    return [_source_of(store, store.reports_under(key)[0]) for key in reports]


def _source_of(store: Store, report: Report) -> Source:
    document = store.document(report.document)
    gist = make_gist(report.document, document, report.language, report.engagement)
    return Source(gist, report.engagement, document.text)


def read_documents(store: Store, record: str) -> list[Document]:
    """The documents of the reports of the record with this id, in the order of their ids."""
    with store.moment():
        reports = store.shelf(Subject.ENGAGEMENT).members(record)
        return [store.document(store.reports_under(key)[0].document) for key in reports]


def list_records(store: Store, query: Query) -> Iterator[Record]:
    """The records of which a report fits, newest day first; `limit` counts records."""
    with store.moment():
        for record in find_records(store, query):
            yield read_record(store, record)


def find_records(store: Store, query: Query) -> Iterator[str]:
    """Their ids."""
    shelf, given = store.shelf(Subject.ENGAGEMENT), set[str]()
    for report in store.reports(Query(query.type, query.country, query.since, query.until)):
        record = shelf.cluster_of(report.engagement.id)
        if record is None or record in given:
            continue
        given.add(record)
        yield record
        if query.limit is not None and len(given) >= query.limit:
            return
