"""Names of people: from any case to the nominative, and stems that a person's mentions share.

All words of a name stand in one case and one gender; the reading of the whole is the case and gender with the best sum of the words'
guesses (`declension`), with the case of the slot as a prior.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from elshi.language.base import Case, Slot, Token
from elshi.language.ru.declension import GENDERS, OBLIQUE, Guess, Place, given_genders, guess_nominatives, is_particle
from elshi.language.ru.tokens import readings, write_like

__all__ = ["NameReading", "name_key", "person_name", "read_name", "spaced"]

CASES = (Case.NOM, *OBLIQUE)
MISMATCH = -2.5
NOMINATIVE_MISMATCH = -4.5
ANIMATE = frozenset({Case.GEN, Case.ACC})
_HYPHEN = re.compile("(-)")
_INITIAL = re.compile(r"[^\W\d_]\.?$")
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameReading:
    """One way to read the whole name: its words in the nominative (as many as were given), case, gender and score."""

    words: tuple[str, ...]
    case: Case
    gender: str
    score: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a word between hyphens; `place` is None where it never changes."""

    word: int
    text: str
    place: Place | None


def _is_fixed(text: str, hyphened: bool, last: bool) -> bool:
    if not any(c.isalpha() for c in text) or _INITIAL.match(text) or text.isascii():
        return True
    return text[0].islower() if not hyphened else (is_particle(text.lower()) and not last) or (text[0].islower() and len(text) < 4)


def _pieces(words: Sequence[str]) -> list[tuple[int, str, bool]]:
    """Every piece with the number of its word and whether a hyphen follows in the same word."""
    found: list[tuple[int, str, bool]] = []
    for number, word in enumerate(words):
        halves = _HYPHEN.split(word)
        found += [(number, half, at + 1 < len(halves)) for at, half in enumerate(halves) if half]
    return found


def _parts(words: Sequence[str]) -> list[_Part]:
    pieces = _pieces(words)
    changing = [i for i, (n, text, _) in enumerate(pieces) if not _is_fixed(text, "-" in words[n], i == len(pieces) - 1)]
    changing = [i for i in changing if not (is_particle(pieces[i][1].lower()) and i != changing[-1])]
    parts: list[_Part] = []
    for i, (number, text, hyphen) in enumerate(pieces):
        place = Place(i == changing[0], i == changing[-1], hyphen and i != changing[-1]) if i in changing else None
        parts.append(_Part(number, text, place))
    return parts


def _prior(case: Case, wanted: Case | None) -> float:
    if wanted is None:
        return 0.0 if case is Case.NOM else -1.0
    if case is wanted:
        return 0.0
    if wanted is Case.NOM:
        return NOMINATIVE_MISMATCH
    return -0.2 if {case, wanted} == ANIMATE else MISMATCH


def _join(words: Sequence[str], parts: Sequence[_Part], chosen: Sequence[str]) -> tuple[str, ...]:
    written = [""] * len(words)
    for part, text in zip(parts, chosen, strict=True):
        written[part.word] += text
    return tuple(written)


def _best(guesses: Sequence[Guess], case: Case, gender: str) -> Guess:
    return next(g for g in guesses if g.case is case and g.gender == gender)


def _read(words: Sequence[str], parts: Sequence[_Part], case: Case, gender: str) -> NameReading:
    chosen: list[str] = []
    score = 0.0
    for part in parts:
        if part.place is None:
            chosen.append(part.text)
            continue
        guess = _best(guess_nominatives(part.text.lower(), part.place), case, gender)
        score += guess.score
        chosen.append(write_like(part.text, guess.nominative))
    return NameReading(_join(words, parts, chosen), case, gender, score)


def _kazakh_ending(word: str) -> str:
    """A Kazakh patronymic without the Kazakh case ending that it was quoted with."""
    found = readings(word.lower(), True) if _KAZAKH.search(word) else ()
    return write_like(word, found[0].lemma) if found and "patronymic" in found[0].features and "fixd" in found[0].features else word


@lru_cache(maxsize=1 << 12)
def read_name(words: tuple[str, ...]) -> tuple[NameReading, ...]:
    """Every reading of the words of a name, best first, without any knowledge of the sentence."""
    plain = tuple(map(_kazakh_ending, words))
    parts = _parts(plain)
    found = [_read(plain, parts, case, gender) for case in CASES for gender in GENDERS]
    return tuple(sorted(found, key=lambda r: -r.score))


def _settle_case(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name all in capitals in ordinary writing."""
    letters = [w for w in words if any(c.isalpha() for c in w)]
    shouted = letters and all(w.isupper() for w in letters) and any(len(w) > 3 for w in letters)
    return tuple("-".join(p.capitalize() for p in w.split("-")) for w in words) if shouted else words


def spaced(tokens: Sequence[Token], words: Sequence[str]) -> str:
    """The words one after another, with a space wherever the text has any between the tokens."""
    pieces = [words[0]] if words else []
    for before, after, word in zip(tokens, tokens[1:], words[1:], strict=False):
        pieces.append(word if before.span.end == after.span.start else f" {word}")
    return "".join(pieces)


def person_name(tokens: Sequence[Token], slot: Slot) -> str:
    """The name in the nominative, in the order of the text; the case of the slot decides between possible readings."""
    words = tuple(t.text for t in tokens)
    found = read_name(_settle_case(words))
    best = max(found, key=lambda r: r.score + _prior(r.case, slot.case))
    return spaced(tokens, best.words)


_STEM_END = re.compile(r"(?<=..)(?:ого|его|ому|ему|ая|ую|ый|ою|ею|ией|ием|иям|ом|ем|ым|(?<=[сц]к)им|ой|ей|ью|[аеиоуыьэюяй])$")
_VOWELS_AT_END = re.compile(r"(?<=..)[аеиоуыьэюяйі]+$")
_PATRONYMIC = re.compile(r"(?:ович|евич|овн|евн|ичн)(?:[аеуы]|ой|ем|ом)?$")
_FLEETING = {"павл": "павел", "льв": "лев", "лев": "лев", "петр": "петр"}


def _stem(word: str) -> str:
    if given_genders(word):  # «Касем», «Артем»: no endings
        return _VOWELS_AT_END.sub("", word).replace("ё", "е")
    stem = _VOWELS_AT_END.sub("", _STEM_END.sub("", word)).replace("ё", "е")
    return _FLEETING.get(stem, stem)


def name_key(name: str) -> frozenset[str]:
    """Stems of the surname and given names that mentions of one person share in any case; no particles, no patronymic. Initials as
    «А.», also for the initials that a text writes without a space."""
    stems: set[str] = set()
    written = re.findall(r"[^\W\d_]\.|[^\W\d_]+(?:['’][^\W\d_]+)*", name)
    whole = [w for w in written if not w.endswith(".")]
    surname = whole[-1] if 0 < len(whole) <= 2 else ""  # «Олег Климович» has no other
    for word in written:
        lower = word.lower()
        if word.endswith("."):
            stems.add(word.upper())
        elif not is_particle(lower) and word[0].isupper() and (word == surname or not _PATRONYMIC.search(lower)):
            stems.add(_stem(lower))
    return frozenset(stems)
