"""Where an engagement takes place: stated, inferred from a seat or a post, carried over, or led to by a journey."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

MINISTER = {
    "ru": "[POS Министр торговли [COU Чили]] [PER Пабло Рохас]",
    "kk": "[POS [COU Чили] сауда министрі] [PER Пабло Рохас]",
    "en": "[POS Trade Minister] of [COU Chile] [PER Pablo Rojas]",
}
RU_WITH = "с [POS министром энергетики [COU Канады]] [PER Джоном Мэллори]"
KK_WITH = "[POS [COU Канаданың] энергетика министрі] [PER Джон Мэллоримен]"
EN_WITH = "[POS Energy Minister] of [COU Canada] [PER John Mallory]"


def places(marked: str, language: str, **known: str) -> list[tuple[str | None, str | None]]:
    """Country and city of each engagement."""
    return [
        (e.place.country.value if e.place.country else None, e.place.city.value if e.place.city else None)
        for e in read_marked(marked, language, **known)
    ]


STATED = [
    ("ru", f"В [CIT Вене] {MINISTER['ru']} провел переговоры {RU_WITH}.", ("AT", "Vienna")),
    ("ru", f"{MINISTER['ru']} встретился {RU_WITH} в [CIT Осло].", ("NO", "Oslo")),
    ("ru", f"В столице [COU Норвегии] {MINISTER['ru']} встретился {RU_WITH}.", ("NO", "Oslo")),
    ("ru", f"В [COU норвежской] столице {MINISTER['ru']} встретился {RU_WITH}.", ("NO", "Oslo")),
    ("ru", f"В [COU Норвегии] {MINISTER['ru']} встретился {RU_WITH}.", ("NO", None)),
    ("kk", f"[CIT Венада] {MINISTER['kk']} {KK_WITH} келіссөз жүргізді.", ("AT", "Vienna")),
    ("kk", f"{MINISTER['kk']} [CIT Осло] қаласында {KK_WITH} кездесті.", ("NO", "Oslo")),
    ("kk", f"[COU Норвегия] астанасында {MINISTER['kk']} {KK_WITH} кездесті.", ("NO", "Oslo")),
    ("kk", f"[COU Норвегияда] {MINISTER['kk']} {KK_WITH} кездесті.", ("NO", None)),
    ("kk", f"Ослода {MINISTER['kk']} {KK_WITH} кездесті.", ("NO", "Oslo")),
    ("en", f"In [CIT Vienna], {MINISTER['en']} held talks with {EN_WITH}.", ("AT", "Vienna")),
    ("en", f"{MINISTER['en']} met with {EN_WITH} in [CIT Oslo].", ("NO", "Oslo")),
    ("en", f"{MINISTER['en']} met with {EN_WITH} in the [COU Norwegian] capital.", ("NO", "Oslo")),
    ("en", f"In the capital of [COU Norway], {MINISTER['en']} met with {EN_WITH}.", ("NO", "Oslo")),
    ("en", f"In Oslo, {MINISTER['en']} met with {EN_WITH}.", ("NO", "Oslo")),
]


@pytest.mark.parametrize(("language", "marked", "expected"), STATED)
def test_stated_place(language: str, marked: str, expected: tuple[str, str | None]) -> None:
    assert places(marked, language) == [expected]


def test_a_city_the_tagger_took_for_a_body_is_a_place_still() -> None:
    assert places(f"In [ORG Oslo], {MINISTER['en']} met with {EN_WITH}.", "en") == [("NO", "Oslo")]


NOT_THE_PLACE = [
    (
        "ru",
        f"В [CIT Вене] {MINISTER['ru']} встретился {RU_WITH}. Собеседники обсудили строительство школы в [CIT Лиме].",
        ("AT", "Vienna"),
    ),
    (
        "kk",
        f"[CIT Венада] {MINISTER['kk']} {KK_WITH} кездесті. Тараптар [CIT Лимада] мектеп салу жөнінде пікір алмасты.",
        ("AT", "Vienna"),
    ),
    (
        "en",
        f"In [CIT Vienna], {MINISTER['en']} met with {EN_WITH}. They discussed the school being built in [CIT Lima].",
        ("AT", "Vienna"),
    ),
    ("kk", f"[CIT Венада] {MINISTER['kk']} [COU Канададағы] түлектерге арналған курстар туралы {KK_WITH} сөйлесті.", ("AT", "Vienna")),
    ("en", f"In March {MINISTER['en']} met with {EN_WITH} in [CIT Vienna].", ("AT", "Vienna")),
]


@pytest.mark.parametrize(("language", "marked", "expected"), NOT_THE_PLACE)
def test_what_is_talked_of_is_not_the_place(language: str, marked: str, expected: tuple[str, str]) -> None:
    assert places(marked, language)[0] == expected


SITES = [
    ("ru", f"В [ORG Университете [CIT Турку]] {MINISTER['ru']} встретился {RU_WITH}.", ("FI", "Turku")),
    ("kk", f"[CIT Гентегі] өнер музейінде {MINISTER['kk']} {KK_WITH} кездесті.", ("BE", "Ghent")),
    ("en", f"At the [ORG University of [CIT Turku]], {MINISTER['en']} met with {EN_WITH} of [COU Finland].", ("FI", "Turku")),
]


@pytest.mark.parametrize(("language", "marked", "expected"), SITES)
def test_city_of_a_site(language: str, marked: str, expected: tuple[str, str]) -> None:
    assert places(marked, language) == [expected]


SEATS = [
    ("ru", f"В министерстве иностранных дел [COU Норвегии] {MINISTER['ru']} встретился {RU_WITH}.", ("NO", "Oslo")),
    ("kk", f"[COU Норвегия] сыртқы істер министрлігінде {MINISTER['kk']} {KK_WITH} кездесті.", ("NO", "Oslo")),
    ("en", f"At the Ministry of Foreign Affairs of [COU Norway], {MINISTER['en']} met with {EN_WITH}.", ("NO", "Oslo")),
]


@pytest.mark.parametrize(("language", "marked", "expected"), SEATS)
def test_a_ministry_is_in_its_capital(language: str, marked: str, expected: tuple[str, str]) -> None:
    assert places(marked, language) == [expected]


POSTS = [
    (
        "ru",
        "[POS Генеральный консул [COU Чили] в [CIT Гданьске]] [PER Ана Веласко] встретилась с [POS ректором] [PER Яном Войтасом].",
        ("PL", "Gdansk"),
    ),
    (
        "ru",
        "[POS Посол [COU Чили] в [COU Польше]] [PER Ана Веласко] встретилась с [POS ректором] [PER Яном Войтасом].",
        ("PL", None),
    ),
    (
        "kk",
        "[POS [COU Чилидің] [COU Польшадағы] елшісі] [PER Ана Веласко] [POS ректор] [PER Ян Войтаспен] кездесті.",
        ("PL", None),
    ),
    (
        "en",
        "[POS Ambassador] of [COU Chile] to [COU Poland] [PER Ana Velasco] met with [POS Rector] [PER Jan Wojtas].",
        ("PL", None),
    ),
]


@pytest.mark.parametrize(("language", "marked", "expected"), POSTS)
def test_place_of_a_post(language: str, marked: str, expected: tuple[str, str | None]) -> None:
    assert places(marked, language) == [expected]


VISITS = [
    ("ru", f"{MINISTER['ru']} посетит с официальным визитом [COU Республику Куба].", ("CU", None)),
    ("ru", f"{MINISTER['ru']} прибыл с рабочим визитом в [CIT Гавану].", ("CU", "Havana")),
    ("kk", f"{MINISTER['kk']} [COU Кубаға] ресми сапармен келеді.", ("CU", None)),
    ("kk", f"{MINISTER['kk']} [COU Норвегияға] жұмыс сапарымен барды.", ("NO", None)),
    ("en", f"{MINISTER['en']} paid an official visit to [COU Cuba].", ("CU", None)),
    ("en", f"{MINISTER['en']} will visit [CIT Havana].", ("CU", "Havana")),
    ("en", f"{MINISTER['en']} will visit [CIT Havana] and [CIT Oslo].", (None, None)),
    ("ru", f"{MINISTER['ru']} посетит [COU Кубу] и [COU Норвегию].", (None, None)),
]


@pytest.mark.parametrize(("language", "marked", "expected"), VISITS)
def test_a_visit_is_where_it_leads(language: str, marked: str, expected: tuple[str | None, str | None]) -> None:
    assert places(marked, language) == [expected]


JOURNEYS = [
    ("ru", f"{MINISTER['ru']} прибыл в [CIT Найроби]. Там он встретился {RU_WITH}.", ("KE", "Nairobi")),
    ("ru", f"{MINISTER['ru']} вылетел в [CIT Найроби], где встретился {RU_WITH}.", ("KE", "Nairobi")),
    ("kk", f"{MINISTER['kk']} [CIT Найробиге] аттанып, {KK_WITH} кездесті.", ("KE", "Nairobi")),
    ("kk", f"{MINISTER['kk']} [CIT Найробиге] ұшып барды. Онда ол {KK_WITH} кездесті.", ("KE", "Nairobi")),
    ("en", f"{MINISTER['en']} travelled to [CIT Nairobi], where he met with {EN_WITH}.", ("KE", "Nairobi")),
    ("en", f"{MINISTER['en']} arrived in [CIT Nairobi]. There he met with {EN_WITH}.", ("KE", "Nairobi")),
    (
        "en",
        f"In [CIT Vienna], {MINISTER['en']} met with [PER Eva Lang]. After that he flew to [CIT Nairobi] and held talks with {EN_WITH}.",
        ("KE", "Nairobi"),
    ),
]


@pytest.mark.parametrize(("language", "marked", "expected"), JOURNEYS)
def test_movement_sets_the_scene(language: str, marked: str, expected: tuple[str, str]) -> None:
    assert places(marked, language)[-1] == expected


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "ru",
            f"В [CIT Вене] {MINISTER['ru']} встретился {RU_WITH}. Затем [PER Рохас] провел переговоры с [POS "
            f"министром обороны [COU Кении]] [PER Джозефом Отиено].",
        ),
        (
            "kk",
            f"[CIT Венада] {MINISTER['kk']} {KK_WITH} кездесті. Осыдан соң [PER П.Рохас] [POS [COU Кения] "
            f"қорғаныс министрі] [PER Джозеф Отиеномен] келіссөз жүргізді.",
        ),
        (
            "en",
            f"In [CIT Vienna], {MINISTER['en']} met with {EN_WITH}. Then [PER Rojas] held talks with [POS Defence "
            f"Minister] of [COU Kenya] [PER Joseph Otieno].",
        ),
    ],
)
def test_a_place_carries_over_within_a_paragraph(language: str, marked: str) -> None:
    assert places(marked, language) == [("AT", "Vienna"), ("AT", "Vienna")]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", f"{MINISTER['ru']} поговорил по телефону {RU_WITH}."),
        ("kk", f"{MINISTER['kk']} {KK_WITH} телефон арқылы сөйлесті."),
        ("en", f"{MINISTER['en']} spoke by phone with {EN_WITH}."),
    ],
)
def test_a_call_has_no_place(language: str, marked: str) -> None:
    assert places(marked, language) == [(None, None)]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", f"{MINISTER['ru']} принял верительные грамоты. Церемония состоялась в [CIT Осло]."),
        (
            "kk",
            "[POS Елші] [PER Ана Веласко] [POS [COU Норвегия] министрі] [PER Ларс Викке] сенім грамоталарын "
            "тапсырды. Рәсім [CIT Ослода] өтті.",
        ),
    ],
)
def test_a_place_told_in_the_sentence_after(language: str, marked: str) -> None:
    assert set(places(marked, language)) <= {("NO", "Oslo")}


def test_a_planned_journey_does_not_move_what_was_held() -> None:
    marked = (
        f"In [CIT Vienna], {MINISTER['en']} met with {EN_WITH}. On 20 March [PER Rojas] will visit [CIT Havana]. "
        "[PER Rojas] also met with [POS Defence Minister] of [COU Kenya] [PER Joseph Otieno]."
    )
    assert places(marked, "en") == [("AT", "Vienna"), ("CU", "Havana"), ("AT", "Vienna")]


def test_the_venue_is_named_in_the_nominative() -> None:
    (found,) = read_marked(f"В [CIT Вене] во [FAC дворце Хофбург] {MINISTER['ru']} встретился {RU_WITH}.", "ru")
    assert found.place.venue is not None
    assert found.place.venue.value == "дворец Хофбург"
