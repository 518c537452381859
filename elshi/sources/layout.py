"""How a text is laid out: what is header, caption and dateline, and which paragraphs are the article."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from elshi.records import Document, Layout, Span
from elshi.sources.dateline import Dateline, find_late_dateline, match_dateline
from elshi.sources.layout_words import load_layout_words
from elshi.sources.lines import SPACES, Kind, Line, classify, is_finished, join_wrapped, key_of, list_lines, may_be_wrapped
from elshi.sources.written_days import WrittenDay, find_day, match_day

__all__ = ["fill_published", "find_dateline_day", "find_header_day", "read_layout"]

TOP = 14
LONGEST_HEADLINE = 220
LONGEST_SECOND = 120
MOST_HEADLINES = 4
SHORTEST_REPEATED = 12
SHORTEST_LEAD = 80
LONG_LINE = 250
HALF_YEAR = timedelta(days=183)
# A full stop behind a whole word, not behind "Mr." or "им.": the line holds more than a headline.
INNER_END = re.compile(r"[^\W\d_]{4}[.!?][»”\"]?\s+[(\[«“\"]?\w")
TAIL_CREDIT = re.compile(r"(?<=[.!?…»\"”)])\s+(?=[(\[]?\s*[^\W\d_]{4,12}\s*[:©])")


LEAD = 5  # lines among which a dateline below a lead is looked for


@dataclass(slots=True)
class _Reading:
    """What has been found so far, while the lines are read from the top."""

    header: list[Span] = field(default_factory=list)
    captions: list[Span] = field(default_factory=list)
    title: Span | None = None
    dateline: Dateline | None = None


def read_layout(document: Document, language_code: str) -> Layout:
    """The layout of a document. All spans lie in its text, in order, and none overlaps another, but for the parts of the dateline in
    the dateline and the title in the header. The words of all languages are known; `language_code` does not narrow them."""
    text = document.text
    lines = _read_lines(text)
    found = _Reading()
    lines = _split_run_in(text, lines)
    lines = _take_header(document, lines, found)
    lines = _take_dateline(text, lines, found)
    lines = _drop_tail(text, lines, found)
    body = [span for line in join_wrapped(text, _keep_article(text, lines, found)) for span in _cut_credit(text, line, found)]
    dateline = found.dateline
    return Layout(
        header=tuple(sorted(found.header)),
        captions=tuple(sorted(found.captions)),
        dateline=dateline.span if dateline else None,
        dateline_city=dateline.city if dateline else None,
        dateline_date=dateline.day.span if dateline and dateline.day else None,
        title=found.title,
        body=tuple(body),
    )


def find_header_day(document: Document, layout: Layout) -> tuple[date, Span] | None:
    """The first whole day (with its year) that the header gives, and where."""
    for span in layout.header:
        written = _first_whole_day(document.text, span)
        if written and (day := written.resolve()):
            return day, written.span
    return None


def _first_whole_day(text: str, span: Span) -> WrittenDay | None:
    at = span.start
    while written := find_day(text, at, span.end):
        if written.year:
            return written
        at = written.span.end
    return None


def find_dateline_day(document: Document, layout: Layout) -> date | None:
    """The day of the dateline; without a year, the one nearest to the publication (the document's, else the header's)."""
    span = layout.dateline_date
    written = match_day(document.text, span.start, span.end) or find_day(document.text, span.start, span.end) if span else None
    if written is None:
        return None
    if written.year:
        return written.resolve()
    header = find_header_day(document, layout)
    near = document.published or (header[0] if header else None)
    days = [day for year in (near.year - 1, near.year, near.year + 1) if (day := written.resolve(year))] if near else []
    return min(days, key=lambda day: abs(day - near), default=None) if near else None


def fill_published(document: Document, layout: Layout) -> tuple[Document, Span | None]:
    """The document with the header's day as its publication and the span that says it; as it was, and None, if it has one or
    the header gives none."""
    header = find_header_day(document, layout) if document.published is None else None
    return (replace(document, published=header[0]), header[1]) if header else (document, None)


def _read_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    blank = False
    for span, apart in list_lines(text):
        trimmed = _trim(text, span)
        if not trimmed:
            blank = True
            continue
        line = Line(trimmed, trimmed.start - span.start, apart or blank, classify(text, trimmed))
        lines.append(replace(line, kind=None) if lines and _goes_on(text, lines[-1], line) else line)
        blank = False
    return lines


def _goes_on(text: str, before: Line, line: Line) -> bool:
    """Whether words that look like a note are the rest of a sentence broken at the margin ("... said the / press office.").
    A caption in small letters is a caption all the same."""
    if line.kind in (None, Kind.CAPTION) or line.apart or before.kind is not None:
        return False
    return text[line.span.start].islower() and not is_finished(before.span.of(text))


def _trim(text: str, span: Span) -> Span:
    written = span.of(text)
    start = span.start + len(written) - len(written.lstrip(SPACES))
    return Span(start, max(start, span.start + len(written.rstrip(SPACES))))


def _split_run_in(text: str, lines: list[Line]) -> list[Line]:
    """With a first line that has headline, caption and dateline run into it cut in front of the dateline and the caption."""
    if not lines or len(lines[0].span) < LONG_LINE or match_dateline(text, lines[0].span.start, lines[0].span.end):
        return lines
    first = lines[0].span
    late = find_late_dateline(text, first.start, first.end)
    if late is None:
        return lines
    cuts = [first.start, *_find_caption(text, first.start, late.span.start), late.span.start, first.end]
    parts = [_trim(text, Span(a, b)) for a, b in itertools.pairwise(cuts)]
    split = [Line(part, 0, True, classify(text, part)) for part in parts[:-1] if part]
    return [*split, Line(parts[-1], 0, True), *lines[1:]]


def _find_caption(text: str, start: int, end: int) -> list[int]:
    words = re.compile(r"(?<=\s)\w")
    found = (m.start() for m in words.finditer(text, start + 1, end) if load_layout_words().caption.match(text, m.start(), end))
    return [at for at in [next(found, None)] if at is not None]


def _take_header(document: Document, lines: list[Line], found: _Reading) -> list[Line]:
    """The lines left when headlines, dates, counters and captions at the top have been put aside."""
    text = document.text
    copies = Counter(key_of(line.span.of(text)) for line in lines[:TOP] if len(line.span) <= LONGEST_HEADLINE)
    for index, line in enumerate(lines[:TOP]):
        if line.kind is Kind.CAPTION:
            found.captions.append(line.span)
        elif line.kind is not None:
            found.header.append(line.span)
        elif match_dateline(text, line.span.start, line.span.end) and copies[key_of(line.span.of(text))] < 2:
            return lines[index:]
        elif (title := _read_headline(document, lines, index, copies, found)) is not None:
            found.header.append(line.span)
            found.title = found.title or title
        else:
            return lines[index:]
    return lines[TOP:]


def _read_headline(document: Document, lines: Sequence[Line], index: int, copies: Counter[str], found: _Reading) -> Span | None:
    """The headline that the line is, or holds behind a crawl date; None if it is the article's."""
    text, span = document.text, lines[index].span
    dated = _skip_date(text, span)
    if dated is not None:
        return dated
    if len(span) > LONGEST_HEADLINE:
        return None
    key = key_of(span.of(text))
    known = {key_of(title) for title in (document.title, found.title.of(text) if found.title else None) if title}
    if key in known or any(len(title) >= SHORTEST_REPEATED and key.startswith(title) and len(key) <= len(title) + 40 for title in known):
        return span
    if copies[key] > 1 and len(key) >= SHORTEST_REPEATED and not _runs_on(text, lines, index):
        return span
    another = found.title is None or (len(span) <= LONGEST_SECOND and len(found.header) < MOST_HEADLINES)
    return span if another and _looks_like_headline(document, lines, index) else None


def _runs_on(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether the line is a part of a longer clause: it or the next one begins with a small letter."""
    return any(text[line.span.start].islower() for line in lines[index : index + 2])


def _skip_date(text: str, span: Span) -> Span | None:
    """What follows a date (with a label or in figures) at the beginning of a line, if it may be a headline."""
    label = load_layout_words().label.match(text, span.start, span.end)
    day = match_day(text, label.end() if label else span.start, span.end)
    if day is None or not (label or not any(c.isalpha() for c in day.span.of(text))):
        return None
    rest = re.compile(r"[\s|,:.\-–—]*(?:\d\d:\d\d(?::\d\d)?)?[\s|,:.\-–—]*").match(text, day.span.end, span.end)
    start = rest.end() if rest else day.span.end
    if start >= span.end or span.end - start > LONGEST_HEADLINE or text[start].islower():
        return None
    return Span(start, span.end) if label or not is_finished(text[start : span.end]) else None


def _looks_like_headline(document: Document, lines: Sequence[Line], index: int) -> bool:
    """A short line on top without a full stop, over a dateline or over a longer line; what stands over a sure dateline may be a whole
    sentence. If the document has another title, half of the words must be that title's: the first line of an article may lack its
    full stop too."""
    text, line = document.text, lines[index]
    written = line.span.of(text)
    words = written.split()
    following = next((other for other in lines[index + 1 :] if other.kind is None), None)
    if following is None or written[-1] in ",-–—:":
        return False
    if _is_sure_dateline(text, following.span):
        return True
    if written[0].islower() or text[following.span.start].islower() or (is_finished(written) and written[-1] not in "!?"):
        return False
    if document.title and 2 * len({w.casefold() for w in words} & set(document.title.casefold().split())) < len(words):
        return False
    if lines[index + 1].kind is Kind.DATED:
        return True
    if len(words) < 2 or INNER_END.search(written) or may_be_wrapped(text, lines[index : index + 6]):
        return False
    longer = len(following.span) >= 1.3 * len(written) and len(following.span) >= SHORTEST_LEAD
    sentence = len(words) >= 3 and (following.apart or is_finished(following.span.of(text)))
    return longer or sentence or _heads_another(document, lines, index)


def _heads_another(document: Document, lines: Sequence[Line], index: int) -> bool:
    """Whether the next line is a second headline: short, without a full stop and over a longer one."""
    after = lines[index + 1]
    return after.kind is None and len(after.span) <= LONGEST_SECOND and _looks_like_headline(document, lines, index + 1)


def _is_sure_dateline(text: str, span: Span) -> bool:
    found = match_dateline(text, span.start, span.end)
    return found is not None and bool(found.day or found.agency or (found.city and found.city.of(text).isupper()))


def _take_dateline(text: str, lines: list[Line], found: _Reading) -> list[Line]:
    if not lines:
        return lines
    found.dateline = match_dateline(text, lines[0].span.start, lines[0].span.end)
    at = 0 if found.dateline else _find_dateline_below(text, lines, found)
    if found.dateline is None:
        return lines
    rest = _trim(text, Span(found.dateline.span.end, lines[at].span.end))
    return [*lines[:at], *([Line(rest, 0, True)] if rest else []), *lines[at + 1 :]]


def _find_dateline_below(text: str, lines: list[Line], found: _Reading) -> int:
    """The number of the line that begins with city and day, where a lead or notes stand above the article's dateline."""
    for at, line in enumerate(lines[1:LEAD], 1):
        below = match_dateline(text, line.span.start, line.span.end)
        if below is not None and below.city is not None and below.day is not None and below.span.end < line.span.end:
            found.dateline = below
            return at
    return 0


def _drop_tail(text: str, lines: list[Line], found: _Reading) -> list[Line]:
    """The lines without what follows the article: related headlines, tags, signatures, notices."""
    kept = _drop_related(text, lines)
    while kept:
        last = kept[-1]
        if last.kind is Kind.CAPTION:
            found.captions.append(last.span)
        elif last.kind is None and not (len(kept) > 1 and _is_signature(text, last.span, kept[-2], found)):
            break
        kept = kept[:-1]
    return kept


def _drop_related(text: str, lines: list[Line]) -> list[Line]:
    """Without the headlines under a heading such as "Read also"; a line that ends like a sentence is the article's again."""
    kept: list[Line] = []
    under = False
    for line in lines:
        written = line.span.of(text)
        if line.kind is Kind.ELSEWHERE:
            under = len(written) < 40
        elif line.kind is None and (not under or (is_finished(written) and len(written) >= 100)):
            under = False
            kept.append(line)
        elif line.kind is not None:
            kept.append(line)
    return kept


def _is_signature(text: str, span: Span, before: Line, found: _Reading) -> bool:
    """A last line that is the agency's or an author's name: few words, capitals, no full stop, after a finished sentence."""
    written = span.of(text).strip("—–-©/() \t")
    words = written.split()
    if not words or len(written) > 40 or is_finished(written):
        return False
    if before.kind is not Kind.BYLINE and not is_finished(before.span.of(text)):
        return False
    agency = found.dateline.agency if found.dateline else None
    if (agency and key_of(agency.of(text)) == key_of(written)) or load_layout_words().agency.fullmatch(written):
        return True
    return len(words) <= 3 and all(w[0].isupper() for w in words) and not any(c.isdigit() for c in written)


def _keep_article(text: str, lines: Sequence[Line], found: _Reading) -> list[Line]:
    """The article's lines; captions among them are noted, counters and addresses dropped, a day over a section kept."""
    kept: list[Line] = []
    for line in lines:
        if line.kind is Kind.CAPTION:
            found.captions.append(line.span)
        elif line.kind in (None, Kind.DATED) or (line.kind is Kind.CLOSING and is_finished(line.span.of(text))):
            kept.append(line)
    return kept


def _cut_credit(text: str, paragraph: Span, found: _Reading) -> list[Span]:
    """The paragraph without a photo credit at its end."""
    start = max(paragraph.start, paragraph.end - 150)
    for gap in TAIL_CREDIT.finditer(text, start, paragraph.end):
        words = load_layout_words()
        if words.caption.match(text, gap.end(), paragraph.end) or words.credit.match(text, gap.end(), paragraph.end):
            found.captions.append(Span(gap.end(), paragraph.end))
            return [Span(paragraph.start, gap.start())]
    return [paragraph]
