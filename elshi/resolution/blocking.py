"""Keys that two reports of one engagement share, so that only few are compared with few."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.resolution.gists import Gist
from elshi.resolution.names import name_keys

__all__ = ["event_keys"]

WIDTH = 8  # days in one stretch of time
MARGIN = 3  # days by which two reports of one engagement may differ: half of what the windows below bridge
LONGEST = 12  # stretches that a vague date may cover


def event_keys(gist: Gist) -> frozenset[str]:
    """Who takes part and when, in stretches of days; where nobody is named, whom the parties act for and where."""
    return frozenset(f"{who}@{when}" for when in _stretches(gist) for who in _who(gist))


def _stretches(gist: Gist) -> Iterator[int]:
    first, last = gist.first or gist.published, gist.last or gist.published
    if first is None or last is None:
        return iter(range(-1, 0))
    start, end = (first - MARGIN) // WIDTH, (last + MARGIN) // WIDTH
    return iter(range(start, min(end, start + LONGEST) + 1))


def _who(gist: Gist) -> set[str]:
    names = {key for party in gist.people for key in name_keys(party.name)}
    if len(gist.people) > 1:
        return names
    return names | {f"{'+'.join(sorted(gist.codes))}/{gist.city or gist.country or ''}"}
