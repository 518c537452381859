"""What people said and took back: which of it counts. Nothing here depends on the order in which it was said, only on what and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

__all__ = ["Reversible", "list_effective"]


class Reversible(Protocol):
    """Something said, which may take something else back."""

    @property
    def id(self) -> str:
        """Made from everything that it says."""

    @property
    def when(self) -> datetime:
        """When it was said."""

    @property
    def takes_back(self) -> str | None:
        """The id of what it takes back, if it does."""


Said = TypeVar("Said", bound=Reversible)


def list_effective(said: Iterable[Said]) -> list[Said]:
    """What was said and is not taken back, oldest first. What is taken back by something that is itself taken back counts again.

    An undo carries the id of what it undoes inside its own, so undoing cannot go round in a circle.
    """
    known = {each.id: each for each in said}
    undone_by: dict[str, list[str]] = {}
    for key, each in known.items():
        if each.takes_back is not None:
            undone_by.setdefault(each.takes_back, []).append(key)
    counts: dict[str, bool] = {}
    for key in known:
        _settle(key, undone_by, counts)
    effective = [each for key, each in known.items() if each.takes_back is None and counts[key]]
    return sorted(effective, key=lambda each: (each.when, each.id))


def _settle(key: str, undone_by: dict[str, list[str]], counts: dict[str, bool]) -> None:
    """Find out whether this counts: it does unless something that counts takes it back. Long chains must not exhaust the stack."""
    open_keys = [key]
    while open_keys:
        last = open_keys[-1]
        waiting = [k for k in undone_by.get(last, ()) if k not in counts]
        if waiting:
            open_keys += waiting
            continue
        counts[last] = not any(counts[k] for k in undone_by.get(last, ()))
        open_keys.pop()
