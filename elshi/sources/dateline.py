"""The dateline: "Astana. 5 March. AGENCY –" in front of the first sentence, with its city, day and agency in any order.

A dateline is a few parts (names, a day, an agency in brackets or slashes) and a mark that ends them. Each way to read it is kept
only if the parts make sense together: a name and a dash alone may as well be the subject of a sentence.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from elshi.language.gazetteers import find_city
from elshi.records import Span
from elshi.sources.layout_words import load_layout_words
from elshi.sources.written_days import WrittenDay, match_day

__all__ = ["Dateline", "find_late_dateline", "match_dateline"]

WORD = re.compile(r"[^\W\d_]\w*(?:[-–’'ʼ`][^\W\d_]\w*|\.[^\W\d_]{1,3}(?!\w))*")
BRACKET = re.compile(r"\(\s*([^()\n]{2,80}?)\s*\)|/\s*([^/\n]{2,40}?)\s*/|\[\s*([^\[\]\n]{2,40}?)\s*\]")
ENCLOSED = re.compile(r"[(\[]\s*([^()\[\]\n]{4,60})[)\]](?:\s*[-–—.:]+(?=\s))?")
SEPARATOR = re.compile(r"[ \t\xa0.,;:|]{0,6}")
BETWEEN_WORDS = re.compile(r"[ \t\xa0]+|[ \t\xa0]*/[ \t\xa0]*")
DASH = re.compile(r"[\s.,:]*(?:-{1,3}|[–—―−‒]+)(?=\s|[^\W\d_]|[«\"“])\s*")
COLON = re.compile(r"[ \t\xa0]*:\s+")
DOT = re.compile(r"[ \t\xa0]*[.]\s*(?=[^\W\d_]|[«\"“„\d])")
SPACE = re.compile(r"\s+")
LINE_END = re.compile(r"[ \t\xa0.,:–—-]*$")
OPENING = re.compile(r"[«\"“„'‘(\[]*")
MOST_PARTS = 5
MOST_WORDS = 4
SHORTEST_LEAD = 100
LATE = 900


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the dateline is, and its parts; the text proper begins at `span.end` or after the space that follows."""

    span: Span
    city: Span | None = None
    day: WrittenDay | None = None
    agency: Span | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str  # names, agency, day, bracket
    span: Span
    day: WrittenDay | None = None


def match_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that begins at `start` of the paragraph that ends at `end`: the longest reading that makes sense, or None."""
    enclosed = ENCLOSED.match(text, start, end)
    if enclosed is not None:
        inner = match_dateline(text, enclosed.start(1), enclosed.end(1))
        return replace(inner, span=Span(*enclosed.span())) if inner and inner.day and inner.city else None
    best: Dateline | None = None
    for parts in _grow_parts(text, start, end):
        found = _judge(text, start, parts, end)
        if found is not None:
            best = found
    return best


def find_late_dateline(text: str, start: int, end: int) -> Dateline | None:
    """A dateline with a day that stands within the first characters of a long paragraph, behind a headline run into it."""
    limit = min(end, start + LATE)
    best: Dateline | None = None
    for word in WORD.finditer(text, start + 1, limit):
        if text[word.start()].isupper() and text[word.start() - 1].isspace():
            found = match_dateline(text, word.start(), end)
            if found is not None and found.day is not None and found.city is not None and DASH.match(text, _before_dash(text, found)):
                # What ends the headline may look like the beginning of the city.
                if best is not None and (found.span.end != best.span.end or _is_whole(text, best.city)):
                    return best
                best = found
    return best


def _is_whole(text: str, city: Span | None) -> bool:
    written = city.of(text) if city else ""
    return written.isupper() or load_layout_words().city.fullmatch(written) is not None


def _before_dash(text: str, found: Dateline) -> int:
    return found.span.start + len(found.span.of(text).rstrip("-–—―−‒ \t\xa0.,:"))


def _grow_parts(text: str, start: int, end: int) -> list[list[_Part]]:
    """Every beginning of the sequence of parts that can be read at `start`."""
    grown: list[list[_Part]] = []
    parts: list[_Part] = []
    at = start
    while len(parts) < MOST_PARTS:
        part = _read_part(text, at, end, first=not parts)
        if part is None:
            break
        parts = [*parts, part]
        grown.append(parts)
        at = _next_part(text, part, end)
    return grown


def _next_part(text: str, part: _Part, end: int) -> int:
    """Where the next part begins: behind spaces and marks, and behind a dash that stands between the city and the day."""
    dash = DASH.match(text, part.span.end, end) if part.kind == "names" else None
    if dash is not None and match_day(text, dash.end(), end):
        return dash.end()
    separator = SEPARATOR.match(text, part.span.end, end)
    return separator.end() if separator else part.span.end


def _read_part(text: str, at: int, end: int, first: bool) -> _Part | None:
    day = match_day(text, at, end)
    if day is not None:
        return _Part("day", day.span, day)
    bracket = BRACKET.match(text, at, end)
    if bracket is not None:
        inner = match_day(text, bracket.start(bracket.lastindex or 0), end)
        return _Part("day" if inner else "bracket", Span(*bracket.span()), inner)
    agency = load_layout_words().agency.match(text, at, end)
    if agency is not None:
        return _Part("agency", Span(*agency.span()))
    return _read_names(text, at, end, first)


def _read_names(text: str, at: int, end: int, first: bool) -> _Part | None:
    """Up to four capitalised words; in front of a city its label ("г. Астана") is left out."""
    words = load_layout_words()
    label = words.city_label.match(text, at, end) if first else None
    begin = label.end() if label else at
    city = words.city.match(text, begin, end)
    if city is not None:
        return _Part("names", Span(*city.span()))
    last, place, count = None, begin, 0
    while count < MOST_WORDS:
        word = WORD.match(text, place, end)
        if word is None or not (word[0][0].isupper() or (last is not None and word[0] in words.name_links)):
            break
        if last is not None and (match_day(text, place, end) or words.agency.match(text, place, end)):
            break
        last, count = (word.end() if word[0][0].isupper() else last), count + 1
        gap = BETWEEN_WORDS.match(text, word.end(), end)
        if gap is None:
            break
        place = gap.end()
    return _Part("names", Span(begin, last)) if last is not None else None


def _judge(text: str, start: int, parts: list[_Part], end: int) -> Dateline | None:
    """The dateline that the parts make with the mark that follows them, or None if they make none."""
    last = parts[-1].span.end
    mark, after = _read_mark(text, last, end)
    if mark is None and parts[-1].kind != "bracket" and not _is_shouted(text, parts):
        return None
    if after < end and not _begins_sentence(text, after, end):
        return None
    kinds = [part.kind for part in parts]
    found = _name_parts(text, parts)
    if not _makes_sense(text, parts, kinds, found, mark, end - after):
        return None
    return _take_in_agency(text, replace(found, span=Span(start, _trim(text, last, after) if mark else last)), end)


def _is_shouted(text: str, parts: list[_Part]) -> bool:
    """Whether a city and a known agency in capitals stand before the text without a mark: "ORAL. KAZINFORM The governor …"."""
    return [p.kind for p in parts] == ["names", "agency"] and all(p.span.of(text).isupper() for p in parts)


def _trim(text: str, start: int, end: int) -> int:
    """`end` without the space in front of it."""
    return start + len(text[start:end].rstrip())


def _take_in_agency(text: str, found: Dateline, end: int) -> Dateline:
    """With an agency that follows the closing mark and has one of its own: "Almaty, 5 March – AGENCY."."""
    gap = SPACE.match(text, found.span.end, end)
    names = _read_part(text, gap.end(), end, first=False) if gap and found.agency is None else None
    if names is None or names.kind == "day" or not _looks_like_agency(names.span.of(text)):
        return found
    mark, after = _read_mark(text, names.span.end, end)
    if mark is None or (after < end and not _begins_sentence(text, after, end)):
        return found
    return replace(found, span=Span(found.span.start, _trim(text, names.span.end, after)), agency=names.span)


def _read_mark(text: str, at: int, end: int) -> tuple[str | None, int]:
    for name, pattern in (("dash", DASH), ("colon", COLON), ("dot", DOT), ("line", LINE_END)):
        found = pattern.match(text, at, end)
        if found is not None:
            return name, found.end()
    # The full stop of "2026 г." ends the dateline too.
    if text[at - 1 : at] == "." and (gap := SPACE.match(text, at, end)):
        return "dot", gap.end()
    space = SEPARATOR.match(text, at, end)
    return None, space.end() if space else at


def _begins_sentence(text: str, at: int, end: int) -> bool:
    opening = OPENING.match(text, at, end)
    first = text[opening.end() : opening.end() + 1] if opening else ""
    return first.isupper() or first.isdigit()


def _name_parts(text: str, parts: list[_Part]) -> Dateline:
    """City, day and agency among the parts: of names, the first is the city and one all in capitals or known the agency."""
    names = [part.span for part in parts if part.kind == "names"]
    agencies = [part.span for part in parts if part.kind in ("agency", "bracket")]
    city = names[0] if names else None
    agency = agencies[0] if agencies else next((n for n in names[1:] if _looks_like_agency(n.of(text))), None)
    day = next((part.day for part in parts if part.day), None)
    return Dateline(Span(parts[0].span.start, parts[-1].span.end), city, day, agency)


def _makes_sense(text: str, parts: list[_Part], kinds: list[str], found: Dateline, mark: str | None, lead: int) -> bool:
    if len(parts) == 1:
        return _stands_alone(text, parts[0], kinds[0], mark, lead)
    if found.city is None and "agency" not in kinds:
        return False
    if kinds[0] == "day" and mark != "dash":
        return False
    if kinds.count("day") > 1 or kinds.count("names") > 3 or _runs_together(text, parts):
        return False
    named = found.agency is not None and (kinds[-1] != "bracket" or _names_agency(text, parts[-1].span, found.city))
    if found.day is not None:
        return _ends_dated(text, parts, kinds, mark)
    if kinds[-1] == "bracket":
        slashed = text[parts[-1].span.start] == "/"
        return named and (mark in ("dash", "dot", "colon") or _is_capitals(found.city, text) or (slashed and _is_known(found.city, text)))
    if named:
        return mark in ("dash", "colon") or (mark == "line" and kinds[-1] == "agency") or (mark is None and _is_shouted(text, parts))
    return mark == "dash" and _is_capitals(found.city, text) and lead >= SHORTEST_LEAD


def _runs_together(text: str, parts: list[_Part]) -> bool:
    """Whether names follow names without a mark between: a clause, not a city and an agency."""
    return any(a.kind == b.kind == "names" and not text[a.span.end : b.span.start].strip() for a, b in itertools.pairwise(parts))


def _ends_dated(text: str, parts: list[_Part], kinds: list[str], mark: str | None) -> bool:
    """Whether what follows the day belongs to the dateline: an agency does, the first words of a sentence do not."""
    if kinds[-1] in ("day", "bracket", "agency"):
        return mark is not None or kinds[-1] == "bracket"
    looks = _looks_like_agency(parts[-1].span.of(text))
    return mark in ("dash", "line") if looks or kinds.index("day") == len(kinds) - 2 else mark == "dash"


def _stands_alone(text: str, part: _Part, kind: str, mark: str | None, lead: int) -> bool:
    if kind == "agency":
        return mark == "dash" and lead >= SHORTEST_LEAD
    if kind != "names" or lead < SHORTEST_LEAD:
        return False
    if mark in ("colon", "dot"):
        return _is_capitals(part.span, text) and _is_known(part.span, text)
    if mark != "dash":
        return False
    written = part.span.of(text)
    if load_layout_words().city.fullmatch(written):
        return True
    spaced = text[part.span.end : part.span.end + 1].isspace()
    return (_is_capitals(part.span, text) and len(written) >= 4) or (spaced and " " not in written and not written.isupper())


def _is_capitals(span: Span | None, text: str) -> bool:
    written = span.of(text) if span else ""
    return written.isupper() and sum(1 for c in written if c.isalpha()) >= 3


def _is_known(span: Span | None, text: str) -> bool:
    """Whether the words are a city's name in one of the languages."""
    return span is not None and any(find_city(span.of(text), code) for code in ("en", "ru", "kk"))


def _looks_like_agency(name: str) -> bool:
    """Capitals throughout or inside a word (ҚазАқпарат, UzA), a name with a dot (Dipinfo.kz), or a known one."""
    inner = any(c.isupper() for word in name.split() for c in word.split("-")[0][1:])
    return inner or "." in name or load_layout_words().agency.fullmatch(name) is not None


def _names_agency(text: str, bracket: Span, city: Span | None) -> bool:
    name = text[bracket.start + 1 : bracket.end - 1].strip()
    return _looks_like_agency(name) or text[bracket.start] == "/" or _is_capitals(city, text)
