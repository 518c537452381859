"""What requests share: how the service is set up, the stores, and what is remembered between requests."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from time import monotonic
from typing import Generic, TypeVar

from elshi.register.directory import Directory, read_directory
from elshi.search.finding import Finder
from elshi.store import Store
from elshi.web.stores import Stores

__all__ = ["Context", "Memory", "WebOptions"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class WebOptions:
    """How the service is set up. `read_only` takes nothing in, `private` asks for a token even to read; `rate` is the number of
    requests a second from one address in the long run (None for any number), `burst` at once; `largest_body` in bytes; `refresh` the
    seconds for which lists of people and things may be out of date."""

    read_only: bool = False
    private: bool = False
    rate: float | None = 100.0
    burst: float = 400.0
    largest_body: int = 4_000_000
    refresh: float = 10.0


class Memory(Generic[Value]):
    """The values used last, by their keys; safe for several threads."""

    def __init__(self, most: int) -> None:
        self._most, self._kept, self._lock = most, OrderedDict[Hashable, Value](), threading.Lock()

    def recall(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value under this key, made where it is not remembered."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


class _Directories:
    """The directory of the store, read anew now and then by one thread while the others use the old one."""

    def __init__(self, refresh: float) -> None:
        self._refresh, self._lock = refresh, threading.Lock()
        self._known: Directory | None = None
        self._until = 0.0

    def read(self, store: Store) -> Directory:
        known = self._known
        if known is not None and monotonic() < self._until:
            return known
        if not self._lock.acquire(blocking=known is None) and known is not None:
            return known
        try:
            if self._known is None or monotonic() >= self._until:
                begun = monotonic()
                self._known = read_directory(store)
                self._until = monotonic() + max(self._refresh, 10 * (monotonic() - begun) if self._refresh else 0.0)
            return self._known
        finally:
            self._lock.release()


@dataclass(slots=True)
class Context:
    """Handed to every request."""

    options: WebOptions
    stores: Stores
    records: Memory[tuple[str, tuple[tuple[bool, str], ...]]] = field(default_factory=lambda: Memory(4096))
    reports: Memory[str] = field(default_factory=lambda: Memory(4096))
    finder: Finder = field(default_factory=Finder)
    _directories: _Directories | None = None

    def revision(self) -> Hashable:
        """Grows whenever records change: what is remembered of them is good for one revision."""
        state = self.stores.store().index().state()
        return state.made, state.changes

    def directory(self) -> Directory:
        """Everybody and everything that reports tell of, at most `refresh` seconds old (longer where it is long to read)."""
        if self._directories is None:
            self._directories = _Directories(self.options.refresh)
        return self._directories.read(self.stores.store())
