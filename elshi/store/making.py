"""Makes a store's tables in a database, or brings those of an earlier Elshi up to date."""

from __future__ import annotations

from sqlalchemy import Connection, column, insert, inspect, select, table
from sqlalchemy import text as words

from elshi.errors import StoreError
from elshi.store import sqlite
from elshi.store.database import Database
from elshi.store.schema import NEWEST, REVISIONS, VERSION_TABLE, metadata
from elshi.store.schema_search import state_table

__all__ = ["find_revision", "make_ready", "upgrade_tables"]

BEFORE_REVISIONS = "0000"  # SQLite files whose schema stands in their head
_versions = table(VERSION_TABLE, column("version_num"))


def make_ready(database: Database, *, create: bool) -> None:
    """Make sure that the database has the tables of this Elshi, making them where there are none at all. Raises StoreError where the
    database is something else, has the tables of an earlier or a newer Elshi, or, with `create=False`, none."""
    revision = find_revision(database)
    if revision is None and not create:
        raise StoreError(f"no store at {database.name}")
    if revision is None:
        _make(database)
    elif revision in (BEFORE_REVISIONS, *REVISIONS[:-1]):
        raise StoreError(f"{database.name} was made by an earlier Elshi; bring it up to date with: elshi store upgrade")
    sqlite.keep_log(database)


def find_revision(database: Database) -> str | None:
    """The revision of the tables; None where there are none at all. Raises StoreError where they are another program's, or those of a
    newer Elshi."""
    with database.snapshot() as connection:
        return _revision(connection, database.name)


def upgrade_tables(database: Database) -> tuple[str, str]:
    """Bring the tables up to date, all at once or not at all; gives the revision that there was and the one that there is. Raises
    StoreError as `make_ready` does."""
    from alembic import command
    from alembic.config import Config

    with database.write("records") as connection:
        revision = _revision(connection, database.name)
        if revision is None:
            raise StoreError(f"no store at {database.name}")
        if revision != NEWEST:
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", "elshi.store:migrations")
            command.upgrade(config, "head")
            _mark(connection)
    return revision, NEWEST


def _revision(connection: Connection, name: str) -> str | None:
    names = set(inspect(connection).get_table_names())
    if not names and not sqlite.is_marked(connection):
        return None
    if VERSION_TABLE not in names:
        return _early_revision(connection, name)
    revision: str | None = connection.execute(select(_versions.c.version_num)).scalar()
    if revision not in REVISIONS:
        raise _is_newer(name, str(revision))
    return revision


def _early_revision(connection: Connection, name: str) -> str:
    """The revision of a database in which no table tells it."""
    if not sqlite.is_marked(connection):
        raise StoreError(f"{name} is a database of another program")
    version = sqlite.find_schema(connection)
    if version > sqlite.LAST_SCHEMA:
        raise _is_newer(name, str(version))
    return BEFORE_REVISIONS


def _is_newer(name: str, revision: str) -> StoreError:
    return StoreError(f"{name} was made by a newer Elshi (schema {revision}, this one knows {NEWEST})")


def _make(database: Database) -> None:
    sqlite.keep_log(database)
    with database.write("records") as connection:
        if _revision(connection, database.name) is not None:  # another run had its turn
            return
        metadata.create_all(connection)
        connection.execute(words(f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(insert(_versions).values(version_num=NEWEST))
        connection.execute(insert(state_table).values(version="", made=1, entries=0, changes=0))
        _mark(connection)


def _mark(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        sqlite.mark(connection)
