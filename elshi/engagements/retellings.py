"""Engagements in the making, and whether an act tells again, or more, of one told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from elshi.engagements.acts import Act
from elshi.engagements.article import Article
from elshi.engagements.contacts import TALKED
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import Member, Members
from elshi.engagements.moments import fallback_date
from elshi.engagements.parties import Party
from elshi.engagements.stages import Leg
from elshi.engagements.statements import Sayings
from elshi.language.base import Case
from elshi.records import ParticipantKind, Span, Status

__all__ = [
    "GATHERINGS",
    "PAIRED",
    "Draft",
    "gathers",
    "hands_on",
    "inherited_status",
    "is_another_day",
    "is_said",
    "leads_to",
    "repeats",
    "tells_kind",
]

DISCUSSED = frozenset({"обсудить", "discuss/VERB"})  # words that do not tell how people spoke
DAY = len("2026-03-05")
APART = frozenset({"next-day", "previous-day", *(f"{sign}{days}" for sign in ("", "-", "+") for days in range(1, 31))})  # references
PAIRED = frozenset({"meeting", "talks", "call", "message", "credentials", "community"})
GATHERINGS = frozenset({"conference", "reception", "ceremony", "signing", "briefing"})
SPOKEN_AT = frozenset({"meeting", "talks", "call", "credentials", "reception"})
SIGNED_AT = frozenset({"meeting", "talks", "visit"})
WHERE = frozenset({"где", "where"})
PUBLIC = frozenset({"citizens", "community"})  # an audience of its own, not those with whom somebody has just spoken
INSIDE = frozenset({"в", "во", "на"})
AND = frozenset({"and", "и"})
AFTER_CREDENTIALS = TALKED | {"reception", "briefing"}
LED_TO = frozenset({"meeting", "talks", "ceremony", "briefing"})


@dataclass(slots=True)
class Draft:
    """One engagement while its document is being read. `scope` are the sentences that speak of it, `region` its own part of the act's
    sentence, `evidence` the spans that report it; `group` is shared by the drafts of one act ("met with A, B and C"); `core` are
    those whom the act itself named; `leg` is the stage of a journey that it is."""

    act: Act
    type: str
    status: Status
    members: list[Member]
    region: Span
    evidence: list[Span]
    scope: list[int]
    group: int
    parties: list[Party] = field(default_factory=list)
    core: frozenset[tuple[str, str]] = frozenset()
    leg: Leg | None = None

    @property
    def identities(self) -> frozenset[tuple[str, str]]:
        """Who takes part."""
        return frozenset(m.identity for m in self.members)


def repeats(article: Article, act: Act, members: Sequence[Member], current: Draft) -> bool:
    """Whether an act tells again of the engagement told before: the same people, the same status, no other kind of contact."""
    who = {m.identity for m in members}
    if _speaks_at_credentials(act, who, current) and not is_another_day(article, act, current):
        return True
    alone = len(who) == 1 and who <= current.identities and current.type == "visit"
    if act.status is current.status is Status.CANCELLED and alone:
        return current.scope[-1] >= act.sentence - 3  # what was to be done in the course of what fell through
    told = act.word.type == "briefing" and current.type in PAIRED  # "who briefed her": what was said there
    if told and _informs_there(act, members, current):
        return True
    if act.word.type == "message" and current.type in SPOKEN_AT and current.status is Status.HELD:
        named = {m.identity for m in members if m.kind is not ParticipantKind.GROUP}
        return (
            len(members) > 1 and bool(named) and named <= current.identities and current.scope[-1] >= act.sentence - 2
        )  # congratulated there
    cored = who == current.core and {act.word.type, current.type} <= PAIRED
    same = cored or who == current.identities or (told and who <= current.identities)
    people = {m.identity for m in members if m.kind is ParticipantKind.PERSON or act.sentence != current.act.sentence}
    held = act.status == current.status == Status.HELD  # a signing to come is announced as an event of its own
    if act.word.type == "signing" and people <= current.identities and held and current.type in SIGNED_AT:
        return current.scope[-1] >= act.sentence - 1
    kin = told or act.word.type == current.type or {act.word.type, current.type} <= PAIRED or act.word.type == "meeting"
    near = current.scope[-1] >= act.sentence - 3
    alike = act.status == current.status or (told and current.status is Status.HELD)  # what is told there may lie ahead
    return same and kin and alike and near and not is_another_day(article, act, current)


def _speaks_at_credentials(act: Act, who: set[tuple[str, str]], current: Draft) -> bool:
    """Whether an act is the conversation with some of those who have just presented their credentials."""
    near = 0 < act.sentence - current.scope[-1] <= 2 and act.status is current.status is Status.HELD
    return near and current.type == "credentials" and act.word.type in AFTER_CREDENTIALS and len(who) > 1 and who <= current.identities


def _informs_there(act: Act, members: Sequence[Member], current: Draft) -> bool:
    """Whether somebody who has just met others informs those whom only a word for all of them names: "The envoy briefed the deputies"."""
    people = {m.identity for m in members if m.kind is ParticipantKind.PERSON}
    groups = [m for m in members if m.kind is ParticipantKind.GROUP]
    near = 0 < act.sentence - current.scope[-1] <= 1 and act.status is current.status is Status.HELD
    brief = all(not m.codes and not m.roles & PUBLIC and len(m.name.split()) == 1 for m in groups) and act.sentence != current.act.sentence
    return near and brief and bool(people) and people < current.identities and len(people) + len(groups) == len(members)


def is_another_day(article: Article, act: Act, current: Draft) -> bool:
    """Whether a day told ahead of the act word, in another sentence, is not the day of the engagement told before. A call told beside a
    conversation face to face may have its day behind it."""
    if act.sentence == current.act.sentence or act.status != current.status:
        return False
    wired = act.word.type == "call" and current.type != "call"
    own, known = _days(article, act, wired), _days(article, current.act) or {fallback_date(article).value}
    return bool(own) and not own & known


def _days(article: Article, act: Act, behind: bool = False) -> set[str | None]:
    """The days told ahead of the act word, or in all of its region."""
    sentence = article.sentences[act.sentence]
    end = sentence.tokens[act.region.stop - 1].span.end if behind else sentence.tokens[act.trigger.start].span.start
    ahead = Span(sentence.tokens[act.region.start].span.start, end)
    told = [e for e in article.dates[act.sentence] if ahead.contains(e.span)]
    return {e.value for e in told if len(e.value or "") == DAY} | {e.reference for e in told if e.value is None and e.reference in APART}


def leads_to(article: Article, current: Draft, act: Act, members: Sequence[Member], parties: Sequence[Party]) -> bool:
    """Whether a visit only leads to the meeting told behind it: "visited the academy, where the rector received him", "visited the
    academy and met the rector"."""
    first = article.sentences[act.sentence].tokens[act.region.start]
    same = current.act.sentence == act.sentence and current.status == act.status == Status.HELD and current.type == "visit"
    if not same or not current.identities & {m.identity for m in members}:
        return False
    return (first.lower in WHERE and act.word.type in LED_TO) or _meets_there(current, act, first.lower, parties)


def _meets_there(current: Draft, act: Act, first: str, parties: Sequence[Party]) -> bool:
    """Whether who visits a house meets somebody there in the same clause."""
    visited = range(current.act.trigger.stop, act.trigger.start)
    house = any(p.kind is ParticipantKind.ORGANIZATION and p.phrase.start in visited and _is_gone_to(p) for p in parties)
    return house and first in AND and act.word.type in ("meeting", "talks") and not current.act.word.noun


def _is_gone_to(party: Party) -> bool:
    return party.slot.case == Case.ACC or (party.slot.case == Case.LOC and party.slot.preposition in INSIDE)


def gathers(article: Article, act: Act, current: Draft) -> bool:
    """Whether an act tells more of the gathering told just before: the same kind, in the same paragraph."""
    sentences = article.sentences
    told = current.scope[-1] if current.type in ("conference", "reception") else current.act.sentence
    paragraphs = {sentences[current.act.sentence].paragraph, sentences[told].paragraph}
    near = sentences[act.sentence].paragraph in paragraphs or act.back
    close = near and act.sentence - current.scope[-1] <= 1
    kin = act.word.type == current.type or (act.back and act.word.type in GATHERINGS)
    following = act.sentence - current.scope[-1] <= 1 and act.status == current.status
    if current.type == act.word.type == "credentials" and following:
        return _is_one_host(act, current)
    if following and _names_heads(article, act, current):
        return True
    known = act.word.type == current.type and act.status is Status.HELD and _is_known(article, act)
    return (known or (close and kin)) and current.type in GATHERINGS and act.status == current.status


def _names_heads(article: Article, act: Act, current: Draft) -> bool:
    """Whether an act at the head of its sentence names the people of talks of which only bodies have been told: "The EU and Chad held
    consultations. The consultations were chaired by A and B"."""
    bodies = all(m.kind is ParticipantKind.ORGANIZATION for m in current.members)
    opens = act.trigger.start <= act.region.start + 1 and act.region.start == 0 and act.word.noun
    named = bool(act.parties) and all(p.name is not None for p in act.parties)
    return opens and bodies and named and act.word.type == current.type == "talks" and not is_another_day(article, act, current)


def _is_known(article: Article, act: Act) -> bool:
    """Whether an English noun of one word speaks of a gathering as one told of: "attended the reception"."""
    tokens, at = article.sentences[act.sentence].tokens, act.trigger
    noun = any(r.part == "NOUN" for r in tokens[at.start].readings[:1])
    if not noun or len(at) > 1 or at.start == 0 or tokens[at.start - 1].lower != "the" or article.dates[act.sentence]:
        return False
    following = tokens[at.stop].readings[:1] if at.stop < len(tokens) else ()
    return not any(r.part in ("PREP", "NOUN") or "part" in r.features for r in following)


def _is_one_host(act: Act, current: Draft) -> bool:
    """Whether credentials told of twice may have been received by one: the second telling names envoys alone."""
    hosts = {"head-of-state", "head-of-government", "minister", "deputy-minister"}
    named = [p for p in act.parties if p.name is not None]
    return bool(named) and not any(p.roles & hosts for p in named) and any(m.roles & hosts for m in current.members)


def tells_kind(act: Act, draft: Draft) -> bool:
    """Whether an act tells what kind of contact a meeting was: "met the president and presented his credentials", "A and B discussed …
    They spoke by telephone"."""
    if act.word.type == "credentials":
        return act.sentence == draft.act.sentence
    discussed = draft.act.word.frame.own or draft.act.word.phrase in DISCUSSED
    return act.word.type in ("call", "talks") and discussed and not act.back


def is_said(article: Article, act: Act, drafts: Sequence[Draft], members: Members, sayings: Sayings) -> bool:
    """Whether an act of nobody else only is what somebody of the contact told before said: «А. форум өтетінін хабарлады»."""
    if article.language.code != "kk" or not drafts:
        return False
    trigger = article.sentences[act.sentence].tokens[act.trigger.start].span
    told = [s.speaker for s in sayings.of(act.sentence) if s.speaker is not None and s.quote.contains(trigger)]
    return any(m.identity in drafts[-1].identities for m in members.of(told)) and all(p in told for p in act.parties)


def hands_on(article: Article, act: Act, drafts: Sequence[Draft], lexicons: Lexicons) -> bool:
    """Whether a message is only one that somebody asks those whom he or she has just met to hand on: "conveyed greetings to the king"."""
    current = drafts[-1] if drafts else None
    if act.word.type != "message" or current is None or current.type not in SPOKEN_AT or act.sentence - current.scope[-1] > 1:
        return False
    tokens = article.sentences[act.sentence].tokens[act.trigger.start : act.trigger.stop]
    others = [p for p in act.parties if p.name is None and p.kind is ParticipantKind.OFFICE and p.slot.case != Case.NOM]
    return bool(lexicons.handed_on.all(tokens)) and bool(others)


def inherited_status(article: Article, act: Act, members: Sequence[Member], drafts: Sequence[Draft], lexicons: Lexicons) -> Status:
    """The act's status; what had been planned within a cancelled engagement is cancelled with it."""
    if act.status is not Status.PLANNED or not drafts or drafts[-1].status is not Status.CANCELLED:
        return act.status
    told = any(lexicons.formerly.all(article.sentences[act.sentence].tokens))
    shared = bool({m.identity for m in members} & drafts[-1].identities)
    return Status.CANCELLED if told and shared else act.status
