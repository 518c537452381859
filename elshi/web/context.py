"""What requests share: how the service is set up, the stores, and what is remembered between requests."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from elshi.search.directory import Directory
from elshi.search.finding import Finder
from elshi.search.memory import IndexMemory
from elshi.web.rates import Rates
from elshi.web.stores import Stores

__all__ = ["Context", "Memory", "Revision", "WebOptions"]

Value = TypeVar("Value")
REFUSALS, MOST_REFUSALS = 1 / 20, 30  # attempts to sign in from one address that may fail: a second, and at once


@dataclass(frozen=True, slots=True)
class WebOptions:
    """How the service is set up. `read_only` takes nothing in, `private` asks for a token even to read; `rate` is the number of
    requests a second from one address in the long run (None for any number), `burst` at once; `largest_body` in bytes. `hosts` are the
    names under which it may be asked for (None for any). With `accounts` people sign in to change something on pages (and, where it is
    `private`, to read them); otherwise `editor` is the name under which changes stand, and without one pages change nothing."""

    read_only: bool = False
    private: bool = False
    rate: float | None = 100.0
    burst: float = 400.0
    largest_body: int = 4_000_000
    hosts: tuple[str, ...] | None = None
    editor: str = ""
    accounts: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """Grows whenever records that changed are indexed. What is written of them is good for one revision, if it is settled: if not,
    something has changed that is not indexed yet, and nothing may be remembered."""

    made: int
    changes: int
    settled: bool


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


@dataclass(slots=True)
class Context:
    """Handed to every request."""

    options: WebOptions
    stores: Stores
    reports: Memory[str] = field(default_factory=lambda: Memory(4096))
    memory: IndexMemory = field(default_factory=IndexMemory)
    refusals: Rates = field(default_factory=lambda: Rates(REFUSALS, MOST_REFUSALS))
    finder: Finder = field(init=False)
    directory: Directory = field(init=False)

    def __post_init__(self) -> None:
        self.finder, self.directory = Finder(self.memory), Directory(self.memory)

    def revision(self) -> Revision:
        """The revision of records now."""
        index = self.stores.store().index()
        state = index.state()
        return Revision(state.made, state.changes, not index.is_behind())
