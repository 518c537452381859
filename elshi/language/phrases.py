"""Word lists as data: phrases over tokens, found in one pass.

A phrase is words with spaces between them. A word is one or more alternatives joined by `|`; an alternative is

    слово      a lemma or a form (a list may be compiled with a lemmatiser: then any form stands for its lemma)
    =слово     only this form, lower case
    кездес*    the beginning of a form    *мен      the end of a form
    ~          up to four tokens of any kind, `~2` up to two (never across a semicolon or a sentence's end)

An alternative may end in `/CASE` or `/PART` or `/feature` (`встреча/ins`, `open/VERB`, `принять/pass`): some reading whose lemma or form
matches must have it. `[слово]` is optional.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from elshi.language.base import NUMBERING, STEM, Reading, Token

__all__ = ["Lemmatiser", "Lexicon", "Match", "word_list"]

Entry = TypeVar("Entry")
Lemmatiser = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Match(Generic[Entry]):
    """Tokens `start` to `end` (half-open indexes) are a phrase of `entry`."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Alternative:
    kind: str  # lemma, form, prefix, suffix
    word: str
    mark: str | None
    lemmas: frozenset[str] = frozenset()

    def matches(self, token: Token) -> bool:
        if self.kind == "lemma":
            return (token.lower == self.word and self._marked(token.readings)) or any(
                r.lemma in self.lemmas and self._bears(r) for r in token.readings
            )
        if self.kind == "form":
            found = token.lower == self.word
        elif self.kind == "prefix":
            found = token.lower.lstrip(NUMBERING).startswith(self.word)
        else:
            found = token.lower.endswith(self.word)
        return found and self._marked(token.readings)

    def _marked(self, readings: Sequence[Reading]) -> bool:
        return self.mark is None or any(self._bears(r) for r in readings)

    def _bears(self, reading: Reading) -> bool:
        mark = self.mark
        return mark is None or mark in (reading.case, reading.part, reading.number) or mark in reading.features


@dataclass(frozen=True, slots=True)
class _Word:
    alternatives: tuple[_Alternative, ...]
    gap: int = 0
    optional: bool = False

    def matches(self, token: Token) -> bool:
        return any(a.matches(token) for a in self.alternatives)


def _alternative(written: str, lemmatise: Lemmatiser | None) -> _Alternative:
    word, _, mark = written.partition("/")
    if word.startswith("="):
        return _Alternative("form", word[1:], mark or None)
    if word.endswith("*"):
        return _Alternative("prefix", word[:-1], mark or None)
    if word.startswith("*"):
        return _Alternative("suffix", word[1:], mark or None)
    return _Alternative("lemma", word, mark or None, frozenset({word}) | (lemmatise(word) if lemmatise else frozenset()))


def _word(written: str, lemmatise: Lemmatiser | None) -> _Word:
    if written.startswith("~"):
        return _Word((), gap=int(written[1:] or 4))
    optional = written.startswith("[")
    return _Word(tuple(_alternative(a, lemmatise) for a in written.strip("[]").split("|")), optional=optional)


def _compile(phrase: str, lemmatise: Lemmatiser | None) -> tuple[_Word, ...]:
    words = tuple(_word(word, lemmatise) for word in phrase.split())
    if not words or words[0].gap or words[0].optional:
        raise ValueError(f"a phrase begins with a word: {phrase!r}")
    return words


def _ends(words: Sequence[_Word], tokens: Sequence[Token], at: int) -> int | None:
    """Where the phrase ends if it begins at token `at`, the shortest way; None if it does not."""
    if not words:
        return at
    word, rest = words[0], words[1:]
    if word.gap:
        for skipped in range(word.gap + 1):
            if at + skipped > len(tokens) or (skipped and tokens[at + skipped - 1].text in ";"):
                return None
            found = _ends(rest, tokens, at + skipped)
            if found is not None:
                return found
        return None
    if at < len(tokens) and word.matches(tokens[at]):
        found = _ends(rest, tokens, at + 1)
        if found is not None:
            return found
    return _ends(rest, tokens, at) if word.optional else None


class Lexicon(Generic[Entry]):
    """Phrases, each with an entry of the caller's."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]], lemmatise: Lemmatiser | None = None) -> None:
        self._by_key: dict[str, list[tuple[tuple[_Word, ...], Entry]]] = defaultdict(list)
        self._anywhere: list[tuple[tuple[_Word, ...], Entry]] = []
        for phrase, entry in phrases:
            words = _compile(phrase, lemmatise)
            alternatives = words[0].alternatives
            if any(a.kind == "suffix" or (a.kind == "prefix" and len(a.word) < STEM) for a in alternatives):
                self._anywhere.append((words, entry))
                continue
            for key in {word[:STEM] for a in alternatives for word in (a.word, *a.lemmas)}:
                self._by_key[key].append((words, entry))

    def at(self, tokens: Sequence[Token], index: int) -> list[Match[Entry]]:
        """The phrases that begin at token `index`, longest first."""
        keys = tokens[index].keys
        if not self._anywhere and keys.isdisjoint(self._by_key):
            return []
        candidates = [*self._anywhere, *(c for key in keys for c in self._by_key.get(key, ()))]
        found = [
            Match(index, end, entry) for words, entry in candidates if (end := _ends(words, tokens, index)) is not None and end > index
        ]
        return sorted(found, key=lambda m: -m.end)

    def all(self, tokens: Sequence[Token]) -> list[Match[Entry]]:
        """Every phrase in the tokens, overlapping ones too, in order."""
        return [m for i in range(len(tokens)) for m in self.at(tokens, i)]

    def longest(self, tokens: Sequence[Token]) -> list[Match[Entry]]:
        """From left to right the longest phrase at each place, none overlapping."""
        found: list[Match[Entry]] = []
        at = 0
        while at < len(tokens):
            here = self.at(tokens, at)
            if here:
                found.append(here[0])
                at = here[0].end
            else:
                at += 1
        return found


@cache
def word_list(code: str, name: str) -> dict[str, Any]:
    """A language's word list `elshi/reference/<code>/<name>.toml`; raises FileNotFoundError if there is none."""
    return tomllib.loads((files("elshi") / "reference" / code / f"{name}.toml").read_text(encoding="utf-8"))
