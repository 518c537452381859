"""The store in one SQLite file. Each document is one transaction, so that a run killed at any moment leaves whole documents."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Self

from elshi.errors import StoreError, UnknownRecord
from elshi.records import Document, Engagement, Judgement, Span, Subject, content_id
from elshi.records.serialise import decode, dump_line, encode, encode_engagement
from elshi.store.base import Fresh, Provenance, Query, Report, document_key
from elshi.store.jobs import Jobs
from elshi.store.sqlite_index import SqliteIndex
from elshi.store.sqlite_shelf import SqliteShelf
from elshi.store.sqlite_work import SqliteWork
from elshi.store.tokens import Tokens

__all__ = ["SqliteStore", "open_store"]

SCHEMA = 3
ADDED = (("resolution.sql", 2), ("search.sql", 3))  # tables with the schema that first had them
APPLICATION = 0x454C5348  # "ELSH"
PATIENCE = 30.0
RETRY = 0.02  # seconds between two tries
GREATEST = "\U0010ffff"
COLUMNS = "record, document, language, elshi, steps, tagger, read_at"
FRESH = """
SELECT reading.number, reading.document, document.key, reading.language
FROM reading JOIN document ON document.number = reading.document
WHERE reading.number > coalesce((SELECT max(reading) FROM resolution), 0)
  AND reading.number = (SELECT max(newest.number) FROM reading AS newest WHERE newest.document = reading.document)
ORDER BY reading.number LIMIT ?
"""
REPLACED = """
SELECT report.record, document.key FROM report
JOIN reading ON reading.number = report.reading JOIN document ON document.number = reading.document
WHERE report.engagement = ? ORDER BY document.key, reading.number DESC LIMIT 1
"""
CONDITIONS = {
    "type": "type = :type",
    "country": "country = :country",
    "since": "last_day >= :since",
    "until": "first_day <= :until",
}


def open_store(path: Path, *, create: bool = True) -> SqliteStore:
    """Open the store in this file, making it (and its folder) where there is none. Raises StoreError if the file is something
    else, was made by a newer Elshi, or, with `create=False`, does not exist."""
    if not create and not path.exists():
        raise StoreError(f"no store at {path}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return SqliteStore(path)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"cannot open the store {path}: {error}") from error


class SqliteStore:
    """A `Store` in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._work: SqliteWork | None = None
        # Whoever serves gives each thread a store of its own, and closes them all from one.
        self._connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def add(self, document: Document, language: str, engagements: Sequence[Engagement], provenance: Provenance) -> bool:
        """See `Writer.add`."""
        records = [dump_line(encode_engagement(e)) for e in engagements]
        digest = content_id(language, provenance.elshi, provenance.steps, provenance.tagger, *records)
        with self._transaction() as connection:
            number = self._document_number(document)
            newest = connection.execute("SELECT digest FROM reading WHERE document = ? ORDER BY number DESC", (number,)).fetchone()
            if newest and newest[0] == digest:
                return False
            row = (number, digest, language, provenance.elshi, provenance.steps, provenance.tagger, _now())
            insert = "INSERT INTO reading (document, digest, language, elshi, steps, tagger, read_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
            reading = connection.execute(insert, row).lastrowid
            rows = [(reading, i, *_columns(e), r) for i, (e, r) in enumerate(zip(engagements, records, strict=True))]
            connection.executemany("INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        return True

    def reports(self, query: Query) -> Iterator[Report]:
        """See `Reader.reports`."""
        given = {name: value for name in CONDITIONS if (value := getattr(query, name)) is not None}
        where = " AND ".join(CONDITIONS[name] for name in given) or "1"
        given["limit"] = -1 if query.limit is None else query.limit
        order = "first_day IS NULL, first_day DESC, read_at DESC, reading DESC, position"
        select = f"SELECT {COLUMNS} FROM current_report WHERE {where} ORDER BY {order} LIMIT :limit"  # noqa: S608 (fixed words only)
        for row in self._rows(select, given):
            yield _report(row)

    def report(self, identifier: str) -> Report:
        """See `Reader.report`."""
        select = f"SELECT {COLUMNS} FROM current_report WHERE engagement >= ? AND engagement < ? LIMIT 2"  # noqa: S608 (fixed words only)
        found = self._rows(select, (identifier, identifier + GREATEST)) if identifier else []
        if len(found) != 1:
            raise UnknownRecord(f"more than one engagement begins with {identifier}" if found else f"no engagement {identifier}")
        return _report(found[0])

    def reports_under(self, engagement: str) -> list[Report]:
        """See `Reader.reports_under`."""
        select = f"SELECT {COLUMNS} FROM current_report WHERE engagement = ? ORDER BY document"  # noqa: S608 (fixed words only)
        return [_report(row) for row in self._rows(select, (engagement,))]

    def teller(self, engagement: str) -> str | None:
        """See `Reader.teller`."""
        found = self._rows("SELECT min(document) FROM current_report WHERE engagement = ?", (engagement,))
        return found[0][0] if found else None

    def replaced(self, engagement: str) -> tuple[tuple[Span, ...], list[Engagement]]:
        """See `Reader.replaced`."""
        found = self._rows(REPLACED, (engagement,))
        if not found:
            return (), []
        record, key = found[0]
        return decode(Engagement, json.loads(record)).evidence, [report.engagement for report in self.reports_of(key)]

    def document(self, key: str) -> Document:
        """See `Reader.document`."""
        found = self._rows("SELECT text, origin FROM document WHERE key = ?", (key,))
        if not found:
            raise UnknownRecord(f"no document {key}")
        return _document(found[0])

    def documents(self) -> Iterator[Document]:
        """See `Reader.documents`."""
        for (number,) in self._rows("SELECT number FROM document ORDER BY number", ()):
            yield _document(self._rows("SELECT text, origin FROM document WHERE number = ?", (number,))[0])

    def reports_of(self, key: str) -> list[Report]:
        """See `Reader.reports_of`."""
        select = f"SELECT {COLUMNS} FROM current_report WHERE document = ? ORDER BY position"  # noqa: S608 (fixed words only)
        return [_report(row) for row in self._rows(select, (key,))]

    def judgements(self) -> list[Judgement]:
        """See `Reader.judgements`."""
        rows = self._rows("SELECT record FROM judgement ORDER BY number", ())
        return [decode(Judgement, json.loads(record)) for (record,) in rows]

    def external_ids(self) -> list[tuple[str, str]]:
        """See `Reader.external_ids`."""
        return self._rows("SELECT thing, link FROM external_id ORDER BY thing, link", ())

    def add_external_id(self, thing: str, link: str) -> bool:
        """See `Writer.add_external_id`."""
        with self._transaction() as connection:
            return connection.execute("INSERT OR IGNORE INTO external_id VALUES (?, ?)", (thing, link)).rowcount > 0

    def add_judgement(self, judgement: Judgement) -> bool:
        """See `Writer.add_judgement`."""
        insert = "INSERT OR IGNORE INTO judgement (id, subject, record) VALUES (?, ?, ?)"
        with self._transaction() as connection:
            row = judgement.id, judgement.subject.value, dump_line(encode(judgement))
            return connection.execute(insert, row).rowcount > 0

    def shelf(self, subject: Subject) -> SqliteShelf:
        """See `Store.shelf`."""
        return SqliteShelf(self._connection, subject)

    def index(self) -> SqliteIndex:
        """See `Store.index`."""
        return SqliteIndex(self._connection)

    def begin_resolution(self, version: str) -> bool:
        """See `Store.begin_resolution`."""
        known = "SELECT 1 FROM resolution WHERE version = ?"
        if self._rows(known, (version,)):
            return True
        with self._transaction() as connection:
            if connection.execute(known, (version,)).fetchone():  # another run had its turn
                return True
            for table in ("block", "link", "telling", "thing", "resolution"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 (fixed words only)
            connection.execute("INSERT INTO resolution VALUES (?, 0, 0)", (version,))
        return False

    def fresh(self, limit: int) -> list[Fresh]:
        """See `Store.fresh`."""
        found = self._rows(FRESH, (limit,))
        return [Fresh(number, key, language, *self._changes(number, document)) for number, document, key, language in found]

    def mark_seen(self, reading: int) -> None:
        """See `Store.mark_seen`."""
        self._connection.execute("UPDATE resolution SET reading = max(reading, ?)", (reading,))

    def fresh_judgements(self) -> list[Judgement]:
        """See `Store.fresh_judgements`."""
        select = "SELECT record FROM judgement WHERE number > coalesce((SELECT max(judgement) FROM resolution), 0) ORDER BY number"
        return [decode(Judgement, json.loads(record)) for (record,) in self._rows(select, ())]

    def mark_judged(self) -> None:
        """See `Store.mark_judged`."""
        self._connection.execute("UPDATE resolution SET judgement = coalesce((SELECT max(number) FROM judgement), 0)")

    def transaction(self) -> AbstractContextManager[object]:
        """See `Store.transaction`."""
        return self._transaction()

    def close(self) -> None:
        """See `Store.close`."""
        self._connection.close()
        if self._work is not None:
            self._work.close()

    def jobs(self) -> Jobs:
        """See `Store.jobs`."""
        return self._working().jobs

    def tokens(self) -> Tokens:
        """See `Store.tokens`."""
        return self._working().tokens

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def _working(self) -> SqliteWork:
        if self._work is None:
            self._work = SqliteWork(self._path, PATIENCE)
        return self._work

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA foreign_keys = ON")
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA:
            raise StoreError(f"{self._path} was made by a newer Elshi (schema {version}, this one knows {SCHEMA})")
        self._keep_log()
        with self._transaction() as connection:
            self._create(connection)

    def _keep_log(self) -> None:
        """Turn on the write-ahead log. SQLite does not wait for its turn here when two open a new file at once, so this does."""
        deadline = monotonic() + PATIENCE
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError:
                if monotonic() > deadline:
                    raise
                sleep(RETRY)

    def _create(self, connection: sqlite3.Connection) -> None:
        """Make the tables in an empty file; asked inside the transaction, so that two runs at once make them once."""
        if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            self._run(connection, *(name for name, since in ADDED if since > version))
            return
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError(f"{self._path} is a database of another program")
        self._run(connection, "schema.sql", *(name for name, _ in ADDED))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")

    def _run(self, connection: sqlite3.Connection, *names: str) -> None:
        for name in names:
            for statement in (files("elshi.store") / name).read_text(encoding="utf-8").split(";\n"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; a failure of the database is a StoreError."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                yield self._connection
        except sqlite3.Error as error:
            raise StoreError(f"cannot write to the store {self._path}: {error}") from error

    def _rows(self, select: str, given: Sequence[Any] | dict[str, Any]) -> list[Any]:
        try:
            return self._connection.execute(select, given).fetchall()
        except sqlite3.Error as error:
            raise StoreError(f"cannot read the store {self._path}: {error}") from error

    def _changes(self, reading: int, document: int) -> tuple[tuple[Engagement, ...], tuple[str, ...]]:
        """The engagements of a reading, and the ids of those that only older readings of the document have."""
        rows = self._rows("SELECT record FROM report WHERE reading = ? ORDER BY position", (reading,))
        engagements = tuple(decode(Engagement, json.loads(record)) for (record,) in rows)
        old = self._rows(
            "SELECT engagement FROM report JOIN reading ON number = reading WHERE document = ? AND reading < ?", (document, reading)
        )
        gone = {identifier for (identifier,) in old} - {e.id for e in engagements}
        return engagements, tuple(sorted(i for i in gone if not self._rows("SELECT 1 FROM current_report WHERE engagement = ?", (i,))))

    def _document_number(self, document: Document) -> int:
        """The number of the document, added where it is new."""
        key, origin = document_key(document), _origin(document)
        row = (key, document.text.encode("utf-8", "surrogatepass"), dump_line(origin))
        self._connection.execute("INSERT OR IGNORE INTO document (key, text, origin) VALUES (?, ?, ?)", row)
        number: int = self._connection.execute("SELECT number FROM document WHERE key = ?", (key,)).fetchone()[0]
        return number


def _origin(document: Document) -> dict[str, Any]:
    return {name: value for name, value in encode(document).items() if name != "text"}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _columns(engagement: Engagement) -> tuple[Any, ...]:
    """What lists ask for. A month or a year becomes its first and its last day."""
    first, _, last = (engagement.date.value or "").partition("/")
    last = last or first
    country, city = engagement.place.country, engagement.place.city
    return (
        engagement.id,
        engagement.type.value.value,
        engagement.status.value.value,
        first + "0000-01-01"[len(first) :] if first else None,
        last + "9999-12-31"[len(last) :] if last else None,
        country and country.value,
        city and city.value,
        engagement.confidence,
    )


def _report(row: Sequence[str]) -> Report:
    record, document, language, elshi, steps, tagger, read_at = row
    engagement = decode(Engagement, json.loads(record))
    return Report(engagement, document, language, Provenance(elshi, steps, tagger), datetime.fromisoformat(read_at))


def _document(row: tuple[bytes, str]) -> Document:
    text, origin = row
    document: Document = decode(Document, {"text": text.decode("utf-8", "surrogatepass"), **json.loads(origin)})
    return document
