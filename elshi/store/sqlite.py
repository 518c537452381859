"""A store in one SQLite file."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event

from elshi.errors import StoreError
from elshi.store.database import Backend, Database

__all__ = ["LAST_SCHEMA", "find_damage", "find_schema", "is_marked", "keep_log", "mark", "open_sqlite"]

APPLICATION = 0x454C5348  # "ELSH"
LAST_SCHEMA = 3  # the last one that the head of the file told
IN_TABLES = 4  # says in the head of the file that a table tells the revision
PATIENCE = 60.0  # seconds for which a writer waits for its turn
RETRY = 0.02  # seconds between two tries


def open_sqlite(path: Path, *, create: bool) -> Database:
    """The database in this file, which is opened when it is first needed. Raises StoreError where its folder cannot be made; with
    `create=False` also where there is no file."""
    if not create and not path.exists():
        raise StoreError(f"no store at {path}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot open the store {path}: {error}") from error
    # The driver begins nothing itself, so that reading needs no transaction. Who serves gives each thread a store of its own, and
    # closes them all from one.
    given = {"timeout": PATIENCE, "isolation_level": None, "check_same_thread": False}
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args=given, max_overflow=-1)
    event.listen(engine, "connect", _prepare)
    return Database(engine, Backend(str(path), _take_turn, _begin))


def is_marked(connection: Connection) -> bool:
    """Whether the head of the file says that it is a store."""
    return connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION


def find_schema(connection: Connection) -> int:
    """The number of the schema in the head of the file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def mark(connection: Connection) -> None:
    """Write into the head of the file that it is a store, and one that earlier Elshis do not know."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {IN_TABLES}")


def keep_log(database: Database) -> None:
    """Turn on the write-ahead log of a file. SQLite does not wait for its turn here when two open a new file at once, so this does."""
    if database.engine.dialect.name != "sqlite":
        return
    deadline = monotonic() + PATIENCE
    while database.connection().exec_driver_sql("PRAGMA journal_mode").scalar_one() != "wal":
        try:
            database.connection().exec_driver_sql("PRAGMA journal_mode = WAL")
        except StoreError:
            if monotonic() > deadline:
                raise
            sleep(RETRY)


def find_damage(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file; PostgreSQL looks after its own."""
    if connection.dialect.name != "sqlite":
        return []
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    orphans = [f"a row of {row[0]} belongs to nothing in {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return [*(f"the file is damaged: {fault}" for fault in found if fault != "ok"), *orphans]


def _prepare(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")


def _take_turn(connection: Connection, _what: str) -> None:
    """Take the lock at once, so that two writers take turns instead of failing halfway."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
