"""Who or what is meant: participants as reports give them, the entities that they are, and the posts that people held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from elshi.records.document import content_id
from elshi.records.engagement import Engagement, ParticipantKind

__all__ = ["Appearance", "Entity", "EntityKind", "Occupancy", "Tenure", "list_appearances"]


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    POST = "post"
    COUNTRY = "country"
    PLACE = "place"
    INITIATIVE = "initiative"


class Tenure(StrEnum):
    """How somebody is said to hold a post."""

    HOLDS = "holds"
    ACTING = "acting"
    NEW = "new"
    FORMER = "former"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Appearance:
    """One participant as one report gives it: the name and the post in the document's `language`, the codes that it acts for, and the
    day (or days, as `EventDate.value`) of the engagement. `place` is its place among the engagement's participants."""

    kind: ParticipantKind
    name: str
    language: str
    capacity: str | None
    represents: tuple[str, ...]
    document: str
    engagement: str
    place: int
    day: str | None

    @property
    def id(self) -> str:
        """Made from the report, the place in it and what it says."""
        return content_id("appearance", self.engagement, str(self.place), self.name, self.capacity, *self.represents)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, post, country, place or initiative. `names` are its names in each language, the most told first, as
    (language, name); `codes` the ISO 3166-1 or organisation codes that belong to it; `links` ids elsewhere ("wikidata:Q42")."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[tuple[str, str], ...] = ()
    codes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occupancy:
    """Somebody in a post for somebody: `holder` is a person's entity id, `post` the post's, `title` the words of the latest record and
    `represents` whom it is held for. Seen on days from `first` to `last` (ISO 8601), in so many records; days are None where no
    record has one. `titles` are the words of the latest record in each language, as (language, words)."""

    holder: str
    post: str
    title: str
    represents: tuple[str, ...]
    tenure: Tenure
    first: str | None
    last: str | None
    records: int
    titles: tuple[tuple[str, str], ...] = ()


def list_appearances(engagement: Engagement, language: str) -> Iterator[Appearance]:
    """Every participant of the engagement, in order."""
    for place, participant in enumerate(engagement.participants):
        yield Appearance(
            kind=participant.kind,
            name=participant.name.value,
            language=language,
            capacity=participant.capacity.value if participant.capacity else None,
            represents=tuple(sorted(code.value for code in participant.represents)),
            document=engagement.document,
            engagement=engagement.id,
            place=place,
            day=engagement.date.value,
        )
