"""Whom a subject means that stands for several told of before: "they", "the delegation"."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.acts import Act
from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import Member
from elshi.engagements.parties import Party
from elshi.engagements.retellings import Draft
from elshi.language.base import Case
from elshi.records import ParticipantKind

__all__ = ["are_meant_before", "with_travellers"]

MANY = frozenset({ParticipantKind.GROUP, ParticipantKind.ORGANIZATION})


def are_meant_before(article: Article, act: Act, members: Sequence[Member], drafts: Sequence[Draft], lexicons: Lexicons) -> list[Member]:
    """The members of an act with those whom its subject means beside them: the group or the several who were the subject before, or the
    delegation on a journey; none where it means nobody."""
    if not members or not drafts or drafts[-1].act.sentence == act.sentence:
        return []
    meant: list[Member] = []
    if any(_is_they(article, p, lexicons) for p in act.parties if _is_subject(p)):
        meant = _subjects(drafts[-1])
        meant = meant if len(meant) > 1 or any(m.kind in MANY for m in meant) else []
    elif not any(_is_subject(p) for p in act.parties) and _is_delegation(article, act, lexicons):
        meant = _delegates(article, drafts, lexicons)
    return [*meant, *members] if meant and not {m.identity for m in meant} & {m.identity for m in members} else []


def with_travellers(article: Article, act: Act, members: Sequence[Member], drafts: Sequence[Draft], lexicons: Lexicons) -> list[Member]:
    """The members of an act, the guests of a state ("the Kyrgyz guests") with those of it whose journey was told in their place."""
    journey = max((d for d in drafts if d.type == "visit"), key=lambda d: len(d.members), default=None)
    people = [m for m in journey.members if m.number is not None] if journey is not None else []
    guests = [p for p in act.parties if _are_guests(article, p, lexicons)] if len(people) > 1 else []
    found: list[Member] = []
    for member in members:
        own = {c.code for p in guests for c in p.codes if p.span.contains(member.mention)}
        named = any(m.codes for m in people) and all({c.code for c in m.codes} <= own for m in people)
        found += [m for m in people if m not in found] if own and named else [member]
    return found


def _are_guests(article: Article, party: Party, lexicons: Lexicons) -> bool:
    """Whether a group is called by its state and a word that says nothing of who they are."""
    tokens = article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop]
    words = [t for t in tokens if t.is_word and t.lower not in lexicons.articles]
    named = party.kind is ParticipantKind.GROUP and bool(party.codes) and len(words) == 2
    return named and bool(lexicons.anonymous.all(words[1:]))


def _is_subject(party: Party) -> bool:
    return party.slot.case == Case.NOM and party.slot.preposition is None


def _is_they(article: Article, party: Party, lexicons: Lexicons) -> bool:
    """Whether a party is a plural pronoun, or another word for all those told of before."""
    tokens = article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop]
    matches = lexicons.together.all(tokens)
    return party.name is None and not party.codes and bool(matches) and matches[0].end - matches[0].start == len(tokens)


def _subjects(draft: Draft) -> list[Member]:
    """The members of a draft that were the subject of its sentence; else the group that it begins with."""
    told = [p for p in draft.parties if _is_subject(p)]
    found = [m for m in draft.members if any(p.span.contains(m.mention) for p in told)]
    return found or [m for m in draft.members[:1] if m.kind in MANY]


def _is_delegation(article: Article, act: Act, lexicons: Lexicons) -> bool:
    """Whether the subject of an act is a bare word for those on a journey: "the delegation met with A"."""
    tokens = article.sentences[act.sentence].tokens
    ahead = range(act.region.start, act.trigger.start)
    return any(
        tokens[i].lemmas() & lexicons.delegations and i > 0 and tokens[i - 1].lower == "the" and tokens[i + 1].lower != "of" for i in ahead
    )


def _delegates(article: Article, drafts: Sequence[Draft], lexicons: Lexicons) -> list[Member]:
    """Who leads the delegation told of last, else the delegation."""
    for draft in reversed(drafts):
        for member in draft.members:
            words = member.mention.of(article.text).casefold()
            if "leader" in member.roles or (member.kind in MANY and any(w in words for w in lexicons.delegations)):
                return [member]
    return []
