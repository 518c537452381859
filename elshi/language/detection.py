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
_KANA = re.compile("[\u3040-\u30ff]")
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
_SHARED = frozenset("абвгдежзийклмнопрстуфхцчшщъьюя")  # Cyrillic letters that (nearly) all alphabets have
_TRANSCRIBED = frozenset("ыэё")  # languages that lack these letters lack them in foreign names too
_LIKELIER = {"ru": 1.2, "kk": 1.2, "en": 1.2}  # the languages that are read weigh more where little tells
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
    pairs: frozenset[str]
    lacks: frozenset[str]
    alphabet: frozenset[str]


def _profile(code: str, facts: dict[str, str]) -> _Profile:
    words, endings, pairs = (frozenset(facts.get(name, "").split()) for name in ("words", "endings", "pairs"))
    letters, lacks, alphabet = (frozenset(facts.get(name, "")) for name in ("letters", "lacks", "alphabet"))
    return _Profile(code.partition("-")[0], facts["script"], letters, words, endings, pairs, lacks, alphabet)


@lru_cache(maxsize=1)
def _profiles() -> tuple[_Profile, ...]:
    listed = tomllib.loads((files("elshi") / "reference" / "languages.toml").read_text(encoding="utf-8"))
    return tuple(_profile(code, facts) for code, facts in listed.items())


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    """The order of the languages in their list decides between equal votes."""
    return {profile.code: -number for number, profile in reversed(list(enumerate(_profiles())))}


@lru_cache(maxsize=8)
def _owners(kind: str) -> dict[str, tuple[str, ...]]:
    """By frequent word (`words`), by telling letter (`letters`, `pairs`), or by ending with its script before it: who has it."""
    found: dict[str, list[str]] = defaultdict(list)
    for profile in _profiles():
        for item in getattr(profile, kind):
            found[f"{profile.script}:{item}" if kind == "endings" else item].append(profile.code)
    return {item: tuple(dict.fromkeys(codes)) for item, codes in found.items()}


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    """`cyrillic`, `latin`, or the first word of the letter's Unicode name."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name.lower() if name in ("CYRILLIC", "LATIN") else name


@lru_cache(maxsize=65536)
def _script(word: str) -> str:
    scripts = Counter(_script_of(c) for c in word if c.isalpha())
    return scripts.most_common(1)[0][0] if scripts else ""


def _letter_votes(word: str) -> Iterator[tuple[str, float]]:
    """A letter that three languages and more share says less than one of two or one."""
    letters, pairs = _owners("letters"), _owners("pairs")
    told = [letters[c] for c in dict.fromkeys(word) if c in letters] + [owners for pair, owners in pairs.items() if pair in word]
    for owners in told:
        for code in owners:
            yield code, 1.0 if len(owners) < 3 else 0.6


def _ending_votes(word: str) -> Iterator[tuple[str, float]]:
    """The longest ending of each language counts, the more the longer it is."""
    script, endings = _script(word), _owners("endings")
    seen: set[str] = set()
    for length in (5, 4, 3, 2):
        for code in endings.get(f"{script}:{word[-length:]}", ()) if length < len(word) else ():
            if code not in seen:
                seen.add(code)
                yield code, _ENDING_VOTE * length / 3


@lru_cache(maxsize=65536)
def _votes(word: str, is_name: bool) -> tuple[tuple[str, float], ...]:
    """What one word in lower case says for each language; a name tells little, as it may be foreign to its text."""
    votes: dict[str, float] = defaultdict(float)
    for code in _owners("words").get(word, ()):
        votes[code] += _WORD_VOTE
    for code, weight in _letter_votes(word):
        votes[code] += weight * (_NAME_VOTE if is_name else _LETTER_VOTE)
    for code, weight in _ending_votes(word) if len(word) > 3 and not is_name else ():
        votes[code] += weight
    return tuple((code, vote if _spells(code, word) else vote * 0.2) for code, vote in votes.items())


@lru_cache(maxsize=64)
def _alphabet(code: str) -> frozenset[str]:
    """A language's Cyrillic letters beyond those that all Cyrillic alphabets share."""
    return frozenset[str]().union(*(p.alphabet for p in _profiles() if p.code == code))


@lru_cache(maxsize=64)
def _lacked(code: str) -> frozenset[str]:
    return frozenset[str]().union(*(p.lacks for p in _profiles() if p.code == code))


def _spells(code: str, word: str) -> bool:
    """Whether the language has all letters of the word."""
    return not (_letters_beyond(word) - _alphabet(code)) and not (_lacked(code) & set(word))


@lru_cache(maxsize=65536)
def _letters_beyond(word: str) -> frozenset[str]:
    """The word's Cyrillic letters that not all Cyrillic alphabets have."""
    return frozenset(c for c in word if _script_of(c) == "cyrillic") - _SHARED


def _words(clause: str) -> Iterator[tuple[str, bool]]:
    """The words in lower case, and whether each looks like a name: a capital, not at the beginning of a clause of three words."""
    written_words = _WORD.findall(clause)
    for index, written in enumerate(written_words):
        is_name = (index > 0 or len(written_words) > 3) and written[0].isupper() and not written.isupper()
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
        strange |= _letters_beyond(word) & _TRANSCRIBED if is_name else _letters_beyond(word)
    if not count:
        return None, 0
    main = scripts.most_common(1)[0][0]
    if main not in ("cyrillic", "latin"):
        return ("ja" if main == "CJK" and _KANA.search(clause) else _SCRIPTS.get(main)), count
    if main == "cyrillic" and strange:
        votes = {code: vote * STRANGE ** len(strange - _alphabet(code)) for code, vote in votes.items()}
    votes = {code: vote * _LIKELIER.get(code, 1.0) for code, vote in votes.items()}
    best = max(votes, key=lambda code: (round(votes[code], 6), _ranks()[code]), default=None)
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
