"""Searching: a query and filters in, the records that fit with their number and the counts of facets out."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from elshi.search.conditions import Conditions, Weighed, compile_query
from elshi.search.facets import Counting, FacetCount, Spread, count_facet, count_spread
from elshi.search.memory import IndexMemory
from elshi.search.pairing import Pairs, count_pairs
from elshi.search.query_language import FILTERS, ParsedQuery, QueryFault, QueryTerm, parse_query
from elshi.search.terms import Column
from elshi.store import Index, IndexState

__all__ = ["Finder", "Found", "Hit", "Order", "Search"]

Answer = TypeVar("Answer")
LAST_DAY = date.max.toordinal() + 1
REMEMBERED = 4  # of the last questions what fits, for the next page, view or facet of the same


class Order(StrEnum):
    """What comes first."""

    NEWEST = "newest"
    EARLIEST = "earliest"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for: `query` in the language of queries, `filters` as (name, value) that must hold besides (see `FILTERS`), the
    order, how many hits, behind which hit (`Hit.place` of the last one seen), and of which facets the `values` most frequent values."""

    query: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    order: Order = Order.NEWEST
    limit: int = 20
    after: tuple[int, int, int] | None = None
    facets: tuple[str, ...] = ()
    values: int = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that fits. `place` tells where it stands in the order: (score in millionths, day, entry); of the earliest first the day
    is counted from the last one that there is."""

    record: str
    place: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """How many records fit, those of this page, and the counts of the facets asked for."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetCount, ...]]


@dataclass(frozen=True, slots=True)
class _Fitting:
    """The entries that fit, as a set and sorted, and in the order of the best also how well each does."""

    found: BitMap
    entries: NDArray[np.int64]
    scores: NDArray[np.float64] | None


class Finder:
    """Searches an index. It remembers what it read, so keep one for as long as you search; several threads may share it."""

    def __init__(self, memory: IndexMemory | None = None) -> None:
        self._memory = memory or IndexMemory()
        self._lock = Lock()
        self._last: OrderedDict[tuple[object, ...], _Fitting] = OrderedDict()

    def find(self, index: Index, search: Search) -> Found | QueryFault:
        """The records that fit; a fault of the query, with its place, where it cannot be read. A fault in a filter has the place of
        its value in no query: (0, 0)."""
        return self._answer(index, search, partial(self._find, index, search))

    def pairs(self, index: Index, search: Search, facet: str, most: int) -> Pairs | QueryFault:
        """Of the records that fit, the most frequent values of a facet and who (or what) stands with whom; a fault as in `find`."""
        return self._answer(index, search, lambda counting, _: count_pairs(facet, counting, most))

    def spread(self, index: Index, search: Search, facet: str) -> Spread | QueryFault:
        """Of the records that fit, the `values` most frequent values of a facet, and how many values there are; a fault as in `find`."""
        return self._answer(index, search, lambda counting, _: count_spread(facet, counting, search.values))

    def _answer(self, index: Index, search: Search, count: Callable[[Counting, NDArray[np.float64] | None], Answer]) -> Answer | QueryFault:
        with index.moment():
            state = self._memory.catch_up(index)
            fitting = self._remembered(index, search, state)
            if isinstance(fitting, QueryFault):
                return fitting
            return count(Counting(index, self._memory, state, fitting.entries, fitting.found), fitting.scores)

    def _remembered(self, index: Index, search: Search, state: IndexState) -> _Fitting | QueryFault:
        """What fits, found anew unless one of the last questions was the same and nothing has changed since."""
        key = (state, search.query, search.filters, search.order)
        with self._lock:
            if key in self._last:
                self._last.move_to_end(key)
                return self._last[key]
        conditions = compile_query(_with_filters(search), index, partial(self._count, index, state))
        if isinstance(conditions, QueryFault):
            return conditions if conditions.start >= 0 else QueryFault(conditions.message, 0, 0)
        fitting = self._fitting(index, conditions, state, search.order)
        with self._lock:
            self._last[key] = fitting
            while len(self._last) > REMEMBERED:
                self._last.popitem(last=False)
        return fitting

    def _find(self, index: Index, search: Search, counting: Counting, scores: NDArray[np.float64] | None) -> Found:
        entries, state = counting.entries, counting.state
        days = self._memory.days(index, Column.FIRST, state)[entries] if state.entries else np.zeros(0, dtype=np.int32)
        places = _page(entries, days, scores, search)
        records = index.records([entry for _, _, entry in places])
        hits = tuple(Hit(records[place[2]], place) for place in places if place[2] in records)
        counts = {name: count_facet(name, counting, search.values) for name in search.facets}
        return Found(len(entries), hits, counts)

    def _count(self, index: Index, state: IndexState, terms: Sequence[int]) -> int:
        return len(BitMap().union(*self._memory.rows(index, terms, state).values()))

    def _fitting(self, index: Index, conditions: Conditions, state: IndexState, order: Order) -> _Fitting:
        weighed = [w for w in conditions.weighed if w.terms] if order is Order.BEST else []
        asked = Conditions(conditions.needed, conditions.excluded, conditions.days, weighed)
        rows = self._memory.rows(index, asked.terms(), state)
        fitting = [part.among(rows) for part in conditions.needed] or [BitMap(range(state.entries))]
        found = BitMap.intersection(*sorted(fitting, key=len)) if len(fitting) > 1 else fitting[0]
        for part in conditions.excluded:
            found = found - part.among(rows)
        found = found - self._memory.dead(index, state)
        entries = np.array(found.to_array(), dtype=np.int64)
        if len(entries) and entries[-1] >= state.entries:
            entries = entries[entries < state.entries]
        for days in conditions.days:
            first, last = (self._memory.days(index, column, state)[entries] for column in (Column.FIRST, Column.LAST))
            entries = entries[(first > 0) & (last >= (days.since or 0)) & (first <= (days.until or np.iinfo(np.int32).max))]
        if len(entries) < len(found):
            found = BitMap(entries.astype(np.uint32))
        return _Fitting(found, entries, _score(found, entries, weighed, rows, state.entries) if order is Order.BEST else None)


def _with_filters(search: Search) -> ParsedQuery:
    """The query with the filters as if they were written in it; a filter's place is before the query."""
    parsed = parse_query(search.query)
    if parsed.fault is not None:
        return parsed
    unknown = next((name for name, _ in search.filters if name not in FILTERS), None)
    if unknown is not None:
        return ParsedQuery(fault=QueryFault(f"there is no filter {unknown}; there are {', '.join(FILTERS)}", 0, 0))
    terms = [QueryTerm(value, -1, -1, name, is_phrase=True) for name, value in search.filters]
    return replace(parsed, groups=(*parsed.groups, *((term,) for term in terms)))


def _score(
    found: BitMap, entries: NDArray[np.int64], weighed: Sequence[Weighed], rows: dict[int, BitMap], known: int
) -> NDArray[np.float64]:
    """How well each entry fits: for each word the rarer and the more telling the field, the more."""
    scores = np.zeros(len(entries), dtype=np.float64)
    if not len(entries):
        return scores
    for part in weighed:
        having = BitMap.union(*(rows[term] for term in part.terms)) if len(part.terms) > 1 else rows[part.terms[0]]
        if len(having):
            rare = math.log(1 + (known - len(having) + 0.5) / (len(having) + 0.5))
            scores[np.searchsorted(entries, np.array((having & found).to_array(), dtype=np.int64))] += part.weight * rare
    return scores


def _page(
    entries: NDArray[np.int64], days: NDArray[np.int32], scores: NDArray[np.float64] | None, search: Search
) -> list[tuple[int, int, int]]:
    """The places of the entries of this page, in order: by score if asked for, then by day, then those added last; undated ones last
    whichever days come first."""
    told = np.zeros(len(entries), dtype=np.int64) if scores is None else (scores * 1e6).astype(np.int64)
    told_of = np.where(days > 0, LAST_DAY - days, 0) if search.order is Order.EARLIEST else days
    newest = (told_of.astype(np.int64) << 32) | entries
    if search.after is not None:
        score, day, entry = search.after
        behind = (told < score) | ((told == score) & (newest < ((day << 32) | entry)))
        told, newest = told[behind], newest[behind]
    if len(told) > search.limit > 0:
        least = np.partition(told, len(told) - search.limit)[len(told) - search.limit]
        likely = told >= least
        told, newest = told[likely], newest[likely]
        if least == told.max() and len(newest) > search.limit:
            kept = np.argpartition(newest, len(newest) - search.limit)[len(newest) - search.limit :]
            told, newest = told[kept], newest[kept]
    order = np.lexsort((newest, told))[::-1][: search.limit]
    return [(int(told[i]), int(newest[i] >> 32), int(newest[i] & 0xFFFFFFFF)) for i in order]
