"""Whether two names of one document may be one person's: initials, parts of a name, a letter misspelt, the words of posts."""

from __future__ import annotations

from collections.abc import Iterable

from elshi.engagements.article import Article
from elshi.engagements.parties import Party

__all__ = ["is_misspelt", "is_namesake", "is_one_post", "post_lemmas", "same_name", "words_of"]

SHORTEST_MISSPELT = 5  # letters: shorter names differ by one letter too often
LOCAL = frozenset({"regional", "academic"})
STATE_SERVANTS = frozenset({"minister", "deputy-minister"})
FOREIGN = frozenset({"мид", "иностранный", "внешнеполитический", "дипломатия", "foreign", "diplomacy", "diplomat", "сім", "сыртқы"})


def _initials(key: Iterable[str]) -> set[str]:
    return {k.casefold() for k in key if k.endswith(".")}


def words_of(key: Iterable[str]) -> set[str]:
    """The words of a name's key without its initials."""
    return {k for k in key if not k.endswith(".")}


def same_name(short: frozenset[str], full: frozenset[str]) -> bool:
    """Whether every word of the shorter name is in the longer one and every initial begins a word of it."""
    words, longer = words_of(short), words_of(full)
    if not words or not words <= longer:
        return not words and short == full
    rest = longer - words
    letters = {w[:1] for w in rest} | {i[:1] for i in _initials(full)}
    return all(i[:1] in letters for i in _initials(short)) or (not rest and not _initials(full))


def is_misspelt(short: frozenset[str], full: frozenset[str]) -> bool:
    """Whether the shorter name is one word that differs in one letter from a word of the longer one. An ending more or less is none:
    it tells a woman's name from a man's."""
    if len(short) != 1:
        return False
    (word,) = short
    return len(word) >= SHORTEST_MISSPELT and any(_differ_once(word, other) for other in words_of(full))


def _differ_once(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one == other or len(long) - len(short) > 1 or long.startswith(short):
        return False
    at = next(i for i in range(len(short)) if short[i] != long[i])
    return at > 0 and long[at + 1 :] == short[at + (len(short) == len(long)) :]


def is_namesake(party: Party, others: Iterable[Party]) -> bool:
    """Whether the party heads a region or a school and the others serve the state, or the other way round: posts of two people."""
    roles, known = party.roles, frozenset(r for other in others for r in other.roles)
    return any(bool(a and b) and a <= LOCAL and b <= STATE_SERVANTS for a, b in ((roles, known), (known, roles)))


def post_lemmas(article: Article, party: Party) -> frozenset[str]:
    """The lemmas of the words of a party's posts, its states left out."""
    tokens = article.sentences[party.sentence].tokens
    states = [c.span for c in (*party.codes, *party.hosts)]
    return frozenset(
        reading.lemma
        for post in party.posts
        for token in tokens[post.start : post.stop]
        if token.is_word and not any(s.overlaps(token.span) for s in states)
        for reading in token.readings[:1]
        if reading.part in ("NOUN", "ADJ", "NAME", "OTHER", "VERB", "PART")
    )


def is_one_post(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two posts of one rank are one: told in the same words, or both a foreign minister's."""
    return bool(words) and (words == others or bool(words & FOREIGN and others & FOREIGN))
