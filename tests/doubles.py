"""Doubles for tests: small engagements, and rooms that answer without a model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from elshi.language.base import Anchor
from elshi.pipeline.local import LocalRunner, Resources
from elshi.records import (
    Basis,
    Document,
    Engagement,
    EngagementType,
    EventDate,
    Evidence,
    Label,
    Layout,
    Mention,
    Outcome,
    OutcomeKind,
    Participant,
    ParticipantKind,
    Place,
    Sourced,
    Span,
    Statement,
    Status,
)

TEXT = "On 4 March in Oslo Ambassador Aigul Serikova met Minister Lars Vik. She said that trade was growing. They agreed to meet again."


def at(words: str, text: str = TEXT) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def proof(words: str, rule: str = "test-rule") -> Evidence:
    """Evidence that is these words of TEXT."""
    return Evidence((at(words),), rule)


def make_document(name: str = "note.txt", text: str = TEXT, **origin) -> Document:
    return Document(id=origin.pop("id", name), text=text, name=name, **origin)


def make_person(name: str, capacity: str, code: str) -> Participant:
    return Participant(
        kind=ParticipantKind.PERSON,
        name=Sourced(name, proof(name)),
        mention=at(name),
        capacity=Sourced(capacity.lower(), proof(capacity)),
        represents=(Sourced(code, proof(capacity), 0.8),),
    )


def make_engagement(
    document: str = "note.txt", kind: EngagementType = EngagementType.MEETING, day: str | None = "2026-03-04"
) -> Engagement:
    """A full engagement over TEXT."""
    return Engagement(
        document=document,
        type=Sourced(kind, proof("met")),
        status=Sourced(Status.HELD, proof("met")),
        evidence=(at("Ambassador Aigul Serikova met Minister Lars Vik"),),
        date=EventDate(day, Basis.EXPLICIT if day else Basis.NONE, proof("4 March")),
        place=Place(country=Sourced("NO", proof("Oslo")), city=Sourced("Oslo", proof("Oslo"))),
        participants=(make_person("Aigul Serikova", "Ambassador", "KZ"), make_person("Lars Vik", "Minister", "NO")),
        topics=(Sourced("trade", proof("trade")),),
        statements=(Statement("Aigul Serikova", at("said that trade was growing"), "said"),),
        outcomes=(Outcome(OutcomeKind.AGREED, at("agreed to meet again"), "agreed", confidence=0.7),),
        confidence=0.9,
    )


class LineRoom:
    """A language whose sentences are the paragraphs; a text with "stumble" breaks it."""

    code = "en"

    def sentences(self, text: str, paragraph: Span) -> list[Span]:
        if "stumble" in paragraph.of(text):
            raise ZeroDivisionError("stumbled")
        return [paragraph]

    def tokens(self, text: str, sentence: Span) -> tuple:
        return ()


class WordTagger:
    """Tags every word "Oslo" as a city; a text with "explode" breaks the whole batch."""

    version = "words 1"

    def tag(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[tuple[Mention, ...]]:
        for text, _ in texts:
            if "explode" in text:
                raise MemoryError("too much")
            yield (Mention(at("Oslo", text), Label.CITY, 0.5),) if "Oslo" in text else ()


def make_runner(tagger=None, detect=lambda document: "en") -> LocalRunner:
    """A runner whose every city is a meeting."""

    def assemble(document: Document, layout: Layout, language, sentences, mentions: Sequence[Mention], anchor) -> list[Engagement]:
        return [make_engagement(document.id)] if mentions else []

    def lay_out(document: Document, code: str) -> Layout:
        return Layout(body=(Span(0, len(document.text)),))

    def find_anchor(document: Document, layout: Layout) -> Anchor:
        return Anchor(None, document.published)

    return LocalRunner(Resources(detect, lambda code: LineRoom(), lay_out, find_anchor, tagger or WordTagger(), assemble))
