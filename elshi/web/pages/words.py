"""Codes, days and numbers in the reader's words: names of countries, cities, languages and days from the Unicode CLDR, the rest from the
catalogues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal

from elshi.language.city_labels import city_label
from elshi.messages import catalogue

__all__ = ["Words", "words_in"]

CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
LOCALES = {"en": "en_GB"}  # days before months, as diplomacy writes them


@dataclass(frozen=True, slots=True)
class Words:
    """What speaks one of the languages (ru, kk or en)."""

    code: str
    locale: Locale

    def say(self, message: str) -> str:
        """A message, or the name of a code of a vocabulary."""
        told = catalogue(self.code, "desk").gettext(message)
        if told == message:
            told = catalogue(self.code).gettext(message)
        return told.replace("-", " ") if told == message and CODE.fullmatch(message) else told

    def count(self, one: str, many: str, number: int) -> str:
        """A message with a number, in the plural form that it asks for."""
        return catalogue(self.code, "desk").ngettext(one, many, number).format(number=self.number(number))

    def number(self, number: int) -> str:
        """A number as it is written in the language."""
        return str(format_decimal(number, locale=self.locale))

    def country(self, code: str) -> str:
        """The country's name, or the code (of an organisation, or where CLDR has none)."""
        return str(self.locale.territories.get(code, code))

    def city(self, name: str) -> str:
        """The city's name, where it is known in the language, otherwise the English one."""
        return city_label(name, self.code)

    def language(self, code: str) -> str:
        """The name of a language."""
        return str(self.locale.languages.get(code, code))

    def day(self, value: str | None) -> str:
        """An ISO 8601 day, month, year or interval; a dash where there is none."""
        return _write_day(value, self.code) if value else "—"

    def short_day(self, day: date) -> str:
        """A day without its year."""
        return str(format_skeleton("MMMMd", day, locale=self.locale))

    def weekday(self, day: date) -> str:
        """The day of the week."""
        return str(format_date(day, "EEEE", locale=self.locale))

    def month(self, value: str) -> str:
        """A month, `YYYY-MM`."""
        return str(format_skeleton("yMMMM", date.fromisoformat(f"{value}-01"), locale=self.locale))


@cache
def words_in(code: str) -> Words:
    """The words of a language."""
    return Words(code, Locale.parse(LOCALES.get(code, code)))


@cache
def _write_day(value: str, code: str) -> str:
    """What is no day stands as it is: nothing is invented."""
    locale = LOCALES.get(code, code)
    first, _, last = value.partition("/")
    try:
        if last:
            return str(format_interval(date.fromisoformat(first), date.fromisoformat(last), "yMMMd", locale=locale))
        if len(value) == 10:
            return str(format_date(date.fromisoformat(value), "long", locale=locale))
        if len(value) == 7:
            return str(format_skeleton("yMMMM", date.fromisoformat(f"{value}-01"), locale=locale))
    except ValueError:
        pass
    return value
