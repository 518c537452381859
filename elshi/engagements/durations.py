"""How long an act took: journeys and gatherings of which the text tells the beginning, the end or the number of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from elshi.engagements.article import Article
from elshi.engagements.scene_words import SceneWords
from elshi.language.base import DateExpression, Sentence
from elshi.language.phrases import Lexicon
from elshi.records import Basis, EventDate, Evidence, Span, Status

__all__ = ["DurationReader"]

BESIDE = 4  # tokens between a word of beginning or ending and its date
LONGEST = 31  # days
LATER = 4  # sentences in which the beginning and the end of a journey may follow
DAY = len("2026-03-05")


class DurationReader:
    """Reads the whole time of the acts of one document. `verb_last`: dates stand before the verbs that tell of them."""

    def __init__(self, article: Article, words: SceneWords, verb_last: bool) -> None:
        self._article, self._words, self._verb_last = article, words, verb_last

    def of_journey(self, number: int, region: Span, follow_up: Sequence[int], stated: EventDate | None) -> EventDate | None:
        """The days of a journey from the words that tell when it began and when it ends; None where they do not tell both."""
        places = [(number, region), *((n, self._article.sentences[n].span) for n in follow_up)]
        first = None
        for at, stretch in places:
            first = first or self._day_of(at, stretch, self._words.began)
            last = self._day_of(at, stretch, self._words.ends)
            begin = first.value if first else stated.value if stated else None
            if last is not None and last.value and begin and len(begin) == DAY and begin < last.value and self._is_short(begin, last.value):
                spans = (*(e.span for e in (first, last) if e is not None),)
                return EventDate(f"{begin}/{last.value}", Basis.EXPLICIT, Evidence(spans, "beginning and end"))
        return self._told_later(number)

    def _told_later(self, number: int) -> EventDate | None:
        """The days of a journey from a later sentence of the paragraph that tells both its beginning and its end."""
        sentences = self._article.sentences
        for at in range(number + 1, min(number + LATER, len(sentences))):
            first, last = (self._day_of(at, sentences[at].span, words) for words in (self._words.began, self._words.ends))
            if first is not None and last is not None and first.value and last.value and first.value < last.value:
                spans = (first.span, last.span)
                return EventDate(f"{first.value}/{last.value}", Basis.EXPLICIT, Evidence(spans, "beginning and end"))
        return None

    def of_days(self, number: int, region: Span, follow_up: Sequence[int], stated: EventDate, status: Status) -> EventDate | None:
        """The days of an act of which one day and the number of days are told: "a two-day session opened on Monday"."""
        if stated.value is None or len(stated.value) != DAY or stated.basis is not Basis.EXPLICIT:
            return None
        count = next((c for at in (number, *follow_up[:1]) if (c := self._count(self._article.sentences[at]))), None)
        if count is None:
            return None
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        tokens, day = sentence.tokens[inside.start : inside.stop], date.fromisoformat(stated.value)
        if self._words.ends.all(tokens):
            first, last = day - timedelta(days=count - 1), day
        elif status is not Status.HELD or self._words.began.all(tokens):
            first, last = day, day + timedelta(days=count - 1)
        else:
            return None
        return EventDate(f"{first}/{last}", Basis.EXPLICIT, Evidence(stated.evidence.spans, f"{count} days"))

    def stays(self, number: int) -> bool:
        """Whether a sentence tells where somebody stayed."""
        return bool(self._words.stays.all(self._article.sentences[number].tokens))

    def _count(self, sentence: Sentence) -> int | None:
        return next((m.entry for m in self._words.lengths.all(sentence.tokens)), None)

    def _day_of(self, number: int, stretch: Span, lexicon: Lexicon[str]) -> DateExpression | None:
        """The day that stands beside a word of the list, on the side where the language has its dates."""
        sentence = self._article.sentences[number]
        days = [e for e in self._article.dates[number] if stretch.contains(e.span) and len(e.value or "") == DAY]
        if not days:
            return None
        for match in lexicon.all(sentence.tokens):
            for day in days:
                inside = sentence.indexes(day.span)
                gap = match.start - inside.stop if self._verb_last else inside.start - match.end
                if 0 <= gap <= BESIDE:
                    return day
        return None

    @staticmethod
    def _is_short(first: str, last: str) -> bool:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days <= LONGEST
