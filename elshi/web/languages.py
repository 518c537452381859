"""In which language an answer speaks: what the client accepts, of what Elshi speaks."""

from __future__ import annotations

from collections.abc import Callable

from elshi.messages import LANGUAGES, catalogue

__all__ = ["choose_accepted", "speak"]

FALLBACK = "en"
LONGEST = 1000  # characters of a header that are looked at


def choose_accepted(header: str | None) -> str:
    """The language (ru, kk or en) that the client likes best, by an Accept-Language header; English where it likes none of them."""
    best, liked = FALLBACK, 0.0
    for part in (header or "")[:LONGEST].split(","):
        tag, _, parameter = part.strip().partition(";")
        code = tag.strip().partition("-")[0].lower()
        weight = _weight(parameter.strip())
        if code in LANGUAGES and weight > liked:
            best, liked = code, weight
    return best


def speak(code: str) -> Callable[[str], str]:
    """What gives a message in this language."""
    return catalogue(code).gettext


def _weight(parameter: str) -> float:
    name, _, value = parameter.partition("=")
    if not name:
        return 1.0
    try:
        return min(1.0, max(0.0, float(value))) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
