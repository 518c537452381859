"""A record in full: every value with the sentences that say it, who says otherwise, and why one is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from elshi.records import Field, Ground, Part, Quote, Record, Told
from elshi.web.pages.cards import Actor, Code, Known, list_codes, make_actor, name_in
from elshi.web.pages.rendering import link
from elshi.web.pages.sources import Cite, SourceReport
from elshi.web.pages.words import Words

__all__ = ["Detail", "Other", "Person", "Said", "Value", "describe"]

MOST_CITES = 4
Sources = Mapping[str, SourceReport]


@dataclass(frozen=True, slots=True)
class Other:
    """What else is told of a value, and by whom."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words. `why` is why it is shown rather than `others`; `cites` are the sentences that say it, `more` how many more do."""

    field: str
    text: str
    raw: str
    href: str | None
    why: str
    cites: tuple[Cite, ...]
    more: int
    others: tuple[Other, ...]
    contradicted: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one report: what somebody said, or what came of it."""

    about: str
    cite: Cite | None
    words: str
    due: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A participant with every value sourced, and what was said."""

    actor: Actor
    name: Value
    capacity: Value | None
    represents: tuple[tuple[Code, Value], ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """A record as its page shows it."""

    values: tuple[Value, ...]
    topics: tuple[Value, ...]
    initiatives: tuple[Value, ...]
    people: tuple[Person, ...]
    outcomes: tuple[Said, ...]
    unassigned: tuple[Said, ...]


def describe(known: Known, sources: Sources, words: Words) -> Detail:
    """The record with the sentences of its reports."""
    return _Describer(known.record, sources, words).describe(known)


class _Describer:
    def __init__(self, record: Record, sources: Sources, words: Words) -> None:
        self._record, self._sources, self._words = record, sources, words

    def describe(self, known: Known) -> Detail:
        record, words = self._record, self._words
        fields: list[tuple[str, Field | None, Callable[[str], str], Callable[[str], str | None]]] = [
            ("type", record.type, words.say, lambda value: link("search", q=f"type:{value}")),
            ("status", record.status, words.say, lambda value: None),
            ("date", record.date, words.day, lambda value: None),
            ("country", record.country, words.country, lambda value: link("countries", value)),
            ("city", record.city, words.city, lambda value: link("places", value)),
            ("venue", record.venue, str, lambda value: None),
        ]
        said = [(quote, self._said(quote)) for quote in record.quotes if quote.field == "statement"]
        people = [self._person(part, person, said) for part, person in zip(record.participants, known.people, strict=True)]
        assigned = {id(each) for person in people for each in person.said}
        return Detail(
            values=tuple(self._value(name, field, say, href) for name, field, say, href in fields if field is not None),
            topics=tuple(self._told("topic", told, words.say(told.value), link("topics", told.value)) for told in record.topics),
            initiatives=tuple(self._told("initiative", told, told.value, self._initiative(told)) for told in record.initiatives),
            people=tuple(people),
            outcomes=tuple(self._said(quote) for quote in record.quotes if quote.field == "outcome"),
            unassigned=tuple(each for _, each in said if id(each) not in assigned),
        )

    def _value(self, name: str, field: Field, say: Callable[[str], str], href: Callable[[str], str | None]) -> Value:
        told = next((told for told in field.told if told.value == field.value), None)
        cites = self._cites(name, told) if told else []
        others = tuple(Other(say(t.value), self._names(t.reports)) for t in field.told if t.value != field.value)
        why = "" if field.why is Ground.ONLY else field.why.value
        return Value(
            name, say(field.value), field.value, href(field.value), why, tuple(cites[:MOST_CITES]), max(0, len(cites) - MOST_CITES), others,
            field.contradicted,
        )  # fmt: skip

    def _told(self, name: str, told: Told, text: str, href: str | None) -> Value:
        cites = self._cites(name, told)
        return Value(name, text, told.value, href, "", tuple(cites[:MOST_CITES]), max(0, len(cites) - MOST_CITES), (), False)

    def _cites(self, name: str, told: Told) -> list[Cite]:
        return _once(cite for key in told.reports for cite in self._sources[key].cites(name, told.value))

    def _initiative(self, told: Told) -> str:
        return link("search", q=f'initiative:"{told.value.replace(chr(34), " ")}"')

    def _names(self, reports: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._sources[key].source for key in reports if key in self._sources))

    def _person(self, part: Part, person: str | None, said: list[tuple[Quote, Said]]) -> Person:
        words, actor = self._words, make_actor(part, person, self._words)
        capacity = part.capacity
        return Person(
            actor=actor,
            name=self._part_value("participant", part, part.name, actor.href),
            capacity=self._part_value("capacity", part, capacity, None) if capacity else None,
            represents=tuple(
                (code, self._code_value(part, told, code))
                for told, code in zip(part.represents, list_codes((t.value for t in part.represents), words), strict=True)
            ),
            said=tuple(each for quote, each in said if self._is_by(quote, part)),
        )

    def _is_by(self, quote: Quote, part: Part) -> bool:
        source = self._sources.get(quote.report)
        if source is None:
            return False
        people = source.engagement.participants
        return any(report == quote.report and people[place].name.value == quote.about for report, place in part.mentions)

    def _part_value(self, name: str, part: Part, field: Field, href: str | None) -> Value:
        shown = name_in(field, self._words)
        cites = _once(self._part_cites(name, part, None))
        others = tuple(Other(t.value, self._names(t.reports)) for t in field.told if t.value != shown)
        why = "" if field.why in (Ground.ONLY, Ground.FULLEST) else field.why.value
        return Value(
            name, shown, field.value, href, why, tuple(cites[:MOST_CITES]), max(0, len(cites) - MOST_CITES), others, field.contradicted
        )

    def _code_value(self, part: Part, told: Told, code: Code) -> Value:
        cites = _once(self._part_cites("represents", part, told.value))
        return Value(
            "represents", code.label, code.code, code.href, "", tuple(cites[:MOST_CITES]), max(0, len(cites) - MOST_CITES), (), False
        )

    def _part_cites(self, name: str, part: Part, value: str | None) -> Iterator[Cite]:
        for report, place in part.mentions:
            source = self._sources[report]
            participant = source.engagement.participants[place]
            if name == "participant":
                yield source.cite(name, participant.name.evidence)
            elif name == "capacity" and participant.capacity is not None:
                yield source.cite(name, participant.capacity.evidence)
            elif name == "represents":
                yield from (source.cite(name, code.evidence) for code in participant.represents if code.value == value)

    def _said(self, quote: Quote) -> Said:
        source = self._sources.get(quote.report)
        cite = source.cite_words(quote.field, quote) if source else None
        return Said(quote.about, cite, quote.words, quote.due)


def _once(cites: Iterable[Cite]) -> list[Cite]:
    """Each sentence once."""
    found = {(cite.href, cite.pieces): cite for cite in islice(cites, 200)}
    return list(found.values())
