"""Countries by any word that means one: name, official name, acronym, adjective, people; and their names in three languages."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from elshi.language.name_forms import NameTable, Writing, writing_of
from elshi.language.phrases import word_list

__all__ = ["Country", "capital", "countries", "country_name", "find_countries", "find_country", "is_state_adjective"]


@dataclass(frozen=True, slots=True)
class Country:
    """A row of `reference/world/countries.tsv`: ISO 3166-1 alpha-2 code (XK for Kosovo), names, Russian and Kazakh genitive, and the
    capital's main GeoNames name ("" where there is none)."""

    iso: str
    en: str
    ru: str
    kk: str
    ru_genitive: str
    kk_genitive: str
    capital: str


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """All countries by code."""
    text = (files("elshi") / "reference" / "world" / "countries.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["iso"]: Country(**row) for row in rows}


def country_name(iso: str, code: str, case: str = "nom") -> str:
    """The country's short name in ru, kk or en; `case` is "nom" or "gen" (English has only "nom"). Raises KeyError if unknown."""
    country = countries()[iso]
    if case == "gen" and code != "en":
        return country.ru_genitive if code == "ru" else country.kk_genitive
    return {"ru": country.ru, "kk": country.kk, "en": country.en}[code]


def capital(iso: str) -> str:
    """The capital's main GeoNames name, "" where there is none. Raises KeyError if the code is unknown."""
    return countries()[iso].capital


def _russian_peoples(adjective: str) -> Iterator[str]:
    for ending, peoples in word_list("ru", "name_endings")["peoples"].items():
        if adjective.endswith(ending):
            yield from (adjective.removesuffix(ending) + people for people in peoples)


def _derived(adjective: str, code: str) -> tuple[str, ...]:
    if code == "ru":
        return (adjective, *_russian_peoples(adjective))
    return (adjective, adjective + "s") if code == "en" else (adjective,)


def _names(code: str) -> Iterator[tuple[str, str, Writing]]:
    for country in countries().values():
        name = country_name(country.iso, code)
        yield name, country.iso, writing_of(name)
    listed = word_list(code, "countries")
    anyhow = Writing.CAPITAL if code == "en" else Writing.ANY
    for iso, names in listed["names"].items():
        yield from ((name, iso, writing_of(name)) for name in names)
    for iso, names in listed["adjectives"].items():
        yield from ((form, iso, anyhow) for name in names for form in _derived(name, code))
    for iso, names in listed["people"].items():
        yield from ((name, iso, anyhow) for name in names)
    for iso, names in listed["compound"].items():
        yield from ((name, iso, Writing.COMPOUND) for name in names)


@lru_cache(maxsize=3)
def _table(code: str) -> NameTable[str]:
    return NameTable(code, _names(code))


@lru_cache(maxsize=50_000)
def find_countries(words: str, code: str) -> tuple[str, ...]:
    """The codes of all countries that the words of a text in language `code` name, in order, each once."""
    return tuple(dict.fromkeys(found.value for found in _table(code).find(words)))


def find_country(words: str, code: str) -> str | None:
    """The code of the first country that the words name, or None."""
    return next(iter(find_countries(words, code)), None)


@lru_cache(maxsize=3)
def _adjectives(code: str) -> NameTable[str]:
    listed = word_list(code, "countries")["adjectives"]
    return NameTable(code, ((form, iso, Writing.ANY) for iso, names in listed.items() for form in names))


@lru_cache(maxsize=10_000)
def is_state_adjective(words: str, code: str) -> bool:
    """Whether the words are an adjective of a country: "Dutch", «голландский»; what is also the country's own name is none."""
    names = {country_name(iso, code).casefold() for iso in countries()}
    return words.casefold() not in names and bool(_adjectives(code).find(words))
