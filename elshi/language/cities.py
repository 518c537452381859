"""Cities by any form of their names, from GeoNames; the English main name is what they are called by."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from elshi.language.name_forms import Written, base_forms, written_words

__all__ = ["City", "capital_of", "city_country", "find_city"]

AS_WRITTEN = 10.0
A_CAPITAL = 3.0
NEARBY = 1e9
LONGEST = 5


@dataclass(frozen=True, slots=True)
class City:
    """A city: its English name, ISO 3166-1 alpha-2 code of its country, people who live there, and whether it is the capital."""

    name: str
    country: str
    population: int
    capital: bool


@lru_cache(maxsize=2)
def _lines(name: str) -> list[str]:
    packed = (files("elshi") / "reference" / "world" / name).read_bytes()
    return gzip.decompress(packed).decode().splitlines()


@lru_cache(maxsize=20_000)
def _city(row: int) -> City:
    name, country, population, capital = _lines("cities.tsv.gz")[row].split("\t")
    return City(name, country, int(population), capital == "1")


def _rows(name: str) -> list[int]:
    lines = _lines("city_names.tsv.gz")
    at = bisect_left(lines, name + "\t")
    if at < len(lines) and lines[at].startswith(name + "\t"):
        return [int(row) for row in lines[at][len(name) + 1 :].split()]
    return []


def _begins(name: str) -> bool:
    """Whether some longer name begins with these words."""
    lines = _lines("city_names.tsv.gz")
    at = bisect_left(lines, name + " ")
    return at < len(lines) and lines[at].startswith(name + " ")


def _names(tokens: Sequence[Written], code: str, said: str = "") -> Iterator[tuple[int, str]]:
    """The names that the first tokens may spell, each with the number of tokens that it takes."""
    if not tokens:
        return
    for base in base_forms(tokens[0].text, code):
        name = f"{said} {base}" if said else base
        yield name.count(" ") + 1, name
        if len(tokens) > 1 and _begins(name):
            yield from _names(tokens[1:], code, name)


def _candidates(tokens: Sequence[Written], code: str) -> list[tuple[City, bool]]:
    """The cities of the longest name that the tokens begin with; the mark says whether it stands as in the table."""
    written = " ".join(base_forms(token.text, "en")[0] for token in tokens)
    best: list[tuple[City, bool]] = []
    longest = 0
    for length, name in _names(tokens[:LONGEST], code):
        rows = _rows(name) if length >= longest else []
        if rows:
            best = best if length == longest else []
            longest = length
            is_written = f"{written} ".startswith(name + " ")
            best.extend((_city(row), is_written) for row in rows)
    return best


def _weight(city: City, is_written: bool, near: Collection[str]) -> float:
    weight = (city.population + 1) * (AS_WRITTEN if is_written else 1.0) * (A_CAPITAL if city.capital else 1.0)
    return weight * (NEARBY if city.country in near else 1.0)


@lru_cache(maxsize=50_000)
def _find_city(words: str, code: str, near: frozenset[str]) -> City | None:
    tokens = written_words(words)
    for at, token in enumerate(tokens):
        if token.text[:1].isupper():
            found = _candidates(tokens[at:], code)
            if found:
                return max(found, key=lambda candidate: _weight(candidate[0], candidate[1], near))[0]
    return None


def find_city(words: str, code: str, near: Collection[str] = ()) -> City | None:
    """The city that the words of a text in language `code` name in whatever form, or None.

    Of several with this name it is the one in a country of `near` (codes), then the one with the most people; a name that stands
    as the table has it goes before one that would have to be put into the nominative, and a capital before another city.
    """
    return _find_city(words, code, frozenset(near))


@lru_cache(maxsize=10_000)
def _named(city: str) -> City | None:
    rows = _rows(" ".join(base_forms(word.text, "en")[0] for word in written_words(city)))
    found = [_city(row) for row in rows]
    return max(found, key=lambda c: ((c.name == city), c.capital, c.population), default=None)


def city_country(city: str) -> str | None:
    """The country of the city with this English name (the capital or largest of its name), or None."""
    found = _named(city)
    return found.country if found else None


def capital_of(city: str) -> str | None:
    """The country whose capital the city with this English name is, or None: what a capital stands for as a metonym."""
    found = _named(city)
    return found.country if found and found.capital else None
