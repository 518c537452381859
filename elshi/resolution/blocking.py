"""Keys under which reports of one engagement find each other, so that only few are compared with few.

A report lies under its days, and looks for others on the days around them: `event_keys` says where it lies, `event_searches` where it
looks. What lasts long, or has no day but that of its publication, lies under stretches of days instead. Of any two reports either both
find each other or neither does, so that the order in which they come makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.resolution.gists import Gist
from elshi.resolution.names import name_keys

__all__ = ["event_keys", "event_searches"]

MARGIN = 3  # days between two reports of one engagement: none further apart are joined, where both name days
SHORT = 7  # days
WIDTH = 8  # days in a stretch
LONGEST = 12  # stretches that a vague date may cover


def event_keys(gist: Gist) -> frozenset[str]:
    """Who takes part and when; where nobody is named, whom the parties act for and where."""
    days = _short(gist)
    return _keys(gist, map(str, days) if days else _named(_stretches(gist)))


def event_searches(gist: Gist) -> frozenset[str]:
    """The keys of those reports that may tell of the same engagement."""
    days, stretches = _short(gist), _stretches(gist)
    if days:
        around = range(days.start - MARGIN, days.stop + MARGIN)
    else:
        around = range(stretches.start * WIDTH - MARGIN, stretches.stop * WIDTH + MARGIN)
    return _keys(gist, [*map(str, around), *_named(stretches)])


def _short(gist: Gist) -> range:
    """The days of an engagement that is dated and short, otherwise none."""
    if gist.first is None or gist.last is None or gist.last - gist.first >= SHORT:
        return range(0)
    return range(gist.first, gist.last + 1)


def _stretches(gist: Gist) -> range:
    first, last = gist.first or gist.published, gist.last or gist.published
    if first is None or last is None:
        return range(-1, 0)
    start, end = (first - MARGIN) // WIDTH, (last + MARGIN) // WIDTH
    return range(start, min(end, start + LONGEST) + 1)


def _named(stretches: range) -> Iterator[str]:
    return (f"~{stretch}" for stretch in stretches)


def _keys(gist: Gist, times: Iterable[str]) -> frozenset[str]:
    people = _who(gist)
    return frozenset(f"{who}@{time}" for time in times for who in people)


def _who(gist: Gist) -> set[str]:
    names = {key for party in gist.people for key in name_keys(party.name)}
    if len(gist.people) > 1:
        return names
    return names | {f"{'+'.join(sorted(gist.codes))}/{gist.city or gist.country or ''}"}
