"""Stretches of a sentence: from a word to the end of its clause, without the marks around it."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.language.base import Sentence, Token
from elshi.records import Span

__all__ = ["trimmed", "until_end"]

EDGES = frozenset(".,;:–—-!?…")


def trimmed(tokens: Sequence[Token]) -> Span | None:
    """The span of the tokens without stops and dashes at the edges and without quotation marks around it; None if nothing is left."""
    words = list(tokens)
    while words and words[-1].text in EDGES:
        words.pop()
    while words and words[0].text in EDGES:
        words.pop(0)
    if len(words) > 2 and words[0].text in '«“"„' and words[-1].text in '»”"“' and not any(t.text in '«»“”"' for t in words[1:-1]):
        words = words[1:-1]
        while words and words[-1].text in EDGES:
            words.pop()
    return Span(words[0].span.start, words[-1].span.end) if words else None


def until_end(sentence: Sentence, start: int) -> Span | None:
    """From token `start` to the end of the sentence."""
    return trimmed(sentence.tokens[start:])
