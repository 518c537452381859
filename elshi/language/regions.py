"""Parts of states: regions ("Bavaria", «Татарстан») and bodies that only one state has ("Bundestag", «Жогорку Кенеш»)."""

from __future__ import annotations

from functools import lru_cache

from elshi.language.name_forms import NameTable, Writing
from elshi.language.phrases import word_list

__all__ = ["find_region", "find_state_of_body"]


@lru_cache(maxsize=6)
def _table(code: str, name: str) -> NameTable[str]:
    listed = word_list(code, name)
    return NameTable(code, ((written, iso, Writing.CAPITAL) for iso, names in listed.items() for written in names))


@lru_cache(maxsize=20_000)
def find_region(words: str, code: str) -> str | None:
    """The code of the country of the first region that the words of a text in language `code` name, or None."""
    return next((found.value for found in _table(code, "regions").find(words)), None)


@lru_cache(maxsize=20_000)
def find_state_of_body(words: str, code: str) -> str | None:
    """The code of the state that alone has the first such body that the words of a text in language `code` name, or None."""
    return next((found.value for found in _table(code, "state_bodies").find(words)), None)
