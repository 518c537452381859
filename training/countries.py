"""Which names are countries: enough to tell a country from a city where a source calls both a place."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from babel import Locale

__all__ = ["is_country", "refine"]

from elshi.records import Label

REFERENCE = Path(__file__).parent.parent / "elshi" / "reference"
SHORTEST = 4
_REGION = re.compile(r"облыс|аудан|province|region|county|governorate|oblast", re.IGNORECASE)
_CITY = re.compile(r"\bқала(?:сы|ғ|д|н|мен|$)|\bcity\b", re.IGNORECASE)
PLACES = frozenset({Label.COUNTRY, Label.CITY, Label.REGION})


@cache
def _names(code: str) -> frozenset[str]:
    territories = Locale(code).territories
    names = {str(name).lower() for key, name in territories.items() if len(key) == 2}
    file = REFERENCE / code / "countries.toml"
    if file.is_file():
        listed = tomllib.loads(file.read_text(encoding="utf-8")).get("names", {})
        names |= {name.lower() for several in listed.values() for name in several}
    return frozenset(names)


def is_country(name: str, code: str) -> bool:
    """Whether a name, or in Kazakh its beginning (case endings follow), is a country's."""
    lower = re.sub(r"^the ", "", name.lower())
    if lower in _names(code):
        return True
    return code == "kk" and any(len(n) >= SHORTEST and lower.startswith(n) and len(lower) <= len(n) + 5 for n in _names(code))


def refine(name: str, code: str, labels: frozenset[Label]) -> frozenset[Label]:
    """The labels that a place's name leaves possible."""
    if Label.COUNTRY not in labels:
        return labels
    if _REGION.search(name):
        return frozenset({Label.REGION})
    if is_country(name, code):
        return frozenset({Label.COUNTRY})
    return frozenset({Label.CITY}) if _CITY.search(name) else labels
