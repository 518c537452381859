"""Where a Kazakh sentence ends.

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

_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,3}|[IVXivx]{1,4}|[а-яәғқңөұүһіА-Я])$")
_GLUED = re.compile(r"[\"“«]?[^\W\d_]")
_AUTHOR = re.compile(r"[\s,–—-]*(\w+(?:-\w+)?)")
_DASH = re.compile(r"\s*[,–—-]+\s")


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_list("kk", "abbreviations").items()}


def _opens(word: str) -> bool:
    return word[:1].isupper() and word.lower() in _listed()["openers"]


def _is_inside_word(place: Place) -> bool:
    """inform.example, 3.5, Б.Асан; a full stop between a word and a capital without space ("аяқталды.Тараптар") ends a sentence."""
    if not place.after or place.after[0].isspace():
        return False
    if place.mark[-1] in '"”’»)]':
        return not place.after[0].isupper()
    word = place.last
    known = word in _listed()["anywhere"] or word in _listed()["before_name"]
    glued = _GLUED.match(place.after)
    return known or not (glued and glued.group()[-1].isupper() and len(word) > 2 and place.before[-1:].islower())


def _goes_on_small(place: Place) -> bool:
    """What follows begins with a small letter or goes on with a comma or, after a quotation, a dash."""
    rest = place.after.lstrip()
    return rest[:1] in (",", ";", ":") or (rest[:1].islower() and not rest.startswith(("http", "www")))


def _is_quoted_speech(place: Place) -> bool:
    """«Бұл жобаны қолдаймыз!» – деді ол. The quotation and its speaker are one sentence."""
    if not _DASH.match(place.after):
        return False
    found = _AUTHOR.match(place.after)
    return found is not None and (found.group(1)[:1].islower() or found.group(1).lower() in _listed()["speech"])


def _is_abbreviation(place: Place) -> bool:
    if place.mark[0] != "." or place.mark.startswith(".."):
        return False
    word, following, listed = place.last, place.following, _listed()
    if word in listed["before_name"]:
        return place.mark == "."
    if word not in listed["anywhere"] or _opens(following):
        return False
    return place.mark == "." and bool(place.after.strip())


def _is_initial(place: Place) -> bool:
    """Б. Асан, А.С. Керім, Ә.Ж.; a lone capital before an opener («… А. Бұл») ends a sentence."""
    parts = place.last.split(".")
    letters = all(len(p) <= 2 and p.isalpha() for p in parts)
    return place.mark == "." and letters and len(parts[-1]) == 1 and place.before[-1:].isupper() and not _opens(place.following)


def _is_line_number(place: Place) -> bool:
    return place.mark in (".", ".)") and _NUMBERED.match(place.before) is not None


_RULES: tuple[Rule, ...] = (
    _is_inside_word,
    _goes_on_small,
    _is_line_number,
    _is_quoted_speech,
    _is_abbreviation,
    _is_initial,
)


def split_paragraph(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order, without the space around them."""
    return split_by_rules(text, paragraph, _RULES)
