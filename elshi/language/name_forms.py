"""From a name as written to the names that it may be a form of, and tables of names found through them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Generic, TypeVar

from elshi.language.phrases import word_list

__all__ = ["Found", "NameTable", "Writing", "Written", "base_forms", "fold", "writing_of", "written_words"]

Value = TypeVar("Value")
LONGEST_ENDING = 5
SHORTEST_STEM = 2


class Writing(Enum):
    """How a name must be written to be read as one."""

    ANY = "any"
    CAPITAL = "capital"
    ACRONYM = "acronym"
    COMPOUND = "compound"


@dataclass(frozen=True, slots=True)
class Written:
    """A word as written; `joined` if a hyphen or dash without spaces ties it to a neighbour."""

    text: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """Words `start` to `end` (half-open) are a name of `value`."""

    start: int
    end: int
    value: Value


_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_WORD = re.compile(r"[^\W_]+")


def written_words(words: str) -> list[Written]:
    """The words of a stretch of text; hyphens and apostrophes part words, "U.S." is one word."""
    text = _DOTTED.sub(lambda m: m[0].replace(".", ""), unicodedata.normalize("NFC", words))
    found = list(_WORD.finditer(text))
    return [Written(m[0], text[m.start() - 1 : m.start()] in set("-‑–—") or text[m.end() : m.end() + 1] in set("-‑–—")) for m in found]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case, ё as е, Latin letters without their marks; Cyrillic letters otherwise kept."""
    lower = word.lower().replace("ё", "е")
    if lower.isascii() or "а" <= lower[:1] <= "ӿ":
        return lower
    return "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c)).replace("ı", "i").replace("ø", "o")


@lru_cache(maxsize=1)
def _russian_endings() -> dict[str, list[str]]:
    endings: dict[str, list[str]] = word_list("ru", "name_endings")["endings"]
    return endings


@lru_cache(maxsize=1)
def _kazakh_endings() -> re.Pattern[str]:
    places: dict[str, list[str]] = word_list("kk", "name_endings")["places"]
    return re.compile("".join(f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})?" for forms in places.values()))


def _russian_bases(word: str) -> Iterator[str]:
    yield word
    endings = _russian_endings()
    for length in range(min(LONGEST_ENDING, len(word) - SHORTEST_STEM), -1, -1):
        stem = word[: len(word) - length]
        for ending in endings.get(word[len(word) - length :], ()):
            yield stem + ending


def _kazakh_bases(word: str) -> Iterator[str]:
    endings = _kazakh_endings()
    for length in range(len(word), SHORTEST_STEM - 1, -1):
        if endings.fullmatch(word, length):
            yield word[:length]


@lru_cache(maxsize=50_000)
def base_forms(word: str, code: str) -> tuple[str, ...]:
    """What the nominative of a word may be, folded: the word itself first."""
    folded = fold(word)
    if code == "ru":
        return tuple(dict.fromkeys(_russian_bases(folded)))
    if code == "kk":
        return tuple(dict.fromkeys((*_kazakh_bases(folded), folded)))
    return (folded,)


def _is_written(word: Written, base: str, writing: Writing, code: str) -> bool:
    if writing is Writing.ACRONYM:
        return word.text[: len(base)].isupper() and (code != "kk" or not word.text[len(base) :].isupper() or len(base) == len(word.text))
    if writing is Writing.COMPOUND:
        return word.joined
    if writing is Writing.CAPITAL:
        return word.text[:1].isupper() or (code == "kk" and word.text[len(base) + 1 : len(base) + 3] in ("ық", "ік"))
    return True


@dataclass(frozen=True, slots=True)
class _Name(Generic[Value]):
    rest: tuple[str, ...]
    value: Value
    writing: Writing


class NameTable(Generic[Value]):
    """Names of one language, found in any form that their words take.

    A name is given in the nominative with its value and how it must be written. Names in capitals are acronyms.
    """

    def __init__(self, code: str, names: Iterable[tuple[str, Value, Writing]]) -> None:
        self._code = code
        self._names: dict[str, list[_Name[Value]]] = defaultdict(list)
        for name, value, writing in names:
            first, *rest = [fold(w.text) for w in written_words(name)]
            self._names[first].append(_Name(tuple(rest), value, writing))
        for entries in self._names.values():
            entries.sort(key=lambda n: -len(n.rest))

    def find(self, words: str) -> list[Found[Value]]:
        """From left to right the longest name at each place, none overlapping."""
        tokens = written_words(words)
        found: list[Found[Value]] = []
        at = 0
        while at < len(tokens):
            here = self._at(tokens, at)
            if here:
                found.append(here)
            at = here.end if here else at + 1
        return found

    def _at(self, tokens: Sequence[Written], at: int) -> Found[Value] | None:
        best: Found[Value] | None = None
        word = tokens[at]
        for base in base_forms(word.text, self._code):
            for name in self._names.get(base, ()):
                end = at + 1 + len(name.rest)
                if best and end <= best.end:
                    break
                if _is_written(word, base, name.writing, self._code) and self._goes_on(tokens[at + 1 : end], name.rest):
                    best = Found(at, end, name.value)
        return best

    def _goes_on(self, tokens: Sequence[Written], rest: Sequence[str]) -> bool:
        return len(tokens) == len(rest) and all(part in base_forms(t.text, self._code) for t, part in zip(tokens, rest, strict=True))


def writing_of(name: str) -> Writing:
    """Names in capitals throughout are acronyms; others begin with a capital if they are given with one («острова Кука» is not)."""
    if name.isupper():
        return Writing.ACRONYM
    return Writing.CAPITAL if name[:1].isupper() else Writing.ANY
