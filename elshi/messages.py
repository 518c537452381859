"""Messages in the three languages. English is what the code says; Russian and Kazakh are catalogues in `elshi/translations`."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

__all__ = ["LANGUAGES", "catalogue"]

LANGUAGES = ("ru", "kk", "en")


@cache
def catalogue(code: str, domain: str = "elshi") -> NullTranslations:
    """The messages of the domain in the language, or as they are where there is no catalogue of it. Domains are `elshi` and `desk`, the
    words of the pages."""
    compiled = files("elshi") / "translations" / code / "LC_MESSAGES" / f"{domain}.mo"
    if not compiled.is_file():
        return NullTranslations()
    with compiled.open("rb") as stream:
        return GNUTranslations(stream)
