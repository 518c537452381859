"""Looking after a store: bringing it up to date, checking it, and copying it whole, from either database to either."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Table, delete, func, select

from elshi.errors import StoreError
from elshi.store.database import Database, insert_many
from elshi.store.making import make_ready, upgrade_tables
from elshi.store.opening import open_database
from elshi.store.postgresql import count_on
from elshi.store.schema import metadata
from elshi.store.schema_search import state_table

__all__ = ["back_up", "copy_store", "restore", "upgrade_store"]

MANY = 2_000  # rows at a time
Address = Path | str


def upgrade_store(address: Address) -> tuple[str, str]:
    """Bring the tables of a store up to date, all at once or not at all; gives the revision that there was and the one that there is.
    Raises StoreError where there is no store, or that of a newer Elshi."""
    with _opened(address, create=False) as database:
        return upgrade_tables(database)


def copy_store(source: Address, target: Address) -> dict[str, int]:
    """Copy all that a store keeps into another one, in which nothing may be; gives the rows of each table. Others may go on writing into
    the source: what is copied is what was there at the beginning. Raises StoreError, and then nothing is copied."""
    with _opened(source, create=False) as old, _opened(target, create=True) as new:
        make_ready(old, create=False)
        make_ready(new, create=True)
        with old.snapshot() as reading, new.write("records") as writing:
            _empty(writing, new.name)
            rows = {table.name: _copy_table(reading, writing, table) for table in metadata.sorted_tables}
            count_on(writing)
    return rows


def back_up(address: Address, path: Path) -> dict[str, int]:
    """Copy a store into a new file, which is there only when it is whole; gives the rows of each table. Raises StoreError."""
    if path.exists():
        raise StoreError(f"{path} is there already")
    part = path.with_name(path.name + ".part")
    try:
        _remove(part)
        rows = copy_store(address, part)
        part.rename(path)
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error}") from error
    except BaseException:
        _remove(part)
        raise
    return rows


def restore(path: Path, address: Address) -> dict[str, int]:
    """Copy what a backup keeps into a store in which nothing is. Raises StoreError."""
    return copy_store(path, address)


def _remove(path: Path) -> None:
    for left in ("", "-wal", "-shm"):
        Path(f"{path}{left}").unlink(missing_ok=True)


@contextmanager
def _opened(address: Address, *, create: bool) -> Iterator[Database]:
    database = open_database(address, create=create)
    try:
        yield database
    finally:
        database.close()


def _empty(connection: Connection, name: str) -> None:
    """Make sure that nothing is in any table."""
    connection.execute(delete(state_table))  # says of a new store that nothing is indexed
    for table in metadata.sorted_tables:
        if connection.execute(select(table).limit(1)).first() is not None:
            raise StoreError(f"there is something in {name} already; a store is copied only where nothing is")


def _copy_table(source: Connection, target: Connection, table: Table) -> int:
    names = tuple(table.columns.keys())
    rows = source.execution_options(yield_per=MANY).execute(select(table).order_by(*table.primary_key))
    for part in rows.partitions(MANY):
        insert_many(target, table, names, list(map(tuple, part)))
    return target.execute(select(func.count()).select_from(table)).scalar_one()
