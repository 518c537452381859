"""Who was seen in which post, for whom, and from when to when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from elshi.records import Appearance, Occupancy, Tenure
from elshi.resolution.posts import PostSense, post_id, read_post

__all__ = ["as_of", "list_occupancies"]

Sighting = tuple[Appearance, str, PostSense]  # where somebody was seen, the words for one post, and what they mean


def list_occupancies(holder: str, appearances: Iterable[Appearance]) -> tuple[Occupancy, ...]:
    """The posts in which the person was seen, the latest first. One post in the words of several languages is one occupancy; a new or
    an acting holder's post is told apart from a former one's, and two posts that a report gives together (between them stands a
    semicolon) are two."""
    grouped: dict[tuple[str, tuple[str, ...], bool], list[Sighting]] = defaultdict(list)
    for appearance in appearances:
        for title in filter(None, map(str.strip, (appearance.capacity or "").split(";"))):
            sense = read_post(title, appearance.language)
            if sense.ranks or sense.vague:
                post = post_id(sense, appearance.represents)
                grouped[post, appearance.represents, sense.tenure is Tenure.FORMER].append((appearance, title, sense))
    found = [_occupancy(holder, post, represents, seen) for (post, represents, _), seen in grouped.items()]
    return tuple(sorted(found, key=lambda o: (o.last or "", o.reports, o.post), reverse=True))


def _occupancy(holder: str, post: str, represents: tuple[str, ...], seen: Iterable[Sighting]) -> Occupancy:
    ordered = sorted(seen, key=lambda found: (found[0].day or "", found[0].id, found[1]))
    _latest, title, sense = ordered[-1]
    days = [day for appearance, *_ in ordered if (day := appearance.day)]
    first = min((day.partition("/")[0] for day in days), default=None)
    last = max((day.rpartition("/")[2] for day in days), default=None)
    titles = {appearance.language: words for appearance, words, _ in ordered}
    reports = len({appearance.engagement for appearance, *_ in ordered})
    return Occupancy(holder, post, title, represents, sense.tenure, first, last, reports, tuple(sorted(titles.items())))


def as_of(occupancies: Iterable[Occupancy], day: str) -> tuple[Occupancy, ...]:
    """What of this was held on the day, as far as it was seen: a post is held from the first day on which it was seen until the person
    is seen in another post of the same body or is called a former holder of this one. Days that are not known hold always."""
    known = list(occupancies)
    return tuple(o for o in known if _is_held(o, known, day))


def _is_held(occupancy: Occupancy, known: Sequence[Occupancy], day: str) -> bool:
    if occupancy.tenure in (Tenure.FORMER, Tenure.FUTURE):
        return False
    if occupancy.first is None or occupancy.last is None or occupancy.first <= day <= occupancy.last:
        return True
    return occupancy.first <= day and not any(_ends(other, occupancy, day) for other in known)


def _ends(other: Occupancy, occupancy: Occupancy, day: str) -> bool:
    """Whether the other sighting, between the last of this post and the day, says that the post is no longer held."""
    if other.first is None or occupancy.last is None or not occupancy.last < other.first <= day:
        return False
    moved = other.post != occupancy.post and not set(other.represents).isdisjoint(occupancy.represents)
    return other.post == occupancy.post if other.tenure is Tenure.FORMER else moved
