"""Several who travel together, and several who hold one post for a state each: whom "the delegation" and "they" mean, and who is whose."""

from __future__ import annotations

import pytest

from elshi.records import Engagement
from tests.engagements.marked import read_marked


def who(engagement: Engagement) -> dict[str, tuple[str, ...]]:
    return {p.name.value: tuple(r.value for r in p.represents) for p in engagement.participants}


TOGETHER = {
    "en": (
        "A delegation led by [POS Speaker of the Parliament of [COU Estonia]] [PER Juhan Kask] and [POS Deputy Minister of Economy] "
        "[PER Liis Tamm] visited [COU Peru] on [DAT 3 June]. "
    ),
    "ru": (
        "Делегация во главе с [POS председателем парламента [COU Эстонии]] [PER Юханом Каском] и [POS замминистра экономики] "
        "[PER Лийс Тамм] [DAT 3 июня] посетила [COU Перу]. "
    ),
    "kk": (
        "[POS [COU Эстония] парламентінің төрағасы] [PER Юхан Каск] пен [POS экономика министрінің орынбасары] [PER Лийс Тамм] бастаған "
        "делегация [DAT 3 маусымда] [COU Перуге] барды. "
    ),
}
BOTH = {"en": {"Juhan Kask", "Liis Tamm"}, "ru": {"Юхан Каск", "Лийс Тамм"}, "kk": {"Юхан Каск", "Лийс Тамм"}}
GOES_ON = [
    ("en", "On [DAT 4 June] the delegation was received by [POS Speaker of the Congress] [PER Rosa Quispe].", "Rosa Quispe"),
    ("en", "On [DAT 4 June] [POS Speaker of the Congress] [PER Rosa Quispe] received the delegation.", "Rosa Quispe"),
    ("en", "On [DAT 4 June] the delegation met with [POS Foreign Minister of [COU Peru]] [PER Jorge Salas].", "Jorge Salas"),
    ("en", "On [DAT 4 June] they met with [POS Foreign Minister of [COU Peru]] [PER Jorge Salas].", "Jorge Salas"),
    ("ru", "[DAT 4 июня] делегацию принял [POS спикер Конгресса] [PER Марио Уанка].", "Марио Уанка"),
    ("ru", "[DAT 4 июня] делегация была принята [POS спикером Конгресса] [PER Марио Уанкой].", "Марио Уанка"),
    ("ru", "[DAT 4 июня] их принял [POS спикер Конгресса] [PER Марио Уанка].", "Марио Уанка"),
    ("ru", "[DAT 4 июня] они встретились с [POS министром иностранных дел [COU Перу]] [PER Хорхе Саласом].", "Хорхе Салас"),
    ("kk", "[DAT 4 маусымда] делегацияны [POS Конгресс спикері] [PER Роса Киспе] қабылдады.", "Роса Киспе"),
    ("kk", "[DAT 4 маусымда] оларды [POS Конгресс спикері] [PER Роса Киспе] қабылдады.", "Роса Киспе"),
    ("kk", "[DAT 4 маусымда] делегация [POS [COU Перу] сыртқы істер министрі] [PER Хорхе Саласпен] кездесті.", "Хорхе Салас"),
    ("kk", "[DAT 4 маусымда] олар [POS [COU Перу] сыртқы істер министрі] [PER Хорхе Саласпен] кездесті.", "Хорхе Салас"),
]


@pytest.mark.parametrize(("language", "marked", "host"), GOES_ON)
def test_the_delegation_and_they_are_all_who_lead_it(language: str, marked: str, host: str) -> None:
    visit, meeting = read_marked(TOGETHER[language] + marked, language, published="2026-06-10")
    assert set(who(visit)) == BOTH[language]
    assert set(who(meeting)) == {*BOTH[language], host}
    assert who(meeting)[host] == ("PE",)


THEN = {
    "en": "On [DAT 5 June] they also met with [POS Mayor of [CIT Trujillo]] [PER Ana Rojas].",
    "ru": "[DAT 5 июня] они также встретились с [POS мэром [CIT Трухильо]] [PER Аной Рохас].",
    "kk": "[DAT 5 маусымда] олар [POS [CIT Трухильо] әкімі] [PER Ана Рохаспен] де кездесті.",
}


@pytest.mark.parametrize("language", THEN)
def test_they_are_those_who_were_received_not_who_received_them(language: str) -> None:
    received = next(marked for code, marked, _ in GOES_ON if code == language)
    *_, last = read_marked(f"{TOGETHER[language]}{received} {THEN[language]}", language, published="2026-06-10")
    assert set(who(last)) >= BOTH[language]
    assert len(who(last)) == 3


COUNTERPARTS = [
    (
        "en",
        "[POS Foreign Minister of [COU Norway]] [PER Kari Lunde] met with her counterparts from [COU Bangladesh], [PER Tahmina Chowdhury], "
        "[COU Malawi], [PER Chikondo Banda], and [COU Paraguay], [PER Ruben Canisa].",
    ),
    (
        "en",
        "[POS Foreign Minister of [COU Norway]] [PER Kari Lunde] held meetings with the [POS foreign ministers of [COU Bangladesh]], "
        "[PER Tahmina Chowdhury], [COU Malawi], [PER Chikondo Banda], and [COU Paraguay], [PER Ruben Canisa].",
    ),
    (
        "ru",
        "[POS Министр иностранных дел [COU Норвегии]] [PER Кари Лунде] встретилась с коллегами из [COU Бангладеш] [PER Тахминой Чоудхури], "
        "[COU Малави] – [PER Чикондо Бандой] и [COU Парагвая] – [PER Рубеном Канисой].",
    ),
    (
        "ru",
        "[POS Министр иностранных дел [COU Норвегии]] [PER Кари Лунде] провела встречи с [POS главами МИД [COU Бангладеш]] "
        "[PER Тахминой Чоудхури], [COU Малави] [PER Чикондо Бандой] и [COU Парагвая] [PER Рубеном Канисой].",
    ),
    (
        "kk",
        "[POS [COU Норвегия] Сыртқы істер министрі] [PER Кари Лунде] [COU Бангладештегі] әріптесі [PER Тахмина Чоудхуримен], "
        "[COU Малавидегі] әріптесі [PER Чикондо Бандамен] және [COU Парагвайдағы] әріптесі [PER Рубен Канисамен] кездесті.",
    ),
]


@pytest.mark.parametrize(("language", "marked"), COUNTERPARTS)
def test_each_of_several_counterparts_is_met_apart_and_has_a_state(language: str, marked: str) -> None:
    found = read_marked(marked, language)
    assert [list(who(e).values()) for e in found] == [[("NO",), (code,)] for code in ("BD", "MW", "PY")]
    assert all(p.capacity for e in found for p in e.participants)


ENVOYS = {
    "en": (
        "The [POS ambassadors of [COU Nicaragua]], [PER Osvaldo Reina], [COU Honduras], [PER Marta Suso], and [COU Panama], "
        "[PER Ricardo Arce], presented copies of their credentials to [POS Deputy Foreign Minister of [COU Chile]] [PER Carmen Jara]."
    ),
    "ru": (
        "[POS Послы [COU Никарагуа]] [PER Освальдо Рейна], [COU Гондураса] – [PER Марта Сусо] и [COU Панамы] – [PER Рикардо Арсе] вручили "
        "копии верительных грамот [POS заместителю министра иностранных дел [COU Чили]] [PER Кармен Харе]."
    ),
    "kk": (
        "[COU Никарагуа], [COU Гондурас] және [POS [COU Панама] елшілері] [PER Освальдо Рейна], [PER Марта Сусо] және [PER Рикардо Арсе] "
        "[POS [COU Чили] Сыртқы істер министрінің орынбасары] [PER Кармен Хараға] сенім грамоталарының көшірмелерін тапсырды."
    ),
}
ONE = {"en": "ambassador", "ru": "посол", "kk": "елші"}


@pytest.mark.parametrize("language", ENVOYS)
def test_each_of_several_envoys_has_a_state_and_the_post_of_one(language: str) -> None:
    (engagement,) = read_marked(ENVOYS[language], language)
    assert list(who(engagement).values()) == [("NI",), ("HN",), ("PA",), ("CL",)]
    assert {p.capacity.value for p in engagement.participants[:3] if p.capacity} == {ONE[language]}


@pytest.mark.parametrize(("several", "one"), [("министрлері", "министрі"), ("төрағалары", "төрағасы"), ("өкілдері", "өкілі")])
def test_one_of_several_kazakh_officials_has_the_post_of_one(several: str, one: str) -> None:
    marked = (
        f"[COU Дания] мен [COU Латвияның] [POS көлік {several}] [PER Миккель Торсен] мен [PER Илзе Калныня] [POS [COU Норвегия] елшісі] "
        "[PER Ларс Хольммен] кездесті."
    )
    (engagement,) = read_marked(marked, "kk")
    assert [p.capacity.value for p in engagement.participants if p.capacity][:2] == [f"көлік {one}"] * 2


def test_what_looks_like_a_kazakh_locative_is_the_end_of_a_name() -> None:
    marked = "[POS [COU Норвегия] Сыртқы істер министрі] [PER Кари Лунде] [POS [COU Малави] министрі] [PER Чикондо Бандамен] кездесті."
    (engagement,) = read_marked(marked, "kk")
    assert who(engagement) == {"Кари Лунде": ("NO",), "Чикондо Банда": ("MW",)}
