"""Engagements in the making: the acts of a document in reading order, each with its members and the sentences that speak of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.engagements.acts import Act, find_acts
from elshi.engagements.article import Article
from elshi.engagements.counterparts import part_counterparts
from elshi.engagements.extents import is_history, span_of, trimmed
from elshi.engagements.gatherings import is_multilateral, opens_gathering
from elshi.engagements.joining import MANY, Joining
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import ENVOYS, STATE_ROLES, Member, Members, are_of_one, is_own
from elshi.engagements.officials import CONVERSATIONS, are_teams, is_official, is_owner
from elshi.engagements.parties import Party
from elshi.engagements.plurals import are_meant_before, is_anonymous, lemmas_in, means_all, with_groups_before, with_travellers
from elshi.engagements.retellings import (
    GATHERINGS,
    Draft,
    gathers,
    hands_on,
    inherited_status,
    is_another_day,
    is_said,
    leads_to,
    repeats,
    tells_kind,
)
from elshi.engagements.stages import Leg, find_legs, stage_evidence
from elshi.engagements.statements import Sayings
from elshi.engagements.surroundings import leads
from elshi.engagements.tellings import brings_news
from elshi.language.base import Case
from elshi.records import ParticipantKind, Span, Status

__all__ = ["Draft", "draft_engagements"]

WITH, BY_HOST = frozenset({"с", "со", "with"}), frozenset({"nom", "by"})
HOSTED_BY_BODIES = frozenset({"conference", "signing", "reception", "ceremony", "briefing"})
OFFICIAL_ACTS = frozenset({"ceremony", "message", "signing", "visit"})  # of bodies at home they are no diplomacy
OCCASIONS = frozenset({"ceremony", "conference"})  # beside these a conversation is one of its own
OFFICES = frozenset({ParticipantKind.ORGANIZATION, ParticipantKind.OFFICE})


class _Drafter:
    """Reads the sentences of one document in order."""

    def __init__(
        self, article: Article, parties: Sequence[Sequence[Party]], members: Members, sayings: Sayings, lexicons: Lexicons
    ) -> None:
        self.article, self.parties, self.lexicons = article, parties, lexicons
        self.members, self.sayings = members, sayings
        self.joining = Joining(article, parties, sayings, lexicons)
        self.drafts: list[Draft] = []
        self.group = 0
        self.background = -1
        self.lead: Member | None = None
        self.announced: Act | None = None

    def read(self) -> list[Draft]:
        for number, sentence in enumerate(self.article.sentences):
            if self._is_background(number) and not self._is_to_come(number):
                continue
            acts = find_acts(self.article, number, self.parties[number], self.lexicons)
            started = False
            noted: set[Span] = set()
            for act in acts:
                started |= self._begin(act)
                noted.update(p.span for p in act.parties)
            if not started:
                self._continue(number, acts)
            if started or not brings_news(sentence, self.lexicons):
                self._note([p for p in self.parties[number] if p.span not in noted])
        return [d for d in self.drafts if d.members]

    def _is_background(self, number: int) -> bool:
        """Whether the sentence stands in a paragraph that recalls or explains."""
        sentence = self.article.sentences[number]
        parties = [p.phrase.start for p in self.parties[number]]
        if any(m.start <= 2 and not any(p < m.start for p in parties) for m in self.lexicons.background.all(sentence.tokens[:6])):
            self.background = sentence.paragraph
        return self.background == sentence.paragraph

    def _is_to_come(self, number: int) -> bool:
        """Whether a sentence tells of a contact of two people to come, which is news even where the rest recalls what was."""
        acts = find_acts(self.article, number, self.parties[number], self.lexicons)
        return any(a.status is Status.PLANNED and sum(p.name is not None for p in a.parties) > 1 for a in acts)

    def _note(self, parties: Sequence[Party]) -> None:
        for party in parties:
            for member in self.members.of([party]):
                leads = party.slot.case == Case.NOM and party.slot.preposition is None and bool(member.roles & STATE_ROLES)
                if self.lead is None and leads and member.kind is ParticipantKind.PERSON:
                    self.lead = member

    def _begin(self, act: Act) -> bool:
        if is_history(self.article, act, self.lexicons) or self._is_attendance(act) or self.joining.is_told_there(act, self.drafts):
            return False
        if is_said(self.article, act, self.drafts, self.members, self.sayings) or hands_on(self.article, act, self.drafts, self.lexicons):
            return False
        hosts = act.word.frame.guests or act.word.frame.parties == BY_HOST
        hosted = hosts and bool(self.drafts) and self.drafts[-1].type in GATHERINGS  # "greeted the guests"
        crowded = act.word.type in MANY or hosted
        members = self._eligible(
            self.members.of([p for p in act.parties if not self._is_nobody(p, crowded=crowded)]),
            act,
        )
        members = with_travellers(self.article, act, members, self.drafts, self.lexicons)
        members = with_groups_before(self.article, act, members, self.drafts, self.lexicons)
        if hosted and self._greets_there(act):
            return False
        together = self._together(act, members)
        if several := are_meant_before(self.article, act, members, self.drafts, self.lexicons):
            members = several
        elif (len(members) < act.word.frame.least and not act.word.frame.own) or self._lacks_subject(act):
            members = together or self._with_protagonist(act, members)
        if not self._enough(act, members):
            self.announced = act if not members else self.announced
            return False
        act = replace(self._as_announced(act), status=inherited_status(self.article, act, members, self.drafts, self.lexicons))
        current = self.drafts[-1] if self.drafts else None
        if current is not None and leads_to(self.article, current, act, members, self.parties[act.sentence]):
            self.drafts.pop()
            known = {m.identity: m for m in (*members, *current.members)}
            members = list(known.values())
        again = bool(together) and current is not None and self._goes_on(act, current)
        sibling = self._sibling(act, members)
        if sibling is not None:
            self._extend(sibling, act, members)
            return True
        if current is not None and (again or repeats(self.article, act, members, current) or self._is_part(act, current)):
            self._extend(current, act, members)
            return True
        self.group += 1
        for own, part in part_counterparts(self.article, act, members, self.lexicons):
            draft = self._draft(own, part)
            legs = find_legs(self.article, own) if draft.type == "visit" and not own.word.noun and len(own.trigger) == 1 else []
            self.drafts += [self._staged(draft, leg) for leg in legs] if len(legs) > 1 else [draft]
        if current is not None and current not in self.drafts:
            self.drafts[-1].evidence[:0] = current.evidence
        return True

    def _is_nobody(self, party: Party, *, crowded: bool) -> bool:
        """Whether a party is only a word for those told of before, or at a gathering for those who came."""
        everybody = means_all(self.article, party, self.lexicons)
        return everybody or (crowded and is_anonymous(self.article, party, self.lexicons))

    def _is_part(self, act: Act, current: Draft) -> bool:
        """Whether an act tells more of the gathering told before."""
        return gathers(self.article, act, current) or self.joining.is_held_there(act, current)

    def _as_announced(self, act: Act) -> Act:
        """A conversation told by what was discussed is the call that the sentence before only announced: "The ministers spoke by video
        link. A and B discussed …"."""
        told = self.announced
        if told is None or told.word.type != "call" or not act.word.frame.own or act.sentence - told.sentence != 1:
            return act
        beside = self.article.sentences[told.sentence].paragraph == self.article.sentences[act.sentence].paragraph
        return replace(act, word=replace(act.word, type="call")) if beside and told.status == act.status else act

    def _staged(self, draft: Draft, leg: Leg) -> Draft:
        """One stage of a journey."""
        evidence = stage_evidence(self.article, draft.act, leg)
        return replace(draft, leg=leg, evidence=evidence, members=list(draft.members), scope=list(draft.scope))

    def _is_attendance(self, act: Act) -> bool:
        """Whether an act only says who else was at the conversation told just before: "the ambassador also attended the meeting"."""
        if not self.drafts or not act.word.noun:
            return False
        received = act.back and act.word.type == "reception" and self.drafts[-1].act.word.frame.guests
        if not received and not {act.word.type, self.drafts[-1].type} <= CONVERSATIONS:
            return False
        sentence, current = self.article.sentences[act.sentence], self.drafts[-1]
        if act.status != current.status or current.scope[-1] < act.sentence - 1:
            return False
        with_whom = [p for p in act.parties if p.slot.preposition in WITH or self._stands_next(p, act)]
        attending = self.lexicons.attends.all(sentence.tokens[act.region.start : act.region.stop])
        return bool(attending) and not with_whom and not is_another_day(self.article, act, current)

    def _goes_on(self, act: Act, current: Draft) -> bool:
        """Whether a conversation of all those told of before is the one told of: not by wire beside face to face, not of another day."""
        wired = {act.word.type, current.type} & {"call"}
        kin = act.word.type in CONVERSATIONS and current.type not in OCCASIONS and (not wired or act.word.type == current.type)
        return kin and act.status == current.status and not is_another_day(self.article, act, current)

    def _greets_there(self, act: Act) -> bool:
        """Whether an act only tells who greeted the guests of the gathering told right before."""
        guests = any(is_anonymous(self.article, p, self.lexicons) for p in act.parties)
        current = self.drafts[-1]
        return guests and act.status == current.status and act.sentence - current.scope[-1] <= 1

    def _stands_next(self, party: Party, act: Act) -> bool:
        """Whether a party follows the act word, whose own it then is; not where the verb stands last."""
        return not self.lexicons.state_first and 0 <= party.phrase.start - act.trigger.stop <= 1

    def _together(self, act: Act, members: Sequence[Member]) -> list[Member]:
        """Those of the engagement told before, where the act's own subject means all of them ("both", "the parties")."""
        tokens = self.article.sentences[act.sentence].tokens[act.region.start : act.trigger.start]
        groups = (p for p in act.parties if p.kind is ParticipantKind.GROUP and p.phrase.start in act.region)
        told_by_all = any(means_all(self.article, p, self.lexicons) for p in groups) or self.lexicons.together.all(tokens)
        if members or not self.drafts or not told_by_all:
            return []
        told = next((d.members for d in reversed(self.drafts) if d.members), [])
        return list(told) if len(told) > 1 else []

    def _eligible(self, members: list[Member], act: Act) -> list[Member]:
        """The members without bodies and groups of which somebody is named, and without stray bodies."""
        people = [m for m in members if m.kind is ParticipantKind.PERSON]
        codes = {c.code for m in people for c in m.codes}
        kept = []
        members = [m for m in members if "led" not in m.roles] if people else members
        posted = [lemmas_in(self.article, b) for m in people for b in m.bodies]
        for member in members:
            own = {c.code for c in member.codes}
            body = member.kind is ParticipantKind.ORGANIZATION and not member.codes
            if body and any(lemmas_in(self.article, member.mention) <= words for words in posted):
                continue  # "the University of Oslo", of which a vice-rector is named
            # "between the ministries of A and B": whoever led their delegations is named
            joint = (len(own) > 1 or "alike" in member.roles) and len(people) > 1
            implied = member.kind is ParticipantKind.ORGANIZATION and bool(people) and (own <= codes or joint)
            told = "owner" in member.roles and bool(people)
            if member.kind is ParticipantKind.GROUP and (told or (len(own) > 1 and own <= codes and not member.roles)):
                continue  # "the foreign ministers of A and B", who are named
            if implied and (member.codes or act.word.type not in HOSTED_BY_BODIES):
                continue
            kept.append(member)
        teams = [m for m in members if any(word in m.name.casefold() for word in self.lexicons.delegations)]
        faced = [m for m in teams if m.kind is ParticipantKind.ORGANIZATION and not m.codes and m not in kept]
        return [*kept, *faced[:1]] if len(kept) == 1 < act.word.frame.least else kept  # "received a delegation of the Writers' Union"

    def _with_protagonist(self, act: Act, members: list[Member]) -> list[Member]:
        """An act told without its subject is the doing of the main person of the engagement before it."""
        subjects = [p for p in act.parties if p.slot.preposition is None and str(p.slot.case) == "nom"]
        if subjects or not (members or self._in_programme(act) or (not members and self._is_of_travellers(act))):
            return members
        tokens = self.article.sentences[act.sentence].tokens
        main = self._main() if not any(leads(p, tokens, self.lexicons) for p in act.parties) else None
        if main is None or main.identity in {m.identity for m in members}:
            return members
        return [main, *members]

    def _is_of_travellers(self, act: Act) -> bool:
        """Whether the subject of an act is a word for those on the journey told of: "the delegation laid a wreath"."""
        ahead = self.article.sentences[act.sentence].tokens[act.region.start : act.trigger.start]
        plain = any(t.lemmas() & self.lexicons.delegations and any(r.case == Case.NOM for r in t.readings) for t in ahead)
        return plain and any("leader" in m.roles for d in self.drafts for m in d.members)

    def _lacks_subject(self, act: Act) -> bool:
        """Whether a conversation names only those with whom it was: "meetings with A and B are planned"."""
        faced = bool(act.parties) and all(self._is_faced(p) for p in act.parties)
        return faced and (act.word.noun or self._stands_as_noun(act))

    def _is_faced(self, party: Party) -> bool:
        """Whether somebody is told to be the one with whom another is."""
        return party.slot.preposition in WITH or (self.lexicons.state_first and party.slot.case == Case.INS)

    def _stands_as_noun(self, act: Act) -> bool:
        """Whether an English -ing form is a noun with an article or attribute: "a trilateral | meeting with A and B"."""
        tokens, at = self.article.sentences[act.sentence].tokens, act.trigger.start
        before = tokens[at - 1] if at else None
        attributive = before is not None and any(r.part == "ADJ" for r in before.readings[:1])
        noun = any(r.part == "NOUN" for r in tokens[at].readings)
        return noun and before is not None and (before.lower in self.lexicons.articles or attributive)

    def _in_programme(self, act: Act) -> bool:
        """Whether an act is told as part of the journey told before, of which it names nobody."""
        tokens = self.article.sentences[act.sentence].tokens[act.region.start : act.region.stop]
        off = act.word.type == "visit" and act.word.noun and act.status is Status.CANCELLED and not act.parties  # "the trip fell through"
        return off or bool(self.lexicons.programme.all(tokens))

    def _main(self) -> Member | None:
        """The main person of the engagement told last: who takes part in the most of those told so far; before the first, the first subject
        of the text."""
        if not self.drafts:
            return self.lead
        told = next((d for d in reversed(self.drafts) if any(m.kind is ParticipantKind.PERSON for m in d.members)), self.drafts[-1])
        people = [m for m in told.members if m.kind is ParticipantKind.PERSON]
        subjects = [p.span for p in told.parties if p.slot.case == Case.NOM and p.slot.preposition is None]
        leads = {m.identity for m in people if any(s.contains(m.mention) for s in subjects)}
        return max(people, key=lambda m: (sum(m.identity in d.identities for d in self.drafts), m.identity in leads), default=None)

    def _enough(self, act: Act, members: Sequence[Member]) -> bool:
        if len(members) < max(act.word.frame.least, 1):
            return opens_gathering(self.article, act, self.lexicons)
        apart = act.word.type == "signing" and self.drafts and len(members) > 1
        if not apart and (not any(is_official(m, act) for m in members) or are_teams(members, act)):
            return opens_gathering(self.article, act, self.lexicons)
        if act.back and act.word.type == "visit" and self.drafts and self.lexicons.code == "en" and act.status is not Status.CANCELLED:
            return False  # "during his visit A and B opened …"
        if act.word.type in OFFICIAL_ACTS and all(m.kind is ParticipantKind.ORGANIZATION and not m.codes for m in members):
            return False
        who = {m.identity for m in members if not (act.back and m.kind is ParticipantKind.GROUP and self.drafts and is_owner(act, m))}
        return not (act.back and any(who <= d.identities for d in self.drafts[-3:])) or is_another_day(self.article, act, self.drafts[-1])

    def _sibling(self, act: Act, members: Sequence[Member]) -> Draft | None:
        """The earlier one of the engagements of one act ("met with A, B and C") that an act tells more of ("with A he discussed …")."""
        if not self.drafts:
            return None
        siblings = [d for d in self.drafts[-4:-1] if d.group == self.drafts[-1].group]
        return next((d for d in siblings if repeats(self.article, act, members, d)), None)

    def _extend(self, draft: Draft, act: Act, members: Sequence[Member]) -> None:
        draft.scope.append(act.sentence)
        if draft.type == "meeting" and tells_kind(act, draft):
            draft.type = act.word.type
        known = draft.identities
        crowded = act.word.type == "message" or any(m.kind is ParticipantKind.GROUP for m in draft.members)  # "congratulated the envoys"
        fresh = [m for m in members if m.identity not in known and not (crowded and m.kind is ParticipantKind.GROUP and not m.codes)]
        if draft.type == "credentials" and any(m.number is not None and m.roles & ENVOYS for m in fresh):
            draft.members[:] = [m for m in draft.members if m.kind is not ParticipantKind.GROUP]  # the envoys are named now
        draft.members[:] = self._eligible([*draft.members, *fresh], draft.act)
        if fresh:
            draft.evidence.append(trimmed(self.article, act))

    def _draft(self, act: Act, members: list[Member]) -> Draft:
        region = span_of(self.article, act)
        return Draft(
            act=act,
            type=self._type(act, members),
            status=act.status,
            members=members,
            region=region,
            evidence=[trimmed(self.article, act)],
            scope=[act.sentence],
            group=self.group,
            parties=list(act.parties),
            core=frozenset(m.identity for m in members),
        )

    def _type(self, act: Act, members: Sequence[Member]) -> str:
        """The act's own type; a meeting with one's own people is `community`."""
        crowd = [m for m in members if m.roles & {"community", "citizens"}]
        others = [m for m in members if m not in crowd]
        home = self.members.home if any(m.roles & ENVOYS for m in others) else None
        own = {c.code for m in others for c in m.codes} or ({home} if home else set())
        alone = (
            act.word.type in ("meeting", "talks", "briefing", "visit")
            and bool(crowd)
            and (len({m.number for m in others}) <= 1 or are_of_one([m for m in others if m.codes or not m.roles & STATE_ROLES]))
        )
        if alone and all(is_own(m, own) for m in crowd):
            return "community"
        subjects = [p.span for p in act.parties if p.slot.case == Case.NOM and p.slot.preposition is None]
        return "conference" if is_multilateral(act, members, subjects) else act.word.type

    def _continue(self, number: int, acts: Sequence[Act]) -> None:
        """A sentence without an engagement of its own goes on about the one told before, and may add people to it."""
        if not self.drafts:
            return
        current = self.joining.journey(number, acts, self.drafts) or self.drafts[-1]
        sentence = self.article.sentences[number]
        if self.joining.is_item(number) and sentence.paragraph != self.article.sentences[current.act.sentence].paragraph:
            return
        current.scope.append(number)
        if self.joining.adds(current, number):
            joining = [p for p in self.parties[number] if self.joining.joins(p, number)]
        elif current.type in GATHERINGS or current.type == "community":
            joining = self.joining.speaking(number)
        else:
            return
        known = current.identities
        fresh = [m for m in self._eligible(self.members.of(joining), current.act) if m.identity not in known]
        if fresh:
            current.members[:] = self._eligible([*current.members, *fresh], current.act)
            current.evidence.append(sentence.span)


def draft_engagements(
    article: Article, parties: Sequence[Sequence[Party]], members: Members, sayings: Sayings, lexicons: Lexicons
) -> list[Draft]:
    """The engagements that the document reports, in reading order."""
    return _Drafter(article, parties, members, sayings, lexicons).read()
