"""When: the dates of a stretch of text that can be those of an act, and the days of a journey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from elshi.engagements.article import Article
from elshi.engagements.scene_words import SceneWords
from elshi.language.base import DateExpression, Sentence, Token
from elshi.language.phrases import Match
from elshi.records import Basis, EventDate, Evidence, Span, Status

__all__ = ["MomentReader", "fallback_date"]

STEP = {"same-day": 0, "next-day": 1, "previous-day": -1}
DAY_OF_TRIP = {"first": 0, "second": 1, "third": 2, "fourth": 3}
JUST_PAST = 2  # days
WEEK = 7
BESIDE = 3  # tokens between a word and the date that it speaks of
AHEAD = 5  # tokens before a date in which a word may say that it is another event's
YEAR = 4
DAY = len("2026-03-05")


def _shifted(value: str, days: int) -> str | None:
    try:
        return (date.fromisoformat(value.split("/")[-1 if days > 0 else 0]) + timedelta(days=days)).isoformat()
    except ValueError:
        return value if days == 0 else None


def fallback_date(article: Article) -> EventDate:
    """The date of an act that states none: the dateline's, else the publication's, else none."""
    anchor, layout = article.anchor, article.layout
    if anchor.dateline is not None:
        spans = (layout.dateline_date,) if layout.dateline_date else ()
        return EventDate(anchor.dateline.isoformat(), Basis.DATELINE, Evidence(spans, "dateline"))
    if anchor.published is not None:
        return EventDate(anchor.published.isoformat(), Basis.PUBLISHED, Evidence((), "publication date"))
    return EventDate(None, Basis.NONE, Evidence((), "no date"))


class MomentReader:
    """Reads when the acts of one document took place."""

    def __init__(self, article: Article, words: SceneWords, state_first: bool) -> None:
        self._article, self._words, self._verb_last = article, words, state_first
        self.journeys: set[str] = set()
        self._first_day: date | None = None

    def stated(
        self,
        number: int,
        region: Span,
        known: EventDate | None,
        trip: EventDate | None,
        status: Status | None = None,
        trigger: Span | None = None,
    ) -> EventDate | None:
        """The date that a region of sentence `number` states. `known` is the date told before it, `trip` the days of the journey told of,
        `status` and `trigger` those of the act whose date is sought."""
        candidates = list(self._candidates(number, region, status, trigger))
        wide = known is not None and "/" in (known.value or "")
        day = self._day_of_trip(number, region, trip or (known if wide else None), candidates)
        for place, first in enumerate(candidates):
            after = candidates[place + 1 : place + 2]
            explained = after and after[0].reference is None and self._explains(number, first, after[0])
            expression = after[0] if explained else first
            value = self._value(expression, self._told_before(number, expression) or known)
            value = self._another_week(expression, value, status, known)
            within = self._day_within(value, candidates[place + 1 :], status)
            if within is not None:
                return self.dated(within)
            if value and len(value) > YEAR and self._possible(value, status):
                found = EventDate(value, Basis.EXPLICIT, Evidence((expression.span,), expression.reference or "stated date"))
                return day if day and ("/" in value or value == str(self._first_day)) else found
        return day

    def _day_within(self, value: str | None, following: Sequence[DateExpression], status: Status | None) -> DateExpression | None:
        """A day told behind the days of a journey that it is one of: "from 3 to 5 May he was in Oslo, where on 4 May …"."""
        first, _, last = (value or "").partition("/")
        days = [e for e in following if last and len(e.value or "") == DAY and first <= (e.value or "") <= last]
        return next((e for e in days if self._possible(e.value or "", status)), None)

    def _told_before(self, number: int, expression: DateExpression) -> EventDate | None:
        """The day told ahead of a date that is counted from another, in its sentence ("set for 26 May, took place two days later") or in
        the one before it in the paragraph."""
        if expression.reference is None:
            return None
        ahead = [e for e in self._article.dates[number] if e.span.end <= expression.span.start and len(e.value or "") == DAY]
        sentences = self._article.sentences
        if not ahead and number and sentences[number - 1].paragraph == sentences[number].paragraph:
            before = self._candidates(number - 1, sentences[number - 1].span, Status.HELD, None)
            ahead = [e for e in before if len(e.value or "") == DAY and self._possible(e.value or "", Status.HELD)]
        return self.dated(ahead[-1]) if ahead else None

    def _candidates(self, number: int, region: Span, status: Status | None, trigger: Span | None) -> Iterator[DateExpression]:
        sentence = self._article.sentences[number]
        for expression in self._article.dates[number]:
            span = expression.span
            if not region.contains(span) or any(q.contains(span) for q in self._article.quotes[number]):
                continue
            inside = sentence.indexes(span)
            if (
                self._is_told(sentence, inside)
                or self._is_end(sentence, inside, expression)
                or self._is_anothers(sentence, inside, status)
                or self._is_aside(sentence, inside, trigger)
            ):
                continue
            yield expression

    def _is_end(self, sentence: Sentence, inside: range, expression: DateExpression) -> bool:
        """Whether a date is the end or the beginning of something: "until May", «2027 жылға дейін»."""
        if expression.value and "/" in expression.value:
            return False
        beside = inside.stop if self._verb_last else inside.start - 1
        return 0 <= beside < len(sentence.tokens) and sentence.tokens[beside].lower in self._words.until

    def _is_anothers(self, sentence: Sentence, inside: range, status: Status | None) -> bool:
        """Whether the words beside a date say that it is the date of something else."""
        if status is not None and status is not Status.HELD:
            return False
        first, last = (inside.stop, inside.stop + 2) if self._verb_last else (inside.start - AHEAD, inside.start)
        beside = sentence.tokens[max(0, first) : last]
        return any(self._verb_last or self._reaches(beside, m) for m in self._words.scheduled.all(beside))

    def _reaches(self, tokens: Sequence[Token], match: Match[str]) -> bool:
        """Whether a participle is not the verb of its clause ("was signed on Friday"), and no other verb stands between it and the date."""
        if match.start > 0 and tokens[match.start - 1].lower in self._words.were:
            return False
        first = (t.readings[0] for t in tokens[match.end :] if t.readings)
        return not any(r.part == "VERB" and r.features & {"past", "fut"} and "part" not in r.features for r in first)

    def _is_told(self, sentence: Sentence, inside: range) -> bool:
        """Whether a date is that of a report: "the ministry said today"."""
        beside = (
            sentence.tokens[inside.stop : inside.stop + 2] if self._verb_last else sentence.tokens[max(0, inside.start - 3) : inside.start]
        )
        behind = () if self._verb_last else sentence.tokens[inside.stop : inside.stop + 2]  # "the ministry on Thursday said that"
        that = len(behind) > 1 and behind[1].lower in ("that", "что", ",")
        return bool(self._words.reports.all(beside)) or (that and bool(self._words.reports.all(behind[:1])))

    def whole(self, number: int, region: Span) -> EventDate | None:
        """All the days of a journey whose stages are dated one by one; None if there are not several."""
        spans = [d for d in self._article.dates[number] if region.contains(d.span) and d.value and "/" in d.value]
        ends = [(d.value or "").split("/") for d in spans]
        if len(spans) < 2 or any(a[0] <= b[0] and b[1] <= a[1] for a in ends for b in ends if a is not b):
            return None  # "next week, 7-9 April": one explains the other
        value = f"{min(e[0] for e in ends)}/{max(e[1] for e in ends)}"
        return EventDate(value, Basis.EXPLICIT, Evidence(tuple(d.span for d in spans), "stages of a journey"))

    def _is_aside(self, sentence: Sentence, inside: range, trigger: Span | None) -> bool:
        """Whether a date stands in a relative clause that does not hold the act's word."""
        for index in range(inside.start - 1, -1, -1):
            token = sentence.tokens[index]
            if token.text in ",;(—–" or (trigger is not None and trigger.overlaps(token.span)):
                opens = bool(self._words.asides.all(sentence.tokens[index + 1 : index + 3]))
                opens = opens and not self._words.happened.all(sentence.tokens[index + 1 : inside.start])
                return opens and not (trigger is not None and token.span.end <= trigger.start < sentence.tokens[inside.start].span.start)
        return False

    def _explains(self, number: int, first: DateExpression, second: DateExpression) -> bool:
        """Whether a date follows at once what it explains: "the day before, 2 June", «накануне, в понедельник»."""
        sentence = self._article.sentences[number]
        between = sentence.tokens[sentence.indexes(first.span).stop : sentence.indexes(second.span).start]
        told = any(c.isdigit() for c in second.span.of(self._article.text)) or any(t.text == "," for t in between)
        return len(between) <= BESIDE and told and not any(c.isdigit() for c in first.span.of(self._article.text))

    def _possible(self, value: str, status: Status | None) -> bool:
        """Whether an act of this status can be of that date: none is held after the document, nor planned before it."""
        day = self._article.anchor.day
        if day is None or status is None:
            return True
        first, _, end = value.partition("/")
        last = end or first
        if status is Status.HELD:
            return first <= self._latest(day).isoformat()[: len(first)]
        return status is not Status.PLANNED or last >= day.isoformat()[: len(last)]

    def _latest(self, day: date) -> date:
        """The last day of which a text can tell what happened: that of its publication where it came out some days after its dateline."""
        published = self._article.anchor.published
        return published if published is not None and day < published <= day + timedelta(days=WEEK) else day

    def _another_week(self, expression: DateExpression, value: str | None, status: Status | None, known: EventDate | None) -> str | None:
        """A weekday of which the week is not told, in the week that suits the act: of what is planned the next one, after the day told
        before where that is to come."""
        if not expression.loose or value is None or len(value) != DAY or status is None:
            return value
        past = not self._possible(_shifted(value, JUST_PAST) or value, Status.PLANNED)  # a day just gone by is the one that was meant
        if status is Status.CANCELLED and self._is_scheduled(expression) and past:
            return _shifted(value, WEEK)
        if not self._possible(value, status):
            return _shifted(value, WEEK if status is Status.PLANNED else -WEEK)
        ahead = (known.value or "").split("/")[-1] if known and status is Status.PLANNED and known.basis is Basis.EXPLICIT else None
        return _shifted(value, WEEK) if ahead and len(ahead) == DAY and value < ahead <= (_shifted(value, WEEK) or "") else value

    def _is_scheduled(self, expression: DateExpression) -> bool:
        """Whether a day is told to be that for which something had been planned: "which was due on Friday"."""
        number = next(n for n, dates in enumerate(self._article.dates) if expression in dates)
        sentence = self._article.sentences[number]
        at = sentence.indexes(expression.span).start
        return any(m.end <= at for m in self._words.scheduled.all(sentence.tokens[:at]))

    def _value(self, expression: DateExpression, known: EventDate | None) -> str | None:
        if expression.reference is None:
            return expression.value
        base = known.value if known and known.value else fallback_date(self._article).value
        if base in self.journeys and expression.reference == "next-day":
            base = base.split("/")[0]
        step = STEP.get(expression.reference)
        return _shifted(base, int(expression.reference) if step is None else step) if base else expression.value

    def _day_of_trip(
        self, number: int, region: Span, trip: EventDate | None, candidates: Sequence[DateExpression] = ()
    ) -> EventDate | None:
        """ "On the second day" of a journey whose days are known; where its first day is not known, a later one is the document's day."""
        sentence = self._article.sentences[number]
        inside = sentence.indexes(region)
        for match in self._words.days.all(sentence.tokens[inside.start : inside.stop]):
            tokens = sentence.tokens[inside.start + match.start : inside.start + match.end]
            value = self._nth_day(match.entry, trip, self._beginning(sentence, candidates))
            if value:
                return EventDate(value, Basis.EXPLICIT, Evidence((Span(tokens[0].span.start, tokens[-1].span.end),), f"{match.entry} day"))
        return None

    def _nth_day(self, name: str, trip: EventDate | None, beginning: date | None) -> str | None:
        known = trip.value.split("/") if trip is not None and trip.value and "/" in trip.value else None
        if name == "last":
            return known[1] if known else None
        count = DAY_OF_TRIP[name]
        if beginning is not None:
            self._first_day = beginning
        elif known:
            return self._later(known[0], count)
        elif self._first_day is None and count and self._article.anchor.day is not None:
            self._first_day = self._article.anchor.day - timedelta(days=count)
        return (self._first_day + timedelta(days=count)).isoformat() if self._first_day is not None else None

    def _beginning(self, sentence: Sentence, candidates: Sequence[DateExpression]) -> date | None:
        """The day of which a sentence says that something began on it."""
        for expression in candidates:
            inside = sentence.indexes(expression.span)
            beside = range(inside.stop, inside.stop + BESIDE) if self._verb_last else range(max(0, inside.start - BESIDE), inside.start)
            told = self._words.began.all(sentence.tokens[beside.start : beside.stop])
            if told and expression.value and len(expression.value) == DAY:
                return date.fromisoformat(expression.value)
        return None

    @staticmethod
    def _later(first: str, days: int) -> str:
        return (date.fromisoformat(first) + timedelta(days=days)).isoformat() if len(first) == 10 else first

    @staticmethod
    def dated(expression: DateExpression) -> EventDate:
        """The date that an expression tells, as a text states it."""
        return EventDate(expression.value, Basis.EXPLICIT, Evidence((expression.span,), "stated date"))

    def followed(self, number: int, known: EventDate | None) -> EventDate | None:
        """The date that a sentence about the act told before gives it: "The ceremony took place on 3 May"."""
        sentence = self._article.sentences[number]
        happened = self._words.happened.all(sentence.tokens)
        for expression in self._candidates(number, sentence.span, Status.HELD, None):
            inside = sentence.indexes(expression.span)
            near = any(m.start - BESIDE <= inside.stop <= m.start + 1 or 0 <= inside.start - m.end <= BESIDE for m in happened)
            value = self._value(expression, known)
            if near and value and len(value) > YEAR and self._possible(value, Status.HELD):
                return EventDate(value, Basis.EXPLICIT, Evidence((expression.span,), expression.reference or "stated date"))
        return None
