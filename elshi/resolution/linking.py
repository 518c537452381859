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

    def links(self, key: str) -> Iterable[Link]:
        """The links of the thing."""


class MemoryBook(Generic[Thing]):
    """A book in memory. `brief` makes what is quick to compare; without it that is the thing itself."""

    def __init__(self, brief: Callable[[Thing], Any] | None = None) -> None:
        self._brief = brief
        self._things: dict[str, Thing] = {}
        self._blocks: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, list[str]] = defaultdict(list)
        self._links: dict[str, dict[str, Link]] = {}

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
            self._links.setdefault(link.one, {})[link.other] = link
            self._links.setdefault(link.other, {})[link.one] = link

    def links(self, key: str) -> Iterable[Link]:
        """See `Book.links`."""
        return self._links.get(key, {}).values()


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
        if self._book.knows(key):
            return
        rated = ((other, self._rate_with(thing, other)) for other in self._candidates(thing))
        links = [Link.between(key, other, score) for other, score in rated if score >= self._threshold]
        self._book.put(key, thing, tuple(self._blocks(thing)))
        self._book.link(links)

    def touching(self, keys: Iterable[str], judged: Standing) -> list[tuple[str, ...]]:
        """The clusters of everything that hangs together with these ids, by links or by people's "same"."""
        said = _said_same(judged)
        known = [key for key in keys if self._book.knows(key)]
        found: list[tuple[str, ...]] = []
        for part in components(sorted(known), lambda key: self._neighbours(key, said)):
            found += cluster(part, self._links_within(part), self._threshold, judged, apart=self._apart)
        return found

    def _neighbours(self, key: str, said: dict[str, list[str]]) -> Iterator[str]:
        for link in self._book.links(key):
            if link.score >= self._threshold:
                yield link.one if link.other == key else link.other
        yield from (other for other in said.get(key, ()) if self._book.knows(other))

    def _links_within(self, part: frozenset[str]) -> list[Link]:
        """All links of a component; pairs without one are compared now, since what is unlike keeps clusters apart."""
        if len(part) == 1:
            return []
        links = {(k.one, k.other): k for key in part for k in self._book.links(key) if k.one in part and k.other in part}
        for one, other in combinations(sorted(part), 2):
            if (one, other) not in links:
                thing = self._book.thing(one)
                if thing is not None:
                    links[one, other] = Link(one, other, min(self._rate_with(thing, other), self._threshold - 1e-9))
        if self._mend is None:
            return list(links.values())
        things = {key: thing for key in part if (thing := self._book.thing(key)) is not None}
        return self._mend(things, list(links.values()))

    def _candidates(self, thing: Thing) -> list[str]:
        """The ids of the things that this one may be the same as."""
        found = self._book.holders(self._searches(thing))
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
