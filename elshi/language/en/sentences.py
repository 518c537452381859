"""Where an English sentence ends.

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

# A run of terminators with what closes after it; a space may stand before the full stop ("India . Talks").
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*")
_NEXT_WORD = re.compile(r"[\s\"“‘'«(\[—–-]*([^\s.,;:!?\"”’»)\]]*)")
_LAST_WORD = re.compile(r"[^\s\"“”‘«(\[,;:]*$")
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])$")
_BULLET = re.compile(r"\s*(?:\d{1,3}[.)]|[-–—•*▪■])\s")
_BREAK = re.compile(r"[ \t\u00a0]*\n\s*")
_GLUED = re.compile(r"[\"“‘]?[A-Z][a-z]|[\"“][A-Z]")
_SPEAKER = re.compile(r"[\w.'’-]+|[,;:]")
SPEAKER = 5  # words (a verb of speech among them) that may name a quotation's speaker
WRAPPED = 0.7  # a wrapped line fills at least this part of the longest line


@dataclass(frozen=True, slots=True)
class _Place:
    """A possible end: the sentence so far, the terminators with closers, and what follows."""

    before: str
    mark: str
    after: str

    @property
    def last(self) -> str:
        """The word before the full stop, lower case, with inner full stops ("u.s")."""
        found = _LAST_WORD.search(self.before)
        return found.group().lower() if found else ""

    @property
    def following(self) -> str:
        """The next word as written, without what opens before it."""
        found = _NEXT_WORD.match(self.after)
        return found.group(1) if found else ""


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_list("en", "abbreviations").items()}


def _opens(word: str) -> bool:
    return word[:1].isupper() and word.lower() in _listed()["openers"]


def _is_inside_word(place: _Place) -> bool:
    """inform.example, 3.5, or a full stop without space that no new sentence follows ("ended.The" is one that does)."""
    if not place.after or place.after[0].isspace():
        return False
    if place.mark[-1] in "\"”’'»)]" and place.after[0].isupper():
        return False
    word = place.last
    glued = len(word) > 2 and word.isalpha() and word not in _listed()["before_name"] and word not in _listed()["anywhere"]
    return not (glued and place.before[-1:].islower() and _GLUED.match(place.after))


def _goes_on_small(place: _Place) -> bool:
    """What follows begins with a small letter or goes on with a comma."""
    rest = place.after.lstrip()
    return rest[:1] in (",", ";", ":") or (rest[:1].islower() and not rest.startswith(("http", "www")))


def _is_abbreviation(place: _Place) -> bool:
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


def _is_initial(place: _Place) -> bool:
    """J. Smith, A.B. Karim; a lone capital before an opener ("Annex B. The …") ends a sentence."""
    parts = place.last.split(".")
    capital = place.before[-len(parts[-1]) :][:1].isupper()
    letters = all((len(p) == 1 and p.isalpha()) or p in _listed()["initials"] for p in parts)
    return place.mark == "." and letters and capital and not _opens(place.following)


def _is_line_number(place: _Place) -> bool:
    return place.mark in (".", ".)") and _NUMBERED.match(place.before) is not None


def _names_speaker(place: _Place) -> bool:
    """“Is it time?” Marta Lind asked. The quotation and its speaker are one sentence."""
    asked = place.mark[-1] in "\"”’'»" and place.mark[0] in "?!"
    words = _SPEAKER.findall(place.after)[:SPEAKER]
    return asked and any(word in _listed()["speech"] for word in words)


_RULES: tuple[Callable[[_Place], bool], ...] = (
    _is_inside_word,
    _goes_on_small,
    _is_line_number,
    _is_abbreviation,
    _is_initial,
    _names_speaker,
)


def _line_ends(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    """End and next beginning of each line that is no wrapped one."""
    breaks = list(_BREAK.finditer(text, paragraph.start, paragraph.end))
    edges = [paragraph.start, *(b.end() for b in breaks)]
    lengths = [b.start() - start for b, start in zip(breaks, edges, strict=False)]
    longest = max(lengths, default=0)
    for found, length in zip(breaks, lengths, strict=True):
        rest = text[found.end() : paragraph.end]
        blank = found.group().count("\n") > 1
        short = length < WRAPPED * max(longest, 60) and not rest[:1].islower()
        closed = text[found.start() - 1 : found.start()] in (":", ";", ".", "!", "?") and not rest[:1].islower()
        if blank or short or closed or _BULLET.match(rest):
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
