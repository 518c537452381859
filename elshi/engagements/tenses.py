"""Whether an act happened: what its own verb tells, what words of planning and cancelling tell, and what is only wished for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from elshi.engagements.article import Article
from elshi.engagements.lexicons import ActWord, Lexicons
from elshi.language.base import Token
from elshi.language.phrases import Match
from elshi.records import Span, Status

__all__ = ["TenseReader"]

DAY = len("2026-03-05")
NEAR = 3  # tokens before a verb that may be its auxiliaries
GOVERNED = 9  # tokens before an infinitive in which a word may govern it
FAR = 12  # tokens between a word of wishing and the verb that it governs
BESIDE = 2  # tokens between a Kazakh verb and the word behind it that makes it a mere possibility


def _marks(token: Token) -> frozenset[str]:
    """The features of a token's first reading if that is a verb's."""
    first = token.readings[:1]
    return first[0].features if first and first[0].part == "VERB" else frozenset()


class TenseReader:
    """Reads the status of the acts of sentence `number`. `names` are its names, `told` the token from which others' words are told."""

    def __init__(self, article: Article, number: int, names: Sequence[range], lexicons: Lexicons, told: int) -> None:
        self._sentence, self._quotes = article.sentences[number], article.quotes[number]
        self._dates, self._today = article.dates[number], article.anchor.day
        self._tokens, self._lexicons, self._told = self._sentence.tokens, lexicons, told
        self._named = {i for name in names for i in name}  # a Will, an Ермек

    @cached_property
    def _planned(self) -> list[Match[str]]:
        return [m for m in self._lexicons.planned.all(self._tokens) if m.start not in self._named]

    @cached_property
    def _cancelled(self) -> list[Match[str]]:
        return [m for m in self._lexicons.cancelled.all(self._tokens) if m.start not in self._named]

    @cached_property
    def _wishes(self) -> list[Match[str]]:
        found = self._lexicons.wishes.all(self._tokens)
        return [w for w in found if not w.start or not self._tokens[w.start].is_capital]  # May

    def misleading(self, decoys: Sequence[Match[str]]) -> list[Match[str]]:
        """The decoys of the sentence; where something fell through, "the next meeting" and "the planned visit" are what did."""
        if not self._cancelled:
            return list(decoys)
        return [d for d in decoys if any(c.start < d.end and d.start < c.end for c in self._cancelled)]

    # What is only wished for.

    def is_wish(self, match: Match[ActWord] | Match[str]) -> bool:
        """Whether what a verb tells is only wished for, possible or asked ("may visit", "hopes to meet", «могла бы пройти»)."""
        if self._lexicons.state_first:
            return any(0 <= w.start - match.end < BESIDE or match.start <= w.start < match.end for w in self._wishes)
        if any(match.start - 1 <= w.start <= match.end for w in self._wishes if self._is_particle(w)):
            return True
        if any(w.start < match.start < w.end for w in self._wishes):
            return True
        if any(w.end <= match.start and self._governs(w.end, match.start) for w in self._wishes if not self._is_particle(w)):
            return True
        return self._lexicons.governing is not None and self._is_ungoverned(match)

    def _is_particle(self, wish: Match[str]) -> bool:
        return wish.end - wish.start == 1 and self._tokens[wish.start].lower in ("бы", "б")

    def _governs(self, start: int, verb: int, far: int = FAR) -> bool:
        """Whether nothing but the parts of one chain of infinitives stands between a governing word and a verb."""
        between = self._tokens[start:verb]
        return len(between) <= far and not any(self._is_finite(t) or t.text in ";:" for t in between)

    def _is_finite(self, token: Token) -> bool:
        marks = _marks(token)
        return bool(marks & {"past", "pres", "fut"}) and not marks & {"inf", "part"}

    def _is_ungoverned(self, match: Match[ActWord] | Match[str]) -> bool:
        """Whether a verb is an infinitive that no word of planning or of doing governs ("asked to open a consulate"), right before it or
        before the infinitives that it is joined to."""
        marks = {f for r in self._tokens[match.start].readings[:1] for f in r.features}
        if "inf" not in marks or ("pres" in marks and not self._follows_particle(match.start)):
            return False
        governing = self._lexicons.governing
        if governing is None or governing.all(self._tokens[max(0, match.start - GOVERNED) : match.start]):
            return False
        return self.chained(match.start) is None

    def _follows_particle(self, index: int) -> bool:
        """Whether an English base form is an infinitive: behind "to"."""
        return index > 0 and self._tokens[index - 1].lower == "to"

    def _is_infinitive(self, index: int) -> bool:
        return any("inf" in r.features for r in self._tokens[index].readings[:1])

    def chained(self, index: int) -> int | None:
        """Where the word of planning or of doing stands that governs the chain of infinitives that the one at `index` is a link of."""
        governing = self._lexicons.governing
        if not self._is_infinitive(index) or governing is None:
            return None
        links = 0
        for at in range(index - 1, -1, -1):
            if governing.at(self._tokens, at):
                return at if links else None
            if self._is_finite(self._tokens[at]) or self._tokens[at].text in ";:":
                return None
            links += self._is_infinitive(at)
        return None

    def _finite_behind(self, region: range, trigger: range) -> range | None:
        """The finite verb behind a Kazakh converb, which has its tense: «барып, дәріс | оқиды»."""
        if not self._lexicons.state_first or not any(r.part == "CONV" for r in self._tokens[trigger.stop - 1].readings[:1]):
            return None
        behind = (i for i in range(trigger.stop, region.stop) if self._is_finite(self._tokens[i]) and "conv" not in _marks(self._tokens[i]))
        found = next(behind, None)
        return range(found, found + 1) if found is not None else None

    # What is planned, cancelled or done.

    def status(self, region: range, trigger: range, stop: int, light: Sequence[Match[str]]) -> tuple[Status, Span]:
        """The status of the act at `trigger`, and the words that tell it. `stop` is where its clause ends; `light` are the words of taking
        place."""
        told = self._told_status(region, trigger, stop)
        verb = self._finite_behind(region, trigger) or (
            trigger if _marks(self._tokens[trigger.start]) else self._verb(region, trigger, light)
        )
        if verb is not None and verb.start < self._told and self._is_denied(verb):
            return Status.CANCELLED, self._span(verb)
        if verb is not None and told[0] is not Status.HELD and self._is_done(verb) and not self._comes_between(told[1], verb, trigger):
            return Status.HELD, self._span(verb)
        if verb is not None and told[0] is Status.HELD and self._is_coming(verb, region):
            return Status.PLANNED, self._span(verb)
        if verb is not None and told[0] is Status.HELD and "fut" in _marks(self._tokens[verb.start]) and verb.start < self._told:
            return Status.PLANNED, self._span(verb)
        return told

    def _comes_between(self, told: Span, verb: range, trigger: range) -> bool:
        """Whether the verb that tells of what is to come stands nearer to the act's noun than the past one before it."""
        at = self._sentence.index_at(told.start)
        return verb.stop <= at < trigger.start and "fut" in _marks(self._tokens[at])

    def _told_status(self, region: range, trigger: range, stop: int) -> tuple[Status, Span]:
        chain = self._plan_before(trigger.start) or self.chained(trigger.start)
        start = region.start if chain is None else min(chain, region.start)
        for status, matches in ((Status.CANCELLED, self._cancelled), (Status.PLANNED, self._planned)):
            for match in matches:
                if start <= match.start and match.end <= stop and self._counts(match, status):
                    return status, self._span(range(match.start, match.end))
        return Status.HELD, self._span(trigger)

    def _plan_before(self, index: int) -> int | None:
        """Where the word of planning stands on which an infinitive, or the noun behind one, depends: "is to meet A and to attend B"."""
        verb = next((i for i in range(index, max(-1, index - NEAR), -1) if i and self._tokens[i - 1].lower == "to"), None)
        if verb is None or not any("inf" in r.features for r in self._tokens[verb].readings):
            return None
        plans = [m.start for m in self._planned if m.end <= verb and self._governs(m.end, verb, 2 * FAR)]
        return max(plans, default=None)

    def _counts(self, match: Match[str], status: Status) -> bool:
        last = self._tokens[match.end - 1]
        past = self._lexicons.state_first and any("past" in r.features and r.part == "VERB" for r in last.readings)
        span = self._span(range(match.start, match.end))
        quoted = any(q.contains(span) for q in self._quotes)
        return not (past and status is Status.PLANNED) and not quoted and match.start < self._told

    def _verb(self, region: range, trigger: range, light: Iterable[Match[str]]) -> range | None:
        """The word that says that the act took, takes or will take place: the nearest to an act's noun."""
        told = [range(m.start, m.end) for m in (*self._cancelled, *self._planned)]
        near = [
            range(m.start, m.end)
            for m in light
            if m.start in region
            and not any(t.start < m.end and m.start < t.stop for t in told)
            and _marks(self._tokens[m.start])
            and not self._is_auxiliary(m.start)
        ]
        if self._lexicons.state_first:
            near = [r for r in near if r.start >= trigger.stop]
        return min(near, key=lambda r: max(r.start - trigger.stop, trigger.start - r.stop), default=None)

    def _is_auxiliary(self, index: int) -> bool:
        """Whether an English "had" or "has" only helps the participle behind it: "had been scheduled"."""
        following = self._tokens[index + 1 : index + 2]
        if self._tokens[index].lower == "had" and any(t.lower == "to" for t in following):
            return True  # "had to cancel"
        return self._tokens[index].lower in ("has", "have", "had") and any("part" in r.features for t in following for r in t.readings)

    def _is_coming(self, verb: range, region: range) -> bool:
        """Whether the present tells of what is to come: "flies to Oslo on Sunday", «2 июня открывает»; on the day itself it is under
        way."""
        marks = [r.features for r in self._tokens[verb.start].readings if r.part == "VERB" and r.lemma != "be"]
        if self._lexicons.state_first or self._today is None or not any("pres" in m and "inf" not in m for m in marks[:1]):
            return False
        inside = [d for d in self._dates if self._sentence.index_at(d.span.start) in region]
        today = self._today.isoformat()
        return any(d.value != today if d.loose else len(d.value or "") == DAY and (d.value or "") > today for d in inside)

    def _is_denied(self, verb: range) -> bool:
        """Whether a verb says that something will not be («не посетит», «кездеспейді»)."""
        marks = _marks(self._tokens[verb.start])
        before = self._tokens[verb.start - 1].lower if verb.start else ""
        return "fut" in marks and ("neg" in marks or before == "не")

    def _is_done(self, verb: range) -> bool:
        """Whether a verb is past by itself: no part of "will be held", "is to have met"."""
        marks = _marks(self._tokens[verb.start])
        if "past" not in marks or "inf" in marks:
            return False
        ahead = self._lexicons.auxiliaries
        return not any(t.lower in ahead for t in self._tokens[max(0, verb.start - NEAR) : verb.start])

    def _span(self, inside: range) -> Span:
        return Span(self._tokens[inside.start].span.start, self._tokens[inside.stop - 1].span.end)
