"""Holidays on which somebody is congratulated: whoever gets the message serves the state whose holiday it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.engagements.allegiances import STATES, Code
from elshi.engagements.article import Article
from elshi.engagements.drafts import Draft
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import ENVOYS, STATE_ROLES, Member
from elshi.language.gazetteers import find_country
from elshi.records import Label, Span

__all__ = ["with_celebrated"]

NEAR = 4  # tokens between a holiday and the state whose it is


def with_celebrated(article: Article, draft: Draft, members: Sequence[Member], lexicons: Lexicons) -> list[Member]:
    """The members of a message, its addressee without a state with the one that celebrates: "congratulated President A on Peru's
    Independence Day"."""
    fitting = [m for m in members if not m.codes and m.posts and m.roles & STATE_ROLES and not m.roles & ENVOYS]
    if draft.type != "message" or len(members) < 2 or members[-1] not in fitting:
        return list(members)
    state = _celebrating(article, draft, lexicons)
    if state is None or any(state.code == c.code for m in members for c in m.codes):
        return list(members)
    return [*members[:-1], replace(members[-1], codes=(state,))]


def _celebrating(article: Article, draft: Draft, lexicons: Lexicons) -> Code | None:
    """The one state named beside a holiday in the sentence of the act."""
    sentence = article.sentences[draft.act.sentence]
    found: dict[str, Code] = {}
    for holiday in lexicons.holidays.all(sentence.tokens):
        first, last = max(0, holiday.start - NEAR), min(len(sentence.tokens), holiday.end + NEAR) - 1
        near = Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
        for mention in article.mentions_in(near, {Label.COUNTRY}):
            code = find_country(mention.span.of(article.text), article.language.code)
            if code in STATES:
                found.setdefault(code, Code(code, mention.span))
    own = [c for c in found.values() if not any(s.contains(c.span) for m in draft.members for s in m.posts)]
    return own[0] if len(own) == 1 else None
