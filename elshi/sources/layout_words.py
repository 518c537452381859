"""The word lists of layout, compiled: what stands around an article in any of the three languages.

A page in one language often carries the buttons, captions and datelines of another, so the three lists are read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from elshi.language.phrases import word_list

__all__ = ["LayoutWords", "load_layout_words"]

CODES = ("ru", "kk", "en")


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """Patterns match at a given place (`pattern.match(text, at)`); word sets are in lower case."""

    months: dict[str, int]
    month: str
    leading_month: str
    year_word: str
    caption: re.Pattern[str]
    credit: re.Pattern[str]
    metadata: re.Pattern[str]
    label: re.Pattern[str]
    byline: re.Pattern[str]
    elsewhere: re.Pattern[str]
    closing: re.Pattern[str]
    ending: re.Pattern[str]
    agency: re.Pattern[str]
    city: re.Pattern[str]
    city_label: re.Pattern[str]
    name_links: frozenset[str]


def _gather(name: str) -> list[str]:
    return [word for code in CODES for word in word_list(code, "layout")[name]]


def _join(words: Iterable[str]) -> str:
    """One pattern for all, the longest first; a space stands for any white space."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + r")(?!\w)"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


@lru_cache(maxsize=1)
def load_layout_words() -> LayoutWords:
    """The three languages' lists in one."""
    months = {form: number for code in CODES for number, forms in enumerate(word_list(code, "layout")["months"], 1) for form in forms}
    captions, openings = _join(_gather("captions")), _join(_gather("caption_openings"))
    credit = _join(_gather("credits"))
    return LayoutWords(
        months=months,
        month=_join(months),
        # Only English puts the month first: «Қазан. 17 қазан» is a city and a day.
        leading_month=_join(form for forms in word_list("en", "layout")["months"] for form in forms),
        year_word=_join(_gather("year_words")),
        caption=_compile(rf"[(\[*]?\s*(?:{openings}|{captions}\s*(?:[:©|]|[-–—]+\s|(?=\s*$)))"),
        credit=_compile(rf"[(\[/|]\s*{credit}\s*[:©–—-]?[^()\[\]\n]{{0,100}}[)\]/]?\s*$"),
        metadata=_compile(_join(_gather("metadata") + _gather("sections") + _gather("weekdays") + _gather("year_words"))),
        label=_compile(rf"{_join(_gather('labels'))}\s*:?\s*"),
        byline=_compile(rf"{_join(_gather('bylines'))}\s*:?\s*"),
        elsewhere=_compile(rf"[^\w(«\"“]*{_join(_gather('elsewhere'))}"),
        closing=_compile(rf"[^\w(«\"“]*{_join(_gather('closings'))}"),
        ending=_compile(rf"[^\w]*{_join(_gather('endings'))}[^\w]*$"),
        agency=_compile(_join(_gather("agencies"))),
        city=_compile(_join(_gather("cities"))),
        city_label=_compile(rf"{_join(_gather('city_labels'))}\.?\s*"),
        name_links=frozenset(_gather("name_links")),
    )
