"""Stretches of a sentence: from a word to the end of its clause, without the marks around it."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.language.base import Token
from elshi.records import Span

__all__ = ["EDGES", "is_converb", "is_past", "last_clause", "trimmed"]

EDGES = frozenset({*".,;:–—-!?…", "--", ".."})
JOINS = frozenset({"және", "әрі"})  # Kazakh words that join clauses
OPENING = '«“"„‘'
CLOSING = '»”"“’'


def trimmed(tokens: Sequence[Token]) -> Span | None:
    """The span of the tokens without stops and dashes at the edges and without quotation marks around it; None if nothing is left."""
    words = _stripped(list(tokens))
    if len(words) > 2 and words[0].text in OPENING and words[-1].text in CLOSING and not any(t.text in '«»“”"' for t in words[1:-1]):
        words = _stripped(words[1:-1])
    if words and (words[-1].text in "«„" or _only_closed(words)):
        words = _stripped(words[:-1])
    return Span(words[0].span.start, words[-1].span.end) if words else None


def _only_closed(words: Sequence[Token]) -> bool:
    """Whether a quotation closes at the end that did not open here."""
    return len(words) > 1 and words[-1].text in '»”"“' and not any(t.text in OPENING for t in words[:-1])


def _stripped(words: list[Token]) -> list[Token]:
    while words and words[-1].text in EDGES:
        words.pop()
    while words and words[0].text in EDGES:
        words.pop(0)
    return words


def is_past(token: Token) -> bool:
    """Whether the word's likeliest reading is a finite verb in the past."""
    first = token.readings[0] if token.readings else None
    return first is not None and first.part == "VERB" and "past" in first.features and first.case is None


def is_converb(token: Token) -> bool:
    """Whether a word is a Kazakh converb, which ends a clause before a comma."""
    return any(r.part == "CONV" for r in token.readings)


def last_clause(tokens: Sequence[Token], start: int, stop: int) -> int:
    """In a head-final language: where the last clause of tokens `start` to `stop` begins, after a converb, a semicolon or a finite verb
    with "and"."""
    for index in range(stop - 1, start, -1):
        if tokens[index].lower in JOINS and is_past(tokens[index - 1]):
            return index + 1
        if tokens[index].text == ";" or (tokens[index].text == "," and is_converb(tokens[index - 1])):
            return index + 1
    return start
