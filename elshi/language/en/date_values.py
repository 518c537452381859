"""Days, weeks and months counted from an anchor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from elshi.language.phrases import word_list

__all__ = [
    "Context",
    "Value",
    "interval_of",
    "make_day",
    "month_of",
    "nearest_day",
    "number_of",
    "resolve_day",
    "shifted_month",
    "week_around",
    "weekday_near",
]

Value = str | None
_MONTHS: dict[str, int] = word_list("en", "months")["months"]
NEAR = timedelta(days=31)  # how far on the wrong side of the anchor a day may lie that a past or future verb tells of


@dataclass(frozen=True, slots=True)
class Context:
    """The day to count from, and where the verb beside the expression looks: 1 ahead, -1 back, 0 unknown."""

    day: date | None
    side: int


def number_of(written: str) -> int:
    """The number in "3rd"."""
    return int(re.sub(r"\D", "", written))


def month_of(written: str) -> int:
    """1 to 12 for a month's name or short form."""
    return _MONTHS[written.lower().rstrip(".")]


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_day(candidates: list[date], context: Context, leeway: timedelta = NEAR) -> date | None:
    """The candidate nearest to the anchor on the side that the verb looks to, or within `leeway` of it; None without an anchor."""
    anchor = context.day
    if anchor is None or not candidates:
        return None
    ahead = [c for c in candidates if c >= anchor - leeway]
    back = [c for c in candidates if c <= anchor + leeway]
    chosen = ahead if context.side > 0 and ahead else back if context.side < 0 and back else candidates
    return min(chosen, key=lambda c: abs((c - anchor).days))


def resolve_day(year: str | None, month: int, day: int, context: Context) -> date | None:
    """The day, in the nearest year where none is given; None where that is not to be known."""
    if year:
        return make_day(int(year), month, day)
    if context.day is None:
        return None
    years = [context.day.year + n for n in (-1, 0, 1)]
    return nearest_day([d for y in years if (d := make_day(y, month, day)) is not None], context)


def interval_of(first: date | None, last: date | None) -> Value:
    """`day/day`, or the day itself where both are one; None where an end is missing or they stand the wrong way round."""
    if first is None or last is None or last < first:
        return None
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def week_around(day: date, shift: int) -> str:
    """Monday to Sunday of the week that lies `shift` weeks from the day's."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def shifted_month(day: date, shift: int) -> str:
    """`YYYY-MM` of the month that lies `shift` months from the day's."""
    year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
    return f"{year:04}-{month + 1:02}"


def weekday_near(number: int, which: str, context: Context) -> date | None:
    """A bare weekday is the last one up to the anchor, or the next one where the verb looks ahead."""
    day = context.day
    if day is None:
        return None
    back, ahead = (day.weekday() - number) % 7, (number - day.weekday()) % 7
    if which == "last":
        return day - timedelta(days=back or 7)
    if which in ("next", "coming"):
        return day + timedelta(days=ahead or 7)
    if which == "this":
        return day + timedelta(days=number - day.weekday())
    return day + timedelta(days=ahead) if context.side > 0 else day - timedelta(days=back)
