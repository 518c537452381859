"""How far an act reaches: the stretch of text that tells it, and whether it is told of years gone by."""

from __future__ import annotations

from elshi.engagements.acts import Act
from elshi.engagements.article import Article
from elshi.engagements.clauses import EDGES
from elshi.engagements.lexicons import Lexicons
from elshi.records import Span

__all__ = ["is_history", "span_of", "trimmed"]

CONJUNCTIONS = frozenset({"и", "а", "но", "and", "but", "және"})
NEAR = 10  # tokens between a noun of an act and its date
YEAR = len("2026")


def span_of(article: Article, act: Act) -> Span:
    """The stretch that tells of an act."""
    tokens = article.sentences[act.sentence].tokens
    return Span(tokens[act.region.start].span.start, tokens[act.region.stop - 1].span.end)


def trimmed(article: Article, act: Act) -> Span:
    """The stretch without the marks and conjunctions at its edges."""
    tokens = list(article.sentences[act.sentence].tokens[act.region.start : act.region.stop])
    while len(tokens) > 1 and (tokens[0].text in EDGES or tokens[0].lower in CONJUNCTIONS):
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1].text in EDGES:
        tokens.pop()
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else span_of(article, act)


def is_history(article: Article, act: Act, lexicons: Lexicons) -> bool:
    """Whether a year before the document's dates the act: "in 2019 the minister visited …", "the session was held in 2022"."""
    day = article.anchor.day
    sentence = article.sentences[act.sentence]
    before = Span(span_of(article, act).start, sentence.tokens[act.trigger.start].span.start)
    for expression in article.dates[act.sentence] if day else ():
        first = sentence.index_at(expression.span.start)
        placed = lexicons.state_first or (first > 0 and sentence.tokens[first - 1].lower in lexicons.host_prepositions)
        value = expression.value or ""
        ahead = placed and before.contains(expression.span)
        if day and len(value) == YEAR and value < str(day.year) and (ahead or _dates_noun(article, act, lexicons, first)):
            return True
    return False


def _dates_noun(article: Article, act: Act, lexicons: Lexicons, index: int) -> bool:
    """Whether a date behind an act noun is the act's own: only words of taking place stand between."""
    between = article.sentences[act.sentence].tokens[act.trigger.stop : index]
    if not act.word.noun or not 0 < len(between) <= NEAR or lexicons.state_first:
        return False
    light = {i for m in lexicons.light.all(between) for i in range(m.start, m.end)}
    verbs = (i for i, t in enumerate(between) if t.readings and t.readings[0].part == "VERB" and "be" not in t.lemmas())
    return all(i in light for i in verbs)
