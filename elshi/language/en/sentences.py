"""Where an English sentence ends.

A full stop, question or exclamation mark ends one unless a rule of `_RULES` holds it together; a line break ends one where the
line was not merely wrapped.
"""

from __future__ import annotations

import re
from functools import lru_cache

from elshi.language.breaking import Place, Rule, split_by_rules
from elshi.language.phrases import word_list
from elshi.records import Span

__all__ = ["split_paragraph"]

_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])$")
_GLUED = re.compile(r"[\"“‘]?[A-Z][a-z]|[\"“][A-Z]")
_SPEAKER = re.compile(r"[\w.'’-]+|[,;:]")
SPEAKER = 5  # words (a verb of speech among them) that may name a quotation's speaker


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_list("en", "abbreviations").items()}


def _opens(word: str) -> bool:
    return word[:1].isupper() and word.lower() in _listed()["openers"]


def _is_inside_word(place: Place) -> bool:
    """inform.example, 3.5, or a full stop without space that no new sentence follows ("ended.The" is one that does)."""
    if not place.after or place.after[0].isspace():
        return False
    if place.mark[-1] in "\"”’'»)]" and place.after[0].isupper():
        return False
    word = place.last
    glued = len(word) > 2 and word.isalpha() and word not in _listed()["before_name"] and word not in _listed()["anywhere"]
    return not (glued and place.before[-1:].islower() and _GLUED.match(place.after))


def _goes_on_small(place: Place) -> bool:
    """What follows begins with a small letter or goes on with a comma."""
    rest = place.after.lstrip()
    return rest[:1] in (",", ";", ":") or (rest[:1].islower() and not rest.startswith(("http", "www")))


def _is_abbreviation(place: Place) -> bool:
    if place.mark != ".":
        return (
            place.mark[0] == "." and place.mark[1:2] in (")", "]") and place.last in _listed()["anywhere"] and not _opens(place.following)
        )
    word, following, listed = place.last, place.following, _listed()
    if word in listed["before_name"] or word.rpartition(".")[2] in listed["before_name"]:
        return True
    if word in listed["before_number"] and following[:1].isdigit():
        return True
    if word in listed["calendar"] and (following[:1].isdigit() or not _opens(following)):
        return True
    return word in listed["anywhere"] and not _opens(following)


def _is_initial(place: Place) -> bool:
    """J. Smith, A.B. Karim; a lone capital before an opener ("Annex B. The …") ends a sentence."""
    parts = place.last.split(".")
    capital = place.before[-len(parts[-1]) :][:1].isupper()
    letters = all((len(p) == 1 and p.isalpha()) or p in _listed()["initials"] for p in parts)
    return place.mark == "." and letters and capital and not _opens(place.following)


def _is_line_number(place: Place) -> bool:
    return place.mark in (".", ".)") and _NUMBERED.match(place.before) is not None


def _names_speaker(place: Place) -> bool:
    """“Is it time?” Marta Lind asked. The quotation and its speaker are one sentence."""
    asked = place.mark[-1] in "\"”’'»" and place.mark[0] in "?!"
    words = _SPEAKER.findall(place.after)[:SPEAKER]
    return asked and any(word in _listed()["speech"] for word in words)


_RULES: tuple[Rule, ...] = (
    _is_inside_word,
    _goes_on_small,
    _is_line_number,
    _is_abbreviation,
    _is_initial,
    _names_speaker,
)


def split_paragraph(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order, without the space around them."""
    return split_by_rules(text, paragraph, _RULES)
