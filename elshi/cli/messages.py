"""Messages in the user's language, as the environment says it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from elshi.messages import LANGUAGES, catalogue

__all__ = ["choose_language", "count", "language", "translate"]


def choose_language(environment: Mapping[str, str]) -> str:
    """The first of `ELSHI_LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG` that is set, if Elshi speaks it; else English."""
    names = ("ELSHI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((environment[name] for name in names if environment.get(name)), "")
    code = wanted.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return code if code in LANGUAGES else "en"


def language() -> str:
    """The language of messages now."""
    return choose_language(os.environ)


def translate(message: str) -> str:
    """The message in the user's language, or as it is where the catalogue lacks it."""
    return catalogue(language()).gettext(message) if message else ""


def count(one: str, many: str, number: int) -> str:
    """The form of the message that fits the number, with `{number}` filled in."""
    return catalogue(language()).ngettext(one, many, number).format(number=number)
