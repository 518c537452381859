"""Journeys that a text sums up when they are over: their days are those of the engagements that it then tells one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from elshi.engagements.article import Article
from elshi.engagements.drafts import Draft
from elshi.engagements.scene_words import SceneWords
from elshi.records import Basis, Engagement, EventDate, Evidence, Status

__all__ = ["with_whole_journeys"]

DAY = len("2026-03-05")
LONGEST = 31  # days
REMOTE = frozenset({"call", "message"})


def with_whole_journeys(article: Article, drafts: Sequence[Draft], found: Sequence[Engagement], words: SceneWords) -> list[Engagement]:
    """The engagements; a journey told to be over, of which only the end or nothing is dated, has the days from the first to the last of
    the engagements told behind it of who travelled."""
    told = list(found)
    for place, draft in enumerate(drafts):
        if _sums_up(article, draft, told[place], words):
            later = zip(drafts[place + 1 :], told[place + 1 :], strict=True)
            behind = [(d, e) for d, e in later if draft.identities <= d.identities]
            days = _days(
                [e.date for d, e in behind if d.status is Status.HELD and d.type not in REMOTE and d.leg is None], told[place].date
            )
            told[place] = replace(told[place], date=days or told[place].date)
    return told


def _sums_up(article: Article, draft: Draft, engagement: Engagement, words: SceneWords) -> bool:
    """Whether a draft is a journey of somebody told to be over, of which no more than one day is told."""
    if draft.type != "visit" or draft.status is not Status.HELD or not draft.identities or "/" in (engagement.date.value or ""):
        return False
    tokens = article.sentences[draft.act.sentence].tokens[draft.act.region.start : draft.act.region.stop]
    return bool(words.ends.all(tokens))


def _days(dates: Sequence[EventDate], known: EventDate) -> EventDate | None:
    explicit = [d for d in dates if d.basis is Basis.EXPLICIT and d.value is not None and len(d.value.split("/")[0]) == DAY]
    ends = [(d.value or "").split("/")[-1] for d in explicit] + ([known.value] if known.basis is Basis.EXPLICIT and known.value else [])
    if len(explicit) < 2 or any(len(e) != DAY for e in ends):
        return None
    first, last = min((d.value or "").split("/")[0] for d in explicit), max(ends)
    if known.value is not None and len(known.value) == DAY and last > known.value:
        return None
    short = (date.fromisoformat(last) - date.fromisoformat(first)).days
    spans = tuple(s for d in explicit for s in d.evidence.spans) if all(d.evidence for d in explicit) else ()
    return EventDate(f"{first}/{last}", Basis.EXPLICIT, Evidence(spans, "days of a journey")) if 0 < short <= LONGEST and spans else None
