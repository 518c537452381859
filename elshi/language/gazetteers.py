"""Names of countries, cities and organisations in any form in which a text writes them: the one door to the gazetteers."""

from __future__ import annotations

from elshi.language.countries import Country, capital, countries, country_name, find_countries, find_country
from elshi.language.organisations import find_organisation, find_organisations

__all__ = [
    "Country",
    "capital",
    "countries",
    "country_name",
    "find_countries",
    "find_country",
    "find_organisation",
    "find_organisations",
]
