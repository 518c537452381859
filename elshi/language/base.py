"""What every language room gives: the same words for tokens, readings, cases and dated expressions.

A language is a folder of same-named files behind the `Language` protocol; facts of a language are data in `elshi/reference/<code>/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from elshi.records import Span

__all__ = ["BEGINNINGS", "ENDING", "NUMBERING", "Anchor", "Case", "DateExpression", "Language", "Reading", "Sentence", "Slot", "Token"]

BEGINNINGS = (3, 4, 5)  # letters of a word by which word lists of beginnings find it
ENDING = 2  # letters of its end by which word lists of endings find it
NUMBERING = "0123456789-"  # «17-саммитіне» begins with «саммит» for a list of beginnings


class Case(StrEnum):
    """Grammatical case; English has only NOM and GEN ("the minister's")."""

    NOM = "nom"
    GEN = "gen"
    DAT = "dat"
    ACC = "acc"
    INS = "ins"
    LOC = "loc"
    ABL = "abl"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: its lemma (lower case), part of speech (`NOUN ADJ VERB PART CONV PREP CONJ PRON NUM ADV NAME OTHER`),
    case and number (`sing`, `plur`) where it has them. `features` holds further marks: for verbs `past pres fut pass inf imper`,
    for names `given surname patronymic`, and gender `masc femn neut`."""

    lemma: str
    part: str
    case: Case | None = None
    number: str | None = None
    features: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation mark. `text` is the word as read (soft hyphens and stray marks dropped); `span` points into
    the document; `lower` is `text` in lower case with ё as written. `keys` are its form, its lemmas, and marked by an asterisk
    the beginnings and the ending of its form, by which word lists find it."""

    span: Span
    text: str
    lower: str
    readings: tuple[Reading, ...] = ()
    keys: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        word = self.lower.lstrip(NUMBERING)
        parts = [word[:length] + "*" for length in BEGINNINGS]
        keys = (self.lower, *(r.lemma for r in self.readings), *parts, "*" + self.lower[-ENDING:])
        object.__setattr__(self, "keys", frozenset(keys))

    @property
    def is_word(self) -> bool:
        """Whether it has a letter."""
        return any(c.isalpha() for c in self.text)

    @property
    def is_capital(self) -> bool:
        """Whether its first letter is a capital."""
        return self.text[:1].isupper()

    def lemmas(self) -> frozenset[str]:
        """Every lemma that a reading gives, and the word itself."""
        return frozenset(r.lemma for r in self.readings) | {self.lower}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one paragraph with its tokens in order."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int

    def index_at(self, offset: int) -> int:
        """The index of the first token that ends after `offset` (len(tokens) if none does)."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].span.end > offset:
                high = middle
            else:
                low = middle + 1
        return low

    def indexes(self, span: Span) -> range:
        """The indexes of the tokens that lie (partly) in `span`."""
        first = self.index_at(span.start)
        last = first
        while last < len(self.tokens) and self.tokens[last].span.start < span.end:
            last += 1
        return range(first, last)


@dataclass(frozen=True, slots=True)
class Slot:
    """The grammatical place of a noun phrase in its sentence.

    `case` is the likeliest case of its head, `preposition` the preposition (Russian, English: lower case) or postposition
    (Kazakh) that governs it, or None. English: `case` is NOM before the verb, ACC after it.
    """

    case: Case | None
    preposition: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days against which relative dates are read: the dateline's, else the publication's."""

    dateline: date | None
    published: date | None

    @property
    def day(self) -> date | None:
        """The day that "today" means."""
        return self.dateline or self.published


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A stretch that tells a time. `value` is ISO 8601: a day, `YYYY-MM`, `YYYY` or `day/day`; None where it cannot be resolved
    alone. `reference` is `same-day`, `next-day` or `previous-day` where it counts from the engagement told before
    ("в тот же день", "келесі күні", "the following day"), or days as a signed number ("+2": "two days later"), and None for all others.
    `loose` marks a weekday of which the words do not tell the week."""

    span: Span
    value: str | None
    reference: str | None = None
    loose: bool = False


class Language(Protocol):
    """A language room. All functions are pure; resources are loaded once, at construction or first use."""

    @property
    def code(self) -> str:
        """ISO 639-1 code: ru, kk or en."""

    def sentences(self, text: str, paragraph: Span) -> list[Span]:
        """The sentences of one paragraph, in order, without the space around them."""

    def tokens(self, text: str, sentence: Span) -> tuple[Token, ...]:
        """The tokens of one sentence, in order, with readings."""

    def slot(self, sentence: Sentence, phrase: range, name: range | None = None) -> Slot:
        """The slot of the noun phrase that tokens `phrase` make."""

    def person_name(self, tokens: Sequence[Token], slot: Slot) -> str:
        """The person's name that the tokens spell, in the nominative, given name first as the text orders it."""

    def nominative(self, tokens: Sequence[Token], slot: Slot) -> str:
        """A post, body, venue or other noun phrase in the nominative; only the head and what agrees with it change. Keeps the
        letter case, the number, and the text's own spacing and quotation marks between tokens."""

    def unowned(self, word: str) -> str:
        """A noun without the mark that it belongs to another, its case as written: Kazakh «елшісі» -> «елші». Languages that mark only
        the owner give the word back."""

    def name_key(self, name: str) -> frozenset[str]:
        """Comparable stems of the surname and given names of a (possibly inflected, possibly partial) name: two mentions of one
        person in one document share a stem whatever their case. Initials give their letter and a full stop («А.»)."""

    def dates(self, sentence: Sentence, text: str, anchor: Anchor) -> list[DateExpression]:
        """The dated expressions of a sentence, in order, longest first match, never overlapping."""
