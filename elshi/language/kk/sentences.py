"""Where a Kazakh sentence ends.

A full stop, question or exclamation mark ends one unless a rule of `_RULES` holds it together; a line break ends one where the
line was not merely wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from elshi.language.phrases import word_list
from elshi.records import Span

__all__ = ["split_paragraph"]

# A run of terminators with what closes after it; a space may stand before the full stop.
_END = re.compile(r"[.!?…]+[\"”’»)\]]*")
_NEXT_WORD = re.compile(r"[\s\"“‘«(\[—–-]*([^\s.,;:!?\"”’»)\]]*)")
_LAST_WORD = re.compile(r"[^\s\"“”‘«(\[,;:]*$")
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,3}|[IVXivx]{1,4}|[а-яәғқңөұүһіА-Я])$")
_BULLET = re.compile(r"\s*(?:\d{1,3}[.)]|[-–—•*▪■])\s")
_BREAK = re.compile(r"[ \t\u00a0]*\n\s*")
_GLUED = re.compile(r"[\"“«]?[^\W\d_]")
_AUTHOR = re.compile(r"[\s,–—-]*(\w+(?:-\w+)?)")
_DASH = re.compile(r"\s*[,–—-]+\s")
WRAPPED = 0.7  # a wrapped line fills at least this part of the longest line
LONGEST = 60  # characters that a wrapped line has at least


@dataclass(frozen=True, slots=True)
class _Place:
    """A possible end: the sentence so far, the terminators with closers, and what follows."""

    before: str
    mark: str
    after: str

    @property
    def last(self) -> str:
        """The word before the full stop, lower case, with inner full stops («т.б»)."""
        found = _LAST_WORD.search(self.before)
        return found.group().lower() if found else ""

    @property
    def following(self) -> str:
        """The next word as written, without what opens before it."""
        found = _NEXT_WORD.match(self.after)
        return found.group(1) if found else ""


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_list("kk", "abbreviations").items()}


def _opens(word: str) -> bool:
    return word[:1].isupper() and word.lower() in _listed()["openers"]


def _is_inside_word(place: _Place) -> bool:
    """inform.example, 3.5, Б.Асан; a full stop between a word and a capital without space ("аяқталды.Тараптар") ends a sentence."""
    if not place.after or place.after[0].isspace():
        return False
    if place.mark[-1] in '"”’»)]':
        return not place.after[0].isupper()
    word = place.last
    known = word in _listed()["anywhere"] or word in _listed()["before_name"]
    glued = _GLUED.match(place.after)
    return known or not (glued and glued.group()[-1].isupper() and len(word) > 2 and place.before[-1:].islower())


def _goes_on_small(place: _Place) -> bool:
    """What follows begins with a small letter or goes on with a comma or, after a quotation, a dash."""
    rest = place.after.lstrip()
    return rest[:1] in (",", ";", ":") or (rest[:1].islower() and not rest.startswith(("http", "www")))


def _is_quoted_speech(place: _Place) -> bool:
    """«Бұл жобаны қолдаймыз!» – деді ол. The quotation and its speaker are one sentence."""
    if not _DASH.match(place.after):
        return False
    found = _AUTHOR.match(place.after)
    return found is not None and (found.group(1)[:1].islower() or found.group(1).lower() in _listed()["speech"])


def _is_abbreviation(place: _Place) -> bool:
    if place.mark[0] != "." or place.mark.startswith(".."):
        return False
    word, following, listed = place.last, place.following, _listed()
    if word in listed["before_name"]:
        return place.mark == "."
    if word not in listed["anywhere"] or _opens(following):
        return False
    return place.mark == "." and bool(place.after.strip())


def _is_initial(place: _Place) -> bool:
    """Б. Асан, А.С. Керім, Ә.Ж.; a lone capital before an opener («… А. Бұл») ends a sentence."""
    parts = place.last.split(".")
    letters = all(len(p) <= 2 and p.isalpha() for p in parts)
    return place.mark == "." and letters and len(parts[-1]) == 1 and place.before[-1:].isupper() and not _opens(place.following)


def _is_line_number(place: _Place) -> bool:
    return place.mark in (".", ".)") and _NUMBERED.match(place.before) is not None


_RULES: tuple[Callable[[_Place], bool], ...] = (
    _is_inside_word,
    _goes_on_small,
    _is_line_number,
    _is_quoted_speech,
    _is_abbreviation,
    _is_initial,
)


def _line_ends(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    """End and next beginning of each line that is no wrapped one."""
    breaks = list(_BREAK.finditer(text, paragraph.start, paragraph.end))
    edges = [paragraph.start, *(b.end() for b in breaks)]
    lengths = [b.start() - start for b, start in zip(breaks, edges, strict=False)]
    longest = max(lengths, default=0)
    for found, length in zip(breaks, lengths, strict=True):
        small = text[found.end() : found.end() + 1].islower()
        short = length < WRAPPED * max(longest, LONGEST)
        closed = text[found.start() - 1 : found.start()] in (":", ";", ".", "!", "?")
        if found.group().count("\n") > 1 or ((short or closed) and not small) or _BULLET.match(text, found.end(), paragraph.end):
            yield found.start(), found.end()


def _stretches(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end, following in _line_ends(text, paragraph):
        yield Span(start, end)
        start = following
    yield Span(start, paragraph.end)


def _split_stretch(text: str, stretch: Span) -> Iterator[Span]:
    start = stretch.start
    for found in _END.finditer(text, stretch.start, stretch.end):
        place = _Place(text[start : found.start()].rstrip(), found.group(), text[found.end() : min(found.end() + 80, stretch.end)])
        if place.before and not any(rule(place) for rule in _RULES):
            yield Span(start, found.end())
            start = found.end()
    yield Span(start, stretch.end)


def _trim(text: str, span: Span) -> Span:
    written = span.of(text)
    return Span(span.start + len(written) - len(written.lstrip()), max(span.end - len(written) + len(written.rstrip()), span.start))


def split_paragraph(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in order, without the space around them."""
    spans = (s for stretch in _stretches(text, paragraph) for s in _split_stretch(text, stretch))
    return [t for t in (_trim(text, s) for s in spans if s.of(text).strip()) if len(t)]
