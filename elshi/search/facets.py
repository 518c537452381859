"""How many of the entries found have each value of a facet, exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from elshi.search.indexing import FACETS
from elshi.search.memory import Cells, IndexMemory
from elshi.search.terms import Column, value_number
from elshi.store import Index, IndexState

__all__ = ["COUNTED", "Counting", "FacetCount", "Spread", "count_facet", "count_spread"]

MONTH = "month"
COUNTED = (*(facet for facet, column in FACETS.items() if column <= Column.SOURCE), MONTH)
FEW = 8  # a part of the entries so small that each is looked at by itself
MANY = 3000  # values of a facet: of more, not each is looked at


@dataclass(frozen=True, slots=True)
class FacetCount:
    """So many of the records found have this value. A person's value is the id of the person, `label` a name; a month is `YYYY-MM`."""

    value: str
    count: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """The most frequent values of a facet, and how many values there are among the records found."""

    values: tuple[FacetCount, ...]
    known: int


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted: the entries found, as numbers in order and as a set, in an index as of a state."""

    index: Index
    memory: IndexMemory
    state: IndexState
    entries: NDArray[np.int64]
    found: BitMap


def count_facet(facet: str, counting: Counting, limit: int) -> tuple[FacetCount, ...]:
    """The values of the facet (one of `COUNTED`) that most entries have, most first; months newest first."""
    return count_spread(facet, counting, limit).values


def count_spread(facet: str, counting: Counting, limit: int) -> Spread:
    """The same, with the number of all values."""
    index, memory, state = counting.index, counting.memory, counting.state
    if facet == MONTH:
        return _count_months(memory.months(index, state)[counting.entries], limit)
    if facet != "person" and len(listed := memory.listed(index, facet, state)) <= MANY:
        return _count_listed(facet, listed, counting, limit)
    counts = np.bincount(_values_of(counting.entries, memory.cells(index, FACETS[facet], state), state.entries))
    if facet == "person" and len(counts):
        counts = np.bincount(memory.owners(index, state)[: len(counts)], weights=counts).astype(np.int64)
    told = _greatest(counts, limit)
    known = int(np.count_nonzero(counts))
    named = {value.number: value for value in index.named(told)}
    found = [FacetCount(named[n].value, int(counts[n]), named[n].label) for n in told if n in named]
    return Spread(tuple(sorted(found, key=lambda f: (-f.count, f.label, f.value))), known)


def _count_listed(facet: str, listed: dict[int, str], counting: Counting, limit: int) -> Spread:
    """Of a facet of few values each one is looked at."""
    terms = {value_number(facet, value): value for value in listed.values()}
    rows = counting.memory.rows(counting.index, terms, counting.state)
    counts = ((rows[term].intersection_cardinality(counting.found), value) for term, value in terms.items())
    told = sorted(((count, value) for count, value in counts if count), key=lambda c: (-c[0], c[1]))
    return Spread(tuple(FacetCount(value, count) for count, value in told[:limit]), len(told))


def _values_of(entries: NDArray[np.int64], cells: Cells, known: int) -> NDArray[np.int32]:
    if len(entries) * FEW < known:
        starts, lengths = cells.starts[entries], cells.starts[entries + 1] - cells.starts[entries]
        before = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) if len(entries) else starts
        few: NDArray[np.int32] = cells.values[before + np.arange(len(before))]
        return few
    if len(entries) == known:
        return cells.values
    wanted = np.zeros(known, dtype=bool)
    wanted[entries] = True
    return cells.values[wanted[cells.entries]]


def _greatest(counts: NDArray[np.int64], limit: int) -> list[int]:
    """The places of the greatest counts above nought."""
    told = np.flatnonzero(counts)
    if len(told) > limit:
        told = told[np.argpartition(-counts[told], limit - 1)[:limit]]
    return [int(number) for number in told]


def _count_months(months: NDArray[np.int32], limit: int) -> Spread:
    counts = np.bincount(months)
    newest = [month for month in np.flatnonzero(counts)[::-1].tolist() if month]
    return Spread(tuple(FacetCount(f"{m // 12:04}-{m % 12 + 1:02}", int(counts[m])) for m in newest[:limit]), len(newest))
