"""Everybody and everything that records tell of, counted and put in order, so that a page of them is a matter of milliseconds: how many
records, from which day to which, counted from the columns of the index; and names in memory, so that a part of one finds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from threading import Lock
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from elshi.language.gazetteers import country_name
from elshi.language.rooms import SUPPORTED
from elshi.register.people import is_alike
from elshi.resolution.name_words import match_words
from elshi.resolution.sounds import skeletons
from elshi.search.concepts import read_concepts, read_value
from elshi.search.conditions import ALIKE
from elshi.search.forms import fold_word, split_text
from elshi.search.indexing import FACETS, acting_key, name_key, name_words, post_key
from elshi.search.memory import IndexMemory
from elshi.search.terms import Column
from elshi.search.things import BODY, SITE, Thing, name_facet
from elshi.store import Index, IndexState

__all__ = ["COUNTRY", "PERSON", "Listing", "Ranking", "Roster", "Rosters"]

PERSON, COUNTRY = "person", "country"
MANY = 1000  # people of a name by its sound
PATIENCE = 20  # a roster is good for so many times as long as it took to count
SHORT = 0.05  # seconds that counting may take whenever something has changed
NEVER = np.iinfo(np.int32).max
Numbers = NDArray[np.int64]


class Ranking(StrEnum):
    """Who comes first: of whom most records tell, or who was told of last."""

    MOST = "most"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Listing:
    """What is asked for: those of a facet who have the name (or a part of one, or one that sounds so), act for the code, were in the post
    (its id), or may have been in one on the day; None does not restrict. Without `by_sound` a name must be written so, which is quicker."""

    facet: str
    name: str | None = None
    code: str | None = None
    post: str | None = None
    day: date | None = None
    ranking: Ranking = Ranking.MOST
    by_sound: bool = True


@dataclass(frozen=True, slots=True)
class Roster:
    """By the number of everybody of a facet: in how many records, the first and the last day (as `date.toordinal`), and whether a record
    without a day tells of them. `ranked` are the numbers, the most told of first."""

    counts: Numbers
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    undated: NDArray[np.bool_]
    ranked: Numbers


class _Names:
    """The names of a facet as one text, with whose each is."""

    def __init__(self) -> None:
        self.changes = 0
        self._known: set[int] = set()
        self._parts: list[str] = []
        self._text, self._starts, self._numbers = "", np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)

    def add(self, names: Sequence[tuple[int, str]]) -> None:
        """Names with their numbers; those that are known are passed over."""
        new = [(number, " ".join(fold_word(name).split())) for number, name in names if number not in self._known]
        if not new:
            return
        self._known.update(number for number, _ in new)
        lengths = np.array([len(name) + 1 for _, name in new], dtype=np.int64)
        starts = len(self._text) + np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self._text += "".join(f"{name}\n" for _, name in new)
        self._starts = np.concatenate([self._starts, starts])
        self._numbers = np.concatenate([self._numbers, np.array([number for number, _ in new], dtype=np.int64)])

    def having(self, part: str) -> Numbers:
        """The numbers of the names that have the part."""
        wanted = " ".join(fold_word(part).split())
        places = np.array(list(self._places(wanted)), dtype=np.int64)
        return self._numbers[np.searchsorted(self._starts, places, side="right") - 1]

    def _places(self, wanted: str) -> Iterator[int]:
        at = self._text.find(wanted) if wanted else -1
        while at >= 0:
            yield at
            end = self._text.find("\n", at)
            at = self._text.find(wanted, end)


class Rosters:
    """Rosters of an index, and the pages asked of them; several threads may share it."""

    def __init__(self, memory: IndexMemory) -> None:
        self._memory, self._lock = memory, Lock()
        self._rosters: dict[str, tuple[IndexState, float, Roster]] = {}
        self._names: dict[str, tuple[int, _Names]] = {}

    def roster(self, index: Index, facet: str) -> Roster:
        """The roster of a facet; as old as a few times what counting it took."""
        state = self._memory.catch_up(index)
        known = self._rosters.get(facet)
        if known is not None and (known[0] == state or (known[0].made == state.made and monotonic() < known[1])):
            return known[2]
        begun = monotonic()
        roster = _count(index, self._memory, state, facet)
        taken = monotonic() - begun
        self._rosters[facet] = state, begun + (PATIENCE * taken if taken > SHORT else 0.0), roster
        return roster

    def page(self, index: Index, asked: Listing, after: tuple[int, int] | None, limit: int) -> list[tuple[int, int]]:
        """At most so many of those asked for behind this place, as places: (rank, number), greatest rank first, then least number."""
        roster = self.roster(index, asked.facet)
        ranked, ranks = roster.ranked, roster.counts if asked.ranking is Ranking.MOST else roster.last
        if asked.ranking is Ranking.LATEST:
            ranked = ranked[np.lexsort((ranked, -ranks[ranked]))]
        for numbers in self._restrictions(index, asked):
            fitting = np.zeros(len(roster.counts), dtype=bool)
            fitting[numbers[numbers < len(fitting)]] = True
            ranked = ranked[fitting[ranked]]
        if asked.day is not None:
            ranked = ranked[roster.undated[ranked] | (roster.first[ranked] <= asked.day.toordinal())]
        if after is not None:
            rank, number = after
            ranked = ranked[(ranks[ranked] < rank) | ((ranks[ranked] == rank) & (ranked > number))]
        return [(int(ranks[number]), int(number)) for number in ranked[:limit]]

    def _restrictions(self, index: Index, asked: Listing) -> Iterator[Numbers]:
        """Numbers among which the ones wanted must be."""
        if asked.code:
            yield self._owners(index, asked.facet, index.numbers_under([acting_key(asked.facet, asked.code)]))
        if asked.post:
            yield self._owners(index, asked.facet, index.numbers_under([post_key(asked.post)]))
        if asked.name:
            yield self._called(index, asked.facet, asked.name, by_sound=asked.by_sound)

    def _called(self, index: Index, facet: str, name: str, *, by_sound: bool) -> Numbers:
        parts = [name, *_other_names(facet, name)]
        named = facet if facet in (PERSON, COUNTRY) else name_facet(facet)
        found = np.concatenate([self._known_names(index, named).having(part) for part in parts])
        owners = self._owners(index, named, found.tolist())
        return np.concatenate([owners, *([self._owners(index, facet, _sounding(index, name))] if facet == PERSON and by_sound else [])])

    def _owners(self, index: Index, facet: str, numbers: Sequence[int]) -> Numbers:
        """Whose these values of a facet are."""
        owners = self._memory.owners(index, self._memory.catch_up(index), facet)
        given = np.array(numbers, dtype=np.int64)
        return owners[given[given < len(owners)]]

    def _known_names(self, index: Index, facet: str) -> _Names:
        state = self._memory.catch_up(index)
        with self._lock:
            made, names = self._names.get(facet, (state.made, _Names()))
            if made != state.made:
                names = _Names()
            if names.changes != state.changes:
                names.add(_listed_names(index, facet, names.changes))
                names.changes = state.changes
            self._names[facet] = state.made, names
            return names


def _listed_names(index: Index, facet: str, changes: int) -> list[tuple[int, str]]:
    """The names that were added since, with the numbers of their values."""
    listed = index.listed(facet, changes)
    if facet == PERSON:
        return [(value.number, value.label) for value in index.named([number for number, _ in listed])]
    if facet == COUNTRY:
        return [(number, " ".join((code, *(country_name(code, language) for language in SUPPORTED)))) for number, code in listed]
    return [(number, Thing.read(facet, written).name) for number, written in listed]


@lru_cache(maxsize=1000)
def _other_names(facet: str, name: str) -> tuple[str, ...]:
    """What is called so in another language, by the names that the index has."""
    if facet == BODY:
        return read_value("organisation", name)
    if facet == COUNTRY:
        return read_value("country", name)
    if facet == SITE:
        words = split_text(name)
        found = (c for c in read_concepts(words) if c.facet == "where" and c.start == 0 and c.end == len(words))
        return tuple(value for concept in found for value in concept.values)
    return ()


def _sounding(index: Index, name: str) -> list[int]:
    """The people who have a name that is a spelling of this one."""
    kept: set[int] | None = None
    for word in sorted(name_words(name), key=len, reverse=True):
        found = set(index.numbers_under([name_key(sound) for sound in sorted(skeletons(word))]))
        kept = found if kept is None else (kept & found or kept)
    known = index.named(sorted(kept or ())[:MANY])
    alike = _spellings(name, {value.label for value in known})
    return [value.number for value in known if value.label in alike]


def _spellings(name: str, labels: set[str]) -> set[str]:
    """Those of the labels that are a spelling of the name; of one word each word is compared once, however many have it."""
    asked = sorted(name_words(name))
    if len(asked) != 1:
        return {label for label in labels if is_alike(name, label)}
    words = {label: name_words(label) for label in labels}
    alike = {word for word in frozenset().union(*words.values()) if match_words(*sorted((word, asked[0]))) >= ALIKE}
    return {label for label, known in words.items() if known & alike}


def _count(index: Index, memory: IndexMemory, state: IndexState, facet: str) -> Roster:
    cells = memory.cells(index, FACETS[facet], state)
    values, entries, dead = cells.values, cells.entries, memory.dead(index, state)
    if len(dead):
        alive = np.ones(state.entries, dtype=bool)
        gone = np.array(dead.to_array(), dtype=np.int64)
        alive[gone[gone < state.entries]] = False
        values, entries = values[alive[entries]], entries[alive[entries]]
    whose: NDArray[np.int64] = memory.owners(index, state, facet)[values] if len(values) else values.astype(np.int64)
    first, last = (memory.days(index, column, state)[entries] if len(entries) else entries for column in (Column.FIRST, Column.LAST))
    size = int(whose.max(initial=-1)) + 1
    earliest, latest = np.full(size, NEVER, dtype=np.int32), np.zeros(size, dtype=np.int32)
    np.minimum.at(earliest, whose[first > 0], first[first > 0])
    np.maximum.at(latest, whose, last)
    counts = np.bincount(whose, minlength=size)
    told = np.flatnonzero(counts)
    ranked = told[np.lexsort((told, -counts[told]))]
    return Roster(counts, earliest, latest, np.bincount(whose[first == 0], minlength=size) > 0, ranked)
