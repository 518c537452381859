"""An act as a sentence reports it, and the acts of one sentence that are one contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elshi.engagements.clauses import is_converb
from elshi.engagements.lexicons import ActWord
from elshi.engagements.parties import Party
from elshi.language.base import Case, Token
from elshi.records import Span, Status

__all__ = ["TALKED", "Act", "chained", "joined"]

INDEPENDENT = frozenset({"ceremony", "reception", "message", "call", "conference"})
GATHERINGS = frozenset({"ceremony", "reception", "conference"})
CONVERSATIONS = frozenset({"meeting", "talks", "briefing"})
TALKED = frozenset({"meeting", "talks"})
OF = 3  # tokens between a meeting and what it is one of
HEADING = 4  # tokens into a sentence at which an act noun may only set the scene


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a sentence. `region` are the tokens that speak of it, `trigger` those of the act word; `parties` stand in its frame's
    slots, its subject taken over from the act before it in the sentence where it has none. `told_by` are the words that tell the status;
    `told_apart` says that the region has a verb of its own; `days` are those told in the region ahead of the act word."""

    sentence: int
    region: range
    trigger: range
    word: ActWord
    parties: tuple[Party, ...]
    status: Status
    told_by: Span
    back: bool = False
    plural: bool = False
    told_apart: bool = False
    days: frozenset[str] = frozenset()


def joined(acts: Sequence[Act]) -> list[Act]:
    """Acts in one clause that name the same contact ("paid a visit … and was received"): one that has too few parties of its own gives its
    region and parties to its neighbour."""
    kept: list[Act] = []
    for act in acts:
        if kept and (_by_wire(act, kept[-1]) or _falls_through(act, kept[-1])):
            kept[-1] = replace(_merge(act, kept[-1]), status=act.status, told_by=act.told_by)
        elif kept and (_introduces(kept[-1], act) or (_weaker(act, kept[-1]) and not _goes_on(act, kept[-1]))):
            kept[-1] = _merge(kept[-1], act)
        elif kept and kept[-1].word.type not in INDEPENDENT and _weaker(kept[-1], act):
            kept[-1] = _merge(act, kept[-1])
        else:
            kept.append(act)
    return kept


def chained(acts: list[Act], tokens: Sequence[Token]) -> list[Act]:
    """A converb has the status of the verb that ends the Kazakh sentence: «келіссөз жүргізіп, … кездеспек»."""
    for place in range(len(acts) - 2, -1, -1):
        act, following = acts[place], acts[place + 1]
        ends = [i for i in range(act.trigger.start, following.region.stop) if tokens[i].text == "," and is_converb(tokens[i - 1])]
        if act.status is Status.HELD and following.status is Status.PLANNED and ends and ends[0] <= following.trigger.start:
            acts[place] = replace(act, status=following.status, told_by=following.told_by)
    return acts


def _others(act: Act) -> set[Span]:
    return {p.span for p in act.parties}


def _introduces(act: Act, following: Act) -> bool:
    """Whether an act only sets the scene of what is told next ("at a meeting with citizens the consul spoke of …")."""
    if act.status != following.status:
        return False
    if not act.parties and act.word.noun and act.word.type in TALKED and act.region.start == 0:  # "At talks in Oslo A and B initialled …"
        return following.word.type in TALKED | {"signing"} and act.trigger.stop <= HEADING and len(following.parties) > 1
    alone = not any(p.slot.case == Case.NOM and p.slot.preposition is None for p in act.parties)
    if act.back and following.back and alone and following.parties and not _others(act) & _others(following):
        return False  # "with A trade was discussed, with B transport"
    return act.back and alone and bool(act.parties) and following.word.type in CONVERSATIONS


def _weaker(act: Act, other: Act) -> bool:
    """Whether an act brings nobody but those of the other and may be the same contact."""
    if act.word.type == "ceremony" and other.word.type in TALKED and not act.word.noun:
        return False  # "met the premier and laid a wreath"
    return _others(act) <= _others(other) and act.status == other.status and not _on_other_days(act, other)


def _on_other_days(act: Act, other: Act) -> bool:
    """Whether each of two acts has its own verb and its own day: "met A on 4 May, and on 5 May visited the works"."""
    return act.told_apart and other.told_apart and bool(act.days) and bool(other.days) and not act.days & other.days


def _goes_on(act: Act, told: Act) -> bool:
    """Whether somebody went on from a conversation to a gathering: "will meet A and attend the opening of B"."""
    return act.told_apart and act.word.type in GATHERINGS and told.word.type in CONVERSATIONS and len(_others(told)) > len(_others(act))


def _by_wire(act: Act, told: Act) -> bool:
    """Whether a call is how a conversation took place in the end: "the meeting, which was put off, took place by video link"."""
    own = [p for p in act.parties if p not in told.parties]
    apart = any(p.slot.case == Case.NOM and p.slot.preposition is None for p in own)
    return act.word.type == "call" and told.word.type in TALKED and told.word.noun and _others(act) <= _others(told) and not apart


def _falls_through(act: Act, told: Act) -> bool:
    """Whether an act tells that the one told before it in the sentence was called off: "were to meet, but the talks were put off"."""
    kin = act.word.type == told.word.type or {act.word.type, told.word.type} <= TALKED
    off = act.status is Status.CANCELLED and told.status is Status.PLANNED and act.word.noun
    return kin and off and _others(act) <= _others(told)


def _merge(act: Act, weaker: Act) -> Act:
    region = range(min(act.region.start, weaker.region.start), max(act.region.stop, weaker.region.stop))
    parties = (*act.parties, *(p for p in weaker.parties if p not in act.parties))
    word = weaker.word if weaker.word.type == "credentials" else act.word  # "received the envoy, who presented his credentials"
    if word.type == "meeting" and word.noun and weaker.word.type == "talks" and 0 < weaker.trigger.start - act.trigger.stop <= OF:
        word = weaker.word  # "the third meeting of political consultations"
    return replace(act, word=word, region=region, parties=tuple(sorted(parties, key=lambda p: p.phrase.start)))
