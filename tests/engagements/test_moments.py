"""When an engagement takes place: stated, counted from the act before, carried over, the days of a journey, or the document's day."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

RU = "[POS Министр торговли [COU Чили]] [PER Пабло Рохас]"
RU_WITH = "с [POS министром энергетики [COU Канады]] [PER Джоном Мэллори]"
RU_THIRD = "с [POS министром обороны [COU Кении]] [PER Джозефом Отиено]"
KK = "[POS [COU Чили] сауда министрі] [PER Пабло Рохас]"
KK_WITH = "[POS [COU Канаданың] энергетика министрі] [PER Джон Мэллоримен]"
KK_THIRD = "[POS [COU Кения] қорғаныс министрі] [PER Джозеф Отиеномен]"
EN = "[POS Trade Minister] of [COU Chile] [PER Pablo Rojas]"
EN_WITH = "[POS Energy Minister] of [COU Canada] [PER John Mallory]"
EN_THIRD = "[POS Defence Minister] of [COU Kenya] [PER Joseph Otieno]"


def dates(marked: str, language: str) -> list[tuple[str | None, str]]:
    """Value and basis of each engagement's date; the document is of Thursday, 12 March 2026."""
    return [(e.date.value, e.date.basis.value) for e in read_marked(marked, language, published="2026-03-12")]


STATED = [
    ("ru", f"10 марта {RU} встретился {RU_WITH}.", "2026-03-10"),
    ("ru", f"{RU} встретился 10 марта {RU_WITH}.", "2026-03-10"),
    ("ru", f"Сегодня {RU} встретился {RU_WITH}.", "2026-03-12"),
    ("ru", f"В понедельник, 9 марта, {RU} встретился {RU_WITH}.", "2026-03-09"),
    ("ru", f"Днем ранее, 8 марта, {RU} встретился {RU_WITH}.", "2026-03-08"),
    ("ru", f"20 марта {RU} встретится {RU_WITH}.", "2026-03-20"),
    ("kk", f"10 наурызда {KK} {KK_WITH} кездесті.", "2026-03-10"),
    ("kk", f"{KK} 10 наурызда {KK_WITH} кездесті.", "2026-03-10"),
    ("kk", f"Бүгін {KK} {KK_WITH} кездесті.", "2026-03-12"),
    ("kk", f"Кеше, яғни 11 наурызда, {KK} {KK_WITH} кездесті.", "2026-03-11"),
    ("kk", f"Дүйсенбі күні {KK} {KK_WITH} кездесті.", "2026-03-09"),
    ("kk", f"20 наурызда {KK} {KK_WITH} кездеседі.", "2026-03-20"),
    ("kk", f"{KK} 18–19 наурызда [COU Норвегияға] ресми сапармен келеді.", "2026-03-18/2026-03-19"),
    ("en", f"On 10 March, {EN} met with {EN_WITH}.", "2026-03-10"),
    ("en", f"{EN} met with {EN_WITH} on Monday.", "2026-03-09"),
    ("en", f"{EN} met with {EN_WITH} today.", "2026-03-12"),
    ("en", f"On 20 March, {EN} will meet with {EN_WITH}.", "2026-03-20"),
]


@pytest.mark.parametrize(("language", "marked", "expected"), STATED)
def test_stated_date(language: str, marked: str, expected: str) -> None:
    assert dates(marked, language) == [(expected, "explicit")]


ANOTHERS = [
    ("ru", f"{RU} встретился {RU_WITH}. Стороны договорились завершить работу до 1 мая."),
    ("ru", f"{RU} обсудил {RU_WITH} выставку, намеченную на 20 апреля."),
    ("ru", f"{RU}, который вступил в должность 2 марта, встретился {RU_WITH}."),
    ("kk", f"{KK} {KK_WITH} кездесіп, 20 сәуірде өтетін көрмеге дайындықты талқылады."),
    ("kk", f"{KK} {KK_WITH} кездесті. Жұмыс 1 мамырға дейін аяқталады."),
    ("kk", f"{KK} {KK_WITH} кездесіп, келесі жиынды мамырда өткізуді ұсынды."),
    ("en", f"{EN} met with {EN_WITH} to discuss the fair to be held on 20 April."),
    ("en", f"{EN}, who took office on 2 March, met with {EN_WITH}."),
    ("en", f"{EN} met with {EN_WITH}. Work is to end by 1 May."),
]


@pytest.mark.parametrize(("language", "marked"), ANOTHERS)
def test_a_date_of_something_else_is_not_the_act_s(language: str, marked: str) -> None:
    assert dates(marked, language)[0] == ("2026-03-12", "published")


def test_a_report_s_day_is_not_the_act_s() -> None:
    assert dates(f"On 3 March, {EN} met with {EN_WITH}, the ministry said on Monday.", "en") == [("2026-03-03", "explicit")]


COUNTED = [
    ("ru", f"10 марта {RU} встретился {RU_WITH}. В тот же день [PER Рохас] провел переговоры {RU_THIRD}.", "2026-03-10"),
    ("ru", f"10 марта {RU} встретился {RU_WITH}. На следующий день [PER Рохас] провел переговоры {RU_THIRD}.", "2026-03-11"),
    ("ru", f"10 марта {RU} встретился {RU_WITH}. Затем [PER Рохас] провел переговоры {RU_THIRD}.", "2026-03-10"),
    ("ru", f"10 марта {RU} встретился {RU_WITH}. Днем ранее [PER Рохас] провел переговоры {RU_THIRD}.", "2026-03-09"),
    ("kk", f"10 наурызда {KK} {KK_WITH} кездесті. Сол күні [PER П.Рохас] {KK_THIRD} келіссөз жүргізді.", "2026-03-10"),
    ("kk", f"10 наурызда {KK} {KK_WITH} кездесті. Ертеңіне [PER П.Рохас] {KK_THIRD} келіссөз жүргізді.", "2026-03-11"),
    ("kk", f"10 наурызда {KK} {KK_WITH} кездесті. Осыдан соң [PER П.Рохас] {KK_THIRD} келіссөз жүргізді.", "2026-03-10"),
    ("kk", f"10 наурызда {KK} {KK_WITH} кездесті. Бір күн бұрын [PER П.Рохас] {KK_THIRD} келіссөз жүргізді.", "2026-03-09"),
    ("en", f"On 10 March, {EN} met with {EN_WITH}. Later that day, [PER Rojas] held talks with {EN_THIRD}.", "2026-03-10"),
    ("en", f"On 10 March, {EN} met with {EN_WITH}. The following day, [PER Rojas] held talks with {EN_THIRD}.", "2026-03-11"),
    ("en", f"On 10 March, {EN} met with {EN_WITH}. Then [PER Rojas] held talks with {EN_THIRD}.", "2026-03-10"),
    ("en", f"On 10 March, {EN} met with {EN_WITH}.\nIn the evening, [PER Rojas] held talks with {EN_THIRD}.", "2026-03-10"),
]


@pytest.mark.parametrize(("language", "marked", "expected"), COUNTED)
def test_a_date_counts_from_the_act_before(language: str, marked: str, expected: str) -> None:
    assert dates(marked, language)[1] == (expected, "explicit")


AFTERWARDS = [
    ("ru", f"{RU} встретился {RU_WITH}. Встреча состоялась 10 марта."),
    ("kk", f"{KK} {KK_WITH} кездесті. Кездесу 10 наурызда өтті."),
    ("kk", f"{KK} {KK_WITH} кездесті. 10 наурыз күні өткен жиында тараптар сауданы талқылады."),
    ("en", f"{EN} met with {EN_WITH}. The meeting took place on 10 March."),
]


@pytest.mark.parametrize(("language", "marked"), AFTERWARDS)
def test_a_date_told_in_the_sentence_after(language: str, marked: str) -> None:
    assert dates(marked, language)[0] == ("2026-03-10", "explicit")


JOURNEYS = [
    ("ru", f"{RU} находился в [COU Норвегии] с 7 по 10 марта. В [CIT Осло] [PER Рохас] встретился {RU_WITH}.", "2026-03-07/2026-03-10"),
    (
        "kk",
        f"{KK} 7–9 наурызда [COU Норвегияға] жұмыс сапарымен барды. Сапардың екінші күні [CIT Ослода] [PER П.Рохас] {KK_WITH} кездесті.",
        "2026-03-08",
    ),
    (
        "kk",
        f"{KK} 7–9 наурызда [COU Норвегияға] жұмыс сапарымен барды. Сапардың соңғы күні [PER П.Рохас] {KK_WITH} кездесті.",
        "2026-03-09",
    ),
    ("kk", f"{KK} 7–9 наурызда [COU Норвегияға] жұмыс сапарымен барды. [PER П.Рохас] {KK_WITH} кездесті.", "2026-03-07/2026-03-09"),
    (
        "en",
        f"From 7 to 9 March, {EN} paid a visit to [COU Norway]. On the first day of the visit [PER Rojas] met with {EN_WITH}.",
        "2026-03-07",
    ),
    (
        "en",
        f"{EN} paid a visit to [COU Ghana] (2–4 March) and [COU Norway] (5–7 March). In [COU Norway], [PER Rojas] met with {EN_WITH}.",
        "2026-03-05/2026-03-07",
    ),
]


@pytest.mark.parametrize(("language", "marked", "expected"), JOURNEYS)
def test_days_of_a_journey(language: str, marked: str, expected: str) -> None:
    assert dates(marked, language)[-1] == (expected, "explicit")


def test_the_stages_of_a_journey_are_its_days() -> None:
    marked = f"{EN} paid a visit to [COU Ghana] (2–4 March) and [COU Norway] (5–7 March)."
    assert dates(marked, "en") == [("2026-03-02/2026-03-07", "explicit")]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "ru",
            f"10 марта {RU} встретился {RU_WITH}.\n[POS Посол [COU Перу]] [PER Ана Веласко] встретилась с [POS ректором] [PER Яном Войт].",
        ),
        (
            "kk",
            f"10 наурызда {KK} {KK_WITH} кездесті.\n[POS [COU Перу] елшісі] [PER Ана Веласко] [POS ректор] [PER Ян Войтаспен] кездесті.",
        ),
        (
            "en",
            f"On 10 March, {EN} met with {EN_WITH}.\n[POS Ambassador] of [COU Peru] [PER Ana Velasco] met with [POS Rector] [PER Jan Woj].",
        ),
    ],
)
def test_another_paragraph_about_others_starts_anew(language: str, marked: str) -> None:
    assert dates(marked, language)[1] == ("2026-03-12", "published")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", f"В ноябре 2019 года {RU} встретился {RU_WITH}."),
        ("kk", f"2019 жылғы 5 қарашада {KK} {KK_WITH} кездесті."),
        ("en", f"On 5 November 2019, {EN} met with {EN_WITH}."),
    ],
)
def test_what_was_long_ago_is_background(language: str, marked: str) -> None:
    assert dates(marked, language) == []
