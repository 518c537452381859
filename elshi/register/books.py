"""Linkers' books that lie in a store: to look things up, and to work with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from elshi.records import Subject
from elshi.resolution.blocking import event_keys
from elshi.resolution.clusters import Link
from elshi.resolution.gists import Gist, outline, pack_gist, unpack_gist
from elshi.resolution.profiles import Profile, bearing, pack_profile, profile_keys, unpack_profile
from elshi.store import Shelf, Store, Tray

__all__ = ["StoredBook", "WorkingBook", "people_book", "report_book", "working_people", "working_reports"]

CACHE = 20_000  # things in memory
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class StoredBook(Generic[Thing]):
    """Looks things up. `unpack` makes them of what the shelf keeps."""

    shelf: Shelf
    unpack: Callable[[str], Thing]

    def thing(self, key: str) -> Thing | None:
        """The thing under this id, or None."""
        body = self.shelf.body(key)
        return None if body is None else self.unpack(body)


class WorkingBook(Generic[Thing]):
    """See `resolution.linking.Book`: one over a tray. `pack` and `unpack` make its things text and back, `blocks` gives their keys,
    `brief` what is quick to compare; the things used since the memory was last full stay in it."""

    def __init__(
        self,
        tray: Tray,
        pack: Callable[[Thing], str],
        unpack: Callable[[str], Thing],
        blocks: Callable[[Thing], Iterable[str]],
        brief: Callable[[Thing], Any],
    ) -> None:
        self._tray, self._pack, self._unpack, self._blocks, self._make_brief = tray, pack, unpack, blocks, brief
        self._things: dict[str, Thing] = {}
        self._briefs: dict[str, Any] = {}

    def forget(self) -> None:
        """Somebody else may have changed what is in the store."""
        self._tray.forget()
        self._things.clear()
        self._briefs.clear()

    def take(self, keys: Iterable[str]) -> None:
        """See `Book.take`."""
        self._tray.take_bodies(key for key in keys if key not in self._things)

    def take_holders(self, blocks: Iterable[str]) -> None:
        """See `Book.take_holders`."""
        found = self._tray.take_holders(blocks)
        self._tray.take_bodies(key for key in found if key not in self._briefs)

    def take_links(self, keys: Iterable[str]) -> None:
        """See `Book.take_links`."""
        self._tray.take_links(keys)

    def put(self, key: str, thing: Thing, blocks: Iterable[str]) -> None:
        """See `Book.put`."""
        self._tray.put(key, self._pack(thing), blocks)
        self._keep(key, thing)

    def drop(self, key: str) -> None:
        """See `Book.drop`."""
        thing = self.thing(key)
        if thing is not None:
            self._tray.drop(key, self._blocks(thing))
            self._things.pop(key, None)
            self._briefs.pop(key, None)

    def knows(self, key: str) -> bool:
        """See `Book.knows`."""
        return key in self._things or self._tray.knows(key)

    def thing(self, key: str) -> Thing | None:
        """See `Book.thing`."""
        if key not in self._things:
            body = self._tray.body(key)
            if body is None:
                return None
            self._keep(key, self._unpack(body))
        return self._things[key]

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
        return self._tray.holders(blocks)

    def link(self, links: Iterable[Link]) -> None:
        """See `Book.link`."""
        self._tray.link((k.one, k.other, k.score) for k in links)

    def scores(self, key: str) -> Mapping[str, float]:
        """See `Book.scores`."""
        return self._tray.scores(key)

    def _keep(self, key: str, thing: Thing) -> None:
        if len(self._things) >= CACHE:
            self._things.clear()
            self._briefs.clear()
        self._things[key] = thing


def report_book(store: Store) -> StoredBook[Gist]:
    """The store's reports of engagements."""
    return StoredBook(store.shelf(Subject.ENGAGEMENT), unpack_gist)


def people_book(store: Store) -> StoredBook[Profile]:
    """The people that the store's reports tell of."""
    return StoredBook(store.shelf(Subject.ENTITY), unpack_profile)


def working_reports(tray: Tray) -> WorkingBook[Gist]:
    """The reports of engagements on a tray."""
    return WorkingBook(tray, pack_gist, unpack_gist, event_keys, outline)


def working_people(tray: Tray) -> WorkingBook[Profile]:
    """The people on a tray."""
    return WorkingBook(tray, pack_profile, unpack_profile, profile_keys, bearing)
