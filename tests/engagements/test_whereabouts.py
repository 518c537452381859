"""Where an act is when its own words do not say it, and whom people act for who name no state."""

from __future__ import annotations

import pytest

from elshi.language.gazetteers import find_region, find_state_of_body, is_state_adjective
from tests.engagements.marked import read_marked

EN = "[POS Foreign Minister] [PER Karl Tamm] of [COU Estonia] met [POS Foreign Minister] [PER Ana Verdugo] of [COU Chile] in [CIT Vilnius]."
RU_MINISTER, RU_OTHER = (
    "[POS Министр иностранных дел [COU Эстонии]] [PER Карл Тамм]",
    "[POS министром иностранных дел [COU Чили]] [PER Аной Вердуго]",
)
RU = f"{RU_MINISTER} встретился в [CIT Вильнюсе] с {RU_OTHER}."
QUISPE, QUISPE_RU = "[POS Ambassador] [PER Rosa Quispe] of [COU Peru]", "[POS Посол [COU Перу]] [PER Роса Киспе]"

PLACES = {
    "en: a bare capital": (
        "en",
        f"{EN}\nIn the capital [PER Karl Tamm] also met {QUISPE}.",
        "LT",
        "Vilnius",
    ),
    "ru: a bare capital": (
        "ru",
        f"{RU}\nВ столице [PER Карл Тамм] также встретился с [POS послом [COU Перу]] [PER Росой Киспе].",
        "LT",
        "Vilnius",
    ),
    "en: a region named like a city": (
        "en",
        f"{QUISPE} met [POS Deputy Governor] [PER Jaan Mets] in the [REG Turkistan Region].",
        "KZ",
        None,
    ),
    "ru: a region by its adjective": (
        "ru",
        f"{QUISPE_RU} встретилась в [REG Ульяновской области] с [POS заместителем губернатора] [PER Яном Метсом].",
        "RU",
        None,
    ),
    "kk: a region named like a city": (
        "kk",
        "[POS [COU Перу] елшісі] [PER Роса Киспе] [REG Түркістан облысында] [POS әкім орынбасары] [PER Болат Серікпен] кездесті.",
        "KZ",
        None,
    ),
    "en: an adjective is no place": (
        "en",
        f"{EN}\nAt the [ORG Estonian Embassy] [PER Karl Tamm] met {QUISPE}.",
        "LT",
        "Vilnius",
    ),
    "ru: a site by the adjective of its city": (
        "ru",
        f"В будапештском [FAC Музее этнографии] {QUISPE_RU} встретилась с [POS министром культуры] [PER Яном Метсом].",
        "HU",
        "Budapest",
    ),
    "en: where nobody went": (
        "en",
        f"{EN} [PER Karl Tamm] invited his colleague to visit [CIT Tallinn].\nThen he met {QUISPE}.",
        "LT",
        "Vilnius",
    ),
    "en: at the seat of a head of state": (
        "en",
        "[POS Minister for Africa] [PER Ann Reid] of the [COU UK] held talks with "
        "[COU Zambia]'s [POS President] [PER Mwansa Chitalu] at State House.",
        "ZM",
        "Lusaka",
    ),
}


@pytest.mark.parametrize("construct", PLACES)
def test_tells_where_the_last_act_was(construct: str) -> None:
    language, marked, country, city = PLACES[construct]
    place = read_marked(marked, language)[-1].place
    assert (place.country and place.country.value, place.city and place.city.value) == (country, city)


def test_the_issuing_mission_tells_the_country_of_its_envoy() -> None:
    marked = "[POS Ambassador] [PER Sara Thapa] met [COU Nepali] students and spoke of scholarships."
    (found,) = read_marked(marked, "en", source="Embassy of Nepal in Lisbon")
    assert found.place.country is not None
    assert found.place.country.value == "PT"


def test_the_embassy_is_in_the_city_that_the_source_tells() -> None:
    marked = "[POS Ambassador] [PER Sara Thapa] met [COU Nepali] students at the Embassy."
    (found,) = read_marked(marked, "en", source="Embassy of Nepal in Lisbon")
    assert found.place.city is not None
    assert found.place.city.value == "Lisbon"


def represented(marked: str, language: str) -> list[tuple[str, ...]]:
    return [tuple(code.value for code in p.represents) for p in read_marked(marked, language)[-1].participants]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{QUISPE} met the [POS Governor of [REG Gujarat]] [PER Amit Joshi]."),
        ("ru", f"{QUISPE_RU} встретилась с [POS губернатором [REG Гуджарата]] [PER Амитом Джоши]."),
        ("en", f"{QUISPE} met the [POS Deputy Chair of the [ORG Lok Sabha]] [PER Amit Joshi]."),
        ("kk", "[POS [COU Перу] елшісі] [PER Роса Киспе] [POS [REG Гуджарат] губернаторы] [PER Амит Джошимен] кездесті."),
    ],
)
def test_an_official_of_a_region_or_a_parliament_acts_for_its_state(language: str, marked: str) -> None:
    assert represented(marked, language) == [("PE",), ("IN",)]


def test_the_received_minister_is_the_other_one() -> None:
    marked = (
        f"{RU_MINISTER} провел переговоры с {RU_OTHER}.\nЗатем [POS министра] принял [POS спикер парламента [COU Эстонии]] [PER Ян Метс]."
    )
    assert {p.name.value for p in read_marked(marked, "ru")[-1].participants} == {"Ана Вердуго", "Ян Метс"}


def test_regions_bodies_and_adjectives_of_states() -> None:
    assert find_region("Free State of Bavaria", "en") == "DE"
    assert find_region("Сычуань", "ru") == "CN"
    assert find_region("Porto", "en") is None
    assert find_state_of_body("Жогорку Кенеша", "ru") == "KG"
    assert find_state_of_body("Мәжілісінің", "kk") == "KZ"
    assert is_state_adjective("Malaysian", "en")
    assert not is_state_adjective("Malaysia", "en")
