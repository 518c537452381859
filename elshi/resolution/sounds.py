"""How a word of a name sounds, in whichever script and spelling it is written, and how far two such words are apart."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["FAR", "coarse", "is_cyrillic", "last_vowels", "plain_readings", "readings", "skeletons", "sound_distance"]

CLASSES = {
    sound: group
    for group, sounds in {"P": "pb", "F": "fvw", "T": "td", "K": "kqgxh", "S": "szšžčǯc", "M": "m", "N": "n", "L": "l", "R": "r"}.items()
    for sound in sounds
}
VOWEL = "V"
NOTHING = "(?!)"  # a pattern that fits nowhere
ALTERNATIVE = re.compile(r"\|(?![^(]*\))(?![^\[]*\])")  # between alternatives, not inside parentheses
BEGINNING = re.compile(r"\^?(?:\(\?<[=!][^)]*\))?([^\W\d_])(?![?*{])")  # of one alternative: a letter that must be there
FAR = 1e9


@dataclass(frozen=True, slots=True)
class _Rules:
    """Patterns tried in order at one place, with their sounds."""

    pattern: re.Pattern[str]
    sounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Writing:
    """One way to read letters: for each letter the rules for what begins with it, and those for any other letter."""

    rules: dict[str, _Rules]
    others: _Rules

    def read(self, word: str) -> str:
        """The sounds of the word, doubled ones once."""
        heard = "".join(self._heard(word))
        return re.sub(r"(.)\1+", r"\1", heard)

    def _heard(self, word: str) -> Iterator[str]:
        at = 0
        while at < len(word):
            rules = self.rules.get(word[at], self.others)
            found = rules.pattern.match(word, at)
            if found is None or found.end() == at or found.lastindex is None:
                at += 1
                continue
            yield rules.sounds[found.lastindex - 1]
            at = found.end()


def _writing(*rules: list[list[str]]) -> _Writing:
    known = [(pattern, sounds, _beginnings(pattern)) for part in rules for pattern, sounds in part]
    letters = sorted({letter for *_, beginnings in known for letter in beginnings})
    return _Writing({letter: _rules(known, letter) for letter in letters}, _rules(known, ""))


def _rules(known: list[tuple[str, str, str]], letter: str) -> _Rules:
    """The rules for what may begin with the letter."""
    kept = [(pattern, sounds) for pattern, sounds, beginnings in known if not beginnings or (letter in beginnings and letter)]
    return _Rules(re.compile("|".join(f"({pattern})" for pattern, _ in kept) or NOTHING), tuple(sounds for _, sounds in kept))


def _beginnings(pattern: str) -> str:
    """The letters with which what fits the pattern begins; empty where it may begin with many."""
    first = [BEGINNING.match(part) for part in ALTERNATIVE.split(pattern)]
    return "".join(found[1] for found in first if found) if all(first) else ""


@cache
def _listed() -> dict[str, Any]:
    return tomllib.loads((files("elshi") / "reference" / "world" / "name_sounds.toml").read_text(encoding="utf-8"))


@cache
def _writings(script: str) -> tuple[_Writing, ...]:
    """The writings of a script (latin, cyrillic), the plain one first; each falls back on the plain one and on single letters."""
    listed, base = _listed()[script], _listed()["base"]["rules"]
    plain = listed["plain"]["rules"]
    others = [given["rules"] for name, given in listed.items() if name != "plain"]
    return (_writing(plain, base), *(_writing(rules, plain, base) for rules in others))


def _without_marks(letters: str) -> str:
    """Letters that no writing knows, without their marks."""
    return "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))


@cache
def _known_letters() -> frozenset[str]:
    listed = _listed()
    rules = [rule for script in ("latin", "cyrillic") for given in listed[script].values() for rule in given["rules"]]
    return frozenset(c for pattern, _ in rules for c in re.sub(r"\(\?[^)]*\)", "", pattern) if c.isalpha())


def is_cyrillic(word: str) -> bool:
    """Whether it has a letter of a Cyrillic alphabet."""
    return any("Ѐ" <= c <= "ӿ" for c in word)


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[str, ...]:
    """Every way in which one lower-case word may sound, the plainest first; letters of other scripts are silent."""
    known = _known_letters()
    plain = "".join(c if c in known else _without_marks(c) for c in unicodedata.normalize("NFC", word))
    script = "cyrillic" if is_cyrillic(plain) else "latin"
    return tuple(dict.fromkeys(heard for writing in _writings(script) if (heard := writing.read(plain))))


@lru_cache(maxsize=200_000)
def plain_readings(word: str) -> tuple[str, ...]:
    """How one lower-case word sounds as it stands, without its marks, and with umlauts spelled out: for words of one script."""
    spelled = "".join(_listed()["umlauts"].get(c, c) for c in word)
    heard = [readings(spelling)[0] for spelling in (word, _without_marks(word), spelled) if readings(spelling)]
    if not is_cyrillic(word) and not set(_listed()["marked"]["letters"]).isdisjoint(word):
        heard.append(_marked_writing().read(word))
    return tuple(dict.fromkeys(heard))


@cache
def _marked_writing() -> _Writing:
    latin = _listed()["latin"]
    return _writing(latin[_listed()["marked"]["writing"]]["rules"], latin["plain"]["rules"], _listed()["base"]["rules"])


@lru_cache(maxsize=200_000)
def coarse(sounds: str) -> str:
    """The classes of the consonants alone, repeated ones once: what spellings of one name have in common."""
    kept = "".join(CLASSES.get(sound, "") for sound in sounds)
    return re.sub(r"(.)\1+", r"\1", kept)


@lru_cache(maxsize=200_000)
def skeletons(word: str) -> frozenset[str]:
    """The coarse forms of all readings; a word of vowels alone has one, `V`."""
    return frozenset(coarse(heard) or VOWEL for heard in readings(word))


@cache
def _costs() -> tuple[dict[str, float], dict[str, float], float, float]:
    costs, lone = _listed()["costs"], _listed()["lone"]
    pairs = dict(_priced(costs["same"]))
    both = {**pairs, **{pair[::-1]: cost for pair, cost in pairs.items()}}
    return both, dict(_priced(lone["sounds"])), costs["apart"], lone["alone"]


@cache
def last_vowels() -> tuple[frozenset[str], float]:
    """Pairs of vowels that count as near at the ends of words, and what they cost there."""
    listed = _listed()["last"]
    return frozenset(p for pair in listed["pairs"] for p in (pair, pair[::-1])), listed["cost"]


def _priced(listed: str) -> Iterator[tuple[str, float]]:
    for entry in listed.split():
        sounds, _, cost = entry.partition("=")
        yield sounds, float(cost)


@lru_cache(maxsize=300_000)
def sound_distance(one: str, other: str, limit: float = FAR) -> float:
    """What it costs to turn one string of sounds into the other; 0 for the same, about 1 for each consonant that differs. Above the
    limit it is `FAR`, and is not reckoned out."""
    if one == other:
        return 0.0
    pairs, lone, apart, alone = _costs()
    missing = [lone.get(sound, alone) for sound in other]
    row = [0.0]
    for cost in missing:
        row.append(row[-1] + cost)
    for sound in one:
        dropped = lone.get(sound, alone)
        last = row[0] + dropped
        previous, row = row, [last]
        for at, heard in enumerate(other):
            changed = previous[at] + (0.0 if sound == heard else pairs.get(sound + heard, apart))
            last = min(changed, previous[at + 1] + dropped, last + missing[at])
            row.append(last)
        if min(row) > limit:
            return FAR
    return row[-1]
