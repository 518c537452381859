"""Constructs of Kazakh reports met in texts not seen before; where another language has them too, it is tried beside."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell_all

MINISTER = "[POS [COU Қазақстан] Көлік министрі] [PER Арман Сейіт]"

CASES = {
    "one with whom each of two talked apart": (
        "kk",
        f"{MINISTER} [POS [COU Түркия] Көлік министрінің орынбасары] [PER Эмре Тан] және [POS [ORG Еуропа даму банкінің] президенті] "
        "[PER Лео Дюпоммен] бөлек-бөлек келіссөздер жүргізді.",
        [("talks", "held", ("Арман Сейіт", "Эмре Тан")), ("talks", "held", ("Арман Сейіт", "Лео Дюпом"))],
    ),
    "an act noun with its own verb ahead of another act": (
        "kk",
        f"{MINISTER} [POS [COU Чили] президенті] [PER Ана Вердугомен] келіссөз жүргізеді, сондай-ақ [POS Сенат төрағасы] "
        "[PER Хуан Лагоспен] кездеседі.",
        [("talks", "planned", ("Арман Сейіт", "Ана Вердуго")), ("meeting", "planned", ("Арман Сейіт", "Хуан Лагос"))],
    ),
    "only ready to come": (
        "kk",
        f"{MINISTER} [POS [COU Чили] президенті] [PER Ана Вердугомен] кездесті. [POS Президент] күзде [CIT Астанаға] сапармен келуге "
        "ниетті екенін жеткізді.",
        [("meeting", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
    "invited to an exhibition": (
        "kk",
        f"{MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті. [POS Министр] [CIT Алматыда] өтетін «Жол» көрмесіне чилилік "
        "компанияларды шақырды.",
        [("meeting", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
    "credentials handed to a secretary": (
        "kk",
        "[POS [COU Қазақстанның] [ORG ЮНЕСКО] жанындағы тұрақты өкілі] [PER Асель Омар] [POS Бас хатшы] [PER Эрик Лундқа] сенім грамотасын "
        "тапсырды.",
        [("credentials", "held", ("Асель Омар", "Эрик Лунд"))],
    ),
    "a surname that is also a body's name": (
        "kk",
        "[POS [COU Қазақстан] Сыртқы істер министрі] [PER Әлия Бәйтерек] [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті.",
        [("meeting", "held", ("Әлия Бәйтерек", "Ана Вердуго"))],
    ),
    "led by two to consultations": (
        "kk",
        "[CIT Ригада] [COU Қазақстан] мен [COU Латвия] саяси консультацияларының үшінші раунды өтті. [COU Қазақстан] делегациясын "
        "[POS Сыртқы істер министрінің орынбасары] [PER Айбек Ноян], латвиялық делегацияны [POS Мемлекеттік хатшы] [PER Янис Озолс] бастап "
        "барды.",
        [("talks", "held", ("Айбек Ноян", "Янис Озолс"))],
    ),
}


@pytest.mark.parametrize(("code", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_constructs_of_unseen_texts(code: str, text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert tell_all(text, code) == expected


NAMESAKES = {
    "kk": "[POS [COU Қазақстан] Сыртқы істер министрі] [PER Самат Жүніс] [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті. "
    "[PER Самат Жүніс] есімді тағы бір кісі, [POS [REG Абай облысының] әкімі], [POS [COU Перу] елшісі] [PER Роза Киспені] қабылдады.",
    "en": "[POS Foreign Minister] [PER Samat Junis] of [COU Kazakhstan] met [POS Ambassador] [PER Ana Verdugo] of [COU Chile]. Another "
    "[PER Samat Junis], the [POS Governor of [REG Bavaria]], received [POS Ambassador] [PER Rosa Quispe] of [COU Peru].",
    "ru": "[POS Министр иностранных дел [COU Казахстана]] [PER Самат Жунис] встретился с [POS послом [COU Чили]] [PER Аной Вердуго]. "
    "Другой [PER Самат Жунис], [POS губернатор [REG Баварии]], принял [POS посла [COU Перу]] [PER Росу Киспе].",
}


@pytest.mark.parametrize(("code", "text"), NAMESAKES.items(), ids=NAMESAKES.keys())
def test_another_of_the_same_name_has_a_post_of_his_own(code: str, text: str) -> None:
    first, second = read_marked(text, code)
    assert first.participants[0].name.value == second.participants[0].name.value
    assert first.participants[0].capacity != second.participants[0].capacity


VACANT = {
    "kk": "[PER Ермек Сұлтан] [POS [COU Чили] президенті] [PER Ана Вердугомен] телефон арқылы сөйлесті. [POS Мемлекет басшысы] "
    "[POS [COU Перу] президенті] [PER Роза Киспеге] жеделхат жолдады. [POS [COU Қазақстан] Президентіне] [POS [COU Оман] сұлтаны] "
    "[PER Әли бин Салман] қоңырау шалды.",
    "ru": "[PER Ермек Султан] поговорил по телефону с [POS президентом [COU Чили]] [PER Аной Вердуго]. Позднее [POS президент "
    "[COU Казахстана]] направил телеграмму [POS президенту [COU Перу]] [PER Росе Киспе].",
}


@pytest.mark.parametrize(("code", "text"), VACANT.items(), ids=VACANT.keys())
def test_a_head_of_state_named_without_the_office(code: str, text: str) -> None:
    for engagement in read_marked(text, code):
        head = next(p for p in engagement.participants if p.name.value.startswith("Ермек"))
        assert head.capacity is not None
        assert head.capacity.value == "президент"
        assert [r.value for r in head.represents] == ["KZ"]
