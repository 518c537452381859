"""The named formats, programmes, projects, corridors and bodies to be set up that the parties spoke of."""

from __future__ import annotations

from functools import cache

from elshi.engagements.article import Article
from elshi.engagements.lexicons import lemmatiser
from elshi.language.base import Token
from elshi.language.phrases import Lexicon, word_list
from elshi.records import Evidence, Label, Sourced, Span

__all__ = ["find_initiatives"]


@cache
def _initiatives(code: str) -> tuple[Lexicon[str], Lexicon[str]]:
    table = word_list(code, "initiatives")
    return Lexicon(((p, p) for p in table["heads"]), lemmatiser(code)), Lexicon(((p, p) for p in table["named"]), lemmatiser(code))


def find_initiatives(article: Article, number: int, region: Span) -> list[Sourced[str]]:
    """The named formats, projects, corridors and referendums of a region, in the nominative."""
    sentence = article.sentences[number]
    tokens = sentence.tokens
    spans = [m.span for m in article.mentions_in(region, {Label.INITIATIVE})]
    heads, named = _initiatives(article.language.code)
    for match in named.longest(tokens):
        spans.append(Span(tokens[match.start].span.start, tokens[match.end - 1].span.end))
    for match in heads.all(tokens):
        span = _titled(tokens, match.start, match.end)
        if span is not None:
            spans.append(span)
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if region.contains(span) and not any(k.overlaps(span) for k in kept):
            kept.append(span)
    return [_initiative(article, number, span) for span in kept]


def _titled(tokens: tuple[Token, ...], start: int, end: int) -> Span | None:
    """The quoted name right after a head word ("формат «C6»"), or before it in Kazakh and English («…» бағдарламасы)."""
    if end < len(tokens) and tokens[end].text in '«“"„':
        close = _closing(tokens, end + 1)
        if close:
            return Span(tokens[end + 1].span.start, tokens[close - 1].span.end)
    if start > 1 and tokens[start - 1].text in '»”"“':
        opening = next((i for i in range(start - 2, max(-1, start - 14), -1) if tokens[i].text in '«“"„'), None)
        if opening is not None:
            return Span(tokens[opening + 1].span.start, tokens[start - 2].span.end)
    return None


def _closing(tokens: tuple[Token, ...], start: int) -> int | None:
    for index in range(start + 1, min(len(tokens), start + 14)):
        if tokens[index].text in '»”"“':
            return index
    return None


def _initiative(article: Article, number: int, span: Span) -> Sourced[str]:
    sentence = article.sentences[number]
    phrase = sentence.indexes(span)
    words = article.language.nominative(sentence.tokens[phrase.start : phrase.stop], article.language.slot(sentence, phrase))
    return Sourced(words, Evidence((span,), "named initiative"))
