"""The store in one SQLite file. Each document is one transaction, so that a run killed at any moment leaves whole documents."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Self

from elshi.errors import StoreError, UnknownRecord
from elshi.records import Document, Engagement, content_id
from elshi.records.serialise import decode, dump_line, encode, encode_engagement
from elshi.store.base import Provenance, Query, Report

__all__ = ["SqliteStore", "open_store"]

SCHEMA = 1
APPLICATION = 0x454C5348  # "ELSH"
PATIENCE = 30.0
RETRY = 0.02  # seconds between two tries
COLUMNS = "record, document, language, elshi, steps, tagger, read_at"
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
        self._connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
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
        select = f"SELECT {COLUMNS} FROM current_report WHERE substr(engagement, 1, ?) = ? LIMIT 2"  # noqa: S608 (fixed words only)
        found = self._rows(select, (len(identifier), identifier)) if identifier else []
        if len(found) != 1:
            raise UnknownRecord(f"more than one engagement begins with {identifier}" if found else f"no engagement {identifier}")
        return _report(found[0])

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

    def close(self) -> None:
        """See `Store.close`."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

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
            return
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError(f"{self._path} is a database of another program")
        for statement in (files("elshi.store") / "schema.sql").read_text(encoding="utf-8").split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")

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

    def _document_number(self, document: Document) -> int:
        """The number of the document, added where it is new."""
        origin = {name: value for name, value in encode(document).items() if name != "text"}
        lasting = [origin[name] for name in ("id", "title", "published", "language", "source", "url")]
        key = content_id(document.text, *lasting)
        row = (key, document.text.encode("utf-8", "surrogatepass"), dump_line(origin))
        self._connection.execute("INSERT OR IGNORE INTO document (key, text, origin) VALUES (?, ?, ?)", row)
        number: int = self._connection.execute("SELECT number FROM document WHERE key = ?", (key,)).fetchone()[0]
        return number


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
