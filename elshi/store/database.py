"""One database as the store uses it: reading sees what is committed, and who writes waits for a turn and writes all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, Executable, Insert, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import SQLAlchemyError

from elshi.errors import StoreError

__all__ = ["Backend", "Database", "insert_many", "insert_new", "insert_numbered", "insert_or_change", "reason_of"]

Given = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
Options = Mapping[str, Any]
FEW = 8  # rows that are not worth a statement of their own making
BULK = 20_000  # rows in one statement


@dataclass(frozen=True, slots=True)
class Backend:
    """What differs from database to database. `name` is how messages call it. `take_turn` begins a transaction that writes, when no
    other that writes things of this kind is open; `begin_snapshot` one that only reads. The options are those of connections that see
    whatever is committed, and of snapshots."""

    name: str
    take_turn: Callable[[Connection, str], None]
    begin_snapshot: Callable[[Connection], None]
    reading: Options = field(default_factory=dict)
    snapshot: Options = field(default_factory=dict)


class Database:
    """A database with the tables of a store. One thread at a time may use `connection`, `rows`, `moment` and `transaction`; `read`,
    `snapshot` and `write` are for any thread. Whatever the database does not like is a StoreError."""

    def __init__(self, engine: Engine, backend: Backend) -> None:
        self.engine, self.name = engine, backend.name
        self._backend = backend
        self._reading: Connection | None = None
        self._held: Connection | None = None
        self._is_writing = False
        event.listen(engine, "handle_error", self._explain)

    def connection(self) -> Connection:
        """The connection of the transaction or of the moment that is open, or one that sees what is committed."""
        if self._held is not None:
            return self._held
        if self._reading is not None and self._reading.invalidated:
            self._reading.close()
            self._reading = None
        if self._reading is None:
            self._reading = self.engine.connect().execution_options(**self._backend.reading)
        return self._reading

    def rows(self, statement: Executable, given: Given = None) -> Sequence[Any]:
        """All rows of a statement."""
        return self.connection().execute(statement, given).all()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All that is written inside is kept together, or nothing of it."""
        if self._held is not None:
            raise ValueError("a transaction or a moment is open already")
        with self.write("records") as connection, self._holding(connection):
            self._is_writing = True
            try:
                yield connection
            finally:
                self._is_writing = False

    @contextmanager
    def joining(self) -> Iterator[Connection]:
        """The transaction that is open, or one of its own: what many small ones would do can be one large one."""
        if self._is_writing and self._held is not None:
            yield self._held
            return
        with self.transaction() as connection:
            yield connection

    @contextmanager
    def moment(self) -> Iterator[None]:
        """All that is read inside is of one moment: in a transaction the transaction's, in another moment that one, else now."""
        if self._held is not None:
            yield
            return
        with self.snapshot() as connection, self._holding(connection):
            yield

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection of its own that sees what is committed."""
        with self.engine.connect().execution_options(**self._backend.reading) as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection of its own that sees what was committed when it first looked, and nothing later."""
        with self.engine.connect().execution_options(**self._backend.snapshot) as connection, connection.begin():
            self._backend.begin_snapshot(connection)
            yield connection

    @contextmanager
    def write(self, what: str) -> Iterator[Connection]:
        """A transaction of its own, of those that write `what`: "records" or "work"."""
        with self.engine.connect() as connection, connection.begin():
            self._backend.take_turn(connection, what)
            yield connection

    def close(self) -> None:
        """Give back connections."""
        if self._reading is not None:
            self._reading.close()
            self._reading = None
        self.engine.dispose()

    @contextmanager
    def _holding(self, connection: Connection) -> Iterator[None]:
        self._held = connection
        try:
            yield
        finally:
            self._held = None

    def _explain(self, context: ExceptionContext) -> None:
        raise StoreError(f"the store {self.name}: {reason_of(context.original_exception)}") from context.original_exception


def reason_of(error: BaseException | None) -> str:
    """What the database says, without the statement and its values."""
    cause = getattr(error, "orig", None) or error if isinstance(error, SQLAlchemyError) else error
    return " ".join(str(cause).split()) or type(cause).__name__


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Add rows, all with the same columns; those whose key is there already stay as they are. Of one row it gives whether it was added."""
    if len(rows) < FEW:
        return connection.execute(_new(connection.dialect.name, table), rows if len(rows) > 1 else rows[0]).rowcount if rows else 0
    names = tuple(rows[0])
    values = [tuple(map(row.__getitem__, names)) for row in rows]
    return insert_many(connection, table, names, values, "ON CONFLICT DO NOTHING")


def insert_many(connection: Connection, table: Table, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]], conflict: str = "") -> int:
    """Add many rows of these columns in as few statements as the database needs, without a look at each; gives how many were added."""
    statement, is_whole = _many(connection.dialect.name, table, names, conflict)
    added = 0
    for start in range(0, len(rows), BULK):
        part = rows[start : start + BULK]
        given = tuple(list(column) for column in zip(*part, strict=True)) if is_whole else part
        added += max(connection.exec_driver_sql(statement, given).rowcount, 0)
    return added


def insert_or_change(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows; those whose key is there already get the new values."""
    if rows:
        connection.execute(_new_or_changed(connection.dialect.name, table), rows)


def insert_numbered(connection: Connection, table: Table, row: Mapping[str, Any]) -> int:
    """Add a row; gives the number that it got."""
    key = connection.execute(table.insert(), row).inserted_primary_key
    assert key is not None
    return int(key[0])


@cache
def _new(dialect: str, table: Table) -> Insert:
    statement: Insert = _DIALECTS[dialect].insert(table).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)


@cache
def _many(dialect: str, table: Table, names: tuple[str, ...], conflict: str) -> tuple[str, bool]:
    """The statement that adds many rows, and whether it takes all of them at once, as one array for each column."""
    into = f"INSERT INTO {table.name} ({', '.join(names)})"
    if dialect == "sqlite":
        return f"{into} VALUES ({', '.join('?' * len(names))}) {conflict}", False
    written: Any = postgresql.dialect  # which says no types
    kinds = (table.c[name].type.compile(written()).partition(" COLLATE")[0] for name in names)
    arrays = ", ".join(f"%b::{kind}[]" for kind in kinds)
    return f"{into} SELECT * FROM unnest({arrays}) {conflict}", True  # noqa: S608 (the names of our tables)


@cache
def _new_or_changed(dialect: str, table: Table) -> Insert:
    statement = _DIALECTS[dialect].insert(table)
    keys = sorted(column.name for column in table.primary_key)
    changes = {name: value for name, value in statement.excluded.items() if name not in keys}
    changing: Insert = statement.on_conflict_do_update(index_elements=keys, set_=changes)
    return changing


# The standard has no words for rows that may be there already; each database has its own.
_DIALECTS: dict[str, Any] = {"postgresql": postgresql, "sqlite": sqlite}
