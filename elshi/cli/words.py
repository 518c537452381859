"""Codes in the user's words: countries from CLDR, vocabularies from the catalogue."""

from __future__ import annotations

from elshi.cli.messages import language
from elshi.cli.messages import translate as _
from elshi.records import Engagement, Field, Ground, Participant, Place, Record

__all__ = [
    "city_name",
    "country_name",
    "date_words",
    "name_in",
    "place_words",
    "status_words",
    "topic_words",
    "type_words",
    "value_words",
    "who",
]

CODED = frozenset({"type", "status", "topic"})


def country_name(code: str) -> str:
    """The country's name, or the code where CLDR has none."""
    from babel import Locale

    return str(Locale(language()).territories.get(code, code))


def date_words(value: str | None) -> str:
    """A day or month as it is, an interval on two lines, a dash where nothing tells."""
    return (value or "—").replace("/", "\n")


def type_words(engagement: Engagement) -> str:
    """The type, and the status unless it was held."""
    return status_words(engagement.type.value.value, engagement.status.value.value)


def status_words(kind: str, status: str) -> str:
    """The type, and the status unless it was held."""
    return _(kind) if status == "held" else f"{_(kind)} ({_(status)})"


def city_name(name: str) -> str:
    """The city's name in the user's language, or the English one where that is not known."""
    from elshi.language.city_labels import city_label

    return city_label(name, language())


def value_words(field: str, value: str) -> str:
    """The value of this field or facet in the user's words: countries, cities, and what the vocabularies have."""
    if field == "country":
        return country_name(value)
    if field == "city":
        return city_name(value)
    return _(value) if field in CODED else value


def place_words(of: Place | Record) -> str:
    """City and country, or a dash."""
    city, country = of.city and city_name(of.city.value), of.country and country_name(of.country.value)
    return ", ".join(part for part in (city, country) if part) or "—"


def topic_words(engagement: Engagement) -> str:
    """All topics."""
    return ", ".join(_(topic.value) for topic in engagement.topics)


def who(engagement: Engagement) -> str:
    """All participants with what they represent."""
    return " – ".join(map(_one, engagement.participants)) or "—"


def name_in(name: Field) -> str:
    """The name as reports in the user's language write it, else as it is shown; as a person corrected it."""
    if name.why is Ground.CORRECTED:
        return name.value
    return next((told.value for told in name.told if told.language == language()), name.value)


def _one(participant: Participant) -> str:
    codes = ", ".join(r.value for r in participant.represents)
    return f"{participant.name.value} ({codes})" if codes else participant.name.value
