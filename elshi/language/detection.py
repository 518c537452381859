"""Which language a text is in: letters, frequent words and endings first, a general model only where those do not decide.

Every clause votes for one language with as many words as it has, so a page in two languages goes to the one that most of it is in.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["UNDETERMINED", "detect_language"]

UNDETERMINED = "und"
LONGEST = 60_000  # characters read of a text: enough to know it
_CLAUSE = re.compile(r"[^.!?\n;…]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻʼ‘`-][^\W\d_]+)*")
# Scripts that one language alone (of those likely here) is written in, by the beginning of a letter's Unicode name.
_SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
    "GREEK": "el",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "HEBREW": "he",
    "THAI": "th",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
}
_WORD_VOTE, _LETTER_VOTE, _NAME_VOTE, _ENDING_VOTE = 2.0, 1.5, 0.4, 0.6
STRANGE = 0.55  # what a language's votes keep for each letter of the clause's common words that it does not have
LEAST = 1.0  # votes that a Cyrillic clause needs
DECISIVE = 0.25  # votes per word that a Latin-script clause needs


@dataclass(frozen=True, slots=True)
class _Profile:
    code: str
    script: str
    letters: frozenset[str]
    words: frozenset[str]
    endings: frozenset[str]


@lru_cache(maxsize=1)
def _profiles() -> tuple[_Profile, ...]:
    listed = tomllib.loads((files("elshi") / "reference" / "languages.toml").read_text(encoding="utf-8"))
    return tuple(
        _Profile(
            code.partition("-")[0],
            facts["script"],
            frozenset(facts["letters"]),
            frozenset(facts["words"].split()),
            frozenset(facts["endings"].split()),
        )
        for code, facts in listed.items()
    )


@lru_cache(maxsize=1)
def _owners() -> tuple[dict[str, dict[str, float]], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """By frequent word, and by ending, and by telling letter: the languages that have it."""
    words: dict[str, dict[str, float]] = {}
    letters: dict[str, set[str]] = {}
    endings: dict[str, set[str]] = {}
    for profile in _profiles():
        for word in profile.words:
            words.setdefault(word, {})[profile.code] = 1.0
        for letter in profile.letters:
            letters.setdefault(letter, set()).add(profile.code)
        for ending in profile.endings:
            endings.setdefault(f"{profile.script}:{ending}", set()).add(profile.code)
    return words, {k: frozenset(v) for k, v in endings.items()}, {k: frozenset(v) for k, v in letters.items()}


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    """`cyrillic`, `latin`, or the first word of the letter's Unicode name."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name.lower() if name in ("CYRILLIC", "LATIN") else name


def _script(word: str) -> str:
    scripts = Counter(_script_of(c) for c in word if c.isalpha())
    return scripts.most_common(1)[0][0] if scripts else ""


@lru_cache(maxsize=65536)
def _votes(word: str, is_name: bool) -> tuple[tuple[str, float], ...]:
    """What one word in lower case says for each language; a name tells little, as it may be foreign to its text."""
    words, endings, letters = _owners()
    votes: dict[str, float] = defaultdict(float)
    for code in words.get(word, ()):
        votes[code] += _WORD_VOTE
    told = [letters[c] for c in dict.fromkeys(word) if c in letters]
    for owners in told:
        for code in owners:
            votes[code] += (_NAME_VOTE if is_name else _LETTER_VOTE) * (1 if len(owners) < 3 else 0.6)
    if len(word) > 3 and not is_name:
        script = _script(word)
        owners_of_ending = frozenset[str]().union(*(endings.get(f"{script}:{word[-n:]}", frozenset()) for n in (2, 3, 4) if n < len(word)))
        for code in owners_of_ending:
            votes[code] += _ENDING_VOTE
    foreign = _letters_beyond(word)
    for code in list(votes):
        if foreign - _alphabet(code):
            votes[code] *= 0.2
    return tuple(votes.items())


@lru_cache(maxsize=65536)
def _letters_beyond(word: str) -> frozenset[str]:
    """The word's Cyrillic letters that not all Cyrillic alphabets have."""
    return frozenset(c for c in word if _script_of(c) == "cyrillic") - _alphabet("base")


@lru_cache(maxsize=64)
def _alphabet(code: str) -> frozenset[str]:
    """Cyrillic letters of a language beyond those that all share; `base` for the shared ones."""
    if code == "base":
        return frozenset("абвгдежзийклмнопрстуфхцчшщъьюя")
    return frozenset(_more_letters().get(code, ""))


@lru_cache(maxsize=1)
def _more_letters() -> dict[str, str]:
    listed = tomllib.loads((files("elshi") / "reference" / "languages.toml").read_text(encoding="utf-8"))
    return {code: facts.get("alphabet", "") for code, facts in listed.items() if facts["script"] == "cyrillic"}


def _words(clause: str) -> Iterator[tuple[str, bool]]:
    """The words in lower case, and whether each looks like a name (a capital that does not begin the clause)."""
    for index, found in enumerate(_WORD.finditer(clause)):
        written = found.group()
        is_name = index > 0 and written[0].isupper() and not written.isupper()
        yield written.lower().replace("’", "'").replace("ʻ", "'").replace("‘", "'").replace("ʼ", "'").replace("`", "'"), is_name


def _judge_clause(clause: str) -> tuple[str | None, int]:
    """The clause's language (None where it does not tell) and its number of words."""
    votes: dict[str, float] = defaultdict(float)
    scripts: Counter[str] = Counter()
    strange: frozenset[str] = frozenset()
    count = 0
    for word, is_name in _words(clause):
        count += len(word) if _script(word) in ("CJK", "HIRAGANA", "KATAKANA", "THAI") else 1
        scripts[_script(word)] += len(word)
        for code, vote in _votes(word, is_name):
            votes[code] += vote
        if not is_name:
            strange |= _letters_beyond(word)
    if not count:
        return None, 0
    main = scripts.most_common(1)[0][0]
    if main not in ("cyrillic", "latin"):
        return ("ja" if scripts["HIRAGANA"] + scripts["KATAKANA"] else _SCRIPTS.get(main)), count
    if main == "cyrillic" and strange:
        votes = {code: vote * STRANGE ** len(strange - _alphabet(code)) for code, vote in votes.items()}
    best = max(votes, key=lambda code: votes[code], default=None)
    if best is None or votes[best] < (DECISIVE * count if main == "latin" else LEAST):
        return None, count
    return best, count


def _name_otherwise(text: str) -> str:
    """What the general model says; it takes a moment to load, so it is asked last."""
    import py3langid

    return str(py3langid.classify(text)[0])


def _fallback(text: str) -> str:
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return UNDETERMINED
    cyrillic = sum(_script_of(c.lower()) == "cyrillic" for c in letters)
    return "ru" if cyrillic * 2 > len(letters) else _name_otherwise(text[:LONGEST])


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language that most of the text is in; `und` where it has no letters."""
    votes: Counter[str] = Counter()
    undecided = 0
    for found in _CLAUSE.finditer(text[:LONGEST]):
        code, words = _judge_clause(found.group())
        if code is None:
            undecided += words
        else:
            votes[code] += words
    if not votes or undecided > 2 * votes.total():
        return _fallback(text)
    return votes.most_common(1)[0][0]
