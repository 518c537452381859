"""Chronicles and digests: city headings, the same people on another day, occasions that are no acts, regions named like their city."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

RU, KK, EN = "ru", "kk", "en"

HEADINGS = [
    (
        RU,
        "[CIT Вена].\n[POS Посол [COU Чили]] [PER Лаура Пинто] встретилась с [POS министром культуры] [PER Отто Кляйном].",
        ("AT", "Vienna"),
    ),
    (EN, "[CIT OSLO].\n[POS Ambassador of [COU Chile]] [PER Laura Pinto] met [POS Culture Minister] [PER Otto Klein].", ("NO", "Oslo")),
    (
        KK,
        "[CIT Вена].\n[COU Чилидің] [POS елшісі] [PER Лаура Пинто] [POS мәдениет министрі] [PER Отто Кляйнмен] кездесті.",
        ("AT", "Vienna"),
    ),
]


@pytest.mark.parametrize(("language", "marked", "place"), HEADINGS)
def test_a_heading_of_nothing_but_a_city_tells_where(language: str, marked: str, place: tuple[str, str]) -> None:
    (engagement,) = read_marked(marked, language)
    assert engagement.place.country is not None
    assert engagement.place.city is not None
    assert (engagement.place.country.value, engagement.place.city.value) == place


DAYS = [
    (
        RU,
        "[POS Министр иностранных дел [COU Перу]] [PER Хуан Кастро] 3 марта говорил по телефону с "
        "[POS министром иностранных дел [COU Чили]] [PER Луисом Перейрой]. "
        "9 марта [PER Кастро] лично встретился с [PER Перейрой] в [CIT Лиме].",
        ["2026-03-03", "2026-03-09"],
    ),
    (
        EN,
        "[POS Foreign Minister of [COU Peru]] [PER Juan Castro] spoke by phone with [POS Foreign Minister of [COU Chile]] [PER Luis Mora] "
        "on March 3. On March 9 [PER Castro] met [PER Mora] in [CIT Lima].",
        ["2026-03-03", "2026-03-09"],
    ),
]


@pytest.mark.parametrize(("language", "marked", "days"), DAYS)
def test_the_same_people_on_another_day_are_another_engagement(language: str, marked: str, days: list[str]) -> None:
    assert [e.date.value for e in read_marked(marked, language)] == days


OCCASIONS = [
    (RU, "На полях форума [POS министр торговли [COU Кении]] [PER Джон Отиено] встретился с [POS послом [COU Индии]] [PER Рави Мехтой]."),
    (
        EN,
        "On the sidelines of the forum, [POS Trade Minister of [COU Kenya]] [PER John Otieno] "
        "met [POS Ambassador of [COU India]] [PER Ravi Mehta].",
    ),
]


@pytest.mark.parametrize(("language", "marked"), OCCASIONS)
def test_an_occasion_is_no_act_of_its_own(language: str, marked: str) -> None:
    assert [e.type.value for e in read_marked(marked, language)] == ["meeting"]


REGIONS = [
    (EN, "[POS Minister of Trade of [COU Latvia]] [PER Anna Ozola] visited the [CIT Turkistan] Region on March 3.", "KZ", None),
    (EN, "[POS Minister of Trade of [COU Latvia]] [PER Anna Ozola] visited [CIT Turkistan] on March 3.", "KZ", "Turkestan"),
    (KK, "[COU Латвияның] [POS сауда министрі] [PER Анна Озола] 3 наурызда [CIT Түркістан] облысына сапармен келді.", "KZ", None),
]


@pytest.mark.parametrize(("language", "marked", "country", "city"), REGIONS)
def test_a_region_is_not_the_city_that_it_is_named_like(language: str, marked: str, country: str, city: str | None) -> None:
    (engagement,) = read_marked(marked, language)
    assert engagement.place.country is not None
    assert engagement.place.country.value == country
    assert (engagement.place.city.value if engagement.place.city else None) == city


def test_a_state_with_a_preposition_of_its_own_is_no_part_of_the_post_behind_it() -> None:
    marked = (
        "Прибывший в [COU Португалию] [POS посол [COU Казахстана]] [PER Даурен Сапаров] вручил верительные грамоты "
        "[POS президенту [COU Португалии]] [PER Жозе Линьярешу]."
    )
    (engagement,) = read_marked(marked, RU)
    assert engagement.type.value == "credentials"
    assert [[code.value for code in p.represents] for p in engagement.participants] == [["KZ"], ["PT"]]


def test_words_for_a_city_before_its_name() -> None:
    for marked, city in (
        (
            "В городе [CIT Алматы] [POS министр [COU Чили]] [PER Луис Мора] встретился с [POS послом [COU Перу]] [PER Хуаном Кастро].",
            "Almaty",
        ),
        (
            "В г. [CIT Душанбе] [POS министр [COU Чили]] [PER Луис Мора] встретился с [POS послом [COU Перу]] [PER Хуаном Кастро].",
            "Dushanbe",
        ),
    ):
        (engagement,) = read_marked(marked, RU)
        assert engagement.place.city is not None
        assert engagement.place.city.value == city


def test_what_is_called_off_is_cancelled_and_who_tells_it_takes_no_part() -> None:
    marked = (
        "The planned visit of [POS [COU Hungarian] Foreign Minister] [PER Gabor Takacs] to [COU Chile] has been called off because "
        "of bad weather, the [ORG [COU Chilean] Foreign Ministry] said."
    )
    (engagement,) = read_marked(marked, EN)
    assert (engagement.type.value, engagement.status.value) == ("visit", "cancelled")
    assert [p.name.value for p in engagement.participants] == ["Gabor Takacs"]


def test_whose_rights_are_spoken_of_at_a_meeting_does_not_meet() -> None:
    marked = (
        "[CIT Варшавада] [POS [COU Қазақстанның] [COU Польшадағы] елшісі] [PER Руслан Бекмұратов] отандастармен кездесті. "
        "Кездесуде азаматтардың құқықтарын қорғау мәселелері сөз болды."
    )
    (engagement,) = read_marked(marked, KK)
    assert engagement.type.value == "community"


REAL_LIFE = [
    (
        "[POS Deputy Foreign Minister] [PER Aram Petrosyan] was handed a copy of his credentials by [POS the newly appointed ambassador of "
        "[COU Uruguay]], [PER Eduardo Bidart].",
        ("credentials", ["Aram Petrosyan", "Eduardo Bidart"]),
    ),
    (
        "[POS Foreign Minister of [COU Chile]] [PER Ana Soto] and [POS Ambassador of [COU Cuba]] [PER Luis Perez] "
        "reviewed the state of relations.",
        ("meeting", ["Ana Soto", "Luis Perez"]),
    ),
    (
        "[POS Trade Minister of [COU Kenya]] [PER John Otieno] paid a visit to [COU Ghana], the [ORG Daily Herald] "
        "cites the press service.",
        ("visit", ["John Otieno"]),
    ),
]


@pytest.mark.parametrize(("marked", "expected"), REAL_LIFE)
def test_wordings_of_agencies(marked: str, expected: tuple[str, list[str]]) -> None:
    (engagement,) = read_marked(marked, EN)
    assert (engagement.type.value.value, [p.name.value for p in engagement.participants]) == expected


def test_thanks_for_holding_a_conference_are_no_conference() -> None:
    marked = (
        "[POS Foreign Minister of [COU Chile]] [PER Ana Soto] thanked [POS President] [PER Omar Diallo] for holding a conference on water."
    )
    assert not [e for e in read_marked(marked, EN) if e.type.value == "conference"]


def test_a_government_that_resigns_goes_nowhere() -> None:
    assert not read_marked("[ORG Правительство [COU Чили]] отправилось в отставку.", RU)


def test_a_signing_to_come_is_announced_as_an_event_of_those_told_of() -> None:
    marked = (
        "On Sunday [POS Foreign Minister of [COU Jordan]] [PER Nasser Obeid] is to receive the [POS Foreign Minister of [COU Norway]], "
        "[PER Tor Hegge]. The talks will centre on water. After the talks the two [POS ministers] will sign an agreement on water."
    )
    assert [(e.type.value, e.status.value, len(e.participants)) for e in read_marked(marked, EN)] == [
        ("meeting", "planned", 2),
        ("signing", "planned", 2),
    ]
