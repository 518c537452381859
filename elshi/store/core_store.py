"""A store in the tables of `schema.py`, on either database. Each document is one transaction, so that a run killed at any moment leaves
whole documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, Self

from sqlalchemy import ColumnElement, Select, bindparam, case, delete, func, insert, select, update

from elshi.errors import UnknownRecord
from elshi.records import Correction, Document, Engagement, Judgement, Span, Subject
from elshi.records.serialise import decode, dump_line, encode, encode_engagement
from elshi.store.adding import add_readings, digest_of
from elshi.store.asking import ask_about
from elshi.store.audit import Audit
from elshi.store.base import Fresh, Provenance, Query, Reading, Report
from elshi.store.core_accounts import CoreAccounts
from elshi.store.core_fresh import find_tellers, is_any_fresh, list_fresh
from elshi.store.core_index import CoreIndex
from elshi.store.core_jobs import CoreJobs
from elshi.store.core_shelf import CoreShelf
from elshi.store.core_tokens import CoreTokens
from elshi.store.core_tray import CoreTray
from elshi.store.database import Database, insert_new, insert_numbered
from elshi.store.rows import document_of, document_row, engagement_columns, report_of, write_time
from elshi.store.schema_records import correction_table, document_table, external_id_table, judgement_table, reading_table, report_table
from elshi.store.schema_resolution import RESOLUTION_TABLES, resolution_table
from elshi.store.tables import GREATEST

__all__ = ["CoreStore"]

MANY = 500  # values in one list
FEW = 50  # whole texts at once

_NEWER = reading_table.alias("newer")
_IS_NEWEST = reading_table.c.number == (
    select(func.max(_NEWER.c.number)).where(_NEWER.c.document == reading_table.c.document).scalar_subquery()
)
_JOINED = report_table.join(reading_table).join(document_table)
_CURRENT = (
    select(
        report_table.c.record,
        document_table.c.key,
        *(reading_table.c[name] for name in ("language", "elshi", "steps", "tagger", "read_at")),
    )
    .select_from(_JOINED)
    .where(_IS_NEWEST)
)
_NEWEST_FIRST = (
    case((report_table.c.first_day.is_(None), 1), else_=0),
    report_table.c.first_day.desc(),
    reading_table.c.read_at.desc(),
    report_table.c.reading.desc(),
    report_table.c.position,
)
_WANTED: Any = bindparam("wanted")
_NUMBER = select(document_table.c.number).where(document_table.c.key == _WANTED)
_DOCUMENT = select(document_table.c.text, document_table.c.origin).where(document_table.c.key == _WANTED)
_NEWEST_DIGEST = select(reading_table.c.digest).where(reading_table.c.document == _WANTED).order_by(reading_table.c.number.desc()).limit(1)
_BEGINNING = _CURRENT.where(report_table.c.engagement >= _WANTED, report_table.c.engagement < bindparam("end")).limit(2)
_UNDER = _CURRENT.where(report_table.c.engagement == _WANTED).order_by(document_table.c.key)
_OF_DOCUMENT = _CURRENT.where(document_table.c.key == _WANTED).order_by(report_table.c.position)
_TELLERS = (
    select(document_table.c.key).distinct().select_from(_JOINED).where(report_table.c.engagement == _WANTED).order_by(document_table.c.key)
)
_KNOWN = (
    select(*(reading_table.c[name] for name in ("number", "language", "elshi", "steps", "tagger", "read_at")))
    .join(document_table)
    .where(document_table.c.key == _WANTED, reading_table.c.read_at < bindparam("until"))
    .order_by(reading_table.c.number.desc())
    .limit(1)
)
_REPLACED = (
    select(report_table.c.record, document_table.c.key)
    .select_from(_JOINED)
    .where(report_table.c.engagement == _WANTED)
    .order_by(document_table.c.key, reading_table.c.number.desc())
    .limit(1)
)
_OF_READING = select(report_table.c.record).where(report_table.c.reading == _WANTED).order_by(report_table.c.position)
_STATE = select(resolution_table.c.version, resolution_table.c.reading, resolution_table.c.judgement)
_DOCUMENTS = """SELECT document.key, document.text, document.origin FROM {given}
CROSS JOIN document WHERE document.key = given.value"""
_JUDGED = select(func.coalesce(func.max(resolution_table.c.judgement), 0)).scalar_subquery()
_JUDGEMENTS = select(judgement_table.c.record).order_by(judgement_table.c.number)

_CORRECTIONS = select(correction_table.c.record).order_by(correction_table.c.number)
_CORRECTIONS_ON = _CORRECTIONS.where(correction_table.c.report.in_(bindparam("wanted", expanding=True)))


class CoreStore:
    """A `Store` in one database, which has its tables already."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._jobs = CoreJobs(database.read, lambda: database.write("work"))
        self._tokens = CoreTokens(database.read, lambda: database.write("work"))
        self._accounts = CoreAccounts(database.read, lambda: database.write("work"))
        self._audit = Audit(database.read, lambda: database.write("work"))

    def add(
        self,
        document: Document,
        language: str,
        engagements: Sequence[Engagement],
        provenance: Provenance,
        read_at: datetime | None = None,
    ) -> bool:
        """See `Writer.add`."""
        records = [dump_line(encode_engagement(e)) for e in engagements]
        made = {"language": language, **_versions(provenance)}
        digest = digest_of(made, records)
        with self._database.joining() as connection:
            number, known = self._number_document(document)
            if known and connection.execute(_NEWEST_DIGEST, {"wanted": number}).scalar() == digest:
                return False
            row = {"document": number, "digest": digest, **made, "read_at": write_time(read_at or datetime.now(UTC))}
            reading = insert_numbered(connection, reading_table, row)
            rows = [
                {"reading": reading, "position": position, **engagement_columns(engagement), "record": record}
                for position, (engagement, record) in enumerate(zip(engagements, records, strict=True))
            ]
            if rows:
                connection.execute(insert(report_table), rows)
        return True

    def add_all(
        self,
        read: Iterable[tuple[Document, str, Sequence[Engagement]]],
        provenance: Provenance,
        read_at: datetime | None = None,
    ) -> int:
        """See `Writer.add_all`."""
        with self._database.joining() as connection:
            return add_readings(connection, read, _versions(provenance), write_time(read_at or datetime.now(UTC)))

    def reports(self, query: Query) -> Iterator[Report]:
        """See `Reader.reports`."""
        statement = _narrowed(_CURRENT, query).order_by(*_NEWEST_FIRST)
        if query.limit is not None:
            statement = statement.limit(query.limit)
        for row in self._database.rows(statement):
            yield report_of(row)

    def report(self, identifier: str) -> Report:
        """See `Reader.report`."""
        found = self._database.rows(_BEGINNING, {"wanted": identifier, "end": identifier + GREATEST}) if identifier else []
        if len(found) != 1:
            raise UnknownRecord(f"more than one engagement begins with {identifier}" if found else f"no engagement {identifier}")
        return report_of(found[0])

    def reports_under(self, engagement: str) -> list[Report]:
        """See `Reader.reports_under`."""
        return [report_of(row) for row in self._database.rows(_UNDER, {"wanted": engagement})]

    def first_tellers(self, engagements: Sequence[str]) -> dict[str, str]:
        """See `Reader.first_tellers`."""
        return find_tellers(self._database.connection(), engagements)

    def tellers(self, engagement: str) -> list[str]:
        """See `Reader.tellers`."""
        return [key for (key,) in self._database.rows(_TELLERS, {"wanted": engagement})]

    def known(self, key: str, until: datetime) -> Reading | None:
        """See `Reader.known`."""
        found = self._database.rows(_KNOWN, {"wanted": key, "until": write_time(until)})
        if not found:
            return None
        number, language, elshi, steps, tagger, read_at = found[0]
        records = self._database.rows(_OF_READING, {"wanted": number})
        engagements = tuple(decode(Engagement, json.loads(record)) for (record,) in records)
        return Reading(language, engagements, Provenance(elshi, steps, tagger), datetime.fromisoformat(read_at))

    def replaced(self, engagement: str) -> tuple[tuple[Span, ...], list[Engagement]]:
        """See `Reader.replaced`."""
        found = self._database.rows(_REPLACED, {"wanted": engagement})
        if not found:
            return (), []
        record, key = found[0]
        return decode(Engagement, json.loads(record)).evidence, [report.engagement for report in self.reports_of(key)]

    def document(self, key: str) -> Document:
        """See `Reader.document`."""
        found = self._database.rows(_DOCUMENT, {"wanted": key})
        if not found:
            raise UnknownRecord(f"no document {key}")
        return document_of(found[0])

    def documents_under(self, keys: Sequence[str]) -> Iterator[tuple[str, Document]]:
        """See `Reader.documents_under`."""
        for start in range(0, len(keys), FEW):
            part = keys[start : start + FEW]
            found = {row[0]: row[1:] for row in ask_about(self._database.connection(), _DOCUMENTS, part, "text")}
            yield from ((key, document_of(found[key])) for key in part if key in found)

    def documents(self) -> Iterator[Document]:
        """See `Reader.documents`."""
        wanted = select(document_table.c.text, document_table.c.origin)
        for (number,) in self._database.rows(select(document_table.c.number).order_by(document_table.c.number)):
            yield document_of(self._database.rows(wanted.where(document_table.c.number == number))[0])

    def reports_of(self, key: str) -> list[Report]:
        """See `Reader.reports_of`."""
        return [report_of(row) for row in self._database.rows(_OF_DOCUMENT, {"wanted": key})]

    def judgements(self) -> list[Judgement]:
        """See `Reader.judgements`."""
        return [decode(Judgement, json.loads(record)) for (record,) in self._database.rows(_JUDGEMENTS)]

    def external_ids(self) -> list[tuple[str, str]]:
        """See `Reader.external_ids`."""
        table = external_id_table.c
        return [(thing, link) for thing, link in self._database.rows(select(table.thing, table.link).order_by(table.thing, table.link))]

    def links_of(self, things: Sequence[str]) -> list[tuple[str, str]]:
        """See `Reader.links_of`."""
        table, parts = external_id_table.c, (things[start : start + MANY] for start in range(0, len(things), MANY))
        wanted = (select(table.thing, table.link).where(table.thing.in_(part)) for part in parts)
        return sorted((thing, link) for statement in wanted for thing, link in self._database.rows(statement))

    def add_external_id(self, thing: str, link: str) -> bool:
        """See `Writer.add_external_id`."""
        with self._database.transaction() as connection:
            return insert_new(connection, external_id_table, [{"thing": thing, "link": link}]) > 0

    def add_judgement(self, judgement: Judgement) -> bool:
        """See `Writer.add_judgement`."""
        row = {"id": judgement.id, "subject": judgement.subject.value, "record": dump_line(encode(judgement))}
        with self._database.transaction() as connection:
            return insert_new(connection, judgement_table, [row]) > 0

    def corrections(self) -> list[Correction]:
        """See `Reader.corrections`."""
        return [decode(Correction, json.loads(record)) for (record,) in self._database.rows(_CORRECTIONS)]

    def corrections_on(self, reports: Sequence[str]) -> list[Correction]:
        """See `Reader.corrections_on`."""
        parts = (reports[start : start + MANY] for start in range(0, len(reports), MANY))
        found = (row for part in parts for row in self._database.rows(_CORRECTIONS_ON, {"wanted": part}))
        return [decode(Correction, json.loads(record)) for (record,) in found]

    def add_correction(self, correction: Correction) -> bool:
        """See `Writer.add_correction`."""
        row = {"id": correction.id, "report": correction.report, "record": dump_line(encode(correction))}
        return insert_new(self._database.connection(), correction_table, [row]) > 0

    def shelf(self, subject: Subject) -> CoreShelf:
        """See `Store.shelf`."""
        return CoreShelf(self._database.connection, subject)

    def tray(self, subject: Subject) -> CoreTray:
        """See `Store.tray`."""
        return CoreTray(self._database.connection, subject)

    def index(self) -> CoreIndex:
        """See `Store.index`."""
        return CoreIndex(self._database)

    def begin_resolution(self, version: str) -> bool:
        """See `Store.begin_resolution`."""
        known = select(resolution_table.c.version).where(resolution_table.c.version == version)
        if self._database.rows(known):
            return True
        with self._database.transaction() as connection:
            if connection.execute(known).first():  # another run had its turn
                return True
            for table in RESOLUTION_TABLES:
                connection.execute(delete(table))
            connection.execute(insert(resolution_table).values(version=version, reading=0, judgement=0))
        return False

    def resolution_state(self) -> tuple[str, int, int]:
        """See `Store.resolution_state`."""
        found = self._database.rows(_STATE)
        return (found[0][0], found[0][1], found[0][2]) if found else ("", 0, 0)

    def is_fresh(self) -> bool:
        """See `Store.is_fresh`."""
        return is_any_fresh(self._database.connection())

    def fresh(self, limit: int) -> list[Fresh]:
        """See `Store.fresh`."""
        return list_fresh(self._database.connection(), limit)

    def mark_seen(self, reading: int) -> None:
        """See `Store.mark_seen`."""
        later = resolution_table.c.reading < reading
        self._database.connection().execute(update(resolution_table).where(later).values(reading=reading))

    def fresh_judgements(self) -> list[Judgement]:
        """See `Store.fresh_judgements`."""
        wanted = _JUDGEMENTS.where(judgement_table.c.number > _JUDGED)
        return [decode(Judgement, json.loads(record)) for (record,) in self._database.rows(wanted)]

    def mark_judged(self) -> None:
        """See `Store.mark_judged`."""
        newest = select(func.coalesce(func.max(judgement_table.c.number), 0)).scalar_subquery()
        self._database.connection().execute(update(resolution_table).values(judgement=newest))

    def moment(self) -> AbstractContextManager[object]:
        """See `Store.moment`."""
        return self._database.moment()

    def transaction(self) -> AbstractContextManager[object]:
        """See `Store.transaction`."""
        return self._database.transaction()

    def jobs(self) -> CoreJobs:
        """See `Store.jobs`."""
        return self._jobs

    def tokens(self) -> CoreTokens:
        """See `Store.tokens`."""
        return self._tokens

    def accounts(self) -> CoreAccounts:
        """See `Store.accounts`."""
        return self._accounts

    def audit(self) -> Audit:
        """See `Store.audit`."""
        return self._audit

    def close(self) -> None:
        """See `Store.close`."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def _number_document(self, document: Document) -> tuple[int, bool]:
        """The number of the document, added where it is new, and whether it was known."""
        connection = self._database.connection()
        row = document_row(document)
        found: int | None = connection.execute(_NUMBER, {"wanted": row["key"]}).scalar()
        if found is None:
            return insert_numbered(connection, document_table, row), False
        return found, True


def _versions(provenance: Provenance) -> dict[str, str]:
    return {"elshi": provenance.elshi, "steps": provenance.steps, "tagger": provenance.tagger}


def _narrowed(statement: Select[Any], query: Query) -> Select[Any]:
    return statement.where(*(narrow(value) for name, narrow in _NARROWING.items() if (value := getattr(query, name)) is not None))


_NARROWING: dict[str, Callable[[str], ColumnElement[bool]]] = {
    "type": lambda type_: report_table.c.type == type_,
    "country": lambda country: report_table.c.country == country,
    "since": lambda day: report_table.c.last_day >= day,
    "until": lambda day: report_table.c.first_day <= day,
}
