"""Gatherings of which a text may tell before it says who was there."""

from __future__ import annotations

from elshi.engagements.acts import Act
from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.retellings import GATHERINGS
from elshi.language.base import Case

__all__ = ["opens_gathering"]

OPENED = GATHERINGS | {"talks"}


def opens_gathering(article: Article, act: Act, lexicons: Lexicons) -> bool:
    """Whether a gathering is the subject of its sentence: who was there may follow."""
    sentence = article.sentences[act.sentence]
    nouns = [i for i in act.trigger if any(r.part == "NOUN" for r in sentence.tokens[i].readings[:1])]
    took_place = nouns and lexicons.light.all(sentence.tokens[act.region.start : act.region.stop])
    if act.word.type not in OPENED or act.back or not (act.word.noun or took_place):
        return False
    head = nouns[-1] if nouns and lexicons.state_first else next(iter(nouns), 0)
    slot = article.language.slot(sentence, range(head, head + 1) if nouns else act.trigger)
    return slot.case in (Case.NOM, Case.ACC) and slot.preposition is None
