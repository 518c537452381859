"""One engagement as all its reports together tell it: for every field who says what, what is shown, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from elshi.records.correction import Correction
from elshi.records.engagement import ParticipantKind

__all__ = ["Corrected", "Field", "Ground", "Part", "Quote", "Record", "Told"]


class Ground(StrEnum):
    """Why a value is the one that is shown."""

    ONLY = "only"  # nobody says anything else
    MOST = "most"  # more voices say so than anything else
    NAMED = "named"  # the report dates it itself; others give the day of their dateline or publication
    EXACT = "exact"  # it says more exactly what others leave open
    LATEST = "latest"  # the latest report says so
    FULLEST = "fullest"  # the fullest form of the name
    CORRECTED = "corrected"  # a person says so; see `Record.corrections`
    FIRST = "first"  # as many voices say something else; the report published first counts


@dataclass(frozen=True, slots=True)
class Told:
    """A value with the reports (their ids) that give it. Reports that are copies of one text are one voice. Names and posts are in
    the `language` of their reports; codes have none."""

    value: str
    reports: tuple[str, ...]
    voices: int
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """The value shown, why it is shown, everything told of it (most voices first), and whether the tellings contradict each other."""

    value: str
    why: Ground
    told: tuple[Told, ...]
    contradicted: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One participant of a record. `mentions` are (report, its place among that report's participants)."""

    kind: ParticipantKind
    name: Field
    capacity: Field | None
    represents: tuple[Told, ...]
    mentions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one report: a statement (`about` is the speaker) or an outcome (`about` is its kind, `due` its day: ISO 8601, as of an
    engagement)."""

    report: str
    field: str
    about: str
    words: str
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that counts, and what the reports say in its place."""

    correction: Correction
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A merged engagement. Its id is the least of its reports' ids; `voices` are the reports by independent text: copies of one text
    stand together."""

    id: str
    reports: tuple[str, ...]
    voices: tuple[tuple[str, ...], ...]
    type: Field
    status: Field
    date: Field | None
    country: Field | None
    city: Field | None
    venue: Field | None
    participants: tuple[Part, ...]
    topics: tuple[Told, ...] = ()
    initiatives: tuple[Told, ...] = ()
    quotes: tuple[Quote, ...] = ()
    corrections: tuple[Corrected, ...] = ()
