"""The stages of a journey that one clause tells: "will visit Ghana (4-5 May) and Togo (6 May)"."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.engagements.acts import Act
from elshi.engagements.article import Article
from elshi.engagements.extents import trimmed
from elshi.language.base import DateExpression
from elshi.records import Label, Span

__all__ = ["Leg", "find_legs", "stage_evidence"]

PLACES = frozenset({Label.COUNTRY, Label.CITY, Label.REGION})


@dataclass(frozen=True, slots=True)
class Leg:
    """A stage of a journey: the words for the state or city and the days there: "to Ghana (4-5 May) and Togo (6 May)"."""

    place: Span
    days: DateExpression


def find_legs(article: Article, act: Act) -> list[Leg]:
    """The stages that an act's clause tells, each a place with its days in brackets behind it."""
    sentence, region = article.sentences[act.sentence], act.region
    found = []
    for expression in article.dates[act.sentence]:
        first = sentence.indexes(expression.span).start
        if expression.value and first - 2 in region and sentence.tokens[first - 1].text == "(" and sentence.tokens[first - 2].is_capital:
            place = sentence.tokens[first - 2].span
            named = [m.span for m in article.mentions_in(place, PLACES) if m.span.end == place.end]
            found.append(Leg(max(named, key=lambda s: s.end - s.start, default=place), expression))
    return found


def stage_evidence(article: Article, act: Act, leg: Leg) -> list[Span]:
    """What tells of a stage: the words up to the act's own, and those of the stage."""
    tokens, start = article.sentences[act.sentence].tokens, trimmed(article, act).start
    told, own = Span(start, tokens[act.trigger.stop - 1].span.end), Span(leg.place.start, leg.days.span.end)
    return [told, own] if start < told.end <= own.start else [Span(start, own.end)]
