"""Days as headers and datelines write them: "6 March 2026", "5 марта", "2026 жылғы 5 наурыз", "06.03.2026"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from elshi.records import Span
from elshi.sources.layout_words import load_layout_words

__all__ = ["WrittenDay", "find_day", "match_day"]


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day of a month, with its year where it is written."""

    span: Span
    day: int
    month: int
    year: int | None = None

    def resolve(self, year: int | None = None) -> date | None:
        """The day, in `year` where none is written; None without a year or if there is no such day."""
        known = self.year or year
        try:
            return date(known, self.month, self.day) if known else None
        except ValueError:
            return None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = load_layout_words()
    ordinal = r"(?:st|nd|rd|th|-?го|-?е)?"
    year = rf"(?:19|20)\d\d(?!\d)(?:\s*{words.year_word}(?:(?<=\b[гж])\.)?)?"
    forms = (
        r"(?P<y0>\d{4})[-/](?P<m0>\d\d)[-/](?P<d0>\d\d)(?!\d)",
        rf"(?P<y1>(?:19|20)\d\d)\s*(?:{words.year_word}\.?)?,?\s+(?P<d1>\d{{1,2}})\s+(?P<m1>{words.month})",
        rf"(?P<d2>\d{{1,2}}){ordinal}[\s-]+(?P<m2>{words.month})(?:\.?,?\s+(?P<y2>{year}))?",
        rf"(?P<m3>{words.leading_month})\.?\s+(?P<d3>\d{{1,2}}){ordinal}(?![\d:])(?:,?\s+(?P<y3>{year}))?",
        r"(?P<d4>\d{1,2})[./](?P<m4>\d{1,2})[./](?P<y4>(?:19|20)\d\d)(?!\d)",
    )
    return re.compile(r"(?<![\w.])(?:" + "|".join(forms) + ")", re.I)


def match_day(text: str, start: int, end: int) -> WrittenDay | None:
    """The day written right at `start`."""
    return _read(_pattern().match(text, start, end))


def find_day(text: str, start: int, end: int) -> WrittenDay | None:
    """The first day written between the offsets."""
    return _read(_pattern().search(text, start, end))


def _read(found: re.Match[str] | None) -> WrittenDay | None:
    if found is None:
        return None
    given = {name[0]: value for name, value in found.groupdict().items() if value}
    month = int(given["m"]) if given["m"].isdecimal() else load_layout_words().months.get(given["m"].lower(), 0)
    day = int(given["d"])
    # 03/06/2026 is two days; the order of the parts is only sure where one of them is no month.
    if "/" in found[0] and "d4" in found.re.groupindex and found["d4"]:
        if month > 12:
            day, month = month, day
        elif day <= 12 and day != month:
            return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return WrittenDay(Span(found.start(), found.end()), day, month, int(given["y"][:4]) if "y" in given else None)
