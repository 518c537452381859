"""The store for whoever answers: one open store for each thread, since a connection is one thread's."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, cast

from elshi.store import Store

__all__ = ["Stores"]


class Stores:
    """Opens a store when a thread first needs one; closes them all at the end."""

    def __init__(self, open_one: Callable[[], Store]) -> None:
        self._open, self._local = open_one, threading.local()
        self._opened: list[Store] = []
        self._lock = threading.Lock()

    def store(self) -> Store:
        """This thread's store."""
        found: Store | None = getattr(self._local, "store", None)
        if found is None:
            found = self._open()
            self._local.store = found
            with self._lock:
                self._opened.append(found)
        return found

    def anywhere(self) -> Store:
        """What is, in each thread, that thread's store. Requests are handed from thread to thread, and must not take a store along."""
        return cast(Store, _Anywhere(self))

    def close(self) -> None:
        """Close all."""
        with self._lock:
            for store in self._opened:
                store.close()
            self._opened.clear()
        self._local = threading.local()


class _Anywhere:
    """Passes everything on to the store of the thread that asks."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stores.store(), name)
