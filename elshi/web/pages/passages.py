"""Passages of documents with the characters marked that say something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from elshi.language.rooms import SUPPORTED, language_room
from elshi.records import Span

__all__ = ["Marked", "Piece", "cut_pieces", "list_sentences", "surround"]

LONGEST = 700  # characters of a passage that is shown with a value


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters that say something: `field` is that of a claim, `number` its place among the claims of its page."""

    span: Span
    field: str
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text in which the same marks count throughout; `fields` are theirs, each once."""

    text: str
    marks: tuple[Marked, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the marks, in their order."""
        return tuple(dict.fromkeys(mark.field for mark in self.marks))


def list_sentences(text: str, language: str, around: Span) -> list[Span]:
    """The sentences of the lines in which these characters stand."""
    start = text.rfind("\n", 0, around.start) + 1
    end = text.find("\n", around.end)
    line = Span(start, len(text) if end < 0 else end)
    room = language_room(language if language in SUPPORTED else "en")
    return [span for span in room.sentences(text, line) if span.end > span.start]


def surround(text: str, language: str, spans: Sequence[Span]) -> Span:
    """The sentence (or sentences) in which the first of these spans stands, no longer than a reader wants to see at once."""
    first = spans[0]
    near = [s for s in list_sentences(text, language, first) if s.start < first.end and first.start < s.end]
    start, end = (min(s.start for s in near), max(s.end for s in near)) if near else (first.start, first.end)
    if end - start > LONGEST:
        start, end = max(start, first.start - LONGEST // 2), min(end, max(first.end, first.start + LONGEST // 2))
    return Span(min(start, first.start), max(end, first.end))


def cut_pieces(text: str, region: Span, marks: Iterable[Marked]) -> tuple[Piece, ...]:
    """The region from its start to its end in pieces; marks may overlap each other and stand out of it."""
    inside = [mark for mark in marks if mark.span.start < region.end and region.start < mark.span.end]
    return tuple(_cut(text, region, inside))


def _cut(text: str, region: Span, marks: Sequence[Marked]) -> Iterator[Piece]:
    edges = {region.start, region.end}
    for mark in marks:
        edges |= {max(region.start, mark.span.start), min(region.end, mark.span.end)}
    places = sorted(edges)
    starting = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.number))
    open_marks: list[Marked] = []
    at = 0
    for start, end in pairwise(places):
        while at < len(starting) and starting[at].span.start <= start:
            open_marks.append(starting[at])
            at += 1
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        yield Piece(text[start:end], tuple(open_marks))
