"""International organisations by name, acronym or the name of one of their bodies."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from elshi.language.name_forms import NameTable, Writing, writing_of
from elshi.language.phrases import word_list

__all__ = ["find_organisation", "find_organisations", "seats"]


def _names(code: str) -> Iterator[tuple[str, str, Writing]]:
    listed: dict[str, list[str]] = word_list(code, "organisations")["names"]
    for organisation, names in listed.items():
        for name in names:
            writing = writing_of(name)
            # Outside English only acronyms need their capitals: «лига арабских государств» names it too.
            yield name, organisation, writing if writing is Writing.ACRONYM or code == "en" else Writing.ANY


@lru_cache(maxsize=3)
def _table(code: str) -> NameTable[str]:
    return NameTable(code, _names(code))


@lru_cache(maxsize=50_000)
def find_organisations(words: str, code: str) -> tuple[str, ...]:
    """The codes of all organisations that the words name, each once, in order, more particular ones before the UN and the COE."""
    general = word_list(code, "organisations")["general"]
    found = dict.fromkeys(name.value for name in _table(code).find(words))
    return tuple(sorted(found, key=lambda organisation: organisation in general))


def find_organisation(words: str, code: str) -> str | None:
    """The code of the organisation that the words name (the most particular one), or None."""
    return next(iter(find_organisations(words, code)), None)


@cache
def seats() -> Mapping[str, tuple[str, str]]:
    """The country and the city of each organisation's headquarters, by its code."""
    table = tomllib.loads((files("elshi") / "reference" / "world" / "seats.toml").read_text(encoding="utf-8"))
    return {organisation: (country, city) for organisation, (country, city) in table.items()}
