"""The acts that a sentence reports: which words say so, which stretch speaks of each, and the parties in its slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from elshi.engagements.act_words import is_appeal, is_attribute, is_of_heads, is_passing, tells_days
from elshi.engagements.article import Article
from elshi.engagements.contacts import TALKED, Act, chained, joined
from elshi.engagements.denials import is_denied
from elshi.engagements.lexicons import ActWord, Lexicons
from elshi.engagements.outcomes import outcome_words
from elshi.engagements.parties import Party
from elshi.engagements.stretches import RELATIVES, part_sentence
from elshi.engagements.surroundings import leads
from elshi.engagements.taking_part import Partaking, crossed, stands_in
from elshi.engagements.tellings import complement_start, source_end
from elshi.engagements.tenses import TenseReader
from elshi.language.base import Case
from elshi.language.phrases import Match
from elshi.records import Label, Mention, ParticipantKind, Span, Status

__all__ = ["Act", "find_acts"]

PLANNED = frozenset({"agreed", "proposed"})  # outcomes that tell of acts to come
PASSING = frozenset({"visit", "message"})  # told of somebody in a relative clause they are no news
REMOTE = frozenset({"meeting", "talks"})  # conversations that are calls where the text says that they were not face to face
SPOKE = frozenset({"=spoke|=spoken to", "speak/past ~3 with", "speak/inf ~2 with"})
PLACED = frozenset({Label.CITY, Label.COUNTRY})
NEAR = 2  # tokens between a verb of attending and what is attended
BETWEEN = frozenset({"between", "между"})
OCCASION = 14  # tokens between the words of an occasion and the last word for what it is: "on the margins of the session of the Assembly"


def _in_quotes(article: Article, number: int, span: Span) -> bool:
    return any(q.contains(span) for q in article.quotes[number])


TO_DO = frozenset({"inf", "conv"})  # "proposed | to hold", "proposed | holding"


class _Search:
    """The acts of one sentence."""

    def __init__(self, article: Article, number: int, parties: Sequence[Party], lexicons: Lexicons) -> None:
        self.article, self.number, self.lexicons = article, number, lexicons
        self.sentence = article.sentences[number]
        self.tokens = self.sentence.tokens
        self.parties = [p for p in parties if not _in_quotes(article, number, p.span)]
        self.source = source_end(self.sentence, lexicons)
        self.told = complement_start(self.sentence, self.parties, lexicons)
        names = [p.name for p in self.parties if p.name is not None]
        self.tenses = TenseReader(article, number, names, lexicons, self.told)
        self.travellers: tuple[Party, ...] = ()  # those whose journey is the occasion of what is told

    @cached_property
    def light(self) -> list[Match[str]]:
        """Verbs that tell an act only with its noun."""
        return [m for m in self.lexicons.light.all(self.tokens) if not self.tenses.is_wish(m)]

    @cached_property
    def decoys(self) -> list[Match[str]]:
        """What looks like an act and is none."""
        return self.tenses.misleading(self.lexicons.decoys.all(self.tokens))

    @cached_property
    def back(self) -> list[Match[str]]:
        """What leads back in time."""
        return self.lexicons.back.all(self.tokens)

    @cached_property
    def outcomes(self) -> list[Match[str]]:
        """Words of steps to come."""
        return [m for m in outcome_words(self.article.language.code).all(self.tokens) if m.entry in PLANNED]

    @cached_property
    def _partaking(self) -> Partaking:
        return Partaking(self.article, self.number, self.parties, self.lexicons, self.told, self.source, self.light, self.back)

    @cached_property
    def settings(self) -> list[Match[str]]:
        """Occasions in whose course something happens."""
        return self.lexicons.settings.all(self.tokens)

    @cached_property
    def journeys(self) -> list[Match[str]]:
        """Words of travelling."""
        return self.lexicons.journeys.all(self.tokens)

    def find(self) -> list[Act]:
        triggers = self._triggers()
        regions = part_sentence(self.tokens, triggers, self.parties, self.light, self.lexicons)
        acts: list[Act] = []
        subject: tuple[Party, ...] = ()
        for trigger, region in zip(triggers, regions, strict=True):
            act = self._act(trigger, region, subject)
            if acts and trigger.entry.noun and acts[-1].word.noun and not any(m.start in region for m in self.light):
                act = replace(act, status=acts[-1].status, told_by=acts[-1].told_by)  # "talks with A are planned, meetings with B and C"
            act = self._planned_with(acts[-1], act) if acts else act
            subject = self._theme(act) or subject
            acts.append(act)
        return chained(acts, self.tokens) if self.lexicons.state_first else acts

    def _theme(self, act: Act) -> tuple[Party, ...]:
        """Of whom the sentence goes on to tell: the act's subject, or the guest who stands ahead of the verb («его принял A»)."""
        ahead = [p for p in act.parties if p.phrase.start < act.trigger.start]
        guests = tuple(p for p in ahead if p.slot.case in (Case.ACC, Case.GEN) and p.slot.preposition is None)
        if act.word.frame.guests and guests and len(ahead) == len(guests):
            return guests
        return tuple(p for p in act.parties if p.slot.case == Case.NOM and p.slot.preposition is None)

    def _planned_with(self, before: Act, act: Act) -> Act:
        """An act told by a bare verb shares the auxiliary of the one before it: "will be received by A and address B"."""
        if self.lexicons.state_first or act.status is not Status.HELD or before.status is not Status.PLANNED:
            return act
        verb = next((i for i in range(act.region.start, act.trigger.stop) if self._is_verb(i)), None)
        own = verb is not None and any(p.slot.case == Case.NOM and p.phrase.start in range(act.region.start, verb) for p in self.parties)
        bare = verb is not None and "inf" in self._marks_of(verb)  # also of purpose: "flies to Cebu to visit a farm"
        return replace(act, status=before.status, told_by=before.told_by) if bare and not own else act

    def _is_verb(self, index: int) -> bool:
        return any(r.part == "VERB" and not r.features & {"conv", "part"} for r in self.tokens[index].readings[:1])

    def _triggers(self) -> list[Match[ActWord]]:
        found = [m for m in self.lexicons.acts.all(self.tokens) if self._counts(m)]
        accredited = [m for m in found if m.entry.type == "credentials"]  # letters of credence are no letters
        found = [m for m in found if m.entry.type != "message" or not any(m.start < a.end and a.start < m.end for a in accredited)]
        kept: list[Match[ActWord]] = []
        for match in sorted(found, key=lambda m: (-(m.end - m.start), m.start)):
            if not any(k.start < match.end and match.start < k.end for k in kept):
                kept.append(match)
        return sorted(kept, key=lambda m: m.start)

    def _counts(self, match: Match[ActWord]) -> bool:
        tokens = range(match.start, match.end)
        span = Span(self.tokens[match.start].span.start, self.tokens[match.end - 1].span.end)
        if match.start > self.told or crossed(tokens, self.decoys) or _in_quotes(self.article, self.number, span):
            return False
        if self._is_denied(match):
            return False
        if match.entry.noun and (self._is_setting(match) or self._is_occasion(match) or self._is_owner(match)):
            return False
        if match.entry.type in PASSING and is_passing(self.tokens, match.start):
            return False
        if match.entry.frame.placed and not self._leads_to_place(match.end):
            return False
        if match.entry.type == "conference" and match.entry.noun and self._is_told_of_guests(match):
            return False
        if match.entry.frame.stays and not tells_days(self.article, self.number, match.end):
            return False
        if match.entry.frame.appeals and is_appeal(self.tokens, self.parties, match.end, self.lexicons):
            return False
        if not match.entry.noun and (is_attribute(self.tokens, match, self.lexicons) or self.tenses.is_wish(match)):
            return False
        if not self.lexicons.state_first and self._is_outcome(match.start):
            return False
        if any(p.phrase.start <= match.start and match.end <= p.phrase.stop and not self._is_attended(match, p) for p in self.parties):
            return False
        if match.entry.noun and self.tenses.is_wish(match):
            return False
        return not match.entry.noun or self._took_place(match) or self._has_counterpart(match) or self._sets_scene(match)

    def _is_attended(self, match: Match[ActWord], party: Party) -> bool:
        """Whether the name of a body is that of a gathering which somebody attends: "took part in the Ministerial Council"."""
        gathering = match.entry.type == "conference" and party.kind is ParticipantKind.ORGANIZATION and self.article.language.code == "en"
        return gathering and any(0 <= party.phrase.start - m.end <= 1 for m in self.lexicons.attended.all(self.tokens))

    def _is_told_of_guests(self, match: Match[ActWord]) -> bool:
        """Whether a gathering only tells in a relative clause what somebody has come for: "A, who is in Oslo for the forum"."""
        return self.article.language.code == "en" and is_passing(self.tokens, match.start)

    def _leads_to_place(self, index: int) -> bool:
        """Whether a city or state stands at a token, and no act told to be there: "will be in | Suva", not "…, where she will meet A"."""
        if any(t.lower == "where" for t in self.tokens[index:]):
            return False
        return index < len(self.tokens) and any(
            m.span.start == self.tokens[index].span.start for m in self.article.mentions_in(self.sentence.span, PLACED)
        )

    def _is_denied(self, match: Match[ActWord]) -> bool:
        """Whether an act did not happen, and was not called off either."""
        if self.lexicons.cancelled.all(self.tokens):
            return False
        if is_denied(self.tokens, match.start, match.end, self.lexicons):
            return True
        told = [m for m in self.light if not self._helps_to_deny(m.start)]
        near = [m for m in told if m.start >= match.end] or told
        nominal = match.entry.noun or not any(r.part == "VERB" for t in self.tokens[match.start : match.end] for r in t.readings[:1])
        return nominal and bool(near) and all(is_denied(self.tokens, m.start, m.end, self.lexicons) for m in near)

    def _helps_to_deny(self, index: int) -> bool:
        """Whether "has" or "had" only helps a verb that is denied: "has not yet been held"."""
        following = self.tokens[index + 1 : index + 2]
        return self.tokens[index].lower in ("has", "have", "had") and any(self.lexicons.denied.at([t], 0) for t in following)

    def _is_outcome(self, index: int) -> bool:
        """Whether what is told at a token is only agreed or proposed: "agreed to hold a meeting"."""
        for word in self.outcomes:
            between = self.tokens[word.end : index + 1]
            infinitive = any(r.features & TO_DO for t in between for r in t.readings[:1])
            own = any(p.slot.case == Case.NOM and word.end <= p.phrase.start < index for p in self.parties)
            if word.end <= index and infinitive and not own and not any(t.text == ";" for t in between):
                return True
        return False

    def _took_place(self, match: Match[ActWord]) -> bool:
        """Whether a word of taking place stands in the same clause: none of a relative clause behind the noun."""
        relative = next((i for i in range(match.end, len(self.tokens)) if self.tokens[i].lemmas() & RELATIVES), len(self.tokens))
        closed = [i for i in range(relative, len(self.tokens)) if self.tokens[i].text == ","]  # commas that may close the relative clause
        return any(m.start < relative or any(0 < m.start - i <= 2 for i in closed) for m in self.light)

    def _marks_of(self, index: int) -> frozenset[str]:
        return frozenset(f for r in self.tokens[index].readings[:1] for f in r.features)

    def _follows_particle(self, index: int) -> bool:
        """Whether an English base form is an infinitive: behind "to"."""
        return index > 0 and self.tokens[index - 1].lower == "to"

    def _is_occasion(self, match: Match[ActWord]) -> bool:
        """Whether a journey is only the occasion of what is told behind it: "during the visit of A to Oslo, it is planned to …"."""
        if match.entry.type != "visit" or not any(m.end <= match.start <= m.end + 4 for m in self.journeys):
            return False
        others = [
            m
            for m in self.lexicons.acts.all(self.tokens)
            if m.entry.type != "visit" and (self.article.language.code == "en" or m.start > match.end)
        ]
        if not others:
            return False
        near = (p for p in self.parties if match.end <= p.phrase.start <= match.end + 2)
        self.travellers = tuple(p for p in near if p.slot.preposition == "of" or (p.slot.case == Case.GEN and p.slot.preposition is None))
        return True

    def _is_owner(self, match: Match[ActWord]) -> bool:
        """Whether a Kazakh act noun only tells whose the group behind it is: «саммит | қонақтары»."""
        groups = (p for p in self.parties if p.kind is ParticipantKind.GROUP and p.phrase.start == match.end)
        last = self.tokens[match.end - 1].readings[:1]
        return self.lexicons.state_first and any(r.case == Case.NOM for r in last) and any(not p.codes for p in groups)

    def _is_setting(self, match: Match[ActWord]) -> bool:
        """Whether an act noun only tells on what occasion the sentence's own act took place: "on the sidelines of the forum"."""
        near = [m.end for m in self.settings if m.end <= match.start <= m.end + OCCASION and not self._is_behind(m.end, match.start)]
        return any(not self._is_told_behind(end, match) for end in near)

    def _is_told_behind(self, start: int, match: Match[ActWord]) -> bool:
        """Whether an occasion has its own noun ahead of the act word: «провёл на полях Генассамблеи встречи с A и B»."""
        own = any(r.part in ("NOUN", "NAME") for t in self.tokens[start : match.start] for r in t.readings[:1])
        return self.article.language.code == "ru" and own and self._has_counterpart(match)

    def _is_behind(self, start: int, index: int) -> bool:
        """Whether a comma or a verb between parts an act noun from what is ahead of it."""
        return self._has_verb(start, index) or any(t.text == "," for t in self.tokens[start:index])

    def _has_verb(self, start: int, stop: int) -> bool:
        return any(t.readings and t.readings[0].part == "VERB" for t in self.tokens[start:stop])

    def _sets_scene(self, match: Match[ActWord]) -> bool:
        """Whether a dated sentence tells what two did at a meeting: "at a meeting on 5 May A and B settled the agenda"."""
        if match.entry.type not in TALKED or not self.article.dates[self.number] or not crossed(range(match.start, match.end), self.back):
            return False
        subjects = [p for p in self.parties if p.name is not None and p.slot.case == Case.NOM and p.slot.preposition is None]
        return len(subjects) > 1

    def _has_counterpart(self, match: Match[ActWord]) -> bool:
        if self.lexicons.state_first:
            near = [p for p in self.parties if 0 <= match.start - p.phrase.stop <= 2 and p.slot.case != Case.NOM]
            return any(p.slot.case == Case.INS and stands_in(p, match.entry.frame.parties) for p in near)
        near = [p for p in self.parties if 0 <= p.phrase.start - match.end + 1 <= 5]
        if any(p.slot.preposition and stands_in(p, match.entry.frame.parties) for p in near):
            return True
        behind = [p for p in self.parties if p.phrase.start >= match.end and p.slot.preposition in BETWEEN]
        return bool(behind) and stands_in(behind[0], match.entry.frame.parties) and not self._has_verb(match.end, behind[0].phrase.start)

    def _act(self, match: Match[ActWord], region: range, subject: tuple[Party, ...]) -> Act:
        inside = tuple(p for p in self.parties if p.phrase.start in region and self._partaking.includes(p, match))
        inside = tuple(replace(p, roles=p.roles | {"owner"}) if self._owns(p, match) else p for p in inside)
        subjects = [p for p in inside if p.slot.case == Case.NOM and p.slot.preposition is None]
        many = (not self.lexicons.name_after_comma and len(subject) > 1) or any(
            p.kind is ParticipantKind.GROUP for p in subject
        )  # whom "they" of the next clause means
        has_subject = bool(subjects) and not (many and all("both" in p.roles for p in subjects))
        subject = subject or self.travellers
        parties = inside if has_subject or not subject else (*subject, *(p for p in inside if p not in subject))
        status, told_by = self._status(region, range(match.start, match.end))
        trigger = range(match.start, match.end)
        return Act(
            sentence=self.number,
            region=region,
            trigger=trigger,
            word=self._by_event(self._by_wire(match.entry, region), trigger),
            parties=parties,
            status=status,
            told_by=told_by,
            back=crossed(trigger, self.back),
            told_apart=not match.entry.noun or any(m.start in region and self._has_verb(m.start, m.start + 1) for m in self.light),
            plural=any(r.number == "plur" and r.part == "NOUN" for t in self.tokens[match.start : match.end] for r in t.readings[:2]),
            days=self._days(region, match.start),
        )

    def _owns(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether a gathering is that of a group of office-holders: of whom somebody is named, the group is no participant."""
        noun = match.entry.noun and match.entry.type in ("meeting", "conference")
        return noun and is_of_heads(self.tokens, range(match.start, match.end), party, self.lexicons)

    def _days(self, region: range, stop: int) -> frozenset[str]:
        """The days told in a region ahead of its act word."""
        ahead = Span(self.tokens[region.start].span.start, max(self.tokens[region.start].span.start, self.tokens[stop].span.start))
        told = (d for d in self.article.dates[self.number] if ahead.contains(d.span))
        return frozenset(day for d in told if (day := d.value or d.reference))

    def _by_wire(self, word: ActWord, region: range) -> ActWord:
        """A conversation that was not face to face is a call."""
        tokens = self.tokens[region.start : region.stop]
        distant = self.lexicons.remote.all(tokens)
        if word.type == "call" and word.phrase in SPOKE and not distant and self.lexicons.settings.all(tokens):
            return replace(word, type="meeting")  # "spoke with A on the margins of the forum"
        return replace(word, type="call") if word.type in REMOTE and distant else word

    def _by_event(self, word: ActWord, trigger: range) -> ActWord:
        """A meeting with a name of its own, which somebody attends, is a conference: "took part in the Women Leaders Meeting"."""
        if word.noun and word.type == "meeting" and any(is_of_heads(self.tokens, trigger, p, self.lexicons) for p in self.parties):
            return replace(word, type="conference", frame=replace(word.frame, least=1))
        if self.article.language.code != "en" or not word.noun:
            return word
        if word.type == "talks" and self._is_led_to(trigger.start):
            return replace(word, frame=replace(word.frame, least=1))  # "a delegation led by A took part in consultations"
        if word.type != "meeting":
            return word
        span = self.tokens[trigger.start].span
        named = any(m.span.contains(span) and m.span.end == span.end and m.span.start < span.start for m in self._events)
        attended = any(m.end <= trigger.start for m in self.lexicons.attended.all(self.tokens))
        return (
            replace(word, type="conference", frame=replace(word.frame, least=1))
            if named and attended and self.tokens[trigger.start].is_capital
            else word
        )

    def _is_led_to(self, index: int) -> bool:
        """Whether the head of a delegation attends what stands at a token."""
        attended = any(0 <= index - m.end <= NEAR for m in self.lexicons.attended.all(self.tokens))
        return attended and any(leads(p, self.tokens, self.lexicons) and p.phrase.start < index for p in self.parties)

    @cached_property
    def _events(self) -> list[Mention]:
        return list(self.article.mentions_in(self.sentence.span, {Label.EVENT}))

    def _clause_end(self, region: range, trigger: range) -> int:
        """Where the act's clause ends; where the verb stands last, a comma behind the act word ends it («барды, деп хабарлайды»)."""
        if self.lexicons.state_first:
            going_on = any(r.part == "CONV" for r in self.tokens[trigger.stop - 1].readings[:1])  # «барып, дәріс оқиды»: one tense
            for index in range(trigger.stop + going_on, region.stop):
                if self.tokens[index].text == ",":
                    return index
        return region.stop

    def _status(self, region: range, trigger: range) -> tuple[Status, Span]:
        return self.tenses.status(region, trigger, self._clause_end(region, trigger), self.light)


def find_acts(article: Article, number: int, parties: Sequence[Party], lexicons: Lexicons) -> list[Act]:
    """The acts of sentence `number`, in order. An act may lack the parties that it takes; who assembles decides what to do with it."""
    acts = _Search(article, number, parties, lexicons).find()
    return joined(acts)
