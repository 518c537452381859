"""The search index in the tables of `schema_search.py`, on either database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any

from sqlalchemy import BigInteger, Select, Table, bindparam, delete, func, insert, select, update

from elshi.store.database import Database, insert_new
from elshi.store.index import IndexState, NamedValue
from elshi.store.schema_search import (
    SEARCH_TABLES,
    cell_table,
    entry_table,
    mark_table,
    name_table,
    row_table,
    state_table,
    value_table,
    word_table,
)
from elshi.store.tables import GREATEST

__all__ = ["CoreIndex"]

MANY = 500  # values in one list
BULK = 20_000  # rows in one statement
NAMED = (
    value_table.c.number,
    value_table.c.facet,
    value_table.c.value,
    value_table.c.label,
    value_table.c.language,
    func.coalesce(value_table.c.owner, value_table.c.number),
)
_AMONG: Any = bindparam("among", expanding=True)
_AT: Any = bindparam("at")
_FACET: Any = bindparam("facet")
_ROWS = (
    select(row_table.c.term, row_table.c.block, row_table.c.packed)
    .where(row_table.c.block >= _AT, row_table.c.term.in_(_AMONG))
    .order_by(row_table.c.term, row_table.c.block)
)
_CELLS = (
    select(cell_table.c.chunk, cell_table.c.packed)
    .where(cell_table.c.facet == _FACET, cell_table.c.chunk >= _AT)
    .order_by(cell_table.c.chunk)
)
_ENTRIES_OF = select(entry_table.c.number).where(entry_table.c.record.in_(_AMONG))
_FORGET = delete(entry_table).where(entry_table.c.number.in_(_AMONG))
_RECORDS = select(entry_table.c.number, entry_table.c.record).where(entry_table.c.number.in_(_AMONG))
_IS_MARKED = select(mark_table.c.thing).where(mark_table.c.kind == "record", mark_table.c.thing == entry_table.c.record).exists()
_WRITTEN = select(entry_table.c.record, entry_table.c.written).where(
    entry_table.c.record.in_(_AMONG), entry_table.c.written.is_not(None), ~_IS_MARKED
)
_VALUES = select(value_table.c.value, value_table.c.number).where(value_table.c.facet == _FACET, value_table.c.value.in_(_AMONG))
_NAMED = select(*NAMED).where(value_table.c.number.in_(_AMONG))
_OWNED = select(*NAMED).where(value_table.c.owner.in_(_AMONG))
_SOUNDING = select(name_table.c.number).distinct().where(name_table.c.sound.in_(_AMONG))
_STATE = select(state_table)
_MARKED = select(mark_table.c.thing).where(mark_table.c.kind == bindparam("of_kind")).limit(bindparam("most"))
_ANY_MARKED = select(mark_table.c.kind).limit(1)
_UNMARK = delete(mark_table).where(mark_table.c.kind == bindparam("of_kind"), mark_table.c.thing.in_(_AMONG))
NOW = select(func.coalesce(func.max(state_table.c.changes), 0) + 1).scalar_subquery()


class CoreIndex:
    """An `Index`. Writes belong into a transaction of the store."""

    def __init__(self, database: Database) -> None:
        self._connection, self._moment = database.connection, database.moment

    def moment(self) -> AbstractContextManager[object]:
        """See `Index.moment`."""
        return self._moment()

    def state(self) -> IndexState:
        """See `Index.state`."""
        row = self._connection().execute(_STATE).first()
        return IndexState(*row) if row else IndexState("", 0, 0, 0)

    def begin(self, version: str) -> None:
        """See `Index.begin`."""
        connection, state = self._connection(), self.state()
        for table in (*SEARCH_TABLES, state_table):
            connection.execute(delete(table))
        given = {"version": version, "made": state.made + 1, "entries": 0, "changes": state.changes + 1}
        connection.execute(insert(state_table).values(**given))

    def append(self, entries: int, rows: Iterable[tuple[int, int, bytes]], cells: Iterable[tuple[int, int, bytes]]) -> None:
        """See `Index.append`."""
        self._append(row_table, rows)
        self._append(cell_table, ((int(column), chunk, told) for column, chunk, told in cells))
        grown = {"entries": state_table.c.entries + entries, "changes": state_table.c.changes + 1}
        self._connection().execute(update(state_table).values(**grown))

    def rows(self, terms: Sequence[int], block: int = 0) -> list[tuple[int, int, bytes]]:
        """See `Index.rows`."""
        return [(term, at, bytes(packed)) for term, at, packed in self._among(_ROWS, terms, at=block)]

    def cells(self, column: int, chunk: int = 0) -> list[tuple[int, bytes]]:
        """See `Index.cells`."""
        found = self._connection().execute(_CELLS, {"facet": int(column), "at": chunk})
        return [(at, bytes(packed)) for at, packed in found]

    def name_entries(self, first: int, records: Sequence[tuple[str, bytes]]) -> None:
        """See `Index.name_entries`."""
        numbered = enumerate(records, start=first)
        given = [{"number": number, "record": record, "written": packed} for number, (record, packed) in numbered]
        insert_new(self._connection(), entry_table, given)

    def forget_entries(self, records: Iterable[str]) -> list[int]:
        """See `Index.forget_entries`."""
        found = [number for (number,) in self._among(_ENTRIES_OF, list(records))]
        for part in _parts(found):
            self._connection().execute(_FORGET, {"among": part})
        return found

    def records(self, entries: Sequence[int]) -> dict[int, str]:
        """See `Index.records`."""
        return dict(self._among(_RECORDS, entries))

    def written(self, records: Sequence[str]) -> dict[str, bytes]:
        """See `Index.written`."""
        return {record: bytes(packed) for record, packed in self._among(_WRITTEN, records)}

    def add_values(self, facet: str, values: Sequence[str]) -> dict[str, int]:
        """See `Index.add_values`."""
        known = self.values(facet, values)
        now = self._connection().execute(select(NOW)).scalar_one()
        insert_new(
            self._connection(), value_table, [{"facet": facet, "value": value, "changed": now} for value in values if value not in known]
        )
        return {**known, **self.values(facet, [value for value in values if value not in known])}

    def values(self, facet: str, values: Sequence[str]) -> dict[str, int]:
        """See `Index.values`."""
        return dict(self._among(_VALUES, values, facet=facet))

    def beginning(self, facet: str, prefix: str, limit: int) -> list[int]:
        """See `Index.beginning`."""
        table = value_table.c
        wanted = select(table.number).where(table.facet == facet, table.value >= prefix, table.value < prefix + GREATEST).limit(limit)
        return list(self._connection().execute(wanted).scalars())

    def listed(self, facet: str, changes: int) -> list[tuple[int, str]]:
        """See `Index.listed`."""
        wanted = select(value_table.c.number, value_table.c.value).where(value_table.c.facet == facet, value_table.c.changed > changes)
        return [(number, value) for number, value in self._connection().execute(wanted)]

    def named(self, numbers: Sequence[int]) -> list[NamedValue]:
        """See `Index.named`."""
        return [NamedValue(*row) for row in self._among(_NAMED, numbers)]

    def name_values(self, names: Iterable[tuple[int, str, str]], keys: Iterable[tuple[int, int]]) -> None:
        """See `Index.name_values`."""
        given = [{"at": number, "said": label, "spoken": language} for number, label, language in names]
        if given:
            change = update(value_table).where(value_table.c.number == bindparam("at"))
            self._connection().execute(change.values(label=bindparam("said"), language=bindparam("spoken")), given)
        insert_new(self._connection(), name_table, [{"sound": sound, "number": number} for sound, number in keys])

    def own(self, owners: Iterable[tuple[int, int]]) -> None:
        """See `Index.own`."""
        given = dict(owners)
        known = {value.number: value.owner for value in self.named(sorted(given))}
        changed = [{"at": number, "by": owner} for number, owner in given.items() if known.get(number, owner) != owner]
        if changed:
            change = update(value_table).where(value_table.c.number == bindparam("at"))
            self._connection().execute(change.values(owner=bindparam("by"), changed=NOW), changed)
            self._connection().execute(update(state_table).values(changes=state_table.c.changes + 1))

    def owners(self, facet: str, changes: int) -> list[tuple[int, int]]:
        """See `Index.owners`."""
        wanted = select(value_table.c.number, NAMED[-1]).where(value_table.c.facet == facet, value_table.c.changed > changes)
        return [(number, owner) for number, owner in self._connection().execute(wanted)]

    def found_under(self, keys: Sequence[int], limit: int) -> list[NamedValue]:
        """See `Index.found_under`."""
        found = {number for (number,) in self._among(_SOUNDING, keys)}
        return self.named(sorted(found)[:limit])

    def numbers_under(self, keys: Sequence[int]) -> list[int]:
        """See `Index.numbers_under`."""
        return sorted({number for (number,) in self._among(_SOUNDING, keys)})

    def owned(self, owners: Sequence[int]) -> list[NamedValue]:
        """See `Index.owned`."""
        found = [NamedValue(*row) for row in self._among(_OWNED, owners)]
        return [*found, *({*self.named(owners)} - {*found})]

    def add_words(self, words: Iterable[str]) -> None:
        """See `Index.add_words`."""
        insert_new(self._connection(), word_table, [{"word": word} for word in words])

    def words(self, beginning: str, limit: int) -> list[str]:
        """See `Index.words`."""
        column = word_table.c.word
        wanted = select(column).where(column >= beginning, column < beginning + GREATEST).order_by(column).limit(limit)
        return list(self._connection().execute(wanted).scalars())

    def mark(self, kind: str, things: Iterable[str]) -> None:
        """See `Index.mark`."""
        insert_new(self._connection(), mark_table, [{"kind": kind, "thing": thing} for thing in things])

    def marked(self, kind: str, limit: int) -> list[str]:
        """See `Index.marked`."""
        return list(self._connection().execute(_MARKED, {"of_kind": kind, "most": limit}).scalars())

    def is_behind(self) -> bool:
        """See `Index.is_behind`."""
        return self._connection().execute(_ANY_MARKED).first() is not None

    def unmark(self, kind: str, things: Iterable[str]) -> None:
        """See `Index.unmark`."""
        for part in _parts(list(things)):
            self._connection().execute(_UNMARK, {"of_kind": kind, "among": part})

    def _among(self, wanted: Select[Any], values: Sequence[Any], **given: Any) -> Iterator[Any]:
        """The rows of a statement for these values, a few hundred at a time."""
        for part in _parts(values):
            yield from self._connection().execute(wanted, {"among": part, **given})

    def _append(self, table: Table, rows: Iterable[tuple[int, int, bytes]]) -> None:
        """Add rows; bytes go behind those that are there under the same key."""
        statement, given = _APPENDING[self._connection().dialect.name](table)
        todo = iter(rows)
        while part := list(islice(todo, BULK)):
            self._connection().exec_driver_sql(statement, given(part))


def _append_sqlite(table: Table) -> tuple[str, Callable[[list[tuple[int, int, bytes]]], Any]]:
    """One statement for each row: SQLite makes text of bytes that are joined, and must be told that they are none."""
    update = "ON CONFLICT DO UPDATE SET packed = CAST(packed || excluded.packed AS BLOB)"
    return f"INSERT INTO {table.name} VALUES (?, ?, ?) {update}", lambda part: part  # noqa: S608 (the names of our tables)


def _append_postgresql(table: Table) -> tuple[str, Callable[[list[tuple[int, int, bytes]]], Any]]:
    """One statement for many rows, given as three arrays."""
    first, second = table.primary_key.columns.keys()
    kinds = ["bigint" if isinstance(table.c[name].type, BigInteger) else "integer" for name in (first, second)]
    arrays = f"unnest(%b::{kinds[0]}[], %b::{kinds[1]}[], %b::bytea[])"
    update = f"ON CONFLICT ({first}, {second}) DO UPDATE SET packed = {table.name}.packed || excluded.packed"
    statement = f"INSERT INTO {table.name} SELECT * FROM {arrays} {update}"  # noqa: S608 (the names of our tables)
    return statement, lambda part: tuple(list(column) for column in zip(*part, strict=True))


_APPENDING = {"sqlite": _append_sqlite, "postgresql": _append_postgresql}


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]
