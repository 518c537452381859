"""Regions of countries by any form of their names: "Bavaria", «Татарстан», «Сычуань»."""

from __future__ import annotations

from functools import lru_cache

from elshi.language.name_forms import NameTable, Writing
from elshi.language.phrases import word_list

__all__ = ["find_region"]


@lru_cache(maxsize=3)
def _table(code: str) -> NameTable[str]:
    listed = word_list(code, "regions")
    return NameTable(code, ((name, iso, Writing.CAPITAL) for iso, names in listed.items() for name in names))


@lru_cache(maxsize=20_000)
def find_region(words: str, code: str) -> str | None:
    """The code of the country of the first region that the words of a text in language `code` name, or None."""
    return next((found.value for found in _table(code).find(words)), None)
