"""Gatherings of which a text may tell before it says who was there."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.acts import Act
from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import Member
from elshi.engagements.retellings import GATHERINGS
from elshi.language.base import Case
from elshi.records import Span

__all__ = ["is_multilateral", "opens_gathering"]

OPENED = GATHERINGS | {"talks"}
LEADERS = frozenset({"minister", "head-of-state", "head-of-government"})
SEVERAL = 3  # states


def opens_gathering(article: Article, act: Act, lexicons: Lexicons) -> bool:
    """Whether a gathering is the subject of its sentence: who was there may follow."""
    sentence = article.sentences[act.sentence]
    nouns = [i for i in act.trigger if any(r.part == "NOUN" for r in sentence.tokens[i].readings[: 1 if i > act.trigger.start else None])]
    took_place = nouns and lexicons.light.all(sentence.tokens[act.region.start : act.region.stop])
    if act.word.type not in OPENED or act.back or not (act.word.noun or took_place):
        return False
    head = nouns[-1] if nouns and lexicons.state_first else next(iter(nouns), 0)
    slot = article.language.slot(sentence, range(head, head + 1) if nouns else act.trigger)
    return slot.case in (Case.NOM, Case.ACC) and slot.preposition is None


def is_multilateral(act: Act, members: Sequence[Member], spans: Sequence[Span]) -> bool:
    """Whether ministers or leaders of several states meet at one meeting of theirs. `spans` are the phrases of the act's subjects."""
    if act.word.type != "meeting" or act.plural:
        return False
    heads = [m for m in members if m.roles & LEADERS and any(s.contains(m.mention) for s in spans)]
    return len(heads) == len(members) and len({c.code for m in heads for c in m.codes[:1]}) >= SEVERAL
