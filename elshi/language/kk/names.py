"""Kazakh case endings on people's names: which of a name's last letters are an ending, and which are its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from elshi.language.base import Case, Slot, Token
from elshi.language.kk.morphology import detach_ending, join_tokens, strip_noun
from elshi.language.kk.suffixes import Ending, classes, fold, split_case
from elshi.language.kk.tokens import suffix_case
from elshi.language.phrases import word_list

__all__ = [
    "guess_name_case",
    "is_given",
    "is_honorific",
    "is_natural",
    "is_particle",
    "name_endings",
    "name_stems",
    "restore_person",
    "strip_name",
]

_APART = re.compile(r"(.+)[-–](\w{2,5})")
_PARTS = re.compile(r"[^\W\d_]\.|[^\W\d_](?:[^\W\d_]|['’ʼ-](?=[^\W\d_]))*")
_CERTAIN = frozenset({Case.GEN, Case.INS, Case.DAT})
_CERTAIN_FORMS = frozenset({"ны", "ні"})
_OWNED = ("ұлы", "қызы", "улы", "кызы")
_PLACES = frozenset({Case.LOC})
_SURNAME_ROOT = 4  # letters before a surname's ending
SHORTEST = 2  # letters that a name has at least before an ending that might be its own


@cache
def _listed(name: str) -> tuple[str, ...]:
    found = word_list("kk", "names")[name]
    return tuple(found.split() if isinstance(found, str) else found)


@cache
def _natural() -> frozenset[str]:
    return frozenset(_listed("natural"))


@cache
def _given() -> frozenset[str]:
    return frozenset(_listed("given"))


def is_honorific(token: Token) -> bool:
    """Whether the token is a title after a name: ханым, мырза."""
    return not token.is_capital and not token.lemmas().isdisjoint(_listed("honorifics"))


def is_particle(word: str) -> bool:
    """Whether the word, as written, is a particle inside names: ван, бин, әл."""
    return word in _listed("particles")


def is_natural(word: str) -> bool:
    """Whether the lower-case word is known to be a name as it stands."""
    return word in _natural() or word.endswith(_listed("natural_endings"))


def is_given(word: str) -> bool:
    """Whether the lower-case word is a known given name."""
    return word in _given()


def _is_surname(stem: str) -> bool:
    """Whether the stem is long enough and ends like a surname."""
    return any(stem.endswith(e) and len(stem) >= len(e) + _SURNAME_ROOT for e in _listed("surname_endings"))


@lru_cache(maxsize=16384)
def name_endings(word: str) -> tuple[tuple[str, Ending], ...]:
    """The ways to read a lower-case name as a stem and a case ending. Only -ұлы and -қызы take the endings of possessives."""
    found = []
    for stem, ending in split_case(word):
        sounds = bool(ending.after & classes(stem))
        long = len(stem) >= SHORTEST or ending.case in (Case.GEN, Case.INS)
        if not ending.attributive and long and (sounds or stem.endswith(_OWNED)):
            found.append((stem, ending))
    return tuple(found)


def guess_name_case(written: str, wanted: frozenset[Case] | None = None) -> Case:
    """The case of a name's last word. `wanted` are the cases that the clause's verb takes (None: unknown)."""
    apart = _APART.fullmatch(written)
    if apart and apart.group(2).islower() and (case := suffix_case(apart.group(2))):
        return case
    word = fold(written)
    candidates = [(stem, ending) for stem, ending in name_endings(word) if ending.case not in _PLACES]
    if not candidates or word in _natural() or is_given(word):
        return Case.NOM
    stem, ending = candidates[0]
    if is_natural(word) and not is_given(stem):
        return Case.NOM
    certain = ending.case in _CERTAIN or ending.form in _CERTAIN_FORMS or is_natural(stem) or is_given(stem) or _is_surname(stem)
    if certain or wanted is None or ending.case in wanted:
        return ending.case
    return Case.NOM


def strip_name(written: str, case: Case | None) -> str:
    """The name's last word without the ending of `case` (None: the likeliest one), letters as written."""
    apart = _APART.fullmatch(written)
    if apart and apart.group(2).islower() and suffix_case(apart.group(2)):
        return apart.group(1)
    case = guess_name_case(written) if case is None else case
    if case is Case.NOM:
        return written
    word = fold(written)
    for stem, ending in name_endings(word):
        if ending.case is case and (case not in _PLACES or _is_surname(stem)):
            return written[: len(stem)]
    return written


def restore_person(tokens: Sequence[Token], slot: Slot) -> str:
    """The person's name without the case ending of its last word and without a title after it."""
    named, apart = detach_ending(tokens)
    words = [i for i, t in enumerate(named) if t.is_word]
    if len(words) > 1 and is_honorific(named[words[-1]]):
        return join_tokens(named[: words[-1]])
    if apart is not None or not words:
        return join_tokens(named)
    at = words[-1]
    written = join_tokens(named[: at + 1])
    stripped = strip_name(named[at].text, slot.case) if named[at].is_capital else strip_noun(named[at].text, slot.case)
    return written[: len(written) - len(named[at].text)] + stripped


def _stem_of(word: str) -> str:
    """What remains when every possible case ending is taken off, one after another: the same for all case forms of a name."""
    apart = _APART.fullmatch(word)
    if apart and suffix_case(apart.group(2)):
        word = apart.group(1)
    while endings := name_endings(word):
        word = endings[0][0]
    return word.replace("ё", "е")


@lru_cache(maxsize=8192)
def name_stems(name: str) -> frozenset[str]:
    """Comparable stems of a name's words, lower case; an initial gives its letter and a full stop («А.»)."""
    particles = _listed("particles")
    parts = _PARTS.findall(name)
    stems = {p if p.endswith(".") else _stem_of(fold(p)) for p in parts if p not in particles or len(parts) == 1}
    return frozenset(stems)
