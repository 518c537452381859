"""Dated expressions in English texts.

Every rule of `_RULES` is a pattern with a function from its match to a value; of matches that overlap the one that begins first and
reaches farthest counts. A day without a year is the one nearest to the anchor, on the side that the verb beside it looks to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from elshi.language.base import Anchor, DateExpression, Sentence, Token
from elshi.language.en.date_values import (
    Context,
    Value,
    interval_of,
    make_day,
    month_of,
    nearest_day,
    number_of,
    resolve_day,
    shifted_month,
    week_around,
    weekday_near,
)
from elshi.language.phrases import word_list
from elshi.records import Span

__all__ = ["find_dates"]

_LISTED: dict[str, Any] = word_list("en", "months")
_MONTHS: dict[str, int] = _LISTED["months"]
_WEEKDAYS: dict[str, int] = _LISTED["weekdays"]
_COUNTS: dict[str, int] = _LISTED["counts"]
_WHOLE = frozenset({"march", "april", "may", "june", "july"})


def _names(words: dict[str, int]) -> str:
    """Capitalised and all-capital forms, the longest first; short forms may have a full stop."""
    forms = sorted({f for w in words for f in (w.capitalize(), w.upper())}, key=lambda f: (-len(f), f))
    return "|".join(f + r"\.?" if len(f) < 6 and f.lower() not in _WHOLE else f for f in forms)


_M, _W = f"(?:{_names(_MONTHS)})", f"(?:{_names(_WEEKDAYS)})"
_FULL_M = f"(?:{_names({m: n for m, n in _MONTHS.items() if len(m) > 4 or m in _WHOLE})})"
_NAMES = "(?:May|MAY|April|APRIL|June|JUNE|August|AUGUST)"  # months that are also people's names
_FULL_W = f"(?:{_names({w: n for w, n in _WEEKDAYS.items() if w.endswith('day')})})"
_D, _Y = r"\d{1,2}(?:st|nd|rd|th)?", r"[12]\d{3}"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|and|through|until|till|or)\s+(?:the\s+)?|\s*,\s*and\s+)"
_RANGE = r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till)\s+(?:the\s+)?)"
_DAYS = rf"{_D}(?:\s*,\s*{_D})*{_TO}{_D}"
_COMMA = r"(?:\s*,\s*|\s+)"
_WW = rf"(?:{_W}(?:{_TO}{_W})?{_COMMA})?"  # weekdays before the days that they explain
_BETWEEN = r"(?:(?<=\b[Bb]etween\s)|(?<=\bBETWEEN\s))"  # of two days behind this "and" joins the ends of an interval
_PART = r"(?:(?:early|mid|late|the\s+end\s+of|end\s+of|the\s+beginning\s+of|the\s+start\s+of|the\s+middle\s+of)(?:\s*[-–]\s*|\s+))"


# What an ordinal counts that is no day: "on the 5th Asian Forum".
_ORDERED = (
    r"(?i:(?:[a-z-]+\s+){0,3}(?:anniversary|session|floor|edition|century|day|round|meeting|forum|congress|conference|summit|assembly"
    r"|avenue|street|time)\b)"
)

Reader = Callable[[re.Match[str], Context], tuple[Value, str | None]]


def _read_iso(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    days = [make_day(*map(int, written.split("-"))) for written in re.findall(r"\d{4}-\d\d-\d\d", match.group())]
    return interval_of(days[0], days[-1]), None


def _read_numeric(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    """05.03.2026 is a day and a month; of 5/3/2026 the order that comes nearer to the anchor."""
    first, mark, second, _, year = match.groups()
    a, b = int(first), int(second)
    orders = [make_day(int(year), b, a), make_day(int(year), a, b) if mark == "/" else None]
    days = [d for d in orders if d is not None]
    if len(set(days)) > 1 and context.day is None:
        return None, None
    found = nearest_day(days, Context(context.day, 0)) if context.day else next(iter(days), None)
    return (found.isoformat() if found else None), None


def _read_two_months(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    """28 February to 3 March 2026; December 30, 2025 to January 2, 2026."""
    part = match.groupdict()
    last = resolve_day(part["y2"], month_of(part["m2"]), number_of(part["d2"]), context)
    if last is None:
        return None, None
    month, day = month_of(part["m1"]), number_of(part["d1"])
    first = make_day(int(part["y1"] or last.year), month, day)
    if first is not None and first > last and not part["y1"]:
        first = make_day(last.year - 1, month, day)
    return interval_of(first, last), None


def _read_days(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    """3-5 March, March 3 to 5, 12 and 16 October 2025, 3, 4 and 5 March."""
    part = match.groupdict()
    days = [number_of(d) for d in re.findall(_D, part["days"])]
    first = resolve_day(part["y"], month_of(part["m"]), days[0], context)
    last = None if first is None else make_day(first.year, first.month, days[-1])
    return interval_of(first, last), None


def _read_day(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    part = match.groupdict()
    found = resolve_day(part["y"], month_of(part["m"]), number_of(part["d"]), context)
    return (found.isoformat() if found else None), None


def _read_day_alone(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    """On the 17th: of the month nearest to the anchor, on the side where the verb looks."""
    if context.day is None:
        return None, None
    number, first = int(match.group("d")), context.day.replace(day=1)
    months = [first, (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=31)).replace(day=1)]
    days = [d for m in months if (d := make_day(m.year, m.month, number)) is not None]
    found = nearest_day(days, context, timedelta())
    return (found.isoformat() if found else None), None


def _read_week_of(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    part = match.groupdict()
    found = resolve_day(part["y"], month_of(part["m"] or part["m2"]), number_of(part["d"] or part["d2"]), context)
    if found is None:
        return None, None
    if part["kind"].startswith("end"):
        return interval_of(found - timedelta(days=6), found), None
    return week_around(found, 0), None


def _read_month(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    part = match.groupdict()
    month = month_of(part["m"])
    if part["y"]:
        return f"{part['y']}-{month:02}", None
    if context.day is None:
        return None, None
    which = part.get("which") or ""
    side = {"next": 1, "coming": 1, "last": -1}.get(which.lower(), context.side)
    anchor = context.day.replace(day=1)
    found = nearest_day([date(anchor.year + n, month, 1) for n in (-1, 0, 1)], Context(anchor, side), timedelta())
    return (f"{found.year}-{found.month:02}" if found else None), None


_SHIFTS = {"this": 0, "the": 0, "current": 0, "next": 1, "coming": 1, "following": 1, "last": -1, "past": -1, "previous": -1}


def _shift(written: str) -> int:
    return _SHIFTS[written.lower().split()[-1]]


def _read_unit(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    """this week, next month, last year, by the end of the year."""
    if context.day is None:
        return None, None
    shift, unit, day = _shift(match.group("which")), match.group("unit").lower(), context.day
    if unit == "week":
        return week_around(day, shift), None
    if unit == "weekend":
        saturday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift, days=5)
        return interval_of(saturday, saturday + timedelta(days=1)), None
    return (shifted_month(day, shift) if unit == "month" else str(day.year + shift)), None


def _read_year_end(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    return (str(context.day.year) if context.day else None), None


def _read_year(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    return match.group("y"), None


def _read_nothing(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    """A season without a year tells too little."""
    return None, None


def _read_weekday(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    which = (match.group("which") or "").lower().split()
    first = weekday_near(_WEEKDAYS[match.group("w").lower().rstrip(".")], which[-1] if which else "", context)
    if first is None or not match.group("w2"):
        return (first.isoformat() if first else None), None
    last = first + timedelta(days=(_WEEKDAYS[match.group("w2").lower().rstrip(".")] - first.weekday()) % 7)
    if context.day and context.side <= 0 and not which and last > context.day:
        first, last = first - timedelta(weeks=1), last - timedelta(weeks=1)
    return interval_of(first, last), None


def _read_relative(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    shift: int = _LISTED["days"][" ".join(match.group().lower().split())]
    return ((context.day + timedelta(days=shift)).isoformat() if context.day else None), None


def _read_ago(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    written, unit = match.group("n").lower(), match.group("unit").lower()
    count = _COUNTS.get(written) or int(written)
    if context.day is None:
        return None, None
    if unit.startswith("year"):
        return str(context.day.year - count), None
    if unit.startswith("month"):
        return shifted_month(context.day, -count), None
    return (context.day - timedelta(days=count * (7 if unit.startswith("week") else 1))).isoformat(), None


def _read_reference(match: re.Match[str], context: Context) -> tuple[Value, str | None]:
    return None, _LISTED["references"][" ".join(match.group().lower().split())]


def _phrases(section: str) -> str:
    words = sorted(_LISTED[section], key=lambda w: (-len(w), w))
    return r"\b(?i:" + "|".join(w.replace(" ", r"\s+") for w in words) + r")\b(?!-)"


def _across(between: str, day_first: bool) -> str:
    """Two days of different months with `between` between them: "28 February to 3 March 2026", "December 30, 2025 to January 2"."""
    if day_first:
        days = [rf"(?P<d{n}>{_D})\s+(?:of\s+)?(?P<m{n}>{_M})(?:{_COMMA}(?P<y{n}>{_Y}))?" for n in (1, 2)]
        return rf"(?:{_W}{_COMMA})?{days[0]}{between}(?:{_W}{_COMMA})?{days[1]}(?!\w)"
    days = [rf"(?P<m{n}>{_M})\s+(?P<d{n}>{_D})(?!\w)(?:{_COMMA}(?P<y{n}>{_Y})\b)?" for n in (1, 2)]
    return rf"(?:{_W}{_COMMA})?{days[0]}{between}(?:{_W}{_COMMA})?{days[1]}"


_AND = r"\s+and\s+(?:the\s+)?"
# "30 September and 1 October": days that follow one another.
_TURN_DAY, _TURN_MONTH = rf"{_AND}(?=1(?:st)?\s)", r"\s+and\s+(?=\w+\.?\s+1(?!\d))"

# What the sentence must have for the rule to be tried: a month, a weekday, a digit, or a word of time.
_RULES: tuple[tuple[str, re.Pattern[str], Reader], ...] = tuple(
    (need, re.compile(pattern), reader)
    for need, pattern, reader in (
        ("digit", rf"(?<!\d)\d{{4}}-\d\d-\d\d(?:{_TO}\d{{4}}-\d\d-\d\d)?(?!\d)", _read_iso),
        ("digit", r"(?<![\d.])(\d{1,2})([./])(\d{1,2})([./])([12]\d{3})(?!\d)", _read_numeric),
        ("month", rf"\b{_across(_RANGE, day_first=True)}", _read_two_months),
        ("month", rf"\b{_across(_RANGE, day_first=False)}", _read_two_months),
        ("month", rf"{_BETWEEN}{_across(_AND, day_first=True)}", _read_two_months),
        ("month", rf"{_BETWEEN}{_across(_AND, day_first=False)}", _read_two_months),
        ("month", rf"\b(?=(?:28|29|3[01])\s){_across(_TURN_DAY, day_first=True)}", _read_two_months),
        ("month", rf"\b(?={_M}\s+(?:28|29|3[01])\b){_across(_TURN_MONTH, day_first=False)}", _read_two_months),
        ("month", rf"\b{_WW}(?P<days>{_DAYS})\s+(?:of\s+)?(?P<m>{_M})(?:{_COMMA}(?P<y>{_Y}))?(?!\w)", _read_days),
        (
            "month",
            rf"\b{_WW}(?P<m>{_M})\s+(?P<days>{_DAYS})(?![\w:%])(?!\s*(?:{_M}|percent|per\s+cent))(?:{_COMMA}(?P<y>{_Y})\b)?",
            _read_days,
        ),
        ("month", rf"\b(?:{_W}{_COMMA})?(?:the\s+)?(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:{_COMMA}(?P<y>{_Y}))?(?!\w)", _read_day),
        ("month", rf"\b(?:{_W}{_COMMA})?(?P<m>{_M})\s+(?:the\s+)?(?P<d>{_D})(?![\w:%])(?:{_COMMA}(?P<y>{_Y})\b)?", _read_day),
        (
            "month",
            rf"\b(?i:the\s+)?week\s+(?P<kind>of|beginning|commencing|ending|ended)(?:\s+on)?\s+(?:{_W}{_COMMA})?"
            rf"(?:(?P<d>{_D})\s+(?P<m>{_M})|(?P<m2>{_M})\s+(?P<d2>{_D}))(?:{_COMMA}(?P<y>{_Y}))?(?!\w)",
            _read_week_of,
        ),
        ("month", rf"\b(?i:{_PART})?(?P<m>{_M}){_COMMA}(?:of\s+)?(?P<y>{_Y})\b", _read_month),
        ("month", rf"\b(?i:{_PART})(?P<m>{_M})(?P<y>)(?![\w’'])", _read_month),
        ("month", rf"(?<!\w)(?i:(?P<which>this|next|last|coming)\s+)(?P<m>{_M})(?P<y>)(?!\w)", _read_month),
        (
            "month",
            rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Oo]f\s)|(?<=\b[Ff]or\s)|(?<=\b[Dd]uring\s)|(?<=\b[Ff]rom\s)"
            rf"|(?<=\b[Bb]efore\s)|(?<=\b[Aa]fter\s))(?!{_NAMES}\s+[A-Z])(?P<m>{_FULL_M})(?P<y>)(?!\w|\s*\d)",
            _read_month,
        ),
        (
            "weekday",
            rf"\b(?:(?P<which>(?i:this|last|next|the\s+coming|this\s+coming))\s+)?(?P<w>{_FULL_W})(?!\w)(?:(?:\s*[-–—]\s*|\s+(?:to|and|through|until)\s+)(?P<w2>{_FULL_W})(?!\w))?",
            _read_weekday,
        ),
        ("digit", rf"(?:(?<=\b[Oo]n the )|(?<=\b[Oo]f the ))(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)\b(?!-|\s+{_ORDERED})", _read_day_alone),
        ("time", _phrases("days"), _read_relative),
        ("time", _phrases("references"), _read_reference),
        ("time", r"\b(?i:on\s+the\s+eve)\b(?!\s+of)", _read_reference),
        (
            "time",
            r"\b(?i:(?P<n>\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<unit>days?|weeks?|months?|years?)\s+ago)\b",
            _read_ago,
        ),
        (
            "time",
            r"\b(?i:(?:the\s+(?:end|beginning|start|close|middle)\s+of\s+|(?:early|late)\s+)?(?P<which>this|(?:the\s+)?next|(?:the\s+)?last|the\s+coming|the\s+current|the\s+following)"
            r"\s+(?P<unit>weekend|week|month|year))\b(?!['’]s|-)",
            _read_unit,
        ),
        ("time", r"\b(?i:the\s+(?:end|beginning|start|close|middle)\s+of\s+(?P<which>the)\s+(?P<unit>week|month|year))\b", _read_unit),
        ("time", r"\b(?i:(?:the\s+)?year(?:['’]s|-|\s)\s*end)\b", _read_year_end),
        ("time", r"\b(?i:(?:this|next|last|the\s+coming)\s+(?:spring|summer|autumn|fall|winter))\b", _read_nothing),
        (
            "digit",
            rf"\b(?i:(?:(?:the\s+)?(?:spring|summer|autumn|fall|winter)(?:\s+of)?\s+|early[\s-]+|mid[\s-]*|late[\s-]+|the\s+(?:end|beginning|start)\s+of\s+"
            rf"|the\s+(?:first|second|third|fourth)\s+(?:half|quarter)\s+of\s+))(?P<y>{_Y})\b",
            _read_year,
        ),
        (
            "digit",
            r"(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Oo]f\s)|(?<=\b[Ff]or\s)|(?<=\b[Dd]uring\s))(?P<y>(?:19|20)\d\d)"
            r"(?![\d,.]\d|\w|\s*[-–]\s*\d|\s+[a-z]+s\b)",
            _read_year,
        ),
    )
)
_TIME_WORDS = frozenset(_LISTED["units"]["words"].split())


def _needs(sentence: Sentence) -> frozenset[str]:
    """What kinds of rule can match in the sentence at all."""
    found: set[str] = set()
    for token in sentence.tokens:
        lower = token.lower
        pieces = lower.split("-") if "-" in lower else (lower,)
        if lower[:1].isdigit():
            found.add("digit")
        for piece in pieces:
            if piece in _MONTHS:
                found.add("month")
            elif piece in _WEEKDAYS:
                found.add("weekday")
            elif piece in _TIME_WORDS:
                found.add("time")
    return frozenset(found)


@lru_cache(maxsize=1)
def _future_verbs() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_LISTED["future"]["planning"]), frozenset(_LISTED["future"]["present"])


def _side_of(token: Token) -> int | None:
    """Where a verb looks: 1 ahead, -1 back, 0 it does not tell; None for no verb."""
    if token.lower in _ahead():
        return 1
    verbs = [r for r in token.readings if r.part == "VERB"]
    if not verbs or any(r.part == "NOUN" for r in token.readings):
        return None
    marks = frozenset[str]().union(*(r.features for r in verbs))
    planning, present = _future_verbs()
    lemmas = {r.lemma for r in verbs}
    if "fut" in marks or (lemmas & planning and "conv" not in marks):
        return 1
    if "past" in marks:
        return -1
    if "inf" in marks and "pres" not in marks:
        return None
    return (1 if lemmas & present - {"be"} else 0) if "pres" in marks else None


@lru_cache(maxsize=1)
def _ahead() -> frozenset[str]:
    return frozenset(_LISTED["future"]["ahead"])


def _is_to(tokens: Sequence[Token], at: int) -> bool:
    """ "is to meet", "are to": the present of "be" before an infinitive looks ahead."""
    return tokens[at].lower in ("is", "are", "'s", "’s") and [t.lower for t in tokens[at + 1 : at + 3] if not t.lower.endswith("ly")][
        :1
    ] == ["to"]


def _side(sentence: Sentence, start: int) -> int:
    """The side of the nearest telling verb before the expression, else of the first one after it."""
    at = sentence.index_at(start)
    for index in (*range(at - 1, -1, -1), *range(at, len(sentence.tokens))):
        side = 1 if _is_to(sentence.tokens, index) else _side_of(sentence.tokens[index])
        if side is not None:
            return side
    return 0


def _matches(sentence: Sentence, text: str) -> Iterator[tuple[re.Match[str], Reader]]:
    needs = _needs(sentence)
    for need, pattern, reader in _RULES:
        if need in needs:
            yield from ((m, reader) for m in pattern.finditer(text, sentence.span.start, sentence.span.end))


def find_dates(sentence: Sentence, text: str, anchor: Anchor) -> list[DateExpression]:
    """The dated expressions of a sentence, in order, longest first match, never overlapping."""
    found = sorted(_matches(sentence, text), key=lambda pair: (pair[0].start(), -pair[0].end()))
    expressions: list[DateExpression] = []
    for match, reader in found:
        if expressions and match.start() < expressions[-1].span.end:
            continue
        value, reference = reader(match, Context(anchor.day, _side(sentence, match.start())))
        loose = reader is _read_weekday and not match.group("which")
        expressions.append(DateExpression(Span(match.start(), match.end()), value, reference, loose))
    return expressions
