"""What a searching process keeps of the index between two questions, and how it catches up with what was added since."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from elshi.search.indexing import CELL
from elshi.search.terms import BLOCK, CHUNK, DEAD, Column
from elshi.store import Index, IndexState

__all__ = ["Cells", "IndexMemory"]

MOST = 128 * 1024 * 1024  # bytes of rows, about
EPOCH = date(1970, 1, 1).toordinal()
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The entries of a term: `closed` in blocks before `block`, which can change no more, `known` in all as of `entries`."""

    block: int
    closed: BitMap
    entries: int
    known: BitMap


@dataclass(frozen=True, slots=True)
class Cells:
    """The values of a facet: those of entry number `n` are `values[starts[n]:starts[n + 1]]`, and `entries` says whose each is."""

    starts: Numbers
    values: NDArray[np.int32]
    entries: NDArray[np.int32]


class IndexMemory:
    """May serve several threads, each with an index of its own connection."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state = IndexState("", 0, 0, 0)
        self._rows: OrderedDict[int, _Rows] = OrderedDict()
        self._size = 0
        self._dead: tuple[int, BitMap] | None = None
        self._days: dict[int, tuple[int, NDArray[np.int32]]] = {}
        self._cells: dict[int, tuple[int, Cells]] = {}
        self._months = np.zeros(0, dtype=np.int32)
        self._owners: dict[str, tuple[int, Numbers]] = {}
        self._listed: dict[str, tuple[int, dict[int, str]]] = {}

    def catch_up(self, index: Index) -> IndexState:
        """The index's state; what is remembered of another index is forgotten."""
        state = index.state()
        with self._lock:
            if state.made != self._state.made or state.entries < self._state.entries:
                self._forget()
            self._state = state
        return state

    def rows(self, index: Index, terms: Iterable[int], state: IndexState) -> dict[int, BitMap]:
        """The entries of each term (not to be changed)."""
        wanted = set(terms)
        with self._lock:
            found = {term: self._rows[term] for term in wanted if term in self._rows}
            self._fetch(index, sorted(wanted - found.keys()), 0, state)
            stale: dict[int, list[int]] = {}
            for term, rows in found.items():
                if rows.entries != state.entries:
                    stale.setdefault(rows.block, []).append(term)
            for block, group in stale.items():
                self._fetch(index, sorted(group), block, state)
            for term in wanted:
                self._rows.move_to_end(term)
            result = {term: self._rows[term].known for term in wanted}
            while self._size > MOST and len(self._rows) > len(wanted):
                self._size -= _weight(self._rows.popitem(last=False)[1])
        return result

    def dead(self, index: Index, state: IndexState) -> BitMap:
        """The entries that count no more."""
        with self._lock:
            if self._dead is None or self._dead[0] != state.changes:
                self._dead = state.changes, _unite(index.rows([DEAD]))
            return self._dead[1]

    def days(self, index: Index, column: Column, state: IndexState) -> NDArray[np.int32]:
        """The first or last day of each entry by its number."""
        with self._lock:
            known, days = self._days.get(column, (0, np.zeros(0, dtype=np.int32)))
            if known < state.entries:
                whole = known // CHUNK
                new = [np.frombuffer(cells, dtype="<i4") for _, cells in index.cells(column, whole)]
                days = np.concatenate([days[: whole * CHUNK], *new])[: state.entries]
                self._days[column] = state.entries, days
            return days

    def months(self, index: Index, state: IndexState) -> NDArray[np.int32]:
        """The month of the first day of each entry, counted from January of the year 0; 0 where there is no day."""
        days = self.days(index, Column.FIRST, state)
        with self._lock:
            if len(self._months) != len(days):
                new = days[len(self._months) :]
                months = (new.astype(np.int64) - EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int32) + 12 * 1970
                self._months = np.concatenate([self._months, np.where(new > 0, months, 0).astype(np.int32)])
            return self._months

    def cells(self, index: Index, column: Column, state: IndexState) -> Cells:
        """The values of a facet."""
        with self._lock:
            nothing = np.zeros(0, dtype=np.int32)
            empty = Cells(np.zeros(1, dtype=np.int64), nothing, nothing)
            known, cells = self._cells.get(column, (0, empty))
            if known < state.entries:
                cells = _grown(cells, known // CHUNK, index.cells(column, known // CHUNK), state.entries)
                self._cells[column] = state.entries, cells
            return cells

    def listed(self, index: Index, facet: str, state: IndexState) -> dict[int, str]:
        """The values of a facet by their numbers (not to be changed)."""
        with self._lock:
            changes, values = self._listed.get(facet, (0, dict[int, str]()))
            if changes != state.changes:
                values = {**values, **dict(index.listed(facet, changes))}
                self._listed[facet] = state.changes, values
            return values

    def owners(self, index: Index, state: IndexState, facet: str = "person") -> Numbers:
        """For each number of a value of the facet the number of the one that stands for the whole person or thing; itself for others."""
        with self._lock:
            changes, owners = self._owners.get(facet, (0, np.zeros(0, dtype=np.int64)))
            if changes != state.changes or not len(owners):
                told = np.array(index.owners(facet, changes), dtype=np.int64).reshape(-1, 2)
                size = max(len(owners), int(told[:, 0].max(initial=0)) + 1)
                grown = np.arange(size, dtype=np.int64)
                grown[: len(owners)] = owners
                grown[told[:, 0]] = told[:, 1]
                self._owners[facet] = state.changes, grown
            return self._owners[facet][1]

    def _fetch(self, index: Index, terms: list[int], block: int, state: IndexState) -> None:
        """Read the rows of the terms in blocks from `block` on."""
        open_block = state.entries // BLOCK
        closed: dict[int, list[tuple[int, int, bytes]]] = {term: [] for term in terms}
        opened: dict[int, list[tuple[int, int, bytes]]] = {term: [] for term in terms}
        for row in index.rows(terms, block) if terms else ():
            (closed if row[1] < open_block else opened)[row[0]].append(row)
        for term in terms:
            before = self._rows.pop(term, None)
            self._size -= _weight(before) if before else 0
            sure = (before.closed if before else BitMap()) | _unite(closed[term])
            rows = _Rows(open_block, sure, state.entries, sure | _unite(opened[term]) if opened[term] else sure)
            self._rows[term] = rows
            self._size += _weight(rows)

    def _forget(self) -> None:
        self._rows.clear()
        self._days.clear()
        self._cells.clear()
        self._listed.clear()
        self._owners.clear()
        self._months = np.zeros(0, dtype=np.int32)
        self._size, self._dead = 0, None


def _unite(rows: Iterable[tuple[int, int, bytes]]) -> BitMap:
    parts = [np.frombuffer(told, dtype="<u2").astype(np.uint32) + np.uint32(block * BLOCK) for _, block, told in rows]
    return BitMap(np.concatenate(parts)) if parts else BitMap()


def _weight(rows: _Rows) -> int:
    """About how many bytes the rows take."""
    return 200 + min(2 * len(rows.known), 1 << 20)


def _grown(cells: Cells, whole: int, told: list[tuple[int, bytes]], entries: int) -> Cells:
    """The cells with those of the chunks from `whole` on read anew."""
    kept = min(whole * CHUNK, len(cells.starts) - 1)
    values, owners = [cells.values[: cells.starts[kept]]], [cells.entries[: cells.starts[kept]]]
    for chunk, packed in told:
        given = np.frombuffer(packed, dtype=CELL)
        owners.append(given["entry"].astype(np.int32) + chunk * CHUNK)
        values.append(given["value"].astype(np.int32))
    everyone = np.concatenate(owners)
    known = everyone < entries
    counts = np.bincount(everyone[known], minlength=entries)
    return Cells(np.concatenate([[0], np.cumsum(counts)]), np.concatenate(values)[known], everyone[known])
