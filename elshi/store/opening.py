"""Opens a store, wherever it lies."""

from __future__ import annotations

from pathlib import Path

from elshi.errors import StoreError
from elshi.settings import hide_password
from elshi.store.core_store import CoreStore
from elshi.store.database import Database
from elshi.store.making import make_ready

__all__ = ["open_database", "open_store"]

SCHEMES = ("postgresql", "postgres")


def open_store(address: Path | str, *, create: bool = True) -> CoreStore:
    """Open the store in this SQLite file, or in the PostgreSQL database at this address, making it (and the file's folder) where there
    is none. Raises StoreError if something else lies there, or the store of a newer Elshi or of an earlier one, which wants an upgrade
    first; with `create=False` also where there is no store."""
    database = open_database(address, create=create)
    try:
        make_ready(database, create=create)
    except BaseException:
        database.close()
        raise
    return CoreStore(database)


def open_database(address: Path | str, *, create: bool = True) -> Database:
    """The database of a store, whatever tables it has. Raises StoreError."""
    scheme, colon, _ = str(address).partition("://")
    if isinstance(address, Path) or not colon:
        from elshi.store.sqlite import open_sqlite

        return open_sqlite(Path(address), create=create)
    if scheme not in SCHEMES:
        raise StoreError(f"{hide_password(address)} is neither a file nor postgresql://…")
    from elshi.store.postgresql import open_postgresql

    return open_postgresql(address)
