"""When: a date stated for the act, one carried over from the act before, the dateline's, or the publication's."""

from __future__ import annotations

from datetime import date, timedelta

from elshi.engagements.article import Article
from elshi.language.base import DateExpression
from elshi.records import Basis, EventDate, Evidence, Span

__all__ = ["fallback_date", "stated_date"]

STEP = {"same-day": 0, "next-day": 1, "previous-day": -1}


def _shifted(value: str, days: int) -> str | None:
    try:
        return (date.fromisoformat(value.split("/")[-1 if days > 0 else 0]) + timedelta(days=days)).isoformat()
    except ValueError:
        return value if days == 0 else None


def stated_date(article: Article, number: int, region: Span, previous: EventDate | None, told: int) -> EventDate | None:
    """The date that a region of sentence `number` states for its act; expressions after offset `told` or in quotes do not count."""
    for expression in article.dates[number]:
        span = expression.span
        if not region.contains(span) or span.start > told or any(q.contains(span) for q in article.quotes[number]):
            continue
        value = _value(expression, previous)
        if value and len(value) > 4:
            return EventDate(value, Basis.EXPLICIT, Evidence((span,), expression.reference or "stated date"))
    return None


def _value(expression: DateExpression, previous: EventDate | None) -> str | None:
    if expression.reference is None:
        return expression.value
    known = previous.value if previous else None
    return _shifted(known, STEP[expression.reference]) if known else expression.value


def fallback_date(article: Article) -> EventDate:
    """The date of an act that states none: the dateline's, else the publication's, else none."""
    anchor, layout = article.anchor, article.layout
    if anchor.dateline is not None:
        spans = (layout.dateline_date,) if layout.dateline_date else ()
        return EventDate(anchor.dateline.isoformat(), Basis.DATELINE, Evidence(spans, "dateline"))
    if anchor.published is not None:
        return EventDate(anchor.published.isoformat(), Basis.PUBLISHED, Evidence((), "publication date"))
    return EventDate(None, Basis.NONE, Evidence((), "no date"))
