"""Where sentences can end: places behind a full stop, question or exclamation mark, and lines that were not merely wrapped.

A language brings its rules: each says of a place why the sentence goes on there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from elshi.records import Span

__all__ = ["Place", "Rule", "split_by_rules"]

# A run of terminators with what closes after it; a space may stand before the full stop ("India . Talks").
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*")
_NEXT_WORD = re.compile(r"[\s\"“‘'«(\[—–-]*([^\s.,;:!?\"”’»)\]]*)")
_LAST_WORD = re.compile(r"[^\s\"“”‘«(\[,;:]*$")
_BULLET = re.compile(r"\s*(?:\d{1,3}[.)]|[-–—•*▪■])\s")
_BREAK = re.compile(r"[ \t\u00a0]*\n\s*")
WRAPPED = 0.7  # a wrapped line fills at least this part of the longest line
LONGEST = 60  # characters that the longest of wrapped lines has at least
AHEAD = 80  # characters after a place that rules may look at


@dataclass(frozen=True, slots=True)
class Place:
    """A possible end: the sentence so far, the terminators with closers, and what follows."""

    before: str
    mark: str
    after: str

    @property
    def last(self) -> str:
        """The word before the full stop, lower case, with inner full stops ("u.s", «т.б»)."""
        found = _LAST_WORD.search(self.before)
        return found.group().lower() if found else ""

    @property
    def following(self) -> str:
        """The next word as written, without what opens before it."""
        found = _NEXT_WORD.match(self.after)
        return found.group(1) if found else ""


Rule = Callable[[Place], bool]


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


def _split_stretch(text: str, stretch: Span, rules: Sequence[Rule]) -> Iterator[Span]:
    start = stretch.start
    for found in _END.finditer(text, stretch.start, stretch.end):
        place = Place(text[start : found.start()].rstrip(), found.group(), text[found.end() : min(found.end() + AHEAD, stretch.end)])
        if place.before and not any(rule(place) for rule in rules):
            yield Span(start, found.end())
            start = found.end()
    yield Span(start, stretch.end)


def _trim(text: str, span: Span) -> Span:
    written = span.of(text)
    return Span(span.start + len(written) - len(written.lstrip()), max(span.end - len(written) + len(written.rstrip()), span.start))


def split_by_rules(text: str, paragraph: Span, rules: Sequence[Rule]) -> list[Span]:
    """The sentences of one paragraph, in order, without the space around them; a place ends one unless a rule holds it together."""
    spans = (s for stretch in _stretches(text, paragraph) for s in _split_stretch(text, stretch, rules))
    return [t for t in (_trim(text, s) for s in spans if s.of(text).strip()) if len(t)]
