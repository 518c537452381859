"""Whether a word that may report an act does so where it stands: not beside a noun, in passing, or as an appeal."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.article import Article
from elshi.engagements.lexicons import ActWord, Lexicons
from elshi.engagements.parties import Party
from elshi.engagements.stretches import RELATIVES
from elshi.language.base import Case, Token
from elshi.language.phrases import Match
from elshi.records import Label, ParticipantKind, Span

__all__ = ["is_appeal", "is_attribute", "is_of_heads", "is_passing", "tells_days"]

OWNERS = frozenset({"'s", "’s", "ʼs", "his", "her", "their", "its"})
SEATS = frozenset({Label.CITY, Label.COUNTRY})
WITH = frozenset({"с", "со"})
FAR = 8  # tokens between a participle and a noun that goes with it
SEVERAL, BOTH = 3, 2  # states
BETWEEN = 2  # tokens between a gathering and those whose it is: "the fifth", "the"
AROUND = 5  # tokens around those, in which the text may tell that they are of many states


def is_attribute(tokens: Sequence[Token], match: Match[ActWord], lexicons: Lexicons) -> bool:
    """Whether the act word is a participle beside a noun ("a reception hosted by the envoy"): no clause of its own; or somebody's own
    ("the envoy's meeting with A")."""
    if tokens[max(match.start - 1, 0)].lower in OWNERS:
        return True
    verb = tokens[match.start].readings[:1]
    if match.end - match.start == 1 and _stands_beside_noun(tokens, match.start, lexicons):
        return True
    if not verb or "part" not in verb[0].features:
        return False
    return verb[0].part == "ADJ" or (match.start > 0 and _is_passive_tail(tokens, match))


def _stands_beside_noun(tokens: Sequence[Token], index: int, lexicons: Lexicons) -> bool:
    """Whether an English -ing form stands between an article and its noun: "the visiting senator"."""
    following = tokens[index + 1 : index + 2]
    plain = bool(following) and (following[0].is_capital or any(r.part in ("NOUN", "ADJ") for r in following[0].readings))
    participle = any("conv" in r.features for r in tokens[index].readings)
    return participle and plain and index > 0 and tokens[index - 1].lower in lexicons.articles | {"his", "her"}


def _is_passive_tail(tokens: Sequence[Token], match: Match[ActWord]) -> bool:
    """Whether an English participle with "by" behind it stands right behind a common noun."""
    before = tokens[match.start - 1]
    following = tokens[match.end] if match.end < len(tokens) else None
    noun = bool(before.readings) and before.readings[0].part == "NOUN" and not before.is_capital
    return noun and match.end - match.start == 1 and following is not None and following.lower == "by"


def is_passing(tokens: Sequence[Token], index: int) -> bool:
    """Whether a journey or message is only told of somebody in a relative clause: "who is on a visit", "to whom he wrote"."""
    for at in range(index - 1, max(index - 8, 0), -1):
        if tokens[at].text == ",":
            return False
        if tokens[at].lemmas() & RELATIVES:
            return not any(r.part == "PREP" for r in tokens[at - 1].readings)  # "after which she will fly to Oslo"
    return _goes_with_participle(tokens, index)


def _goes_with_participle(tokens: Sequence[Token], index: int) -> bool:
    """Whether a Russian noun with its preposition belongs to a participle beside somebody's post: «с прибывшим в Осло с визитом послом»."""
    at = index - 1
    while at > 0 and any(r.part == "ADJ" for r in tokens[at].readings) and tokens[at].lower not in WITH:
        at -= 1
    if at < 0 or tokens[at].lower not in WITH:
        return False
    for before in range(at - 1, max(at - FAR, -1), -1):
        if not tokens[before].is_word or any(r.part in ("VERB", "CONJ") for r in tokens[before].readings[:1]):
            return False
        if any(r.part == "ADJ" and "part" in r.features for r in tokens[before].readings[:1]):
            return before == 0 or tokens[before - 1].text != ","
    return False


def is_appeal(tokens: Sequence[Token], parties: Sequence[Party], end: int, lexicons: Lexicons) -> bool:
    """Whether one only calls on somebody to do a thing: an infinitive that tells no purpose of a visit follows the words that stop at
    `end`."""
    called = next((p for p in parties if end <= p.phrase.start <= end + 3), None)
    at = called.phrase.stop if called is not None else end
    for index in range(at, min(at + 8, len(tokens) - 1)):
        if tokens[index].lower == "to" and any("inf" in r.features for r in tokens[index + 1].readings[:1]):
            return not tokens[index + 1].lemmas() & lexicons.purposes
        if tokens[index].text in ",;" or any(r.part == "VERB" for r in tokens[index].readings[:1]):
            return False
    return False


def tells_days(article: Article, number: int, end: int) -> bool:
    """Whether a sentence tells the days of a stay, and right behind its word, which stops at `end`, the place."""
    tokens = article.sentences[number].tokens[end - 1 : end + 1]
    beside = Span(tokens[0].span.start, tokens[-1].span.end)
    placed = any(m.span.overlaps(beside) for m in article.mentions_in(article.sentences[number].span, SEATS))
    return placed and any("/" in (d.value or "") for d in article.dates[number])


def is_of_heads(tokens: Sequence[Token], trigger: range, party: Party, lexicons: Lexicons) -> bool:
    """Whether a meeting is that of the ministers or leaders of many states: «встреча министров транспорта стран Балтии»."""
    if party.kind is not ParticipantKind.GROUP or not _owns(trigger, party, lexicons):
        return False
    heads = any(t.lemmas() & lexicons.heads for t in tokens[party.phrase.start : party.phrase.stop])
    around = tokens[max(0, party.phrase.start - AROUND) : party.phrase.stop + AROUND]
    states = len({c.code for c in party.codes})
    return heads and (states >= SEVERAL or (states != BOTH and bool(lexicons.many_states.all(around))))


def _owns(trigger: range, party: Party, lexicons: Lexicons) -> bool:
    """Whether a group stands where a noun has its owner: Kazakh before it, else behind it."""
    if lexicons.state_first:
        near = 0 <= trigger.start - party.phrase.stop <= BETWEEN
        return near and party.slot.case == Case.GEN and party.slot.preposition is None
    near = trigger.start < party.phrase.start <= trigger.stop + BETWEEN
    return near and (party.slot.preposition == "of" or (party.slot.case == Case.GEN and party.slot.preposition is None))
