"""The case, plural and possessive endings of Kazakh nouns: which ending may stand after which stem.

An ending agrees with its stem twice: in vowel harmony (back or front) and in the class of the stem's last letter. Both checks together
keep «Канада», «Линден» or «Ружичка» whole, though they end like a case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from elshi.language.base import Case
from elshi.language.phrases import word_list

__all__ = ["Ending", "Peeled", "classes", "endings", "fits_harmony", "fold", "harmonies", "peel", "split_case"]

_SIGNS = "ьъ'’ʼ"
_LOOKALIKES = str.maketrans("iəa", "іәа")
_VOICED_STEMS = {"г": "к", "ғ": "қ", "б": "п"}


@dataclass(frozen=True, slots=True)
class Ending:
    """A case ending's form; `owned` ones stand only after the possessive of the third person."""

    form: str
    case: Case
    after: frozenset[str]
    harmony: str
    attributive: bool = False

    @property
    def owned(self) -> bool:
        """Whether only a possessive may stand before it."""
        return self.after == {"owned"}


@dataclass(frozen=True, slots=True)
class Peeled:
    """A noun form taken apart: `bare` is the form without its case, `stem` also without possessive and plural."""

    stem: str
    bare: str
    case: Case
    plural: bool = False
    possessive: bool = False
    attributive: bool = False


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    letters: dict[str, str] = word_list("kk", "suffixes")["letters"]
    return letters


def fold(word: str) -> str:
    """The word in small letters, with the Latin i and ə of careless keyboards as Kazakh ones; as long as before."""
    small = word.lower()
    if len(small) != len(word):
        return word
    return small if small.isascii() else small.translate(_LOOKALIKES)


@cache
def _ends(name: str) -> tuple[str, ...]:
    return tuple(word_list("kk", "suffixes")[name])


@lru_cache(maxsize=1)
def endings() -> tuple[Ending, ...]:
    """Every form of every case ending, longest first."""
    listed = word_list("kk", "suffixes")
    found: list[Ending] = []
    for entry in listed["case"]:
        for form, harmony in zip(entry["forms"], _harmony_of_forms(entry["forms"]), strict=True):
            ending = Ending(form, Case(entry["case"]), frozenset(entry["after"]), harmony)
            found.append(ending)
            if ending.case is Case.LOC:
                attribute = listed["attributive"][harmony == "front"]
                found.append(Ending(form + attribute, Case.LOC, ending.after, harmony, attributive=True))
    return tuple(sorted(set(found), key=lambda e: (-len(e.form), e.form, e.harmony)))


def _harmony_of_forms(forms: list[str]) -> tuple[str, str]:
    return ("any", "any") if forms[0] == forms[1] else ("back", "front")


@lru_cache(maxsize=1)
def _by_last_letters() -> dict[str, tuple[Ending, ...]]:
    table: dict[str, list[Ending]] = {}
    for ending in endings():
        table.setdefault(ending.form[-1], []).append(ending)
    return {letter: tuple(listed) for letter, listed in table.items()}


@lru_cache(maxsize=65536)
def classes(stem: str) -> frozenset[str]:
    """The classes of the stem's last letter (`vowel nasal liquid glide lateral voiced voiceless`).

    у and и are vowels and glides at once."""
    last = stem.rstrip(_SIGNS)[-1:]
    if not last:
        return frozenset()
    named = ("vowel", "nasal", "liquid", "glide", "lateral", "voiced", "voiceless")
    found = frozenset(n for n in named if last in _letters()[n])
    return found | {"voiced"} if stem.endswith(_ends("also_voiced")) else found


@lru_cache(maxsize=65536)
def harmonies(stem: str) -> frozenset[str]:
    """Which endings the stem takes: back, front, or both where loans and mixed names vary."""
    letters = _letters()
    vowels = [c for c in stem if c in letters["vowel"]]
    if not vowels or stem.endswith(_ends("both_harmonies")) or "-" in stem:
        return frozenset({"back", "front"})
    last = vowels[-1]
    if last in letters["neutral"]:
        clear = [v for v in vowels if v not in letters["neutral"]]
        return frozenset({"front"}) if not clear and last == "и" else frozenset({"back", "front"})
    mixed = last in "оё" and any(v in letters["front"] for v in vowels)
    if mixed:
        return frozenset({"back", "front"})
    return frozenset({"back" if last in letters["back"] else "front"})


def fits_harmony(stem: str, harmony: str) -> bool:
    """Whether an ending of this harmony may follow the stem."""
    return harmony == "any" or harmony in harmonies(stem)


def _has_vowel(stem: str) -> bool:
    return any(c in _letters()["vowel"] for c in stem)


def _is_possessed(word: str) -> bool:
    return len(word) > 2 and word[-1] in "ыі"


def split_case(word: str) -> Iterator[tuple[str, Ending]]:
    """Each stem and case ending that together make the lower-case word, the longest ending first."""
    for ending in _by_last_letters().get(word[-1:], ()):
        rest = word[: -len(ending.form)]
        if not word.endswith(ending.form) or not _has_vowel(rest) or not fits_harmony(rest, ending.harmony):
            continue
        if (ending.after & classes(rest)) or ("owned" in ending.after and _is_possessed(rest)):
            yield rest, ending


def _possessives(word: str) -> Iterator[tuple[str, bool]]:
    """The word without its possessive: each way to read it, and whether a possessive was taken."""
    yield word, False
    ours = next((e for e in _ends("ours") if word.endswith(e) and len(word) > len(e) + 1), None)
    if ours is not None:
        yield word[: -len(ours)], True
    if not _is_possessed(word):
        return
    if word[-2] == "с" and "vowel" in classes(word[:-2]):
        yield word[:-2], True
    if "vowel" not in classes(word[:-1]) or word[-2] in "уи":
        yield word[:-1], True


@lru_cache(maxsize=1)
def _plurals() -> tuple[tuple[str, frozenset[str], str], ...]:
    return tuple(
        (form, frozenset(entry["after"]), harmony)
        for entry in word_list("kk", "suffixes")["plural"]
        for form, harmony in zip(entry["forms"], ("back", "front"), strict=True)
    )


def _plural_stems(word: str) -> Iterator[tuple[str, bool]]:
    yield word, False
    if word[-1:] != "р":
        return
    for form, after, harmony in _plurals():
        rest = word[: -len(form)]
        if word.endswith(form) and _has_vowel(rest) and after & classes(rest) and fits_harmony(rest, harmony):
            yield rest, True


def _stem_shapes(stem: str, possessed: bool, plural: bool) -> Iterator[str]:
    """The stem as it is written without an ending: серіктестіг(і) -> серіктестік, халқ(ы) -> халық; the likelier shape first."""
    shortened = possessed and not plural
    voiceless = stem[:-1] + _VOICED_STEMS[stem[-1]] if shortened and stem[-1:] in _VOICED_STEMS else None
    if voiceless is not None and stem[-1] != "б":
        yield voiceless
    yield stem
    if voiceless is not None and stem[-1] == "б":
        yield voiceless
    elided: dict[str, str] = word_list("kk", "suffixes")["elided"]
    if shortened and stem in elided:
        yield elided[stem]


def _peel_bare(bare: str, ending: Ending | None) -> Iterator[Peeled]:
    case, attributive = (ending.case, ending.attributive) if ending else (Case.NOM, False)
    for owned, possessive in _possessives(bare):
        if ending is not None and ending.owned and not possessive:
            continue
        for stem, plural in _plural_stems(owned):
            for shape in _stem_shapes(stem, possessive, plural):
                yield Peeled(shape, bare, case, plural, possessive, attributive)


@lru_cache(maxsize=65536)
def peel(word: str) -> tuple[Peeled, ...]:
    """Every way to take a lower-case noun form apart that the sounds allow; the word as a bare stem comes first."""
    found = list(_peel_bare(word, None))
    for bare, ending in split_case(word):
        found += _peel_bare(bare, ending)
    return tuple(dict.fromkeys(found))
