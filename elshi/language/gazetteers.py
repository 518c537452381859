"""Names of countries, cities and organisations in any form in which a text writes them: the one door to the gazetteers."""

from __future__ import annotations

from elshi.language.cities import City, capital_of, city_country, find_city
from elshi.language.countries import Country, capital, countries, country_name, find_countries, find_country, is_state_adjective
from elshi.language.organisations import find_organisation, find_organisations, seats
from elshi.language.regions import find_region, find_state_of_body

__all__ = [
    "City",
    "Country",
    "capital",
    "capital_of",
    "city_country",
    "countries",
    "country_name",
    "find_city",
    "find_countries",
    "find_country",
    "find_organisation",
    "find_organisations",
    "find_region",
    "find_state_of_body",
    "is_state_adjective",
    "seats",
]
