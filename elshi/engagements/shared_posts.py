"""Posts that several hold, each for another state: "the Swedish and Danish foreign ministers, A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.engagements.allegiances import STATES, Code, read_allegiance
from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.language.base import Sentence
from elshi.language.gazetteers import find_country
from elshi.records import Label

__all__ = ["share_out"]

NAMED = (Label.COUNTRY, Label.NORP)


def share_out(article: Article, sentence: Sentence, parties: Sequence[Party], lexicons: Lexicons) -> list[Party]:
    """The parties of a sentence; where a post names as many states as it has holders, each holder has the state in his or her place."""
    shared = {p.span: p for run in _runs(parties) for p in _shared(article, sentence, run, lexicons)}
    return [shared.get(p.span, p) for p in parties]


def _runs(parties: Sequence[Party]) -> Iterator[list[Party]]:
    """Neighbours with names and one post between them."""
    run: list[Party] = []
    for party in parties:
        if run and (party.name is None or not party.posts or party.posts != run[-1].posts):
            yield run
            run = []
        if party.name is not None and party.posts:
            run.append(party)
    yield run


def _shared(article: Article, sentence: Sentence, run: Sequence[Party], lexicons: Lexicons) -> Iterator[Party]:
    if len(run) < 2:
        return
    told = read_allegiance(article, sentence, lexicons, run[0].span, run[0].name)
    states = [c for c in told.codes if c.code in STATES]
    states = [*_joined_before(article, sentence, run[0].phrase.start, lexicons), *states]
    if len(states) != len(run):
        return
    for party, state in zip(run, states, strict=True):
        yield replace(party, codes=(state,), beside=tuple(s for s in states if s != state))


def _joined_before(article: Article, sentence: Sentence, start: int, lexicons: Lexicons) -> list[Code]:
    """The states that stand before a phrase and are joined to it: «Дания мен» before «Латвияның министрлері»."""
    found: list[Code] = []
    while start and sentence.tokens[start - 1].lower in lexicons.joints:
        before = [m for m in article.mentions_in(sentence.span, NAMED) if sentence.indexes(m.span).stop == start - 1]
        code = find_country(before[0].span.of(article.text), article.language.code) if before else None
        if code is None:
            break
        found.insert(0, Code(code, before[0].span))
        start = sentence.indexes(before[0].span).start
    return found
