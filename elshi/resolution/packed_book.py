"""A linker's book in memory for very many things: things lie packed, what is quick to compare beside them, blocking keys as numbers."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from elshi.resolution.clusters import Link

__all__ = ["PackedBook"]

Thing = TypeVar("Thing")
CACHE = 20_000  # things kept unpacked


class PackedBook(Generic[Thing]):
    """A `Book` that needs about two kilobytes a thing. `blocks` gives the blocking keys of a thing again, so that they need not be kept;
    `brief` makes what is quick to compare."""

    def __init__(self, blocks: Callable[[Thing], Iterable[str]], brief: Callable[[Thing], Any]) -> None:
        self._blocks, self._make_brief = blocks, brief
        self._briefs: dict[str, Any] = {}
        self._packed: dict[str, bytes] = {}
        self._recent: dict[str, Thing] = {}
        self._holders: dict[int, str | list[str]] = {}  # by hash: two keys with one hash cost a comparison too many, no more
        self._links: dict[str, dict[str, float]] = {}

    def take(self, keys: Iterable[str]) -> None:
        """See `Book.take`."""

    def take_holders(self, blocks: Iterable[str]) -> None:
        """See `Book.take_holders`."""

    def take_links(self, keys: Iterable[str]) -> None:
        """See `Book.take_links`."""

    def put(self, key: str, thing: Thing, blocks: Iterable[str]) -> None:
        """See `Book.put`."""
        self._packed[key] = pickle.dumps(thing, protocol=pickle.HIGHEST_PROTOCOL)
        self._briefs[key] = self._make_brief(thing)
        self._keep(key, thing)
        for block in map(hash, blocks):
            held = self._holders.get(block)
            if held is None:
                self._holders[block] = key
            elif isinstance(held, list):
                held.append(key)
            else:
                self._holders[block] = [held, key]

    def drop(self, key: str) -> None:
        """See `Book.drop`."""
        thing = self.thing(key)
        if thing is None:
            return
        for block in map(hash, self._blocks(thing)):
            held = self._holders.get(block, [])
            left = [other for other in ([held] if isinstance(held, str) else held) if other != key]
            self._holders[block] = left
        del self._packed[key], self._briefs[key]
        self._recent.pop(key, None)
        for other in self._links.pop(key, {}):
            self._links[other].pop(key, None)

    def knows(self, key: str) -> bool:
        """See `Book.knows`."""
        return key in self._packed

    def thing(self, key: str) -> Thing | None:
        """See `Book.thing`."""
        thing = self._recent.get(key)
        if thing is None and key in self._packed:
            thing = pickle.loads(self._packed[key])  # noqa: S301 (packed by this book itself)
            self._keep(key, thing)
        return thing

    def brief_of(self, thing: Thing) -> Any:
        """See `Book.brief_of`."""
        return self._make_brief(thing)

    def brief(self, key: str) -> Any:
        """See `Book.brief`."""
        return self._briefs[key]

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Book.holders`."""
        found: set[str] = set()
        for block in map(hash, blocks):
            held = self._holders.get(block)
            if isinstance(held, str):
                found.add(held)
            elif held:
                found.update(held)
        return found

    def link(self, links: Iterable[Link]) -> None:
        """See `Book.link`."""
        for link in links:
            self._links.setdefault(link.one, {})[link.other] = link.score
            self._links.setdefault(link.other, {})[link.one] = link.score

    def scores(self, key: str) -> Mapping[str, float]:
        """See `Book.scores`."""
        return self._links.get(key, {})

    def _keep(self, key: str, thing: Thing) -> None:
        if len(self._recent) >= CACHE:
            self._recent.clear()
        self._recent[key] = thing
