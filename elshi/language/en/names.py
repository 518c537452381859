"""People's names in English texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from elshi.language.base import Token
from elshi.language.en.morphology import joined
from elshi.language.phrases import word_list

__all__ = ["name_key", "person_name"]

_PART = re.compile(r"[-'’ʼ]")
# Open syllables only, as Japanese names are spelt: Kiyohara, Takumi, Shun.
_JAPANESE = re.compile(r"(?:(?:[kgsztdnhbpmrfj]y?|sh|ch|ts|[yw])?[aeiouōūāēī]{1,2}|n(?![aeiou]))+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_FOLDED = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "ı": "i",
        "ħ": "h",
        "ə": "a",
        "ʻ": "'",
        "ʼ": "'",
        "’": "'",
        "‘": "'",
    }
)


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_list("en", "names").items()}


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """An honorific; one that may be a name itself ("Prince") counts only with its full stop or before two more words."""
    word = tokens[at].lower.rstrip(".")
    if word not in _listed()["honorifics"]:
        return False
    dotted = at + 1 < len(tokens) and tokens[at + 1].text == "."
    if word in _listed()["doubtful"] and at + 1 < len(tokens) and tokens[at + 1].lower in _listed()["patronymics"]:
        return False  # "Sultan bin Nayef"
    return dotted or word not in _listed()["doubtful"] or sum(t.is_word for t in tokens[at + 1 :]) >= 2


def _is_excellency(tokens: Sequence[Token]) -> bool:
    """H.E., H.H., H.R.H.: initials glued to one another before at least one whole word."""
    initials = [t.text for t in tokens[:3] if len(t.text) == 2 and t.text[1] == "."]
    return "".join(initials[:2]) in ("H.E.", "H.H.", "H.M.", "H.R.") and len(tokens) > len(initials)


def _is_rank_note(tokens: Sequence[Token]) -> bool:
    """ "Retd) Karim Lone": what a bracket after a title says."""
    return tokens[0].lower in _listed()["suffixes"] and tokens[1].text == ")"


def _without_titles(tokens: Sequence[Token]) -> list[Token]:
    kept = list(tokens)
    if _is_excellency(kept):
        kept = kept[3:] if kept[1].text == "R." else kept[2:]
    while len(kept) > 1 and (not kept[0].is_word or _is_title(kept, 0) or _is_rank_note(kept)):
        kept = kept[1:]
    return kept


def _without_tail(tokens: list[Token]) -> list[Token]:
    """Without a possessive ending, a comma or bracket at the end, or letters after the name (PhD, MP)."""
    kept = tokens
    while len(kept) > 1 and (
        kept[-1].lower in ("'s", "’s", "ʼs")
        or (not kept[-1].is_word and kept[-1].text not in (".", "(", ")"))
        or (len(kept) > 2 and kept[-1].lower in _listed()["suffixes"] and kept[-1].lower not in ("jr", "sr", "ii", "iii", "iv"))
    ):
        kept = kept[:-1]
    if len(kept) > 1 and kept[-1].text == "." and len(kept[-2].text) > 2:
        kept = kept[:-1]
    return kept


def _is_capitals(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 2 and all(c.isupper() for c in letters)


def _capitalise(word: str) -> str:
    """KIYOHARA -> Kiyohara, O'BRIEN-ŁASKI -> O'Brien-Łaski; what is not all capitals stays."""
    if not _is_capitals(word):
        return word
    pieces = _PART.split(word)
    marks = [*_PART.findall(word), ""]
    return "".join(p[:1] + p[1:].lower() + m for p, m in zip(pieces, marks, strict=True))


def _surname_last(words: list[str]) -> list[str]:
    """ "KIYOHARA Takumi" marks a Japanese surname by its capitals; English gives Japanese names with the given name first.
    Other East Asian names stay in the order of the text."""
    if len(words) != 2 or not _is_capitals(words[0]) or _is_capitals(words[1]):
        return words
    japanese = all(len(w) > 2 and _JAPANESE.fullmatch(w.lower()) for w in words) and sum(map(len, words)) > 8
    return words[::-1] if japanese else words


def person_name(tokens: Sequence[Token]) -> str:
    """The name without honorifics, possessive ending and letters after it; all capitals become a capital and small letters.

    A person has no other name in English than the one written, so order and middle names stay as the text gives them.
    """
    kept = _without_tail(_without_titles(tokens))
    words = joined(kept).split(" ")
    shouted = [_capitalise(w) for w in _surname_last(words)]
    return " ".join(shouted)


def _fold(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.casefold().translate(_FOLDED))
    return "".join(c for c in bare if not unicodedata.combining(c))


def _key_words(name: str) -> list[str]:
    cleaned = re.sub(r"['’ʼ]s?(?=\s|$)", "", name)
    return [w if _INITIALS.fullmatch(w) else w.strip('.,()"“”«»') for w in cleaned.split()]


def name_key(name: str) -> frozenset[str]:
    """The name's words, case and diacritics folded, without particles and honorifics; a double surname gives itself and its parts,
    an initial its letter and a full stop. A name of nothing else keeps its words."""
    words = [w for w in map(_fold, _key_words(name)) if w]
    kept: set[str] = set()
    for word in words:
        if word.endswith("."):
            kept |= {f"{letter}." for letter in word if letter.isalpha()}
        elif word not in _listed()["particles"] and not (word in _listed()["honorifics"] and word not in _listed()["doubtful"]):
            bare = word.replace("'", "")
            kept |= {p for p in (bare, *bare.split("-")) if len(p) > 1 and p not in _listed()["particles"]}
    titles = {w for w in kept if w in _listed()["doubtful"]}
    return frozenset(kept - titles if kept - titles else kept) or frozenset(words)
