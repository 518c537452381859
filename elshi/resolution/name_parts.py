"""A person's name as its words, and the keys under which spellings of one name meet."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from elshi.resolution.sounds import CLASSES, VOWEL, readings, skeletons

__all__ = ["MOST_KEYS", "NamePart", "PartKind", "endearments", "father_of", "gender_endings", "name_keys", "split_name", "word_groups"]

WORD = re.compile(r"[^\W\d_]+(?:['ʻʼ’‘`´][^\W\d_]+)*['ʻʼ’‘`´]?\.?")
MARKS = str.maketrans("", "", "'ʻʼ’‘`´.")
LONGEST_INITIAL = 2
MOST_KEYS = 48


class PartKind(Enum):
    """What a word of a name is: a word in full, a letter that stands for one, a father's name, an article or preposition."""

    FULL = "full"
    INITIAL = "initial"
    PATRONYMIC = "patronymic"
    PARTICLE = "particle"


@dataclass(frozen=True, slots=True)
class NamePart:
    """One word of a name, lower case, with its kind."""

    word: str
    kind: PartKind


@cache
def _listed() -> dict[str, Any]:
    return tomllib.loads((files("elshi") / "reference" / "world" / "name_words.toml").read_text(encoding="utf-8"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_listed()[name].split())


@lru_cache(maxsize=200_000)
def father_of(word: str) -> tuple[str, str] | None:
    """The name inside a patronymic, and whether it is a man's or a woman's; None where the word is none."""
    for whose, endings in _listed()["patronymics"].items():
        for ending in endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word.removesuffix(ending), whose
    return None


@cache
def endearments() -> tuple[str, ...]:
    """Endings that a given name may have or lack."""
    return tuple(_listed()["endearments"])


@cache
def gender_endings() -> tuple[tuple[str, str], ...]:
    """Pairs of sounds in which a man's and a woman's name end."""
    return tuple((man, woman) for man, woman in _listed()["genders"]["pairs"])


def _kind(written: str, word: str, alone: bool) -> PartKind:
    if not alone and word in _words("particles") and not (len(word) == 1 and written.endswith(".")):
        return PartKind.PARTICLE
    if len(word) == 1 or (written.endswith(".") and len(word) <= LONGEST_INITIAL):
        return PartKind.INITIAL
    if father_of(word):
        return PartKind.PATRONYMIC
    return PartKind.FULL


def _visible(name: str) -> str:
    """The name without soft hyphens, marks of direction and the like, its letters in their usual forms (no wide ones, no ligatures)."""
    return "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf")


@lru_cache(maxsize=200_000)
def split_name(name: str) -> tuple[NamePart, ...]:
    """The words of a name in the order written, without forms of address; hyphens part words."""
    words = _visible(name).replace("İ", "I").casefold().split()
    named = [word for word in words if word.rstrip(".") not in _words("honorifics")] or words
    kept = [(m[0], m[0].translate(MARKS)) for m in WORD.finditer(" ".join(named))]
    return tuple(NamePart(word, _kind(written, word, len(kept) == 1)) for written, word in kept if word)


def _openings(part: NamePart) -> frozenset[str]:
    """The classes of sound with which the word may begin."""
    return frozenset(CLASSES.get(heard[0], VOWEL) for heard in readings(part.word)) or frozenset({VOWEL})


def _pair_keys(parts: Sequence[NamePart]) -> Iterator[str]:
    for at, part in enumerate(parts):
        if part.kind is PartKind.INITIAL:
            continue
        for opening in sorted({o for i, other in enumerate(parts) if i != at for o in _openings(other)}):
            yield from (f"{skeleton}|{opening}" for skeleton in sorted(skeletons(part.word)))


@lru_cache(maxsize=200_000)
def name_keys(name: str) -> frozenset[str]:
    """Keys of which any two spellings of one name share at least one: a word's consonants by class with the opening of another word.

    A name of one word has keys of its own, with nothing after the bar.
    """
    parts = [part for part in split_name(name) if part.kind is not PartKind.PARTICLE]
    if len(parts) > 1:
        return frozenset(key for _, key in zip(range(MOST_KEYS), _pair_keys(parts), strict=False))
    return frozenset(f"{skeleton}|" for part in parts for skeleton in skeletons(part.word))


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_listed()["aliases"].strip().splitlines()):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def word_groups(word: str) -> frozenset[int]:
    """The numbers of the sets of forms that the word belongs to: one name in languages that spell it each in its own way."""
    return _groups().get(word, frozenset())
