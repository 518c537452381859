"""One diplomatic contact as one document reports it, every value with the characters that say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from elshi.records.document import content_id
from elshi.records.span import Span

__all__ = [
    "Basis",
    "Engagement",
    "EngagementType",
    "EventDate",
    "Evidence",
    "Outcome",
    "OutcomeKind",
    "Participant",
    "ParticipantKind",
    "Place",
    "Sourced",
    "Statement",
    "Status",
]

Value = TypeVar("Value")


class EngagementType(StrEnum):
    """What kind of contact it was; see `docs/glossary.md`."""

    MEETING = "meeting"
    TALKS = "talks"
    CALL = "call"
    VISIT = "visit"
    CONFERENCE = "conference"
    RECEPTION = "reception"
    BRIEFING = "briefing"
    COMMUNITY = "community"
    SIGNING = "signing"
    CREDENTIALS = "credentials"
    CEREMONY = "ceremony"
    MESSAGE = "message"


class Status(StrEnum):
    """Whether it took place (or is under way), is announced, or was called off."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Basis(StrEnum):
    """What the date rests on."""

    EXPLICIT = "explicit"
    DATELINE = "dateline"
    PUBLISHED = "published"
    NONE = "none"


class ParticipantKind(StrEnum):
    """A named person, a body, a group of people, or an office whose holder is not named."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    OFFICE = "office"


class OutcomeKind(StrEnum):
    """What came of it."""

    SIGNED = "signed"
    AGREED = "agreed"
    PLANNED = "planned"
    INVITED = "invited"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The spans behind a value and the name of the rule that read them.

    `spans` is empty only where the value rests on the document's own metadata (its publication date), and then `rule` says so.
    """

    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Sourced(Generic[Value]):
    """A value with its evidence and how sure Elshi is of it (0..1)."""

    value: Value
    evidence: Evidence
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class EventDate:
    """When: an ISO 8601 day, `YYYY-MM`, `YYYY` or an interval `day/day`; None where nothing tells."""

    value: str | None
    basis: Basis
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Place:
    """Where: ISO 3166-1 alpha-2 country, English GeoNames city, venue in the nominative as the text names it."""

    country: Sourced[str] | None = None
    city: Sourced[str] | None = None
    venue: Sourced[str] | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity's part in one engagement.

    `name` is in the document's language and the nominative, the fullest form the document gives; `mention` its first mention in this
    engagement; `capacity` the post in the nominative without the state; `represents` ISO country and organisation codes.
    """

    kind: ParticipantKind
    name: Sourced[str]
    mention: Span
    capacity: Sourced[str] | None = None
    represents: tuple[Sourced[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What one participant said: `speaker` is that participant's name, `quote` the words in the text."""

    speaker: str
    quote: Span
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it, quoted; `date` if the text gives one."""

    kind: OutcomeKind
    quote: Span
    rule: str
    date: Sourced[str] | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Engagement:
    """One diplomatic contact that one document reports; `evidence` are the clauses that report it."""

    document: str
    type: Sourced[EngagementType]
    status: Sourced[Status]
    evidence: tuple[Span, ...]
    date: EventDate
    place: Place
    participants: tuple[Participant, ...]
    topics: tuple[Sourced[str], ...] = ()
    initiatives: tuple[Sourced[str], ...] = ()
    statements: tuple[Statement, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    confidence: float = 1.0

    @property
    def id(self) -> str:
        """Made from the document, the act's evidence and its participants: the same reading gives the same id."""
        spans = [f"{s.start}-{s.end}" for s in self.evidence]
        people = [f"{p.mention.start}-{p.mention.end}" for p in self.participants]
        return content_id(self.document, self.type.value, *spans, *people)
