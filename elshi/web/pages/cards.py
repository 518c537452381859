"""A record in a few lines, as lists show it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from elshi.errors import UnknownRecord
from elshi.records import Field, Ground, Part, ParticipantKind, Record
from elshi.records.serialise import decode
from elshi.register.records import read_parties
from elshi.search.finding import Hit
from elshi.search.written import read_written
from elshi.store import Store
from elshi.web.context import Memory
from elshi.web.pages.desk import Desk
from elshi.web.pages.rendering import link
from elshi.web.pages.words import Words

__all__ = ["Actor", "Card", "Code", "Known", "list_cards", "list_codes", "make_card", "name_in", "read_known"]

MANY = 6  # people shown by name in a list


@dataclass(frozen=True, slots=True)
class Known:
    """A record with who its participants are: the id of a person, body, post or group each, where that is known."""

    record: Record
    people: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A country or an organisation in words, with its page."""

    code: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part: for whom, in what capacity; with a page of one's own where there is one."""

    name: str
    capacity: str | None
    codes: tuple[Code, ...]
    kind: ParticipantKind
    href: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A record in words. `more` counts participants who are not shown; `sources` independent texts."""

    id: str
    href: str
    type: str
    status: str
    date: str | None
    country: str | None
    city: str | None
    people: tuple[Actor, ...]
    more: int
    topics: tuple[str, ...]
    initiatives: tuple[str, ...]
    sources: int
    contradicted: bool


def read_known(desk: Desk, record: str) -> Known:
    """The record of this id; raises UnknownRecord. It is read once for each revision."""
    revision = desk.context.revision()
    if not revision.settled:
        return _read(desk.store, record)
    return _memory(desk).recall((record, revision), lambda: _read(desk.store, record))


def _memory(desk: Desk) -> Memory[Known]:
    state = desk.request.app.state
    if not hasattr(state, "known_records"):
        state.known_records = Memory[Known](4096)
    memory: Memory[Known] = state.known_records
    return memory


def _read(store: Store, record: str) -> Known:
    with store.moment():
        written = read_written(store, [record]).get(record)
        return Known(decode(Record, json.loads(written.record)), written.people) if written else Known(*read_parties(store, record))


def list_cards(desk: Desk, hits: Iterable[Hit]) -> list[Card]:
    """The cards of the records found; those that have become part of others since they were indexed are passed over."""
    return list(_cards(desk, hits))


def _cards(desk: Desk, hits: Iterable[Hit]) -> Iterator[Card]:
    for hit in hits:
        with suppress(UnknownRecord):
            yield make_card(read_known(desk, hit.record), desk.words)


def make_card(known: Known, words: Words) -> Card:
    """The record as lists show it."""
    record = known.record
    actors = [make_actor(part, person, words) for part, person in zip(record.participants, known.people, strict=True)]
    fields = (record.type, record.status, record.date, record.country, record.city)
    return Card(
        id=record.id,
        href=link("records", record.id),
        type=record.type.value,
        status=record.status.value,
        date=record.date.value if record.date else None,
        country=record.country.value if record.country else None,
        city=record.city.value if record.city else None,
        people=tuple(actors[:MANY]),
        more=max(0, len(actors) - MANY),
        topics=tuple(told.value for told in record.topics),
        initiatives=tuple(told.value for told in record.initiatives),
        sources=len(record.voices),
        contradicted=any(field is not None and field.contradicted for field in fields),
    )


def make_actor(part: Part, person: str | None, words: Words) -> Actor:
    """A participant in words."""
    href = link("people", person) if part.kind is ParticipantKind.PERSON and person else None
    codes = list_codes((told.value for told in part.represents), words)
    return Actor(name_in(part.name, words), name_in(part.capacity, words) if part.capacity else None, codes, part.kind, href)


def list_codes(codes: Iterable[str], words: Words) -> tuple[Code, ...]:
    """Countries and organisations in words."""
    return tuple(Code(code, words.country(code), link("countries" if len(code) == 2 else "organisations", code)) for code in codes)


def name_in(name: Field, words: Words) -> str:
    """The words as reports in the reader's language write them, else as they are shown; as a person corrected them."""
    if name.why is Ground.CORRECTED:
        return name.value
    return next((told.value for told in name.told if told.language == words.code), name.value)
