"""What of a report decides whether another report tells of the same engagement."""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from elshi.records import Basis, Document, Engagement, EngagementType, Participant, ParticipantKind, Status
from elshi.resolution.sketches import sketch

__all__ = ["Gist", "Outline", "Party", "make_gist", "outline", "pack_gist", "unpack_gist"]


FIELDS = (
    "id", "document", "language", "type", "status", "first", "last", "basis", "published", "country", "city", "parties", "topics",
    "initiatives", "evidence", "text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Party:
    """One participant: its name and post in the document's `language`, and the codes that it acts for."""

    kind: ParticipantKind
    name: str
    language: str
    capacity: str | None = None
    represents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gist:
    """One report in short. `first` and `last` are proleptic Gregorian ordinals of the days between which it dates the engagement, or
    None; `published` is such an ordinal too. `evidence` and `text` are sketches of the words that report it and of the whole text."""

    id: str
    document: str
    language: str
    type: EngagementType
    status: Status
    first: int | None
    last: int | None
    basis: Basis
    published: int | None
    country: str | None
    city: str | None
    parties: tuple[Party, ...]
    topics: tuple[str, ...] = ()
    initiatives: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()
    text: tuple[int, ...] = ()

    @property
    def people(self) -> tuple[Party, ...]:
        """The named persons."""
        return tuple(p for p in self.parties if p.kind is ParticipantKind.PERSON)

    @property
    def codes(self) -> frozenset[str]:
        """All codes that its parties act for."""
        return frozenset(code for party in self.parties for code in party.represents)


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a gist is quick to compare, and small: strangers are told by it. The fields are those of the gist."""

    document: str
    type: EngagementType
    status: Status
    first: int | None
    last: int | None
    basis: Basis
    published: int | None
    country: str | None
    city: str | None
    codes: frozenset[str]
    topics: tuple[str, ...]


@lru_cache(maxsize=10_000)
def _one(value: Hashable) -> Any:
    """The same object for equal values: very many outlines share few."""
    return value


def outline(gist: Gist) -> Outline:
    """The outline of the gist."""
    when = gist.first, gist.last, gist.basis, gist.published
    where = _one(gist.country), _one(gist.city)
    return Outline(gist.document, gist.type, gist.status, *when, *where, _one(gist.codes), _one(gist.topics))


def make_gist(key: str, document: Document, language: str, engagement: Engagement, text: tuple[int, ...] | None = None) -> Gist:
    """The gist of one engagement of the document, which the store holds under `key`. `text` is the sketch of its text, if known."""
    first, last = _days(engagement.date.value)
    place = engagement.place
    return Gist(
        id=engagement.id,
        document=key,
        language=language,
        type=engagement.type.value,
        status=engagement.status.value,
        first=first,
        last=last,
        basis=engagement.date.basis,
        published=document.published.toordinal() if document.published else None,
        country=place.country.value if place.country else None,
        city=place.city.value if place.city else None,
        parties=tuple(_party(participant, language) for participant in engagement.participants),
        topics=tuple(t.value for t in engagement.topics),
        initiatives=tuple(i.value for i in engagement.initiatives),
        evidence=sketch(" ".join(span.of(document.text) for span in engagement.evidence)),
        text=sketch(document.text) if text is None else text,
    )


def pack_gist(gist: Gist) -> str:
    """The gist in little space, and quick to read back: thousands are, when many reports are compared."""
    row = [getattr(gist, name) for name in FIELDS]
    row[FIELDS.index("parties")] = [(p.kind, p.name, p.language, p.capacity, p.represents) for p in gist.parties]
    return json.dumps(row, ensure_ascii=True, separators=(",", ":"))


def unpack_gist(packed: str) -> Gist:
    """The gist that `pack_gist` made this of; raises ValueError where it does not fit."""
    given = dict(zip(FIELDS, json.loads(packed), strict=True))
    parties = tuple(Party(ParticipantKind(kind), name, code, post, tuple(codes)) for kind, name, code, post, codes in given["parties"])
    lists = {name: tuple(given[name]) for name in ("topics", "initiatives", "evidence", "text")}
    kinds = {"type": EngagementType(given["type"]), "status": Status(given["status"]), "basis": Basis(given["basis"])}
    return Gist(**{**given, **lists, **kinds, "parties": parties})


def _party(participant: Participant, language: str) -> Party:
    capacity = participant.capacity.value if participant.capacity else None
    return Party(participant.kind, participant.name.value, language, capacity, tuple(r.value for r in participant.represents))


def _days(value: str | None) -> tuple[int | None, int | None]:
    """First and last day of a day, a month, a year or an interval of them."""
    first, _, last = (value or "").partition("/")
    return (_day(first, "-01-01"), _day(last or first, "-12-31")) if first else (None, None)


def _day(value: str, rest: str) -> int | None:
    whole = value + rest[len(value) - 4 :] if len(value) < 10 else value
    for shorter in range(4):
        year, month, day = (int(part) for part in whole.split("-"))
        try:
            return date(year, month, day - shorter).toordinal()
        except ValueError:
            continue
    return None
