"""Whose side somebody is on where the sentence says it of the side: "the Korean side was led by X", «швейцарскую – Y»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.engagements.allegiances import Code
from elshi.engagements.article import Article
from elshi.engagements.elements import is_title
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.language.base import Case, Sentence
from elshi.language.gazetteers import find_country
from elshi.language.phrases import Match
from elshi.records import Label, ParticipantKind, Span

__all__ = ["take_sides"]

REACH = 14
LIST = 5  # tokens between two of a list, or of a body's name
DASHES = frozenset("–—-")
STATES = (Label.COUNTRY, Label.NORP)


def take_sides(article: Article, sentence: Sentence, parties: Sequence[Party], lexicons: Lexicons) -> list[Party]:
    """The parties of a sentence, those without codes with the codes of the side that they are said to be on."""
    found: list[Party] = []
    sides = lexicons.sides.longest(sentence.tokens)
    for party in parties:
        codes = (
            ()
            if party.codes or party.kind is not ParticipantKind.PERSON or party.name is None
            else _codes(article, sentence, party, parties, found, sides, lexicons)
        )
        found.append(replace(party, codes=codes) if codes else party)
    return found


def _codes(
    article: Article,
    sentence: Sentence,
    party: Party,
    parties: Sequence[Party],
    before: Sequence[Party],
    sides: Sequence[Match[str]],
    lexicons: Lexicons,
) -> tuple[Code, ...]:
    named = [p for p in before if p.name is not None]
    if named and (_accompanies(sentence, named[-1], party, lexicons) or _listed_with(sentence, named[-1], party, sides, lexicons)):
        return named[-1].codes
    for side in reversed(sides):
        if side.end > party.phrase.start or party.phrase.start - side.end > REACH:
            continue
        if any(side.end <= p.phrase.start for p in named) or not _linked(sentence, side.end, party, lexicons):
            break
        return _of_side(article, sentence, side, parties)
    return _elliptic(article, sentence, party, lexicons) or _on_behalf(article, sentence, party, lexicons)


def _listed_with(sentence: Sentence, first: Party, second: Party, sides: Sequence[Match[str]], lexicons: Lexicons) -> bool:
    """Whether a name goes on the list of those on a side: "a delegation of Peru comprising A, B and C"."""
    between = sentence.tokens[first.phrase.stop : second.phrase.start]
    joined = 0 < len(between) <= LIST and all(t.lower in lexicons.joints or is_title(t, lexicons) for t in between)
    return joined and any(s.end <= first.phrase.start and first.phrase.start - s.end <= 2 * REACH for s in sides)


def _on_behalf(article: Article, sentence: Sentence, party: Party, lexicons: Lexicons) -> tuple[Code, ...]:
    """The state of the government for which somebody signs or speaks: "on behalf of the Government of Peru, the ambassador …"."""
    for match in lexicons.behalf.all(sentence.tokens):
        if lexicons.state_first:
            near = range(max(0, match.start - LIST), match.start)
            follows = 0 <= party.phrase.start - match.end <= 1
        else:
            near = range(match.end, min(len(sentence.tokens), match.end + LIST))
            follows = match.end < party.phrase.start <= match.end + REACH // 2
        stretch = Span(sentence.tokens[near.start].span.start, sentence.tokens[near.stop - 1].span.end) if near else None
        for mention in article.mentions_in(stretch, STATES) if follows and stretch else ():
            code = find_country(mention.span.of(article.text), article.language.code)
            if code and (lexicons.state_first or mention.span.end <= party.span.start):
                return (Code(code, mention.span),)
    return ()


def _accompanies(sentence: Sentence, first: Party, second: Party, lexicons: Lexicons) -> bool:
    between = sentence.tokens[first.phrase.stop : second.phrase.start]
    return len(between) <= 4 and bool(lexicons.company.all(between))


def _linked(sentence: Sentence, start: int, party: Party, lexicons: Lexicons) -> bool:
    between = sentence.tokens[start : party.phrase.start]
    if any(t.text == ";" for t in between):
        return False
    faced = party.slot.case == Case.INS and party.slot.preposition is None  # «делегация | Осакада A-мен кездесті»
    close = lexicons.state_first and sum(t.is_word for t in between) <= 1 and not faced
    return close or bool(lexicons.leaders.all(between)) or any(t.text in DASHES for t in between)


def _of_side(article: Article, sentence: Sentence, side: Match[str], parties: Sequence[Party]) -> tuple[Code, ...]:
    """The codes of the body that the side's word belongs to, else of the state beside the word."""
    for party in parties:
        if party.kind is not ParticipantKind.PERSON and party.codes and party.phrase.start <= side.start and side.end <= party.phrase.stop:
            return party.codes
    beside = sentence.tokens[max(0, side.start - 1) : side.start]
    if beside and (code := find_country(beside[0].text, article.language.code)):
        return (Code(code, beside[0].span),)
    near = Span(sentence.tokens[max(0, side.start - 3)].span.start, sentence.tokens[min(len(sentence.tokens), side.end + 4) - 1].span.end)
    for mention in article.mentions_in(near, STATES):
        code = find_country(mention.span.of(article.text), article.language.code)
        if code:
            return (Code(code, mention.span),)
    return ()


def _elliptic(article: Article, sentence: Sentence, party: Party, lexicons: Lexicons) -> tuple[Code, ...]:
    """The state of "the Swiss – X" and of "the Swiss by X": an adjective, a dash or "by", and the name."""
    at = party.phrase.start - 1
    while at >= 0 and is_title(sentence.tokens[at], lexicons):
        at -= 1
    if at > 1 and sentence.tokens[at].lower == "by" and sentence.tokens[at - 1].lower in ("one", "side", "team"):
        at -= 1  # "the Hungarian one by X"
    elif at < 1 or not (sentence.tokens[at].text in DASHES or _is_led_by(sentence, at)):
        return ()
    token = sentence.tokens[at - 1]
    described = any(r.part == "ADJ" for r in token.readings) or _is_led_by(sentence, at)
    code = find_country(token.text, article.language.code) if described else None
    return (Code(code, token.span),) if code else ()


def _is_led_by(sentence: Sentence, index: int) -> bool:
    """Whether "by" stands behind an adjective with its article alone: "the Slovenian side was led by A, the Azerbaijani | by B"."""
    return index > 1 and sentence.tokens[index].lower == "by" and sentence.tokens[index - 2].lower == "the"
