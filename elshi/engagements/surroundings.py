"""What stands around a party in its sentence: marks like "accompanied by", and the list that it is part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.engagements.elements import is_title
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.language.base import Case, Token
from elshi.language.phrases import Lexicon
from elshi.records import ParticipantKind

__all__ = ["enumeration", "is_bare_object", "leads", "marks_beside"]

AND = frozenset({"and", "&", "и"})
BEFORE = 4  # tokens that a mark has at most


def marks_beside(party: Party, lexicon: Lexicon[str], tokens: Sequence[Token], lexicons: Lexicons) -> frozenset[str]:
    """The phrases of the list that stand right before the party (Kazakh: right after)."""
    if lexicons.state_first:
        at = party.phrase.stop
        while at < len(tokens) and not tokens[at].is_capital and tokens[at].lemmas() & lexicons.glue:
            at += 1  # «А. ханымның | төрағалығымен»
        return frozenset(m.entry for m in lexicon.at(tokens, at)) if at < len(tokens) else frozenset()
    last = party.phrase.start
    attributes = lexicons.articles | lexicons.attributes
    while last and is_title(tokens[last - 1], lexicons) and tokens[last - 1].lower in attributes:
        last -= 1
    first = max(0, last - BEFORE)
    return frozenset(m.entry for m in lexicon.all(tokens[first:last]) if first + m.end == last)


def leads(party: Party, tokens: Sequence[Token], lexicons: Lexicons) -> bool:
    """Whether somebody is named as the head of a body, which need not be a party itself: "a delegation of the ministry led by | A"."""
    return "leader" in party.roles or (party.name is not None and bool(marks_beside(party, lexicons.led, tokens, lexicons)))


def is_bare_object(party: Party, tokens: Sequence[Token]) -> bool:
    """Whether a Kazakh group is the bare object of a verbal noun behind it: «студенттер | алмасу туралы»."""
    bare = party.kind is ParticipantKind.GROUP and party.slot.case == Case.NOM and party.slot.preposition is None and not party.codes
    following = tokens[party.phrase.stop : party.phrase.stop + 1]
    return bare and any("inf" in r.features for t in following for r in t.readings)


def enumeration(party: Party, parties: Sequence[Party], tokens: Sequence[Token], lexicons: Lexicons) -> Iterator[Party]:
    """The party and those before it in its list, the nearest first: "A, B and C" for C. A comma alone goes on a list only behind "and"."""
    yield party
    if lexicons.state_first:
        return
    joined, current = False, party
    for before in reversed([p for p in parties if p.phrase.stop <= party.phrase.start]):
        between = [t.lower for t in tokens[before.phrase.stop : current.phrase.start] if t.lower not in lexicons.articles]
        joined = joined or any(word in AND for word in between)
        if not between or not joined or any(word != "," and word not in AND and word not in lexicons.joints for word in between):
            return
        yield before
        current = before
