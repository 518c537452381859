"""Stages of one journey, seats of organisations, what is still to come, and words of places that look like people."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell_all

STAGES = {
    "en": "[POS Foreign Minister of [COU Malta]] [PER Pia Vella] will visit [COU Kenya] (18–20 March) and [COU Zambia] (21–22 March).",
    "ru": "[POS Министр иностранных дел [COU Мальты]] [PER Пиа Велла] посетит [COU Кению] (18–20 марта) и [COU Замбию] (21–22 марта).",
    "kk": "[POS [COU Мальта] сыртқы істер министрі] [PER Пиа Велла] [COU Кенияға] (18–20 наурыз) және [COU Замбияға] "
    "(21–22 наурыз) барады.",
}


@pytest.mark.parametrize("language", STAGES)
def test_each_stage_of_a_journey_is_a_visit(language: str) -> None:
    told = read_marked(STAGES[language], language)
    countries = [e.place.country.value if e.place.country else None for e in told]
    assert [e.type.value for e in told] == ["visit", "visit"]
    assert countries == ["KE", "ZM"]
    assert [e.date.value for e in told] == ["2026-03-18/2026-03-20", "2026-03-21/2026-03-22"]
    assert len({e.evidence for e in told}) == 2


def test_a_mission_to_two_states_is_one_visit() -> None:
    text = (
        "[POS Foreign Minister of [COU Malta]] [PER Pia Vella] has concluded a mission to [COU Kenya] (3–5 March) "
        "and [COU Zambia] (6–8 March)."
    )
    assert [kind for kind, _, _ in tell_all(text, "en")] == ["visit"]


SEATS = {
    "en": "[POS Ambassador of [COU Malta]] [PER Pia Vella] met [POS Ambassador of [COU Peru]] [PER Luis Soler] at the headquarters of the "
    "[ORG OSCE].",
    "ru": "В штаб-квартире [ORG ОБСЕ] [POS посол [COU Мальты]] [PER Пиа Велла] встретилась с [POS послом [COU Перу]] [PER Луисом Солером].",
    "kk": "[POS [COU Мальта] елшісі] [PER Пиа Велла] [ORG ЕҚЫҰ] штаб-пәтерінде [POS [COU Перу] елшісі] [PER Луис Солермен] кездесті.",
}


@pytest.mark.parametrize("language", SEATS)
def test_headquarters_are_in_their_city(language: str) -> None:
    (engagement,) = read_marked(SEATS[language], language)
    assert engagement.place.city is not None
    assert engagement.place.city.value == "Vienna"


COMING = {
    "ru passive": (
        "ru",
        "20 марта [POS посол [COU Перу]] [PER Луис Солер] будет принят [POS министром [COU Мальты]] [PER Пией Веллой].",
        [("meeting", "planned", 2)],
    ),
    "ru journey to a meeting": (
        "ru",
        "[POS Министр [COU Мальты]] [PER Пиа Велла] 24 марта отправится на встречу с [POS послом [COU Перу]] [PER Луисом Солером].",
        [("meeting", "planned", 2)],
    ),
    "ru plans": (
        "ru",
        "[POS Посол [COU Перу]] [PER Луис Солер] сообщил о планах провести 24 марта переговоры с [POS министром [COU Мальты]] "
        "[PER Пией Веллой].",
        [("talks", "planned", 2)],
    ),
    "en to talk": (
        "en",
        "[POS Foreign Minister of [COU Malta]] [PER Pia Vella] is in [CIT Lima] to talk "
        "to [POS Ambassador of [COU Peru]] [PER Luis Soler].",
        [("talks", "held", 2)],
    ),
}


@pytest.mark.parametrize("name", COMING)
def test_what_is_told_of_journeys_and_plans(name: str) -> None:
    language, marked, expected = COMING[name]
    assert [(kind, status, len(names)) for kind, status, names in tell_all(marked, language)] == expected


def test_a_surname_in_ovich_is_recognised_by_its_initial() -> None:
    text = (
        "[POS Министр [COU Мальты]] [PER Павел Голикович] принял [POS посла [COU Перу]] [PER Луиса Солера]. "
        "6 марта [PER П.Голикович] встретился с [POS послом [COU Чили]] [PER Аной Рохас]."
    )
    assert [names[0] for _, _, names in tell_all(text, "ru")] == ["Павел Голикович", "Павел Голикович"]


def test_people_by_the_name_of_their_nation() -> None:
    text = "[POS Посол [COU Перу]] [PER Луис Солер] встретился с [NOR перуанцами], живущими в [CIT Риме]."
    assert [names for _, _, names in tell_all(text, "ru")] == [("Луис Солер", "перуанцы")]


def test_a_surname_in_zoda_has_no_case() -> None:
    text = "Форумға [POS [COU Тәжікстан] министрі] [PER Фирдавс Қурбонзода] және [POS [COU Перу] елшісі] [PER Луис Солер] қатысты."
    assert [names for _, _, names in tell_all(text, "kk")] == [("Фирдавс Қурбонзода", "Луис Солер")]


def test_the_opening_of_a_forum_is_the_forum() -> None:
    text = "[CIT Шымкентте] су форумы ашылды. Оған [POS [COU Перу] елшісі] [PER Луис Солер] қатысты."
    assert [kind for kind, _, _ in tell_all(text, "kk")] == ["conference"]
