"""Kazakh case endings by vowel harmony, for composed sentences."""

from __future__ import annotations

from functools import cache

__all__ = ["CASES", "add_ending"]

CASES = ("gen", "dat", "acc", "loc", "abl", "ins", "dagy", "lyk")
_BACK = "аоұыяёю"
_FRONT = "әөүіеэи"
_VOICELESS = "кқпстфхһцчшщбвгд"
_NASAL = "мнң"
_BUZZING = "жз"
# Endings after a vowel, a sonorant (л р й у), ж or з, a nasal, a voiceless consonant; back vowels are written, front ones derived.
_ENDINGS = {
    "gen": ("ның", "дың", "дың", "ның", "тың"),
    "dat": ("ға", "ға", "ға", "ға", "қа"),
    "acc": ("ны", "ды", "ды", "ды", "ты"),
    "loc": ("да", "да", "да", "да", "та"),
    "abl": ("дан", "дан", "дан", "нан", "тан"),
    "ins": ("мен", "мен", "бен", "мен", "пен"),
    "dagy": ("дағы", "дағы", "дағы", "дағы", "тағы"),
    "lyk": ("лық", "лық", "дық", "дық", "тық"),
}
_POSSESSED = {"gen": "ның", "dat": "на", "acc": "н", "loc": "нда", "abl": "нан", "ins": "мен", "dagy": "ндағы", "lyk": "лық"}
_TO_FRONT = str.maketrans("ағқы", "егкі")


def _is_front(word: str) -> bool:
    if word.endswith("ь"):
        return True
    for letter in reversed(word.lower()):
        if letter in _BACK:
            return False
        if letter in _FRONT:
            return True
    return False


def _class_of(word: str) -> int:
    last = word.rstrip("ь’")[-1].lower()
    if last in _NASAL:
        return 3
    if last in _VOICELESS:
        return 4
    if last in _BUZZING:
        return 2
    return 1 if last in "лрй" or not last.isalpha() else 0


@cache
def add_ending(word: str, case: str) -> str:
    """The word in the given case (nominative for an empty one). A final ``^`` marks a word that already has its possessive ending.
    An abbreviation in capitals takes a hyphen."""
    possessed = word.endswith("^")
    bare = word.removesuffix("^")
    if case in ("", "nom"):
        return bare
    ending = _POSSESSED[case] if possessed else _ENDINGS[case][_class_of(bare)]
    if _is_front(bare) and case != "ins":
        ending = ending.translate(_TO_FRONT)
    last = bare.split(" ")[-1]
    return bare + ("-" if last.isupper() and len(last) > 1 else "") + ending
