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
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from elshi.language.base import BEGINNINGS, ENDING, NUMBERING, Reading, Token

__all__ = ["Lemmatiser", "Lexicon", "Match", "word_list"]

NOTHING: frozenset[str] = frozenset()

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
    """Alternatives for one token. Those that need only its form or a lemma are looked up at once, the others tried one by one."""

    alternatives: tuple[_Alternative, ...]
    gap: int = 0
    optional: bool = False
    forms: frozenset[str] = field(init=False, repr=False)
    lemmas: frozenset[str] = field(init=False, repr=False)
    others: tuple[_Alternative, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        plain = [a for a in self.alternatives if a.mark is None and a.kind in ("lemma", "form")]
        object.__setattr__(self, "forms", frozenset(a.word for a in plain))
        object.__setattr__(self, "lemmas", frozenset(lemma for a in plain for lemma in a.lemmas))
        object.__setattr__(self, "others", tuple(a for a in self.alternatives if a not in plain))

    def matches(self, token: Token) -> bool:
        if token.lower in self.forms or not self.lemmas.isdisjoint(token.keys):
            return True
        for alternative in self.others:  # noqa: SIM110  # a generator costs twice as much, and this is the innermost loop of all
            if alternative.matches(token):
                return True
        return False


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


def _keys(word: _Word) -> frozenset[str] | None:
    """By which keys of a token the word is found; None if it may be any token."""
    keys: set[str] = set()
    for alternative in word.alternatives:
        found = _key(alternative)
        if found is None:
            return None
        keys |= found
    return frozenset(keys)


def _key(alternative: _Alternative) -> set[str] | None:
    if alternative.kind == "prefix":
        length = max((n for n in BEGINNINGS if n <= len(alternative.word)), default=0)
        return {alternative.word[:length] + "*"} if length else None
    if alternative.kind == "suffix":
        return {"*" + alternative.word[-ENDING:]} if len(alternative.word) >= ENDING else None
    return {alternative.word, *alternative.lemmas}


def _ends(words: Sequence[_Word], tokens: Sequence[Token], at: int, first: int = 0) -> int | None:
    """Where the phrase's words from `first` on end if they begin at token `at`, the shortest way; None if they do not."""
    for number in range(first, len(words)):
        word = words[number]
        if word.gap:
            return _after_gap(words, tokens, at, number)
        if at < len(tokens) and word.matches(tokens[at]):
            if word.optional:
                found = _ends(words, tokens, at + 1, number + 1)
                if found is not None:
                    return found
            else:
                at += 1
        elif not word.optional:
            return None
    return at


def _after_gap(words: Sequence[_Word], tokens: Sequence[Token], at: int, gap: int) -> int | None:
    for skipped in range(words[gap].gap + 1):
        if at + skipped > len(tokens) or (skipped and tokens[at + skipped - 1].text in ";"):
            return None
        found = _ends(words, tokens, at + skipped, gap + 1)
        if found is not None:
            return found
    return None


def _second(words: Sequence[_Word]) -> frozenset[str] | None:
    """The keys of which the token after the phrase's first has one; None if it need have none."""
    return _keys(words[1]) if len(words) > 1 and not words[1].gap and not words[1].optional else None


class Lexicon(Generic[Entry]):
    """Phrases, each with an entry of the caller's."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]], lemmatise: Lemmatiser | None = None) -> None:
        self._phrases: list[tuple[tuple[_Word, ...], frozenset[str] | None, Entry]] = []
        self._anywhere: list[int] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for number, (phrase, entry) in enumerate(phrases):
            words = _compile(phrase, lemmatise)
            self._phrases.append((words, _second(words), entry))
            keys = _keys(words[0])
            if keys is None:
                self._anywhere.append(number)
            for key in keys or ():
                self._by_key[key].append(number)
        self._keys = frozenset(self._by_key)

    def at(self, tokens: Sequence[Token], index: int) -> list[Match[Entry]]:
        """The phrases that begin at token `index`, longest first."""
        keys = tokens[index].keys & self._keys
        if not keys and not self._anywhere:
            return []
        following = tokens[index + 1].keys if index + 1 < len(tokens) else NOTHING
        found = []
        for number in sorted({*self._anywhere, *(n for key in keys for n in self._by_key[key])}):
            words, second, entry = self._phrases[number]
            if second is not None and second.isdisjoint(following):
                continue
            end = _ends(words, tokens, index)
            if end is not None:
                found.append(Match(index, end, entry))
        return sorted(found, key=_by_length) if len(found) > 1 else found

    def all(self, tokens: Sequence[Token]) -> list[Match[Entry]]:
        """Every phrase in the tokens, overlapping ones too, in order."""
        if self._anywhere:
            return [m for i in range(len(tokens)) for m in self.at(tokens, i)]
        return [m for i, t in enumerate(tokens) if not t.keys.isdisjoint(self._keys) for m in self.at(tokens, i)]

    def longest(self, tokens: Sequence[Token]) -> list[Match[Entry]]:
        """From left to right the longest phrase at each place, none overlapping."""
        found: list[Match[Entry]] = []
        at = 0
        for index, token in enumerate(tokens):
            if index < at or (not self._anywhere and token.keys.isdisjoint(self._keys)):
                continue
            for longest in self.at(tokens, index)[:1]:
                found.append(longest)
                at = longest.end
        return found


def _by_length(match: Match[Any]) -> int:
    return -match.end


@cache
def word_list(code: str, name: str) -> dict[str, Any]:
    """A language's word list `elshi/reference/<code>/<name>.toml`; raises FileNotFoundError if there is none."""
    return tomllib.loads((files("elshi") / "reference" / code / f"{name}.toml").read_text(encoding="utf-8"))
