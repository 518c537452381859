"""Whether two names of one document may be one person's: initials, parts of a name, a letter misspelt."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["is_misspelt", "same_name", "words_of"]

SHORTEST_MISSPELT = 5  # letters: shorter names differ by one letter too often


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
