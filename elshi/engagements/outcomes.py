"""What came of it: documents signed, things agreed, next steps, invitations, proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from elshi.engagements.article import Article
from elshi.engagements.clauses import trimmed
from elshi.engagements.lexicons import Lexicons, lemmatiser
from elshi.language.base import Token
from elshi.language.phrases import Lexicon, Match, word_list
from elshi.records import Evidence, Outcome, OutcomeKind, Sourced, Span

__all__ = ["find_outcomes"]

CLAUSE_BREAKS = frozenset({",", ";"})


@dataclass(frozen=True)
class _Words:
    kinds: Lexicon[str]
    dated: Lexicon[str]


@cache
def _words(code: str) -> _Words:
    table = word_list(code, "outcomes")
    return _Words(
        kinds=Lexicon(((phrase, kind) for kind, phrases in table["kinds"].items() for phrase in phrases), lemmatiser(code)),
        dated=Lexicon(((phrase, phrase) for phrase in table["dated"]), lemmatiser(code)),
    )


def find_outcomes(article: Article, number: int, first: int, lexicons: Lexicons) -> list[Outcome]:
    """The outcomes that sentence `number` reports from token `first` on, in order."""
    sentence = article.sentences[number]
    tokens = sentence.tokens
    words = _words(article.language.code)
    found: list[Outcome] = []
    for match in words.kinds.longest(tokens):
        if match.start < first or _quoted(article, number, tokens, match):
            continue
        quote = _quote(article, number, match, lexicons)
        if quote is not None and not any(o.quote.overlaps(quote) and o.kind == match.entry for o in found):
            found.append(Outcome(OutcomeKind(match.entry), quote, "outcome words", _date(article, number, quote)))
    if not any(o.kind is OutcomeKind.PLANNED for o in found):
        found += _dated_steps(article, number, first, words, found, lexicons)
    return found


def _quoted(article: Article, number: int, tokens: Sequence[Token], match: Match[str]) -> bool:
    span = Span(tokens[match.start].span.start, tokens[match.end - 1].span.end)
    return any(q.contains(span) for q in article.quotes[number])


def _quote(article: Article, number: int, match: Match[str], lexicons: Lexicons) -> Span | None:
    """From the word to the end of the sentence; in a head-final language from the clause's beginning to the word."""
    tokens = article.sentences[number].tokens
    if lexicons.state_first:
        return trimmed(tokens[: match.end])
    return trimmed(tokens[match.start :])


def _date(article: Article, number: int, quote: Span) -> Sourced[str] | None:
    for expression in article.dates[number]:
        if quote.contains(expression.span) and expression.value:
            return Sourced(expression.value, Evidence((expression.span,), "stated date"))
    return None


def _dated_steps(article: Article, number: int, first: int, words: _Words, known: Sequence[Outcome], lexicons: Lexicons) -> list[Outcome]:
    """A future verb with a date of its own."""
    sentence = article.sentences[number]
    tokens = sentence.tokens
    for match in words.dated.longest(tokens):
        if match.start < first or _quoted(article, number, tokens, match):
            continue
        start = _clause_start(tokens, match.start)
        span = trimmed(tokens[start : match.end] if lexicons.state_first else tokens[start:])
        if span is None:
            continue
        date = _date(article, number, span)
        later = date is not None and (article.anchor.day is None or date.value > article.anchor.day.isoformat()[: len(date.value)])
        if date is not None and later:
            return [Outcome(OutcomeKind.PLANNED, span, "dated step", date)]
    return []


def _clause_start(tokens: Sequence[Token], index: int) -> int:
    for i in range(index - 1, -1, -1):
        if tokens[i].text in CLAUSE_BREAKS or tokens[i].lower in ("что", "that"):
            return i + 1
    return 0
