"""Posts that several hold, each for another state: "the Swedish and Danish foreign ministers, A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from elshi.engagements.allegiances import STATES, Code, read_allegiance
from elshi.engagements.article import Article
from elshi.engagements.elements import head_of, roles_of
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.language.base import Case, Sentence
from elshi.language.gazetteers import find_country
from elshi.records import Label, ParticipantKind, Span

__all__ = ["share_out"]

NAMED = (Label.COUNTRY, Label.NORP)
APART = frozenset(",(–—-")
LONGEST = 6  # tokens: ", and of the Republic of" and a name


def share_out(article: Article, sentence: Sentence, parties: Sequence[Party], lexicons: Lexicons) -> list[Party]:
    """The parties of a sentence; where a post names as many states as it has holders, each holder has the state in his or her place."""
    parties = _handed_on(article, sentence, _of_colleagues(sentence, parties, lexicons), lexicons)
    parties = _with_shared_slots(sentence, parties, lexicons) if lexicons.state_first else parties
    shared = {p.span: p for run in _runs(parties) for p in _shared(article, sentence, run, lexicons)}
    return [shared.get(p.span, p) for p in parties]


def _of_colleagues(sentence: Sentence, parties: Sequence[Party], lexicons: Lexicons) -> list[Party]:
    """The parties; those named right behind "colleagues" of as many states are these: «с коллегами из Перу и Чили A и B»."""
    found = list(parties)
    for group in (p for p in parties if p.kind is ParticipantKind.GROUP):
        at, states = found.index(group), [c for c in group.codes if c.code in STATES]
        named = found[at + 1 : at + 1 + len(states)]
        head = range(group.phrase.start, group.phrase.start + 1)
        called = "counterpart" in roles_of(sentence, head, lexicons)
        if not called or len(named) != len(states) > 1 or not _follow(sentence, (group, *named), lexicons):
            continue
        others = [tuple(o for o in states if o != s) for s in states]
        roles = group.roles | {"counterpart"}
        found[at : at + 1 + len(states)] = [
            replace(p, posts=(head,), codes=(s,), beside=o, roles=p.roles | roles, slot=group.slot)
            for p, s, o in zip(named, states, others, strict=True)
        ]
    return found


def _follow(sentence: Sentence, parties: Sequence[Party], lexicons: Lexicons) -> bool:
    """Whether bare names follow a phrase, with nothing but a dash, comma or "and" between them."""
    gaps = [sentence.tokens[a.phrase.stop : b.phrase.start] for a, b in pairwise(parties)]
    bare = all(p.name is not None and not p.posts and not p.codes for p in parties[1:])
    return bare and all(t.text in APART or t.lower in lexicons.joints for gap in gaps for t in gap)


def _with_shared_slots(sentence: Sentence, parties: Sequence[Party], lexicons: Lexicons) -> list[Party]:
    """The parties; of two names that one word joins the first is a subject where the last is: «А мен Б сапармен келді»."""
    found = list(parties)
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        between = sentence.tokens[first.phrase.stop : second.phrase.start]
        joined = len(between) == 1 and between[0].is_word and between[0].lower in lexicons.joints
        subject = second.slot.case is Case.NOM and second.slot.preposition is None
        if joined and first.name is not None and second.name is not None and subject:
            found[at] = replace(first, slot=second.slot)
    return found


def _handed_on(article: Article, sentence: Sentence, parties: Sequence[Party], lexicons: Lexicons) -> list[Party]:
    """The parties; each name in a list that has only its state before it, with the plural post that the list begins with: «послы Индии A,
    Германии B и Израиля C»."""
    found: list[Party] = []
    for party in parties:
        before = next((p for p in reversed(found) if p.name is not None), None)
        state = _own_state(article, sentence, before, party, lexicons) if before is not None and party.name is not None else None
        if before is None or state is None:
            found.append(party)
            continue
        others = tuple(dict.fromkeys((*before.codes, *before.beside)))
        roles = party.roles | before.roles
        found.append(replace(party, posts=before.posts, codes=(state,), roles=roles, beside=others, slot=before.slot))
    return found


def _own_state(article: Article, sentence: Sentence, before: Party, party: Party, lexicons: Lexicons) -> Code | None:
    """The state that goes with one name of a list: before it («Ганы B»), or behind it where all share the post ("B of Ghana")."""
    if not _is_plural(sentence, before, lexicons):
        return None
    behind = _state_behind(article, sentence, before)
    start = sentence.indexes(behind.span).stop if behind else before.phrase.stop
    joined = all(t.lower in lexicons.joints for t in sentence.tokens[start : party.phrase.start])
    if party.posts == before.posts or (not party.posts and joined and start < party.phrase.start):
        return _state_behind(article, sentence, party)
    return None if party.posts else _state_between(article, sentence, before.phrase.stop, party.phrase.start, lexicons)


def _state_behind(article: Article, sentence: Sentence, party: Party) -> Code | None:
    at = party.phrase.stop
    if at >= len(sentence.tokens) or sentence.tokens[at].lower != "of":
        return None
    after = sentence.tokens[at + 1 : at + 4]
    near = article.mentions_in(Span(after[0].span.start, after[-1].span.end), NAMED) if after else ()
    named = next((m for m in near if sentence.indexes(m.span).start - at <= 2), None)
    code = find_country(named.span.of(article.text), article.language.code) if named else None
    return Code(code, named.span) if code and named else None


def _is_plural(sentence: Sentence, party: Party, lexicons: Lexicons) -> bool:
    heads = [sentence.tokens[p.start : p.stop] for p in party.posts]
    readings = [h[head_of(h, lexicons)].readings[:1] for h in heads]
    return any(r and r[0].number == "plur" and r[0].part in ("NOUN", "NAME") for r in readings)


def _state_between(article: Article, sentence: Sentence, start: int, stop: int, lexicons: Lexicons) -> Code | None:
    """The one state between two names, if all else there only joins them; a comma, dash or bracket may part it from its name: "Malawi,
    B", «Малави – B», "Malawi (B)"."""
    if stop - start > 2 and sentence.tokens[stop - 1].text in APART:
        stop -= 1
    if not 1 < stop - start <= LONGEST + 1:
        return None
    gap = Span(sentence.tokens[start].span.start, sentence.tokens[stop - 1].span.end)
    named = [(m.span, find_country(m.span.of(article.text), article.language.code)) for m in article.mentions_in(gap, NAMED)]
    states = [Code(code, span) for span, code in named if code]
    if len(states) != 1 or sentence.indexes(states[0].span).stop != stop:
        return None
    others = sentence.tokens[start : sentence.indexes(states[0].span).start]
    joining = lexicons.joints | lexicons.state_words | {"of", "from", "из", ")"}
    joined = others and all(t.lower in joining for t in others)
    return states[0] if joined else None


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
    states = [c for c in told.codes or run[0].codes if c.code in STATES]
    states = [*_joined_before(article, sentence, run[0].phrase.start, lexicons), *states]
    if len(states) != len(run):
        return
    for party, state in zip(run, states, strict=True):
        slot = party.slot if lexicons.state_first else run[0].slot
        yield replace(party, codes=(state,), beside=tuple(s for s in states if s != state), slot=slot)


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
