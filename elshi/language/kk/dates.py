"""Kazakh dated expressions: each pattern is a short function in `_PATTERNS`; the longest that matches at a place wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from elshi.language.base import Anchor, Case, DateExpression, Sentence, Token
from elshi.language.kk import calendar
from elshi.language.kk.suffixes import peel
from elshi.language.phrases import word_list
from elshi.records import Span

__all__ = ["find_dates"]

_DASHES = frozenset("-–—")
_PAIRING = _DASHES | {"және", "мен", "пен", "бен"}
_EARLIEST, _LATEST = 1000, 2999
_MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression that ends before token `end`."""

    end: int
    value: str | None
    reference: str | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """The tokens of a sentence and the clock by which it is read."""

    tokens: Sequence[Token]
    clock: calendar.Clock

    @property
    def today(self) -> date | None:
        """The day that "today" means."""
        return self.clock.today

    def word(self, at: int) -> str:
        """The lower-case text at an index, "" beyond the end."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_list("kk", "months")[name])


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return word_list("kk", "months")


@lru_cache(maxsize=4096)
def _month(word: str) -> tuple[int, Case | None] | None:
    """The month (1 to 12) that a word names in any case, and its case (None: bare)."""
    for peeled in _peeled_months(word):
        return peeled
    return None


def _peeled_months(word: str) -> list[tuple[int, Case | None]]:
    genitives: list[str] = _table()["genitives"]
    if word in genitives:
        return [(genitives.index(word) + 1, None)]
    months = {name: number for number, names in enumerate(_table()["months"], 1) for name in names}
    if word in months:
        return [(months[word], None)]
    return [(months[p.stem], p.case) for p in peel(word) if p.stem in months and not p.plural]


@lru_cache(maxsize=4096)
def _weekday(word: str) -> int | None:
    weekdays: list[str] = _table()["weekdays"]
    return next((weekdays.index(p.stem) for p in peel(word) if p.stem in weekdays), None)


def _day_number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) <= 2 and 1 <= int(word) <= _MONTH_DAYS else None


def _year_number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) == 4 and _EARLIEST <= int(word) <= _LATEST else None


@lru_cache(maxsize=4096)
def _is_form(word: str, name: str) -> bool:
    """Whether the word is a form of one of a list: күні, айында, жылдың."""
    listed = _listed(name)
    return word.startswith(tuple(listed)) and any(p.stem in listed or p.stem.removesuffix("ғы") in listed for p in peel(word))


def _year_before(line: _Line, at: int) -> tuple[int, int | None]:
    """A year in front of a day or month and where it ends: «2026 жылғы», «былтырғы», «осы жылдың», «2026 ж.»; (at, None) if none."""
    word, following = line.word(at), line.word(at + 1)
    year = _year_number(word)
    if year is not None and _is_form(following, "year_words"):
        return at + 2, year
    if year is not None and following == "ж":
        return at + (3 if line.word(at + 2) == "." else 2), year
    offset = _offset(word) if _is_form(following, "year_words") else None
    if offset is None and word in _table()["years"]:
        offset = _table()["years"][word]
        return at + 1, line.today.year + offset if line.today else None
    if offset is not None:
        return at + 2, line.today.year + offset if line.today else None
    return at, None


def _year_after(line: _Line, at: int) -> tuple[int, int | None]:
    """A year behind a month: «5 наурыз 2026 жылы», «5 наурыз 2026»."""
    end, year = _year_before(line, at)
    if year is not None and line.word(at).isdigit():
        return end, year
    year = _year_number(line.word(at))
    return (at + 1, year) if year is not None else (at, None)


def _offset(word: str) -> int | None:
    """-1, 0 or 1 for өткен, осы, келесі and their like."""
    return next((n for n, name in ((-1, "previous"), (0, "this"), (1, "next")) if word in _listed(name)), None)


def _read_glued_day(line: _Line, at: int) -> _Found | None:
    """«1-сәуірде», «2026 жылғы 5-наурыз күні»."""
    start, year = _year_before(line, at)
    number, hyphen, written = line.word(start).partition("-")
    day, month = _day_number(number), _month(written) if hyphen else None
    if day is None or month is None:
        return None
    end = start + 1
    if year is None:
        end, year = _year_after(line, end)
    return _Found(_skip_words(line, end, "day_words", "bounds", "hours"), calendar.day_value(day, month[0], year, line.clock))


def _day_run(line: _Line, at: int) -> tuple[int, int, int] | None:
    """One day number or two joined ones («5–7», «5 және 6»): end, first, last."""
    first = _day_number(line.word(at))
    if first is None:
        return None
    last, end = first, at + 1
    while (following := _day_number(line.word(end + 1))) is not None and (line.word(end) in _PAIRING or line.word(end) == ","):
        last, end = following, end + 2
    return end, first, last


def _skip_words(line: _Line, at: int, *names: str) -> int:
    """Past the words of the lists `names` that may follow, each once."""
    for name in names:
        word = line.word(at)
        if word and (word in _listed(name) or (name.endswith("_words") and _is_form(word, name))):
            at += 1
    return at


def _value(line: _Line, first: tuple[int, int], last: tuple[int, int], year: int | None) -> str | None:
    if first == last:
        return calendar.day_value(*last, year, line.clock)
    return calendar.span_value(first, last, year, line.clock)


def _read_days(line: _Line, at: int) -> _Found | None:
    """«5 наурызда», «2026 жылғы 5–7 наурыз аралығында», «28 ақпан – 2 наурыз», «22 наурыздан 22 сәуірге дейін»."""
    start, year = _year_before(line, at)
    run = _day_run(line, start)
    month = _month(line.word(run[0])) if run else None
    if run is None or month is None:
        return None
    end, first, last = run[0] + 1, (run[1], month[0]), (run[2], month[0])
    second = end + 1 if line.word(end) in _PAIRING else end
    other = _day_run(line, second)
    other_month = _month(line.word(other[0])) if other else None
    joined = second > end or (month[1] is Case.ABL and line.word(second).isdigit())
    if other and other_month and joined and (other_month[0], other[2]) != first:
        last, end = (other[2], other_month[0]), other[0] + 1
    if year is None:
        end, year = _year_after(line, end)
    end = _skip_words(line, end, "between", "day_words", "bounds", "hours")
    return _Found(end, _value(line, first, last, year))


def _read_month_of_day(line: _Line, at: int) -> _Found | None:
    """«наурыздың 5-інде», «2026 жылғы наурыздың 5-і күні»."""
    start, year = _year_before(line, at)
    month = _month(line.word(start))
    number, _, ending = line.word(start + 1).partition("-")
    day = _day_number(number)
    if month is None or month[1] is not Case.GEN or day is None or not ending:
        return None
    end = _skip_words(line, start + 2, "day_words", "bounds", "hours")
    return _Found(end, calendar.day_value(day, month[0], year, line.clock))


def _names_month(line: _Line, at: int, dated: bool) -> bool:
    """Whether the month name at a token is meant as a month: «наурызда», «наурыз айында», but not «Қазанда» (the city)."""
    word, month = line.word(at), _month(line.word(at))
    if month is None:
        return False
    if _is_form(line.word(at + 1), "month_words"):
        return True
    written = line.tokens[at]
    if written.is_capital and (at > 0 or any(word.startswith(p) for p in _listed("places"))) and not dated:
        return False
    part = line.word(at + 1).startswith(tuple(_table()["parts"]))
    bound = month[1] is Case.DAT and line.word(at + 1) in _listed("bounds")
    return dated or month[1] in (Case.LOC, Case.ABL) or (month[1] is Case.GEN and part) or bound


def _read_month(line: _Line, at: int) -> _Found | None:
    """«наурыз айында», «2026 жылғы сәуірде», «шілденің басында»."""
    start, year = _year_before(line, at)
    if not _names_month(line, start, dated=start > at):
        return None
    month = _month(line.word(start))
    end = _skip_words(line, start + 1, "month_words")
    if line.word(end).startswith(tuple(_table()["parts"])):
        end += 1
    return _Found(_skip_words(line, end, "bounds"), calendar.month_value(month[0], year, line.clock)) if month else None


def _read_year(line: _Line, at: int) -> _Found | None:
    """«2027 жылға дейін», «биыл», «өткен жылдың көктемінде», «2017–2018 жылдары»."""
    end, year = _year_before(line, at)
    if end == at:
        return _read_years(line, at)
    if line.word(end).startswith(tuple(_table()["parts"])):
        end += 1
    return _Found(_skip_words(line, end, "bounds"), f"{year:04d}" if year else None)


def _read_years(line: _Line, at: int) -> _Found | None:
    first, last = _year_number(line.word(at)), _year_number(line.word(at + 2))
    if first is None or last is None or line.word(at + 1) not in _PAIRING or not _is_form(line.word(at + 3), "year_words"):
        return None
    return _Found(_skip_words(line, at + 4, "bounds"), f"{first:04d}-01-01/{last:04d}-12-31")


def _read_year_end(line: _Line, at: int) -> _Found | None:
    """«жыл соңына дейін», «жылдың аяғында»: of this year."""
    if not _is_form(line.word(at), "year_words") or not line.word(at + 1).startswith(tuple(_table()["parts"])):
        return None
    return _Found(_skip_words(line, at + 2, "bounds"), calendar.year_value(0, line.today))


def _read_weekday(line: _Line, at: int) -> _Found | None:
    """«бейсенбі күні», «өткен дүйсенбіде», «осы аптаның жұмасында»."""
    offset = _offset(line.word(at))
    start = at + (offset is not None)
    of_week = offset is not None and _is_form(line.word(start), "week_words")
    start += of_week
    weekday = _weekday(line.word(start))
    if weekday is None:
        return None
    end = _skip_words(line, start + 1, "day_words", "bounds", "hours")
    bare = line.word(start) in _table()["weekdays"]
    if bare and end == start + 1:
        return None
    if of_week:
        towards = ("previous", "this", "next")[(offset or 0) + 1]
    else:
        towards = {-1: "before", 0: "this", 1: "after"}.get(offset if offset is not None else 9, "future" if line.clock.future else "past")
    return _Found(end, calendar.weekday_value(weekday, towards, line.today), loose=offset is None)


def _read_week(line: _Line, at: int) -> _Found | None:
    """«осы аптада», «келер айда», «алдағы аптаның соңында»."""
    offset = _offset(line.word(at))
    following = line.word(at + 1)
    if offset is None:
        return None
    week, month = _is_form(following, "week_words"), _is_form(following, "month_words")
    if not (week or month):
        return None
    end = at + 2 + line.word(at + 2).startswith(tuple(_table()["parts"]))
    value = calendar.week_value(offset, line.today) if week else calendar.shift_month(offset, line.today)
    return _Found(_skip_words(line, end, "bounds"), value)


def _read_relative(line: _Line, at: int) -> _Found | None:
    """«бүгін», «кеше кешке»."""
    offset = _table()["days"].get(line.word(at))
    if offset is None:
        return None
    return _Found(_skip_words(line, at + 1, "hours"), calendar.shift_day(offset, line.today))


@lru_cache(maxsize=1)
def _reference_phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases by their first words, longest first."""
    listed = [(tuple(p.split()), name) for name, phrases in _table()["references"].items() for p in phrases]
    by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, name in sorted(listed, key=lambda entry: -len(entry[0])):
        by_word.setdefault(words[0], []).append((words, name))
    return by_word


def _read_reference(line: _Line, at: int) -> _Found | None:
    """«сол күні кешке», «келесі күні», «саммит қарсаңында»: counted from what was told before."""
    if line.word(at) in _table()["eve"]["words"]:
        before = line.tokens[at - 1].lemmas() if at else frozenset()
        return _Found(at + 1, None, "previous-day") if not before.isdisjoint(_table()["eve"]["events"]) else None
    for words, reference in _reference_phrases().get(line.word(at), ()):
        if all(line.word(at + n) == word for n, word in enumerate(words)):
            return _Found(_skip_words(line, at + len(words), "hours"), None, reference)
    return None


def _read_figures(line: _Line, at: int) -> _Found | None:
    """«05.03.2026», «2026-03-05»."""
    word = line.word(at).removesuffix("ж")
    if len(word) == 10 and word[4] == word[7] == "-" and word.replace("-", "").isdigit():
        return _Found(at + 1, calendar.day_value(int(word[8:]), int(word[5:7]), int(word[:4]), calendar.Clock(None)))
    parts = word.split(".")
    if len(parts) != 3 or not all(p.isdigit() for p in parts) or len(parts[2]) != 4:
        return None
    value = calendar.day_value(int(parts[0]), int(parts[1]), int(parts[2]), calendar.Clock(None))
    return _Found(at + 1, value) if value else None


_PATTERNS: tuple[Callable[[_Line, int], _Found | None], ...] = (
    _read_days,
    _read_glued_day,
    _read_month_of_day,
    _read_month,
    _read_year,
    _read_year_end,
    _read_weekday,
    _read_week,
    _read_reference,
    _read_relative,
    _read_figures,
)


def _is_future(tokens: Sequence[Token]) -> bool:
    """Whether the last verb tells of what will be."""
    for token in reversed(tokens):
        finite = [r for r in token.readings if r.part == "VERB" and r.features & {"past", "pres", "fut"}]
        if finite:
            return "past" not in finite[0].features
    return False


def _longest(line: _Line, at: int) -> _Found | None:
    found = [f for pattern in _PATTERNS if (f := pattern(line, at)) is not None and f.end > at]
    return max(found, key=lambda f: f.end, default=None)


def find_dates(sentence: Sentence, text: str, anchor: Anchor) -> list[DateExpression]:
    """The dated expressions of a sentence, in order, never overlapping; spans hold the expression's own words."""
    line = _Line(sentence.tokens, calendar.Clock(anchor.day, _is_future(sentence.tokens)))
    expressions: list[DateExpression] = []
    at = 0
    while at < len(line.tokens):
        found = _longest(line, at)
        if found is None:
            at += 1
            continue
        span = Span(line.tokens[at].span.start, line.tokens[found.end - 1].span.end)
        expressions.append(DateExpression(span, found.value, found.reference, found.loose))
        at = found.end
    return expressions
