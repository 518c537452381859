"""The search index in the tables of `search.sql`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from elshi.store.index import IndexState, NamedValue

__all__ = ["SqliteIndex"]

TABLES = ("search_row", "search_cell", "search_entry", "search_value", "search_name", "search_word", "search_mark")
APPEND = """
INSERT INTO {table} VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET packed = CAST(packed || excluded.packed AS BLOB)
"""
NAMED = "SELECT number, facet, value, label, language, coalesce(owner, number) FROM search_value WHERE"
MANY = 500  # parameters in one statement
GREATEST = "\U0010ffff"


class SqliteIndex:
    """An `Index`. Writes belong into a transaction of the store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def state(self) -> IndexState:
        """See `Index.state`."""
        return IndexState(*self._connection.execute("SELECT version, made, entries, changes FROM search_state").fetchone())

    def begin(self, version: str) -> None:
        """See `Index.begin`."""
        for table in TABLES:
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 (fixed words only)
        self._connection.execute("UPDATE search_state SET version = ?, made = made + 1, entries = 0, changes = changes + 1", (version,))

    def append(self, entries: int, rows: Iterable[tuple[int, int, bytes]], cells: Iterable[tuple[int, int, bytes]]) -> None:
        """See `Index.append`."""
        self._connection.executemany(APPEND.format(table="search_row"), rows)
        self._connection.executemany(APPEND.format(table="search_cell"), ((int(column), chunk, told) for column, chunk, told in cells))
        self._connection.execute("UPDATE search_state SET entries = entries + ?, changes = changes + 1", (entries,))

    def rows(self, terms: Sequence[int], block: int = 0) -> list[tuple[int, int, bytes]]:
        """See `Index.rows`."""
        select = "SELECT term, block, packed FROM search_row WHERE block >= ? AND term IN ({}) ORDER BY term, block"
        return self._among(select, terms, block)

    def cells(self, column: int, chunk: int = 0) -> list[tuple[int, bytes]]:
        """See `Index.cells`."""
        select = "SELECT chunk, packed FROM search_cell WHERE facet = ? AND chunk >= ? ORDER BY chunk"
        return self._connection.execute(select, (int(column), chunk)).fetchall()

    def name_entries(self, first: int, records: Sequence[str]) -> None:
        """See `Index.name_entries`."""
        self._connection.executemany("INSERT INTO search_entry VALUES (?, ?)", enumerate(records, start=first))

    def forget_entries(self, records: Iterable[str]) -> list[int]:
        """See `Index.forget_entries`."""
        records = list(records)
        found = self._among("SELECT number FROM search_entry WHERE record IN ({})", records)
        self._connection.executemany("DELETE FROM search_entry WHERE number = ?", found)
        return [number for (number,) in found]

    def records(self, entries: Sequence[int]) -> dict[int, str]:
        """See `Index.records`."""
        return dict(self._among("SELECT number, record FROM search_entry WHERE number IN ({})", entries))

    def add_values(self, facet: str, values: Sequence[str]) -> dict[str, int]:
        """See `Index.add_values`."""
        insert = "INSERT OR IGNORE INTO search_value (facet, value, changed) VALUES (?, ?, (SELECT changes + 1 FROM search_state))"
        self._connection.executemany(insert, [(facet, value) for value in values])
        return self.values(facet, values)

    def values(self, facet: str, values: Sequence[str]) -> dict[str, int]:
        """See `Index.values`."""
        return dict(self._among("SELECT value, number FROM search_value WHERE facet = ? AND value IN ({})", values, facet))

    def beginning(self, facet: str, prefix: str, limit: int) -> list[int]:
        """See `Index.beginning`."""
        select = "SELECT number FROM search_value WHERE facet = ? AND value >= ? AND value < ? LIMIT ?"
        return [number for (number,) in self._connection.execute(select, (facet, prefix, prefix + GREATEST, limit))]

    def listed(self, facet: str, changes: int) -> list[tuple[int, str]]:
        """See `Index.listed`."""
        select = "SELECT number, value FROM search_value WHERE facet = ? AND changed > ?"
        return self._connection.execute(select, (facet, changes)).fetchall()

    def named(self, numbers: Sequence[int]) -> list[NamedValue]:
        """See `Index.named`."""
        return [NamedValue(*row) for row in self._among(NAMED + " number IN ({})", numbers)]

    def name_values(self, names: Iterable[tuple[int, str, str]], keys: Iterable[tuple[int, int]]) -> None:
        """See `Index.name_values`."""
        update = "UPDATE search_value SET label = ?, language = ? WHERE number = ?"
        self._connection.executemany(update, [(label, language, number) for number, label, language in names])
        self._connection.executemany("INSERT OR IGNORE INTO search_name VALUES (?, ?)", keys)

    def own(self, owners: Iterable[tuple[int, int]]) -> None:
        """See `Index.own`."""
        update = """
        UPDATE search_value SET owner = ?1, changed = (SELECT changes + 1 FROM search_state)
        WHERE number = ?2 AND coalesce(owner, number) IS NOT ?1
        """
        self._connection.executemany(update, [(owner, number) for number, owner in owners])
        self._connection.execute("UPDATE search_state SET changes = changes + 1")

    def owners(self, facet: str, changes: int) -> list[tuple[int, int]]:
        """See `Index.owners`."""
        select = "SELECT number, coalesce(owner, number) FROM search_value WHERE facet = ? AND changed > ?"
        return self._connection.execute(select, (facet, changes)).fetchall()

    def found_under(self, keys: Sequence[int], limit: int) -> list[NamedValue]:
        """See `Index.found_under`."""
        found = self._among("SELECT DISTINCT number FROM search_name WHERE sound IN ({}) ORDER BY number", keys)
        return self.named(sorted({number for (number,) in found})[:limit])

    def owned(self, owners: Sequence[int]) -> list[NamedValue]:
        """See `Index.owned`."""
        found = self._among(NAMED + " owner IN ({})", owners)
        return [*(NamedValue(*row) for row in found), *(v for v in self.named(owners) if v.owner == v.number)]

    def add_words(self, words: Iterable[str]) -> None:
        """See `Index.add_words`."""
        self._connection.executemany("INSERT OR IGNORE INTO search_word VALUES (?)", [(word,) for word in words])

    def words(self, beginning: str, limit: int) -> list[str]:
        """See `Index.words`."""
        select = "SELECT word FROM search_word WHERE word >= ? AND word < ? ORDER BY word LIMIT ?"
        return [word for (word,) in self._connection.execute(select, (beginning, beginning + GREATEST, limit))]

    def mark(self, kind: str, things: Iterable[str]) -> None:
        """See `Index.mark`."""
        self._connection.executemany("INSERT OR IGNORE INTO search_mark VALUES (?, ?)", [(kind, thing) for thing in things])

    def marked(self, kind: str, limit: int) -> list[str]:
        """See `Index.marked`."""
        select = "SELECT thing FROM search_mark WHERE kind = ? LIMIT ?"
        return [thing for (thing,) in self._connection.execute(select, (kind, limit))]

    def unmark(self, kind: str, things: Iterable[str]) -> None:
        """See `Index.unmark`."""
        self._connection.executemany("DELETE FROM search_mark WHERE kind = ? AND thing = ?", [(kind, thing) for thing in things])

    def _among(self, select: str, values: Sequence[Any], *before: Any) -> list[Any]:
        """The rows of a statement with these values in its list, a few hundred at a time."""
        return [
            row for part in _parts(values) for row in self._connection.execute(select.format(", ".join("?" * len(part))), (*before, *part))
        ]


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]
