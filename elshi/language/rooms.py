"""The language rooms by code."""

from __future__ import annotations

from functools import cache

from elshi.language.base import Language

__all__ = ["SUPPORTED", "language_room"]

SUPPORTED = ("ru", "kk", "en")


@cache
def language_room(code: str) -> Language:
    """The room of a language; it is loaded when first asked for. Raises KeyError for a code that is not in `SUPPORTED`."""
    if code == "ru":
        from elshi.language.ru import RUSSIAN

        return RUSSIAN
    if code == "kk":
        from elshi.language.kk import KAZAKH

        return KAZAKH
    if code == "en":
        from elshi.language.en import ENGLISH

        return ENGLISH
    raise KeyError(code)
