"""The lines of a text, what each may be besides the article, and how hard-wrapped lines make paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from elshi.records import Span
from elshi.sources.layout_words import load_layout_words
from elshi.sources.written_days import match_day

__all__ = ["Kind", "Line", "classify", "is_finished", "join_wrapped", "key_of", "list_lines", "may_be_wrapped"]

LINE = re.compile(r"[^\n\r\u2028\u2029\x85]+")
SPACES = " \t\v\f\xa0\u200b\ufeff\u2060\u200e\u200f\u2002\u2003\u2009\u202f\u3000"
LONGEST_NOTE = 300
LONGEST_ADDRESS = 2_000
WIDEST_WRAP = 110
LONGEST_GAP = 200
SHORTEST_BROKEN = 20
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?:[a-z0-9-]+\.)+(?:kz|ru|com|org|net|gov|info|int|eu|uz|az|kg|tj|tm)(?:/\S*)?(?!\w)",
    re.I,
)
CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?(?!\d)(?:Z|[+-]\d\d:?\d\d)?|T(?=\d\d:\d\d)", re.I)
NUMBER = re.compile(r"\d[\d \xa0.,]*(?:[kкmм](?!\w)|тыс\.?|мың)?", re.I)
HASHTAG = re.compile(r"[#@]\w+")
MARKS = re.compile(r"(?:[^\w«»\"“”()#@]|[#@](?!\w))+|_+|[()]")
FINISHED = re.compile(r"[.!?…:;][\s»\"“”’')\]*]*$")
BULLET = re.compile(r"[-–—•·*▪●◦]\s|\(?\d{1,2}[.)]\s")


class Kind(StrEnum):
    """What a line is if it is not the article's."""

    CAPTION = "caption"
    NOTE = "note"  # nothing but dates, counters, addresses, sections, buttons
    DATED = "dated"  # the same, with a day or a weekday
    BYLINE = "byline"
    ELSEWHERE = "elsewhere"
    CLOSING = "closing"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the space around it; `indent` is the space before, `apart` whether a blank line precedes."""

    span: Span
    indent: int
    apart: bool
    kind: Kind | None = None


def list_lines(text: str) -> Iterator[tuple[Span, bool]]:
    """The lines that are not empty, in order, each with whether an empty one stands before it."""
    end = 0
    for line in LINE.finditer(text):
        yield Span(line.start(), line.end()), line.start() - end > 1 and text[end : line.start()] != "\r\n"
        end = line.end()


def classify(text: str, span: Span) -> Kind | None:
    """What the line is if not the article's; None for what may be the article's."""
    if len(span) > LONGEST_ADDRESS:
        return None
    words, start, end = load_layout_words(), span.start, span.end
    if len(span) <= LONGEST_NOTE:
        if words.ending.match(text, start, end):
            return Kind.ENDING
        if words.caption.match(text, start, end):
            return Kind.CAPTION
    if (found := words.elsewhere.match(text, start, end)) and _stands_off(text, found.end(), end):
        return Kind.ELSEWHERE
    kind = _read_note(text, span)
    if kind is None and text[start] == "©":
        return Kind.CLOSING
    if kind is None and (found := words.closing.match(text, start, end)) and _is_notice(text, found, end):
        return Kind.CLOSING
    if kind is None and len(span) <= 100 and (found := words.byline.match(text, start, end)) and _names_author(text, found, end):
        return Kind.BYLINE
    return kind


def _stands_off(text: str, at: int, end: int) -> bool:
    """Whether a colon, a dash, an arrow or the line's end follows."""
    rest = text[at : min(at + 4, end)].strip()
    return not rest.strip(".…") or (not rest[0].isalnum() and rest[0] not in ",;.)")


def _is_notice(text: str, found: re.Match[str], end: int) -> bool:
    """Whether it is a notice ("Source: X", "Tel. +7 700", "All rights reserved"), not a sentence that begins with that word."""
    rest = text[found.end() : end].lstrip(SPACES)
    if not rest or rest[0] in ":©" or (rest[:2] == ". " and rest[2:3] in "+0123456789("):
        return True
    return found[0].strip().count(" ") >= 1 and end - found.start() <= LONGEST_NOTE


def _names_author(text: str, found: re.Match[str], end: int) -> bool:
    """Whether one to six capitalised words without a full stop make up the rest: the name of whoever wrote it."""
    rest = text[found.end() : end].strip(SPACES + ",|")
    if ":" in found[0] or not rest:
        return not is_finished(rest) or len(rest.split()) <= 4
    words = re.findall(r"[^\W\d_][\w’'-]*", rest)
    return 1 <= len(words) <= 4 and all(word[0].isupper() for word in words) and not is_finished(rest)


def _read_note(text: str, span: Span) -> Kind | None:
    """NOTE or DATED if every word of the line is known to stand around articles, not in them."""
    words, at, dated = load_layout_words(), span.start, False
    limit = LONGEST_NOTE
    while at < span.end:
        day = match_day(text, at, span.end)
        if day is not None:
            at, dated = day.span.end, True
            continue
        found = next((m for p in (ADDRESS, CLOCK, words.metadata, NUMBER, HASHTAG, MARKS) if (m := p.match(text, at, span.end))), None)
        limit -= 1
        if found is None or not found[0] or limit == 0:
            return None
        at = found.end()
    return Kind.DATED if dated else Kind.NOTE


def is_finished(line: str) -> bool:
    """Whether it ends like a sentence."""
    return FINISHED.search(line[-12:]) is not None


def key_of(line: str) -> str:
    """The letters and digits alone, in lower case: what two copies of a headline share."""
    return "".join(c for c in line.casefold() if c.isalnum())


def join_wrapped(text: str, lines: Sequence[Line]) -> list[Span]:
    """The paragraphs of the article's lines: lines broken at a margin, or inside a clause, are one paragraph."""
    width = _find_margin(text, lines)
    paragraphs: list[Span] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and _continues(text, before, line, width):
            paragraphs[-1] = Span(paragraphs[-1].start, line.span.end)
        else:
            paragraphs.append(line.span)
    return paragraphs


def may_be_wrapped(text: str, lines: Sequence[Line]) -> bool:
    """Whether the first of the lines may go on in the second, broken at a margin."""
    width = max((len(line.span) for line in lines), default=0)
    return len(lines) > 2 and width <= WIDEST_WRAP and _adjoins(text, *lines[:2]) and _is_full(text, lines[0], lines[1], width)


def _find_margin(text: str, lines: Sequence[Line]) -> int | None:
    """The width at which lines are broken, if most lines that go on are broken where their next word would not fit."""
    width = max((len(line.span) for line in lines), default=0)
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if _adjoins(text, a, b)]
    if width > WIDEST_WRAP or len(pairs) < 2:
        return None
    full = sum(1 for a, b in pairs if _is_full(text, a, b, width))
    return width if 2 * full >= len(pairs) else None


def _adjoins(text: str, before: Line, line: Line) -> bool:
    gap = text[before.span.end : min(line.span.start, before.span.end + LONGEST_GAP)]
    return not line.apart and not gap.strip(SPACES + "\r\n\u2028\u2029\x85") and line.span.start - before.span.end < LONGEST_GAP


def _is_full(text: str, before: Line, line: Line, width: int) -> bool:
    first = text[line.span.start : line.span.start + width].split()
    return len(before.span) + 1 + len(first[0] if first else "") > width


def _continues(text: str, before: Line, line: Line, width: int | None) -> bool:
    if not _adjoins(text, before, line) or BULLET.match(text, line.span.start, line.span.end):
        return False
    if width is not None and _is_full(text, before, line, width):
        return line.indent < before.indent + 2
    last, first = text[before.span.end - 1], text[line.span.start]
    broken = last in ",-–—" or first.islower()
    return broken and not is_finished(text[before.span.start : before.span.end]) and len(before.span) >= SHORTEST_BROKEN
