"""A linker's book in memory for very many things: things lie packed, blocking keys as numbers."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Generic, TypeVar

from elshi.resolution.clusters import Link

__all__ = ["PackedBook"]

Thing = TypeVar("Thing")
CACHE = 20_000  # things kept unpacked


class PackedBook(Generic[Thing]):
    """A `Book` that needs about two kilobytes a thing. `blocks` gives the blocking keys of a thing again, so that they need not be kept."""

    def __init__(self, blocks: Callable[[Thing], Iterable[str]]) -> None:
        self._blocks = blocks
        self._packed: dict[str, bytes] = {}
        self._recent: dict[str, Thing] = {}
        self._holders: dict[int, str | list[str]] = {}
        self._links: dict[str, dict[str, Link]] = {}

    def put(self, key: str, thing: Thing, blocks: Iterable[str]) -> None:
        """See `Book.put`."""
        self._packed[key] = pickle.dumps(thing, protocol=pickle.HIGHEST_PROTOCOL)
        self._keep(key, thing)
        for block in map(_number, blocks):
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
        for block in map(_number, self._blocks(thing)):
            held = self._holders.get(block, [])
            left = [other for other in ([held] if isinstance(held, str) else held) if other != key]
            self._holders[block] = left
        self._packed.pop(key)
        self._recent.pop(key, None)
        for other in self._links.pop(key, {}):
            self._links[other].pop(key, None)

    def thing(self, key: str) -> Thing | None:
        """See `Book.thing`."""
        thing = self._recent.get(key)
        if thing is None and key in self._packed:
            thing = pickle.loads(self._packed[key])  # noqa: S301 (packed by this book itself)
            self._keep(key, thing)
        return thing

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Book.holders`."""
        found: set[str] = set()
        for block in map(_number, blocks):
            held = self._holders.get(block)
            if isinstance(held, str):
                found.add(held)
            elif held:
                found.update(held)
        return found

    def link(self, links: Iterable[Link]) -> None:
        """See `Book.link`."""
        for link in links:
            self._links.setdefault(link.one, {})[link.other] = link
            self._links.setdefault(link.other, {})[link.one] = link

    def links(self, key: str) -> Iterable[Link]:
        """See `Book.links`."""
        return self._links.get(key, {}).values()

    def _keep(self, key: str, thing: Thing) -> None:
        if len(self._recent) >= CACHE:
            self._recent.clear()
        self._recent[key] = thing


def _number(block: str) -> int:
    """A 64-bit hash; two keys with one hash cost a comparison too many, no more."""
    return int.from_bytes(blake2b(block.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
