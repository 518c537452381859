"""What the parties dealt with, as codes of the topic vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from elshi.engagements.article import Article
from elshi.engagements.lexicons import lemmatiser
from elshi.language.phrases import Lexicon, word_list
from elshi.records import Evidence, Label, Sourced, Span

__all__ = ["find_topics", "unique"]

# Words inside these names say who somebody is, not what was spoken about.
NAMING = {Label.PERSON, Label.POSITION, Label.ORG, Label.CITY, Label.FACILITY}


@cache
def _topics(code: str) -> Lexicon[str]:
    table = word_list(code, "topics")["topics"]
    return Lexicon(((phrase, topic) for topic, phrases in table.items() for phrase in phrases), lemmatiser(code))


def _names(article: Article, number: int) -> list[Span]:
    return [m.span for m in article.mentions_in(article.sentences[number].span, NAMING)]


def find_topics(article: Article, number: int, region: Span) -> list[Sourced[str]]:
    """The topics of a region of sentence `number`, each with the words that say it."""
    sentence = article.sentences[number]
    names = _names(article, number)
    found: dict[str, Sourced[str]] = {}
    for match in _topics(article.language.code).all(sentence.tokens):
        span = Span(sentence.tokens[match.start].span.start, sentence.tokens[match.end - 1].span.end)
        if region.contains(span) and not any(n.contains(span) for n in names):
            found.setdefault(match.entry, Sourced(match.entry, Evidence((span,), "topic words")))
    return list(found.values())


def unique(values: Iterable[Sourced[str]]) -> tuple[Sourced[str], ...]:
    """Each value once, the first evidence kept."""
    kept: dict[str, Sourced[str]] = {}
    for value in values:
        kept.setdefault(value.value.casefold(), value)
    return tuple(kept.values())
