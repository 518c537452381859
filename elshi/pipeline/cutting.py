"""Sentences of bearable length: what a full stop does not end in time (a list, a table, junk) is cut, so that no rule runs away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.language.base import Sentence
from elshi.records import Span

__all__ = ["LONGEST", "cut_sentences"]

LONGEST = 250  # tokens; sentences of the genre have up to about a hundred
MARKS = frozenset(";,:–—")


def cut_sentences(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The sentences in order, those of more than LONGEST tokens in pieces."""
    return tuple(piece for sentence in sentences for piece in _pieces(sentence))


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    if len(sentence.tokens) <= LONGEST:
        yield sentence
        return
    start = 0
    while start < len(sentence.tokens):
        end = _end(sentence, start)
        tokens = sentence.tokens[start:end]
        yield Sentence(Span(tokens[0].span.start, tokens[-1].span.end), tokens, sentence.paragraph)
        start = end


def _end(sentence: Sentence, start: int) -> int:
    """Behind the last mark that leaves the piece at least half full; where there is none, behind LONGEST tokens."""
    end = min(start + LONGEST, len(sentence.tokens))
    if end == len(sentence.tokens):
        return end
    marks = (at for at in range(end, start + LONGEST // 2, -1) if sentence.tokens[at - 1].text in MARKS)
    return next(marks, end)
