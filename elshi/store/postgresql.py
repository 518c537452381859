"""A store in a PostgreSQL database."""

from __future__ import annotations

from sqlalchemy import Connection, create_engine, func, make_url, select, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from elshi.errors import StoreError
from elshi.settings import hide_password
from elshi.store.database import Backend, Database
from elshi.store.tables import metadata

__all__ = ["count_on", "open_postgresql"]

DRIVER = "postgresql+psycopg"
APPLICATION = 0x454C5348  # "ELSH": the first half of the numbers of our locks
TURNS = {"records": 1, "work": 2}


def open_postgresql(address: str) -> Database:
    """The database at an address such as `postgresql://user:password@host/database`. Raises StoreError where the address cannot be
    understood or the driver is not installed; the server is asked when it is first needed."""
    try:
        url = make_url(address).set(drivername=DRIVER)
        engine = create_engine(url, pool_pre_ping=True, max_overflow=-1)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(f"cannot understand the address of the store: {error}") from error
    except ImportError as error:
        raise StoreError("PostgreSQL needs the extra: pip install 'elshi[postgresql]'") from error
    backend = Backend(
        hide_password(address),
        _take_turn,
        _begin,
        reading={"isolation_level": "AUTOCOMMIT"},
        snapshot={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    )
    return Database(engine, backend)


def _take_turn(connection: Connection, what: str) -> None:
    """Wait until no other transaction of this kind is open. So the numbers of readings are in the order in which they are committed."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:ours, :turn)"), {"ours": APPLICATION, "turn": TURNS[what]})


def _begin(connection: Connection) -> None:
    """The driver begins by itself."""


def count_on(connection: Connection) -> None:
    """Let the numbers that the database gives go on behind those that were copied into it. SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            greatest = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
            connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, column.name), greatest, False)))
