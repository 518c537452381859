"""What cities are called in each of the languages: as the Unicode CLDR names time zones after them, and by word lists of others that
diplomacy goes to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale

from elshi.language.phrases import word_list

__all__ = ["city_label"]


def city_label(name: str, code: str) -> str:
    """The city's name in the language, where it is known; otherwise the English one, as given."""
    return _labels(code).get(name, name)


@cache
def _labels(code: str) -> Mapping[str, str]:
    if code == "en":
        return {}
    english, own = (Locale.parse(c).time_zones for c in ("en", code))
    named = {zone: str(names["city"]) for zone, names in english.items() if "city" in names}
    told = {
        named.get(zone, zone.rpartition("/")[2].replace("_", " ")): str(names["city"]) for zone, names in own.items() if "city" in names
    }
    labels: dict[str, str] = word_list(code, "city_labels")["names"]
    return told | labels
