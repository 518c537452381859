"""A linker's book that lies in a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from elshi.records import Subject
from elshi.resolution.blocking import event_keys
from elshi.resolution.clusters import Link
from elshi.resolution.gists import Gist, outline, pack_gist, unpack_gist
from elshi.resolution.profiles import Profile, bearing, pack_profile, profile_keys, unpack_profile
from elshi.store import Shelf, Store

__all__ = ["StoredBook", "people_book", "report_book"]

CACHE = 50_000  # things in memory
Thing = TypeVar("Thing")


class StoredBook(Generic[Thing]):
    """See `resolution.linking.Book`. `pack` and `unpack` make its things text and back, `blocks` gives their keys; the things used
    since the memory was last full stay in it."""

    def __init__(
        self,
        shelf: Shelf,
        pack: Callable[[Thing], str],
        unpack: Callable[[str], Thing],
        blocks: Callable[[Thing], Iterable[str]],
        brief: Callable[[Thing], Any],
    ) -> None:
        self._shelf, self._pack, self._unpack, self._blocks, self._make_brief = shelf, pack, unpack, blocks, brief
        self._cache: dict[str, Thing] = {}
        self._briefs: dict[str, Any] = {}

    def put(self, key: str, thing: Thing, blocks: Iterable[str]) -> None:
        """See `Book.put`."""
        self._shelf.put(key, self._pack(thing), blocks)
        self._keep(key, thing)

    def drop(self, key: str) -> None:
        """See `Book.drop`."""
        thing = self.thing(key)
        if thing is not None:
            self._shelf.drop(key, self._blocks(thing))
            self._cache.pop(key, None)
            self._briefs.pop(key, None)

    def knows(self, key: str) -> bool:
        """See `Book.knows`."""
        return self.thing(key) is not None

    def thing(self, key: str) -> Thing | None:
        """See `Book.thing`."""
        if key not in self._cache:
            body = self._shelf.body(key)
            if body is None:
                return None
            self._keep(key, self._unpack(body))
        return self._cache[key]

    def brief_of(self, thing: Thing) -> Any:
        """See `Book.brief_of`."""
        return self._make_brief(thing)

    def brief(self, key: str) -> Any:
        """See `Book.brief`."""
        if key not in self._briefs:
            thing = self.thing(key)
            if thing is None:
                raise KeyError(key)
            self._briefs[key] = self._make_brief(thing)
        return self._briefs[key]

    def holders(self, blocks: Iterable[str]) -> set[str]:
        """See `Book.holders`."""
        return self._shelf.holders(blocks)

    def link(self, links: Iterable[Link]) -> None:
        """See `Book.link`."""
        self._shelf.link((k.one, k.other, k.score) for k in links)

    def links(self, key: str) -> list[Link]:
        """See `Book.links`."""
        return [Link.between(*found) for found in self._shelf.links(key)]

    def _keep(self, key: str, thing: Thing) -> None:
        if len(self._cache) >= CACHE:
            self._cache.clear()
            self._briefs.clear()
        self._cache[key] = thing


def report_book(store: Store) -> StoredBook[Gist]:
    """The store's reports of engagements."""
    return StoredBook(store.shelf(Subject.ENGAGEMENT), pack_gist, unpack_gist, event_keys, outline)


def people_book(store: Store) -> StoredBook[Profile]:
    """The people that the store's reports tell of."""
    return StoredBook(store.shelf(Subject.ENTITY), pack_profile, unpack_profile, profile_keys, bearing)
