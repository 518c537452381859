"""A linker's book that lies in a store."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from elshi.records.serialise import decode, dump_line, encode
from elshi.resolution.clusters import Link
from elshi.store import Shelf

__all__ = ["StoredBook"]

CACHE = 50_000  # things in memory
Thing = TypeVar("Thing")


class StoredBook(Generic[Thing]):
    """See `resolution.linking.Book`. `kind` is the record class of its things, `blocks` what gives their keys; the things used since
    the memory was last full stay in it."""

    def __init__(self, shelf: Shelf, kind: type[Thing], blocks: Callable[[Thing], Iterable[str]]) -> None:
        self._shelf, self._kind, self._blocks = shelf, kind, blocks
        self._cache: dict[str, Thing] = {}

    def put(self, key: str, thing: Thing, blocks: Iterable[str]) -> None:
        """See `Book.put`."""
        self._shelf.put(key, dump_line(encode(thing)), blocks)
        self._keep(key, thing)

    def drop(self, key: str) -> None:
        """See `Book.drop`."""
        thing = self.thing(key)
        if thing is not None:
            self._shelf.drop(key, self._blocks(thing))
            self._cache.pop(key, None)

    def thing(self, key: str) -> Thing | None:
        """See `Book.thing`."""
        if key not in self._cache:
            body = self._shelf.body(key)
            if body is None:
                return None
            self._keep(key, decode(self._kind, json.loads(body)))
        return self._cache[key]

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Book.holders`."""
        return self._shelf.holders(blocks)

    def link(self, links: Iterable[Link]) -> None:
        """See `Book.link`."""
        self._shelf.link((k.one, k.other, k.score) for k in links)

    def links(self, key: str) -> list[Link]:
        """See `Book.links`."""
        return [Link.between(*found) for found in self._shelf.links(key)]

    def _keep(self, key: str, thing: Any) -> None:
        if len(self._cache) >= CACHE:
            self._cache.clear()
        self._cache[key] = thing
