"""Russian tokens with readings from the OpenCorpora dictionary, likeliest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pymorphy3

from elshi.language.base import Case, Reading, Token
from elshi.language.tokenising import split_words
from elshi.records import Span

__all__ = ["inflect", "is_known", "read_tokens", "readings", "write_like"]

CACHED = 1 << 16
_CASES = {
    "nomn": Case.NOM,
    "gent": Case.GEN,
    "gen1": Case.GEN,
    "gen2": Case.GEN,
    "datv": Case.DAT,
    "accs": Case.ACC,
    "acc2": Case.ACC,
    "ablt": Case.INS,
    "loct": Case.LOC,
    "loc1": Case.LOC,
    "loc2": Case.LOC,
}
_PARTS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "PRTF": "ADJ",
    "PRTS": "VERB",
    "VERB": "VERB",
    "INFN": "VERB",
    "GRND": "CONV",
    "PREP": "PREP",
    "CONJ": "CONJ",
    "NPRO": "PRON",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "PRED": "ADV",
    "COMP": "ADV",
}
_NAMES = {"Name": "given", "Surn": "surname", "Patr": "patronymic"}
_MARKS = {
    "past": "past",
    "pres": "pres",
    "futr": "fut",
    "pssv": "pass",
    "INFN": "inf",
    "impr": "imper",
    "perf": "perf",
    "impf": "impf",
    "masc": "masc",
    "femn": "femn",
    "neut": "neut",
    "anim": "anim",
    "inan": "inan",
    "Fixd": "fixd",
    "PRTF": "part",
    "PRTS": "short",
    "ADJS": "short",
    "Geox": "place",
    "Orgn": "organization",
    "Anum": "ordinal",
    "Apro": "pronoun",
    "Abbr": "abbreviation",
}
_NUMBER = re.compile(r"\d[\d.,:]*(?:-?([а-яё]+))?$")
# A Kazakh patronymic as a surname does not decline in Russian; in a Kazakh case it is quoted with that ending.
_KAZAKH_PATRONYMIC = re.compile(r"^(.+?(?:ұлы|улы|қызы|кызы))(мен|ның|ына|ын|нда|нан)?$")
_KAZAKH_ENDINGS = {"мен": Case.INS, "ның": Case.GEN, "ына": Case.DAT, "ын": Case.ACC, "нда": Case.LOC, "нан": Case.ABL}
_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_ORDINALS = {"го": Case.GEN, "му": Case.DAT, "м": Case.INS, "й": Case.NOM, "я": Case.NOM, "е": Case.NOM, "х": Case.GEN}


@lru_cache(maxsize=1)
def _analyser() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


def _parse(word: str) -> Sequence[Any]:
    """The dictionary's parses; none for letters so rare that Unicode has no name for them, at which the dictionary stumbles."""
    try:
        return list(_analyser().parse(word))
    except ValueError:
        return ()


def _marks(tag: Any) -> frozenset[str]:
    return frozenset(_MARKS[g] for g in tag.grammemes if g in _MARKS)


def _reading(parse: Any) -> Reading:
    tag = parse.tag
    name = next((_NAMES[g] for g in tag.grammemes if g in _NAMES), None)
    part = "NAME" if name and tag.POS == "NOUN" else _PARTS.get(tag.POS, "OTHER")
    features = _marks(tag) | {name} if part == "NAME" and name else _marks(tag)
    return Reading(parse.normal_form, part, _CASES.get(tag.case), str(tag.number) if tag.number else None, features)


def _kazakh(word: str) -> tuple[Reading, ...]:
    """A Kazakh patronymic in every case, or in the one that its Kazakh ending says."""
    found = _KAZAKH_PATRONYMIC.match(word)
    if not found or (found.group(2) and not _KAZAKH_LETTERS & set(word)):
        return ()
    gender = "masc" if found.group(1).endswith("лы") else "femn"
    features = frozenset({"surname", "patronymic", "anim", "fixd", gender})
    cases = [_KAZAKH_ENDINGS[found.group(2)]] if found.group(2) else list(dict.fromkeys(_CASES.values()))
    return tuple(Reading(found.group(1), "NAME", case, "sing", features) for case in cases)


def _number(word: str) -> tuple[Reading, ...]:
    found = _NUMBER.match(word)
    if not found:
        return ()
    ending = found.group(1)
    if ending in _ORDINALS:
        return (Reading(word, "ADJ", _ORDINALS[ending], "sing", frozenset({"ordinal"})),)
    return (Reading(word, "NUM"),)


@lru_cache(maxsize=CACHED)
def readings(word: str, capital: bool) -> tuple[Reading, ...]:
    """The readings of a lower-case word, likeliest first, without repetition; `()` for punctuation.

    Readings as a personal name are kept only for words written with a capital, unless there are no others.
    """
    if not any(c.isalpha() for c in word):
        return _number(word)
    special = _number(word) if word[0].isdigit() else _kazakh(word) if len(word) > 5 else ()
    if special:
        return special
    found = tuple(dict.fromkeys(_reading(p) for p in _parse(word)))
    common = tuple(r for r in found if (capital or r.part != "NAME") and (len(word) > 1 or "abbreviation" not in r.features))
    return common or found


@lru_cache(maxsize=CACHED)
def is_known(word: str) -> bool:
    """Whether the dictionary has the lower-case word in this form."""
    return bool(_analyser().word_is_known(word))


def read_tokens(text: str, sentence: Span) -> tuple[Token, ...]:
    """The tokens of one sentence, in order, with readings."""
    pieces = split_words(text, sentence)
    return tuple(Token(span, word, word.lower(), readings(word.lower(), word[:1].isupper())) for span, word in pieces)


@lru_cache(maxsize=CACHED)
def inflect(word: str, wanted: Reading, case: Case = Case.NOM) -> str | None:
    """The lower-case word, understood as the reading `wanted`, in another case of the same number; None if the dictionary cannot."""
    target = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}.get(case.value)
    for parse in _parse(word):
        if target and _reading(parse) == wanted:
            found = parse.inflect({target})
            return str(found.word) if found else None
    return None


def write_like(model: str, word: str) -> str:
    """The lower-case word with the letter case of `model`: its letters as far as they are the same, small ones after that."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    same = next((i for i, (a, b) in enumerate(zip(model.lower(), word, strict=False)) if a != b), min(len(model), len(word)))
    if same == 0 and model[:1].isupper():
        return word[:1].upper() + word[1:]
    return model[:same] + word[same:]
