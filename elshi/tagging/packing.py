"""Whole sentences packed into sequences that the model can take; nothing is held but the sequence being filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from elshi.records import Span
from elshi.tagging.pieces import PieceReader
from elshi.tagging.words import split_words

__all__ = ["Piece", "Segment", "pack", "segments"]

FRAMES = 2


class Piece(NamedTuple):
    """A word with its offsets and piece ids."""

    start: int
    end: int
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a part of one that is too long, with the number of its pieces."""

    words: tuple[Piece, ...]
    size: int


def segments(text: str, sentences: Sequence[Span], reader: PieceReader, room: int) -> Iterator[Segment]:
    """The sentences in order, cut after a mark of punctuation (else anywhere) where they take more than `room` pieces."""
    for sentence in sentences:
        yield from _cut(_words(text, sentence, reader, room), room)


def pack(found: Iterator[Segment], longest: int) -> Iterator[list[Segment]]:
    """Segments together as long as they fit into `longest` pieces with begin and end."""
    held: list[Segment] = []
    size = FRAMES
    for segment in found:
        if held and size + segment.size > longest:
            yield held
            held, size = [], FRAMES
        held.append(segment)
        size += segment.size
    if held:
        yield held


def _words(text: str, sentence: Span, reader: PieceReader, room: int) -> Iterator[Piece]:
    before = -1
    for start, end in split_words(text, sentence.start, sentence.end):
        yield Piece(start, end, reader.read(text[start:end], start != before)[:room])
        before = end


def _cut(words: Iterator[Piece], room: int) -> Iterator[Segment]:
    held: list[Piece] = []
    size = 0
    for word in words:
        if size + len(word.ids) > room:
            at = _last_break(held)
            yield _segment(held[:at])
            held = held[at:]
            size = sum(len(w.ids) for w in held)
        held.append(word)
        size += len(word.ids)
    if held:
        yield _segment(held)


def _last_break(words: Sequence[Piece]) -> int:
    """Behind the last lone mark in the second half, else behind the last word."""
    for index in range(len(words) - 1, len(words) // 2, -1):
        if words[index].end - words[index].start == 1 and len(words[index].ids) == 1 and index + 1 < len(words):
            return index + 1
    return len(words)


def _segment(words: Sequence[Piece]) -> Segment:
    return Segment(tuple(words), sum(len(w.ids) for w in words))
