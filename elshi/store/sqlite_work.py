"""Jobs and tokens in the SQLite file of a store, over connections of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from elshi.errors import StoreError
from elshi.store.core_jobs import CoreJobs
from elshi.store.core_tokens import CoreTokens
from elshi.store.schema_work import metadata

__all__ = ["SqliteWork"]


class SqliteWork:
    """Makes its tables where there are none; safe for several threads."""

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        url = URL.create("sqlite", database=str(path))
        self._engine: Engine = create_engine(url, connect_args={"timeout": patience, "isolation_level": None})
        event.listen(self._engine, "begin", _begin)
        with self._write() as connection:
            metadata.create_all(connection)
        self.jobs = CoreJobs(self._read, self._write)
        self.tokens = CoreTokens(self._read, self._write)

    def close(self) -> None:
        """Give back connections."""
        self._engine.dispose()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"cannot read the store {self._path}: {error}") from error

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        try:
            with self._engine.execution_options(write=True).begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"cannot write to the store {self._path}: {error}") from error


def _begin(connection: Connection) -> None:
    """Who writes takes the lock at once, so that two writers take turns instead of failing halfway."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN")
