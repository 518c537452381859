"""Who was seen in which post, for whom, and from when to when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyroaring import BitMap

from elshi.records import Occupancy, Tenure
from elshi.resolution.posts import PostSense, list_posts, post_id

__all__ = ["Sighting", "as_of", "list_occupancies"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody in a capacity, in the words of a language, for these codes (sorted): seen from the first to the last day (ISO 8601; None
    where that is not known), in the records with these numbers."""

    capacity: str | None
    language: str
    represents: tuple[str, ...]
    first: str | None
    last: str | None
    records: BitMap


Seen = tuple[Sighting, str, PostSense]  # a sighting, the words for one post, and what they mean


def list_occupancies(holder: str, sightings: Iterable[Sighting]) -> tuple[Occupancy, ...]:
    """The posts in which the person was seen, the latest first. One post in the words of several languages is one occupancy; a new or
    an acting holder's post is told apart from a former one's, and two posts that are given together (between them stands a semicolon)
    are two."""
    grouped: dict[tuple[str, tuple[str, ...], bool], list[Seen]] = defaultdict(list)
    for sighting in sightings:
        for title, sense in list_posts(sighting.capacity, sighting.language):
            post = post_id(sense, sighting.represents)
            grouped[post, sighting.represents, sense.tenure is Tenure.FORMER].append((sighting, title, sense))
    found = [_occupancy(holder, post, represents, seen) for (post, represents, _), seen in grouped.items()]
    return tuple(sorted(found, key=lambda o: (o.last or "", o.records, o.post), reverse=True))


def _occupancy(holder: str, post: str, represents: tuple[str, ...], seen: Iterable[Seen]) -> Occupancy:
    ordered = sorted(seen, key=lambda found: (found[0].last or "", len(found[0].records), found[1]))
    _latest, title, sense = ordered[-1]
    first = min((sighting.first for sighting, *_ in ordered if sighting.first), default=None)
    last = max((sighting.last for sighting, *_ in ordered if sighting.last), default=None)
    titles = {sighting.language: words for sighting, words, _ in ordered}
    records = len(BitMap.union(*(sighting.records for sighting, *_ in ordered)))
    return Occupancy(holder, post, title, represents, sense.tenure, first, last, records, tuple(sorted(titles.items())))


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
