"""Days, months, weeks and years that a Kazakh date means, counted from an anchor day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = [
    "Clock",
    "day_value",
    "month_value",
    "resolve_day",
    "shift_day",
    "shift_month",
    "span_value",
    "week_value",
    "weekday_value",
    "year_value",
]

_WEEK = 7
_RECENT = timedelta(days=60)  # a clause about the future names no day that is longer past than this


@dataclass(frozen=True, slots=True)
class Clock:
    """The day that "today" means, and whether the clause tells of what will be."""

    today: date | None
    future: bool = False


def _valid(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _nearest(month: int, day: int, clock: Clock) -> date | None:
    if clock.today is None:
        return None
    today, earliest = clock.today, clock.today - _RECENT if clock.future else date.min
    around = (_valid(year, month, day) for year in (today.year, today.year - 1, today.year + 1))
    return min((d for d in around if d and d >= earliest), key=lambda d: abs(d - today), default=None)


def resolve_day(day: int, month: int, year: int | None, clock: Clock) -> date | None:
    """The day; without a year the one nearest to today. None where there is no such day or no today."""
    return _valid(year, month, day) if year is not None else _nearest(month, day, clock)


def day_value(day: int, month: int, year: int | None, clock: Clock) -> str | None:
    """The day as ISO 8601."""
    found = resolve_day(day, month, year, clock)
    return found.isoformat() if found else None


def span_value(first: tuple[int, int], last: tuple[int, int], year: int | None, clock: Clock) -> str | None:
    """`day/day` of two (day, month) pairs; the last lies at most a year after the first."""
    end = resolve_day(*last, year, clock)
    if end is None:
        return None
    begin = _valid(end.year, first[1], first[0])
    if begin is not None and begin > end:
        begin = _valid(end.year - 1, first[1], first[0])
    return f"{begin.isoformat()}/{end.isoformat()}" if begin else None


def month_value(month: int, year: int | None, clock: Clock) -> str | None:
    """`YYYY-MM`; without a year the month nearest to today."""
    found = resolve_day(15, month, year, clock)
    return found.isoformat()[:7] if found else None


def year_value(offset: int, anchor: date | None) -> str | None:
    """The year `offset` years after the anchor's."""
    return f"{anchor.year + offset:04d}" if anchor else None


def shift_day(offset: int, anchor: date | None) -> str | None:
    """The day `offset` days after the anchor."""
    return (anchor + timedelta(days=offset)).isoformat() if anchor else None


def shift_month(offset: int, anchor: date | None) -> str | None:
    """The month `offset` months after the anchor's, `YYYY-MM`."""
    if anchor is None:
        return None
    months = anchor.year * 12 + anchor.month - 1 + offset
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def week_value(offset: int, anchor: date | None) -> str | None:
    """Monday to Sunday of the week `offset` weeks after the anchor's, `day/day`."""
    if anchor is None:
        return None
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=_WEEK * offset)
    return f"{monday.isoformat()}/{(monday + timedelta(days=_WEEK - 1)).isoformat()}"


def weekday_value(weekday: int, towards: str, anchor: date | None) -> str | None:
    """The day of that weekday (0 = Monday). `towards`: past (the latest, the anchor's own day too), before (strictly earlier), future,
    after (strictly later), `this` week, `previous` week, `next` week."""
    if anchor is None:
        return None
    ahead = (weekday - anchor.weekday()) % _WEEK
    steps = {
        "future": ahead,
        "after": ahead or _WEEK,
        "past": ahead - _WEEK if ahead else 0,
        "before": ahead - _WEEK,
        "this": weekday - anchor.weekday(),
        "previous": weekday - anchor.weekday() - _WEEK,
        "next": weekday - anchor.weekday() + _WEEK,
    }
    return shift_day(steps[towards], anchor)
