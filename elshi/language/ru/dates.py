"""Dated expressions of Russian text, read from tokens.

A rule looks at the tokens from one place on and says how many it takes and what day, month, year or interval they mean. `RULES` is
the whole order: the first rule that reads anything at a place wins. A missing year is the one that puts the date nearest to the anchor.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from elshi.language.base import Anchor, Case, DateExpression, Sentence, Token
from elshi.language.phrases import Lexicon, word_list
from elshi.records import Span, cover

__all__ = ["RULES", "Found", "read_dates"]

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$")
_DAY = re.compile(r"(\d{1,2})(?:-?[гоемх]{1,2})?$")
_ALONE = re.compile(r"(\d{1,2})-?го")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:-?(?:го|м|й))?$")
_DASHES = ("-", "–", "—")


@dataclass(frozen=True, slots=True)
class Found:
    """The first `size` tokens of what the rule saw tell this time."""

    size: int
    value: str | None
    reference: str | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _View:
    """Tokens from one place on, with what decides a missing year or week."""

    tokens: Sequence[Token]
    before: Token | None
    day: date | None
    ahead: bool


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return word_list("ru", "months")


@lru_cache(maxsize=1)
def _relative() -> Lexicon[dict[str, Any]]:
    return Lexicon((phrase, entry) for entry in _words()["relative"] for phrase in entry["phrases"])


def _lookup(table: str, token: Token) -> int | None:
    known = _words()[table]
    return next((known[w] for w in token.lemmas() if w in known), None)


def _month(view: _View, at: int) -> tuple[int, int] | None:
    """The month at a place and the place behind it."""
    if at >= len(view.tokens):
        return None
    number = _lookup("months", view.tokens[at])
    if number is None or (at == 0 and view.tokens[at].is_capital and view.before is not None):
        return None
    short = view.tokens[at].lower in _words()["months"] and len(view.tokens[at].lower) <= 4
    dotted = short and at + 1 < len(view.tokens) and view.tokens[at + 1].text == "."
    return number, at + 1 + dotted


def _day(view: _View, at: int) -> int | None:
    if at >= len(view.tokens):
        return None
    token = view.tokens[at]
    written = _DAY.match(token.lower)
    number = int(written.group(1)) if written else _ordinal_day(token)
    return number if number and 1 <= number <= 31 else None


def _ordinal_day(token: Token) -> int | None:
    genitive = any(r.case is Case.GEN and "ordinal" in r.features for r in token.readings)
    return _lookup("days", token) if genitive and not token.text[:1].isdigit() else None


def _year(view: _View, at: int) -> tuple[int | None, int]:
    """The year at a place (also «прошлого года») and the place behind it; (None, at) if there is none."""
    if at >= len(view.tokens):
        return None, at
    written = _YEAR.match(view.tokens[at].lower)
    if written:
        return int(written.group(1)), _behind_year_word(view, at + 1)
    shift = _lookup("shifts", view.tokens[at])
    named = at + 1 < len(view.tokens) and view.tokens[at + 1].lower in ("год", "года", "году", "годом", "годе")
    if shift is not None and named and view.day is not None:
        return view.day.year + shift, at + 2
    return None, at


def _behind_year_word(view: _View, at: int) -> int:
    if at < len(view.tokens) and (view.tokens[at].lower in ("г", "гг") or "год" in view.tokens[at].lemmas()):
        abbreviated = view.tokens[at].lower in ("г", "гг")
        stop = abbreviated and at + 2 < len(view.tokens) and view.tokens[at + 1].text == "."
        return at + 1 + stop
    return at


def _calendar(year: int | None, month: int, day: int, near: date | None) -> date | None:
    """The day, in the year nearest to `near` where none is given; None where there is no such day or nothing to count from."""
    if year is None and near is None:
        return None
    years = [max(year, 1)] if year is not None else [near.year + n for n in (-1, 0, 1)] if near else []
    days = [date(y, month, day) for y in years if 1 <= month <= 12 and 1 <= day <= monthrange(y, month)[1]]
    return min(days, key=lambda d: abs((d - near).days) if near else 0, default=None)


def _interval(first: date | None, last: date | None) -> str | None:
    if first is None or last is None:
        return None
    return f"{first}/{last}" if first < last else str(last)


def numeric(view: _View) -> Found | None:
    """2026-03-05, 05.03.2026."""
    iso, dotted = _ISO.match(view.tokens[0].text), _DOTTED.match(view.tokens[0].text)
    if iso:
        year, month, day = map(int, iso.groups())
    elif dotted:
        day, month, year = map(int, dotted.groups())
    else:
        return None
    found = _calendar(year + 2000 if year < 100 else year, month, day, view.day)
    return Found(_behind_year_word(view, 1), str(found)) if found else None


def _days_listed(view: _View) -> tuple[list[int], int] | None:
    """«5–7», «5 по 7», «5, 6 и 7»: the days and the place behind them."""
    first = _day(view, 0)
    if first is None:
        return None
    days, at = [first], 1
    while at < len(view.tokens) and (view.tokens[at].text in (*_DASHES, ",") or view.tokens[at].lower in ("по", "и")):
        following = _day(view, at + 1)
        if following is None or following <= days[-1]:
            break
        days.append(following)
        at += 2
    return days, at


def days_of_month(view: _View) -> Found | None:
    """«5 марта», «5–7 марта 2026 года», «5 и 6 марта»."""
    listed = _days_listed(view)
    month = _month(view, listed[1]) if listed else None
    if not listed or not month:
        return None
    year, end = _year(view, month[1])
    first = _calendar(year, month[0], listed[0][0], view.day)
    last = _calendar(year, month[0], listed[0][-1], view.day)
    return Found(end, _interval(first, last))


def across_months(view: _View) -> Found | None:
    """«28 февраля – 2 марта», «с 28 февраля по 2 марта 2026 года», «28 февраля и 1 марта»."""
    first_day, first_month = _day(view, 0), _month(view, 1)
    if first_day is None or not first_month:
        return None
    first_year, at = _year(view, first_month[1])
    if at >= len(view.tokens) or not (view.tokens[at].text in _DASHES or view.tokens[at].lower in ("по", "и")):
        return None
    day, month = _day(view, at + 1), _month(view, at + 2)
    if day is None or not month:
        return None
    year, end = _year(view, month[1])
    last = _calendar(year, month[0], day, view.day)
    first = _calendar(first_year, first_month[0], first_day, last)
    if view.tokens[at].lower == "и" and not (first and last and (last - first).days == 1):
        return None
    return Found(end, _interval(first, last))


def day_number(view: _View) -> Found | None:
    """«третьего числа»: of the month that puts it nearest."""
    day = _day(view, 0)
    if day is None or len(view.tokens) < 2 or view.tokens[1].lower != "числа":
        return None
    if view.day is None:
        return Found(2, None)
    months = [_shift_month(view.day, n) for n in (-1, 0, 1)]
    days = [d for y, m in months if (d := _calendar(y, m, day, view.day))]
    return Found(2, str(min(days, key=lambda d: abs((d - view.day).days) if view.day else 0))) if days else None


def _shift_month(day: date, by: int) -> tuple[int, int]:
    months = day.year * 12 + day.month - 1 + by
    return months // 12, months % 12 + 1


def month_and_year(view: _View) -> Found | None:
    """«марте 2026 года», «в октябре»."""
    month = _month(view, 0)
    if not month:
        return None
    year, end = _year(view, month[1])
    if year is not None:
        return Found(end, f"{year}-{month[0]:02}")
    governed = view.before is not None and view.before.lower in _words()["words"]["month_prepositions"]
    oblique = not view.tokens[0].is_capital and any(r.case in (Case.GEN, Case.INS) for r in view.tokens[0].readings)
    if not governed and not oblique:
        return None
    return Found(end, _nearest_month(view, month[0]))


def _nearest_month(view: _View, month: int) -> str | None:
    """The month that lies nearest; beside a verb that looks ahead one that has not passed."""
    middle = _calendar(None, month, 15, view.day)
    if middle is None or view.day is None:
        return None
    passed = view.ahead and (middle.year, month) < (view.day.year, view.day.month)
    return f"{middle.year + passed}-{month:02}"


def vague_time(view: _View) -> Found | None:
    """«осенью 2026 года», «первом квартале 2026 года»: no day can be told."""
    words = _words()["words"]
    at = 1 if _lookup("days", view.tokens[0]) is not None and len(view.tokens) > 1 else 0
    lemmas = view.tokens[at].lemmas()
    if lemmas & set(words["seasons"]):
        in_time = any(r.case is Case.INS for r in view.tokens[at].readings)
        _, end = _year(view, at + 1)
        return Found(end, None) if in_time or end > at + 1 else None
    if not lemmas & set(words["vague"]):
        return None
    _, end = _year(view, at + 1)
    if end == at + 1 and _month(view, at + 1):
        return month_after(view, at + 1)
    return Found(end, None) if end > at + 1 or (at == 1 and "квартал" in lemmas) else None


def month_after(view: _View, at: int) -> Found | None:
    """«начале марта»: the month."""
    inner = month_and_year(_View(view.tokens[at:], view.tokens[at - 1], view.day, view.ahead))
    return Found(at + inner.size, inner.value) if inner else None


def year_alone(view: _View) -> Found | None:
    """«2025 году», «прошлом году», «2024–2026 годах»."""
    year, end = _year(view, 0)
    if year is None:
        return None
    if end == 1:
        return _years(view)
    return Found(end, str(year))


def _years(view: _View) -> Found | None:
    if len(view.tokens) < 4 or view.tokens[1].text not in _DASHES:
        return None
    last, end = _year(view, 2)
    return Found(end, None) if last is not None and end > 3 else None


def end_of_year(view: _View) -> Found | None:
    """«конца года», «конца марта»."""
    if "конец" not in view.tokens[0].lemmas() or len(view.tokens) < 2:
        return None
    if view.tokens[1].lower == "года":
        return Found(2, str(view.day.year) if view.day else None)
    year, end = _year(view, 1)
    return Found(end, str(year)) if year is not None and end > 1 else month_after(view, 1) if _month(view, 1) else None


def counted(view: _View) -> Found | None:
    """«вчера», «в тот же день»."""
    matches = _relative().at(view.tokens, 0)
    if not matches:
        return None
    entry = matches[0].entry
    if "reference" in entry:
        return Found(matches[0].end, None, entry["reference"])
    return Found(matches[0].end, str(view.day + timedelta(entry["days"])) if view.day else None)


def week_or_month(view: _View) -> Found | None:
    """«этой неделе», «прошлом месяце»."""
    shift = _lookup("shifts", view.tokens[0])
    if shift is None or len(view.tokens) < 2:
        return None
    lemmas = view.tokens[1].lemmas()
    if "неделя" in lemmas:
        return Found(2, _week(view.day, shift))
    if "месяц" in lemmas:
        year, month = _shift_month(view.day, shift) if view.day else (0, 0)
        return Found(2, f"{year}-{month:02}" if view.day else None)
    return None


def _week(day: date | None, shift: int) -> str | None:
    if day is None:
        return None
    monday = day - timedelta(day.weekday()) + timedelta(weeks=shift)
    return f"{monday}/{monday + timedelta(6)}"


def weekday(view: _View) -> Found | None:
    """«в четверг», «минувший понедельник», «следующую среду»."""
    shift = _lookup("shifts", view.tokens[0])
    at = 0 if shift is None else 1
    if at >= len(view.tokens):
        return None
    number = _lookup("weekdays", view.tokens[at])
    governed = view.before is not None and view.before.lower in ("в", "во", "к", "до", "на", "с")
    if number is None or not governed or not any(r.case in (Case.ACC, Case.DAT, Case.GEN) for r in view.tokens[at].readings):
        return None
    return Found(at + 1, _nearest_weekday(view, number, shift), loose=shift is None)


def _nearest_weekday(view: _View, number: int, shift: int | None) -> str | None:
    """The last such day, today included; the next one after «следующий» or beside a verb that looks ahead."""
    if view.day is None:
        return None
    if shift == -1:
        return str(view.day - timedelta((view.day.weekday() - number - 1) % 7 + 1))
    if shift == 1 or (shift is None and view.ahead):
        return str(view.day + timedelta((number - view.day.weekday() - 1) % 7 + 1))
    return str(view.day - timedelta((view.day.weekday() - number) % 7))


RULES: tuple[Callable[[_View], Found | None], ...] = (
    numeric,
    across_months,
    days_of_month,
    day_number,
    vague_time,
    end_of_year,
    month_and_year,
    counted,
    week_or_month,
    year_alone,
    weekday,
)


def _looks_ahead(tokens: Sequence[Token]) -> bool:
    future = set(_words()["words"]["future"])
    return any("fut" in r.features or ("past" not in r.features and r.lemma in future) for t in tokens for r in t.readings[:1])


def _first(view: _View) -> Found | None:
    return next((found for rule in RULES if (found := rule(view))), None)


def _may_begin(token: Token) -> bool:
    if token.text[0].isdigit():
        return True
    return bool(token.lemmas() & _starters()) or token.lower in _starters()


@lru_cache(maxsize=1)
def _starters() -> frozenset[str]:
    """Words that some rule can begin with."""
    words = _words()
    tables = [w for table in ("months", "weekdays", "days", "shifts") for w in words[table]]
    relative = [phrase.split()[0].lstrip("=") for entry in words["relative"] for phrase in entry["phrases"]]
    return frozenset([*tables, *relative, *words["words"]["seasons"], *words["words"]["vague"], "конец"])


def _day_alone(token: Token, before: Sequence[DateExpression]) -> Found | None:
    """«16 июня … , а 17-го»: a later day of the month told before in the sentence."""
    match = _ALONE.fullmatch(token.text)
    known = before[-1].value if before else None
    if match is None or known is None or not _ISO.fullmatch(known) or int(match[1]) <= int(known[-2:]):
        return None
    told = date.fromisoformat(known)
    day = _calendar(told.year, told.month, int(match[1]), told)
    return Found(1, str(day)) if day else None


def read_dates(sentence: Sentence, anchor: Anchor) -> list[DateExpression]:
    """The dated expressions of a sentence in order, without their prepositions, none overlapping."""
    tokens, found, at = sentence.tokens, list[DateExpression](), 0
    ahead: bool | None = None
    while at < len(tokens):
        if not _may_begin(tokens[at]):
            at += 1
            continue
        ahead = _looks_ahead(tokens) if ahead is None else ahead
        read = _first(_View(tokens[at:], tokens[at - 1] if at else None, anchor.day, ahead)) or _day_alone(tokens[at], found)
        if read:
            span: Span = cover(t.span for t in tokens[at : at + read.size])
            found.append(DateExpression(span, read.value, read.reference, read.loose))
        at += read.size if read else 1
    return found
