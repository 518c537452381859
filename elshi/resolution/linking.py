"""Finds what a new thing may be the same as, and clusters what that touches. Things are reports of engagements, or people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Generic, Protocol, TypeVar

from elshi.records import Verdict
from elshi.resolution.clusters import Link, cluster, components
from elshi.resolution.judgements import Standing, verdict_of

__all__ = ["Book", "Linker", "MemoryBook"]

Thing = TypeVar("Thing")


class Book(Protocol[Thing]):
    """Where a linker writes down what it knows: in memory, or in a store."""

    def take(self, keys: Iterable[str]) -> None:
        """These things are about to be asked for: a book that has them elsewhere fetches them all at once."""

    def take_holders(self, blocks: Iterable[str]) -> None:
        """So are the things that have one of these blocking keys."""

    def take_links(self, keys: Iterable[str]) -> None:
        """So are the links of these things."""

    def put(self, key: str, thing: Thing, blocks: Iterable[str]) -> None:
        """Keep the thing under its id, findable by its blocking keys."""

    def drop(self, key: str) -> None:
        """Forget the thing and its links."""

    def knows(self, key: str) -> bool:
        """Whether the thing is in the book; quicker than to take it out."""

    def thing(self, key: str) -> Thing | None:
        """The thing under this id, or None."""

    def brief_of(self, thing: Thing) -> Any:
        """What of the thing is small and quick to compare; see `Linker`."""

    def brief(self, key: str) -> Any:
        """The same of the thing under this id; raises KeyError where there is none."""

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """The ids of the things that have one of these blocking keys."""

    def link(self, links: Iterable[Link]) -> None:
        """Keep links."""

    def scores(self, key: str) -> Mapping[str, float]:
        """What is linked with the thing, and how alike it is."""


class MemoryBook(Generic[Thing]):
    """A book in memory. `brief` makes what is quick to compare; without it that is the thing itself."""

    def __init__(self, brief: Callable[[Thing], Any] | None = None) -> None:
        self._brief = brief
        self._things: dict[str, Thing] = {}
        self._blocks: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, list[str]] = defaultdict(list)
        self._links: dict[str, dict[str, float]] = {}

    def take(self, keys: Iterable[str]) -> None:
        """See `Book.take`."""

    def take_holders(self, blocks: Iterable[str]) -> None:
        """See `Book.take_holders`."""

    def take_links(self, keys: Iterable[str]) -> None:
        """See `Book.take_links`."""

    def put(self, key: str, thing: Thing, blocks: Iterable[str]) -> None:
        """See `Book.put`."""
        self._things[key] = thing
        self._blocks[key] = tuple(blocks)
        for block in self._blocks[key]:
            self._holders[block].append(key)

    def drop(self, key: str) -> None:
        """See `Book.drop`."""
        self._things.pop(key, None)
        for block in self._blocks.pop(key, ()):
            self._holders[block].remove(key)
        for other in self._links.pop(key, {}):
            self._links[other].pop(key, None)

    def knows(self, key: str) -> bool:
        """See `Book.knows`."""
        return key in self._things

    def thing(self, key: str) -> Thing | None:
        """See `Book.thing`."""
        return self._things.get(key)

    def brief_of(self, thing: Thing) -> Any:
        """See `Book.brief_of`."""
        return self._brief(thing) if self._brief else thing

    def brief(self, key: str) -> Any:
        """See `Book.brief`."""
        return self.brief_of(self._things[key])

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Book.holders`."""
        return {key for block in blocks for key in self._holders.get(block, ())}

    def link(self, links: Iterable[Link]) -> None:
        """See `Book.link`."""
        for link in links:
            self._links.setdefault(link.one, {})[link.other] = link.score
            self._links.setdefault(link.other, {})[link.one] = link.score

    def scores(self, key: str) -> Mapping[str, float]:
        """See `Book.scores`."""
        return self._links.get(key, {})


class Linker(Generic[Thing]):
    """Links things that are alike. What it finds depends on the things in the book, not on the order in which they came."""

    def __init__(
        self,
        book: Book[Thing],
        blocks: Callable[[Thing], Iterable[str]],
        rate: Callable[[Thing, Thing], float],
        threshold: float,
        apart: float,
        mend: Callable[[Mapping[str, Thing], Sequence[Link]], list[Link]] | None = None,
        may: Callable[[Any, Any], bool] | None = None,
        searches: Callable[[Thing], Iterable[str]] | None = None,
    ) -> None:
        """`mend` may see what two things cannot: it gets the things and links of one component and gives the links that count.
        `may` sees the book's briefs of two things. It is false only of those that `rate` puts below the threshold, and is quicker: most
        that share a key are strangers. `searches` gives the keys under which to look for others, where these are not the thing's own."""
        self._book, self._blocks, self._rate, self._searches = book, blocks, rate, searches or blocks
        self._threshold, self._apart, self._mend, self._may = threshold, apart, mend, may

    def add(self, key: str, thing: Thing) -> None:
        """Put the thing into the book, with its links to what is there."""
        self.add_all({key: thing})

    def add_all(self, things: Mapping[str, Thing]) -> None:
        """Put these things into the book, one after the other, each with its links to what is there then."""
        self._book.take(things)
        new = {key: thing for key, thing in things.items() if not self._book.knows(key)}
        searches = {key: tuple(self._searches(thing)) for key, thing in new.items()}
        self._book.take_holders(block for blocks in searches.values() for block in blocks)
        for key, thing in new.items():
            rated = ((other, self._rate_with(thing, other)) for other in self._candidates(thing, searches[key]))
            links = [Link.between(key, other, score) for other, score in rated if score >= self._threshold]
            self._book.put(key, thing, tuple(self._blocks(thing)))
            self._book.link(links)

    def touching(self, keys: Iterable[str], judged: Standing) -> list[tuple[str, ...]]:
        """The clusters of everything that hangs together with these ids, by links or by people's "same"."""
        said = _said_same(judged)
        keys = list(keys)
        self._book.take(keys)
        known = sorted(key for key in keys if self._book.knows(key))
        self._take_all(known, said)
        found: list[tuple[str, ...]] = []
        for part in components(known, lambda key: self._neighbours(key, said)):
            found += cluster(part, self._links_within(part), self._threshold, judged, apart=self._apart)
        return found

    def _take_all(self, known: Iterable[str], said: Mapping[str, Sequence[str]]) -> None:
        """Have everything that hangs together with these at hand, a step further at a time."""
        seen = set(known)
        frontier = seen
        while frontier:
            self._book.take_links(frontier)
            self._book.take(other for key in frontier for other in said.get(key, ()))
            frontier = {other for key in frontier for other in self._neighbours(key, said)} - seen
            seen |= frontier

    def _neighbours(self, key: str, said: Mapping[str, Sequence[str]]) -> Iterator[str]:
        for other, score in self._book.scores(key).items():
            if score >= self._threshold:
                yield other
        yield from (other for other in said.get(key, ()) if self._book.knows(other))

    def _links_within(self, part: frozenset[str]) -> list[Link]:
        """All links of a component; pairs without one are compared now, since what is unlike keeps clusters apart."""
        if len(part) == 1:
            return []
        links = []
        for one, other in combinations(sorted(part), 2):
            score = self._book.scores(one).get(other)
            if score is None and (thing := self._book.thing(one)) is not None:
                score = min(self._rate_with(thing, other), self._threshold - 1e-9)
            if score is not None:
                links.append(Link(one, other, score))
        if self._mend is None:
            return links
        things = {key: thing for key in part if (thing := self._book.thing(key)) is not None}
        return self._mend(things, links)

    def _candidates(self, thing: Thing, searches: Iterable[str]) -> list[str]:
        """The ids of the things that this one may be the same as."""
        found = self._book.holders(searches)
        if self._may is None:
            return sorted(found)
        may, brief = self._may, self._book.brief_of(thing)
        return sorted(other for other in found if may(brief, self._book.brief(other)))

    def _rate_with(self, thing: Thing, other: str) -> float:
        counterpart = self._book.thing(other)
        return 0.0 if counterpart is None else self._rate(thing, counterpart)


def _said_same(judged: Standing) -> dict[str, list[str]]:
    """For each id those that a person said to be the same."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in judged:
        if verdict_of(judged, one, other) is Verdict.SAME:
            found[one].append(other)
            found[other].append(one)
    return found
