"""How a single word of a person's name may have been declined: guesses with scores.

The paradigms are data (`elshi/reference/ru/declension.toml`); a guess says which nominative gives the written form in which case and
gender, and how likely that is (a sum of small weights, comparable only among guesses for one name).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from elshi.language.base import Case
from elshi.language.phrases import word_list
from elshi.language.ru.tokens import inflect, is_known, readings

__all__ = ["GENDERS", "OBLIQUE", "Guess", "Place", "given_genders", "guess_nominatives", "is_particle"]

GENDERS = ("masc", "femn")
OBLIQUE = (Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)
VOWELS = frozenset("аеёиоуыэюяәөүұі")
DECLINED = 0.5
GIVEN = 2.0
GIVEN_IN_DICTIONARY = 1.5
OTHER_GENDER = -1.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where the word stands in the name: `first`, `last` (both for a single word), and `hyphen` if a hyphen and more follow."""

    first: bool
    last: bool
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Guess:
    """The word in the nominative if the form is this case and gender."""

    nominative: str
    case: Case
    gender: str
    score: float


@dataclass(frozen=True, slots=True)
class _Ending:
    ending: str
    case: Case
    nominative: str
    stem: re.Pattern[str]
    genders: tuple[str, ...]
    weight: float


@lru_cache(maxsize=1)
def _endings() -> tuple[_Ending, ...]:
    found: list[_Ending] = []
    for paradigm in word_list("ru", "declension")["paradigm"]:
        for case in OBLIQUE:
            found += [_ending(paradigm, case, written) for written in paradigm.get(case.value, ())]
    return tuple(found)


def _ending(paradigm: dict[str, Any], case: Case, written: str) -> _Ending:
    stem = re.compile(paradigm["stem"] + "$")
    return _Ending(written, case, paradigm["nom"], stem, tuple(paradigm["genders"]), float(paradigm["weight"]))


@lru_cache(maxsize=1)
def _names() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in word_list("ru", "names").items()}


def is_particle(word: str) -> bool:
    """Whether the lower-case word is one that never changes inside a name (фон, аль, бин)."""
    return word in _names()["particles"]


@lru_cache(maxsize=1 << 14)
def given_genders(word: str) -> frozenset[str]:
    """The genders of the people who bear the lower-case word, in the nominative, as a given name; empty if it is not known as one."""
    found = {gender for gender, kind in (("masc", "masculine"), ("femn", "feminine")) if word in _names()[kind]}
    if not found and is_known(word):
        names = [r for r in readings(word, True) if r.part == "NAME" and "given" in r.features]
        given = [r for r in names if r.case is Case.NOM and r.number == "sing"]
        found = {g for g in GENDERS for r in given if g in r.features}
    return frozenset(found)


def _has_vowel(word: str) -> bool:
    return bool(VOWELS & set(word))


def _syllables(word: str) -> int:
    return sum(c in VOWELS for c in word)


def _is_listed(word: str) -> bool:
    return word in _names()["masculine"] or word in _names()["feminine"]


def _lexical(nominative: str, gender: str, place: Place) -> float:
    """What the list of given names says of this nominative and gender."""
    genders = given_genders(nominative)
    if not genders:
        return 0.0
    if gender in genders:
        weight = GIVEN if _is_listed(nominative) else GIVEN_IN_DICTIONARY
        return weight if place.first else weight / 2
    return OTHER_GENDER if place.first else 0.0


def _unlisted(nominative: str, gender: str, place: Place) -> float:
    """An unlisted first name in -а or -я is a woman's rather than a man's."""
    unusual = place.first and not place.last and gender == "masc" and nominative[-1:] in "ая" and not given_genders(nominative)
    return -0.7 if unusual else 0.0


def _declined(word: str, place: Place) -> Iterator[Guess]:
    for ending in _endings():
        stem = word[: len(word) - len(ending.ending)]
        if not word.endswith(ending.ending) or not ending.stem.search(stem) or not _has_vowel(stem + ending.nominative) or len(stem) < 2:
            continue
        nominative = stem + ending.nominative
        for gender in ending.genders:
            score = DECLINED + ending.weight + _lexical(nominative, gender, place) + _unlisted(nominative, gender, place)
            yield Guess(nominative, ending.case, gender, score - _foreign_end(word) - _listed_as_is(word) + _inner(place, nominative))


def _listed_as_is(word: str) -> float:
    """A given name in -е, -и or -о («Илзе») is hardly a case of another."""
    return 1.5 if word[-1] in VOWELS and word[-1] not in "ая" and given_genders(word) else 0.0


def _inner(place: Place, nominative: str) -> float:
    """A word of one syllable inside a name is seldom declined."""
    if place.hyphen:
        return -0.3 if _syllables(nominative) < 2 else 0.0
    return -0.6 if not place.first and not place.last and _syllables(nominative) < 2 else 0.0


def _from_dictionary(word: str, place: Place) -> Iterator[Guess]:
    """Forms with a changing stem («Павлом», «Льва») that the dictionary knows as names."""
    if not is_known(word):
        return
    for reading in readings(word, True):
        if reading.part != "NAME" or reading.number != "sing" or reading.case not in OBLIQUE or "fixd" in reading.features:
            continue
        nominative = inflect(word, reading)
        if nominative is None:
            continue
        written = nominative if "ё" in word else nominative.replace("ё", "е")
        bonus = GIVEN if place.first or "given" not in reading.features else GIVEN / 2
        for gender in GENDERS:
            if gender in reading.features or not reading.features & set(GENDERS):
                yield Guess(written, reading.case, gender, DECLINED + bonus - _listed_as_is(word))


def _foreign_end(word: str) -> float:
    """How much the end of the word speaks for a surname that never changes."""
    return 2.5 if any(word.endswith(end) for end in _names()["indeclinable"]) else 0.0


_OBLIQUE_LOOKS = (
    ("ом", 1.5),
    ("ым", 1.5),
    ("ой", 1.3),
    ("ем", 1.0),
    ("ого", 1.0),
    ("ому", 1.5),
    ("ией", 1.5),
    ("ей", 0.6),
    ("ою", 1.0),
    ("ы", 1.2),
)


def _looks_oblique(word: str) -> float:
    """How much the form looks like an oblique case; nothing for names that the list has, half for the dictionary's."""
    if _is_listed(word):
        return 0.0
    found = next((penalty for end, penalty in _OBLIQUE_LOOKS if word.endswith(end) and len(word) > len(end) + 1), 0.0)
    return found / 2 if given_genders(word) else found


def _unchanged(word: str, place: Place, gender: str, case: Case) -> float:
    """How natural it is that the word has its nominative's form in an oblique case."""
    score = _lexical(word, gender, place) - _looks_oblique(word) + (0.6 if _foreign_end(word) else 0.0)
    last = word[-1]
    if last not in VOWELS:
        score += _unchanged_consonant(word, place, gender)
    elif last in "ая":
        score -= 0.3 if len(word) > 1 and word[-2] in VOWELS else 1.2 if place.hyphen else 2.2
    else:
        score -= 0.3 if not place.first and not place.last else 0.5 if last != "е" or case not in (Case.DAT, Case.LOC) else 0.7
    return score


def _unchanged_consonant(word: str, place: Place, gender: str) -> float:
    if gender == "femn":
        return -0.7 if place.first and not place.last and not given_genders(word) else 0.0
    if place.last:
        return -3.0
    return -0.8 if place.hyphen or _syllables(word) < 2 else -1.6 if not place.first else -2.2


def _possessive(word: str) -> str | None:
    """The gender that the end of a surname in the nominative shows (Иванов, Иванова, Левандовская)."""
    if re.search(r"(?:ов|ев|ёв|ин|ын)а$|(?:ск|цк)ая$", word):
        return "femn"
    return "masc" if re.search(r"(?:ов|ев|ёв)$|(?:ск|цк)ий$", word) else None


def _nominative(word: str, place: Place, gender: str) -> float:
    """How natural the written form is as a nominative."""
    score = _lexical(word, gender, place) - _looks_oblique(word)
    shown = None if place.first and not place.last else _possessive(word)
    if shown:
        score += 1.0 if shown == gender else -2.0
    elif gender == "masc" and place.first and not place.last and word[-1] in "ая" and not given_genders(word):
        score -= 0.7
    return score


@lru_cache(maxsize=1 << 14)
def guess_nominatives(word: str, place: Place) -> tuple[Guess, ...]:
    """Every guess for a lower-case word, the best one for each case and gender."""
    best: dict[tuple[Case, str], Guess] = {}
    guesses = [*_declined(word, place), *_from_dictionary(word, place)]
    for gender in GENDERS:
        guesses.append(Guess(word, Case.NOM, gender, _nominative(word, place, gender)))
        guesses += [Guess(word, case, gender, _unchanged(word, place, gender, case)) for case in OBLIQUE]
    for guess in guesses:
        known = best.get((guess.case, guess.gender))
        if known is None or guess.score > known.score:
            best[guess.case, guess.gender] = guess
    return tuple(best.values())
