"""When acts were and whether they happened, in three languages: what verbs, words of planning and days of the week tell."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

PUBLISHED = "2026-03-12"  # a Thursday


def told(marked: str, language: str) -> list[tuple[str, str, str | None]]:
    """Type, status and date of each engagement."""
    return [(e.type.value.value, e.status.value.value, e.date.value) for e in read_marked(marked, language, PUBLISHED)]


BEN = "[POS Ambassador of [COU Chile]] [PER Ben Olmo]"
IDA = "[POS Minister of Trade of [COU Kenya]] [PER Ida Were]"
POSOL = "[POS посол [COU Чили]] [PER Бен Ольмо]"
MINISTR = "[POS министром торговли [COU Кении]] [PER Идой Вере]"
POSLA = "[POS посла [COU Чили]] [PER Бена Ольмо]"
ELSHI = "[POS [COU Чили] елшісі] [PER Бен Ольмо]"
MINISTRMEN = "[POS [COU Кения] сауда министрі] [PER Ида Веремен]"


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", f"{BEN} met with {IDA}, who will leave for Rome in April.", ("meeting", "held", PUBLISHED)),
        ("en", f"{BEN} is scheduled to meet with {IDA} on 20 March.", ("meeting", "planned", "2026-03-20")),
        ("en", f"A meeting of {BEN} with {IDA} is foreseen for 20 March.", ("meeting", "planned", "2026-03-20")),
        ("en", f"{BEN} will meet with {IDA}.", ("meeting", "planned", None)),
        ("en", f"{BEN} will not meet with {IDA} on 20 March.", ("meeting", "cancelled", "2026-03-20")),
        ("ru", f"{POSOL} встретился с {MINISTR}, которая завтра вылетит в Рим.", ("meeting", "held", PUBLISHED)),
        ("ru", f"20 марта {POSOL} побеседует с {MINISTR}.", ("meeting", "planned", "2026-03-20")),
        ("ru", f"{POSOL} встретится с {MINISTR}.", ("meeting", "planned", None)),
        ("kk", f"{ELSHI} 20 наурызда {MINISTRMEN} кездеседі.", ("meeting", "planned", "2026-03-20")),
        ("kk", f"{ELSHI} 20 наурызда {MINISTRMEN} кездеспейді.", ("meeting", "cancelled", "2026-03-20")),
    ],
)
def test_status(language: str, marked: str, expected: tuple[str, str, str | None]) -> None:
    assert told(marked, language)[:1] == [expected]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{BEN} may meet with {IDA} next month."),
        ("en", f"{BEN} would be glad to visit Rome."),
        ("en", f"{BEN} hopes to meet with {IDA}."),
        ("ru", f"{POSOL} мог бы встретиться с {MINISTR}."),
        ("kk", f"{ELSHI} {MINISTRMEN} кездесуі мүмкін."),
    ],
)
def test_what_is_only_possible_or_wished_for_is_no_engagement(language: str, marked: str) -> None:
    assert told(marked, language) == []


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "en",
            f"The meeting of {BEN} with {IDA}, set for Tuesday and then put off, took place by video conference yesterday.",
        ),
        (
            "ru",
            f"Встреча {POSLA} с {MINISTR}, отложенная на неделю, прошла вчера в формате видеоконференции.",
        ),
        (
            "kk",
            f"{ELSHI} мен [POS [COU Кения] сауда министрі] [PER Ида Веренің] кейінге қалдырылған кездесуі кеше бейнебайланыс арқылы өтті.",
        ),
    ],
)
def test_a_meeting_put_off_and_held_by_video_is_a_call(language: str, marked: str) -> None:
    assert told(marked, language) == [("call", "held", "2026-03-11")]


@pytest.mark.parametrize(
    ("language", "marked", "days"),
    [
        ("en", f"On Monday {BEN} met with {IDA}.", ["2026-03-09"]),
        ("en", f"On Monday, {BEN} is to meet with {IDA}.", ["2026-03-16"]),
        ("en", f"On Thursday, 19 March, {BEN} will meet with {IDA}. On Friday he will open an exhibition.", ["2026-03-19", "2026-03-20"]),
        ("en", f"Between 28 February and 2 March {BEN} visited [CIT Rome].", ["2026-02-28/2026-03-02"]),
        ("en", f"03/04/2026 – {BEN} met with {IDA}.", ["2026-03-04"]),
        ("en", f"{BEN} met with {IDA} on 9 March. Two days later he opened an exhibition.", ["2026-03-09", "2026-03-11"]),
        ("ru", f"9 марта {POSOL} встретился с {MINISTR}. Двумя днями позже он открыл выставку.", ["2026-03-09", "2026-03-11"]),
        ("kk", f"9 наурызда {ELSHI} {MINISTRMEN} кездесті. Екі күннен кейін ол көрме ашты.", ["2026-03-09", "2026-03-11"]),
        ("kk", f"9-наурызда {ELSHI} {MINISTRMEN} кездесті.", ["2026-03-09"]),
    ],
)
def test_the_day(language: str, marked: str, days: list[str]) -> None:
    assert [date for _, _, date in told(marked, language)] == days


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"On 9 March {BEN} arrived in [COU Italy] on an official visit. The visit will last until 14 March."),
        ("en", f"{BEN} is on a visit to [COU Italy], which began on Monday. The delegation arrived on 9 March and will leave on 14 March."),
        ("ru", f"9 марта {POSOL} прибыл с визитом в [COU Италию]. Визит продлится до 14 марта."),
        ("kk", f"{ELSHI} 9 наурызда [COU Италияға] ресми сапармен келді. Сапар 14 наурызға дейін созылады."),
    ],
)
def test_beginning_and_end_make_the_days_of_a_journey(language: str, marked: str) -> None:
    assert told(marked, language)[0] == ("visit", "held", "2026-03-09/2026-03-14")


def test_the_number_of_days_counts_from_the_opening() -> None:
    marked = f"A two-day session of the joint commission opened on Monday. It was chaired by {BEN} and {IDA}."
    assert told(marked, "en") == [("conference", "held", "2026-03-09/2026-03-10")] or told(marked, "en")[0][2] == "2026-03-09/2026-03-10"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"On the second day of his visit {BEN} met with {IDA}. On the first day he opened an exhibition."),
        ("ru", f"Во второй день визита {POSOL} встретился с {MINISTR}. В первый день он открыл выставку."),
        ("kk", f"Сапардың екінші күні {ELSHI} {MINISTRMEN} кездесті. Бірінші күні ол көрме ашты."),
    ],
)
def test_the_first_day_is_counted_back_from_a_later_one(language: str, marked: str) -> None:
    assert [date for _, _, date in told(marked, language)] == ["2026-03-12", "2026-03-11"]


@pytest.mark.parametrize(
    ("language", "marked", "days"),
    [
        ("en", f"On Sunday {BEN} flies to [CIT Rome].", ["2026-03-15"]),
        ("ru", f"20 марта {POSOL} открывает в [CIT Риме] выставку.", ["2026-03-20"]),
    ],
)
def test_the_present_with_a_day_to_come_is_a_plan(language: str, marked: str, days: list[str]) -> None:
    assert [(status, date) for _, status, date in told(marked, language)] == [("planned", day) for day in days]


def test_each_day_has_its_contact() -> None:
    marked = f"{BEN} met on Monday with {IDA} and a day later with [POS Mayor of [CIT Oslo]] [PER Kari Lund]."
    assert told(marked, "en") == [("meeting", "held", "2026-03-09"), ("meeting", "held", "2026-03-10")]


def test_a_day_within_the_days_of_a_journey_is_the_act_s_own() -> None:
    marked = f"7 – 10 наурыз аралығында {ELSHI} [CIT Римге] сапармен барып, 9-наурызда {MINISTRMEN} кездесті."
    assert ("meeting", "held", "2026-03-09") in told(marked, "kk")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"The next meeting of {BEN} with {IDA}, planned for 20 March, has been postponed."),
        ("ru", f"Запланированная на 20 марта встреча {POSLA} с {MINISTR} отменена."),
    ],
)
def test_the_next_meeting_is_what_fell_through(language: str, marked: str) -> None:
    assert told(marked, language) == [("meeting", "cancelled", "2026-03-20")]


def test_a_journey_may_be_the_occasion_of_what_is_planned() -> None:
    marked = f"During the official visit of {BEN} to [COU Italy] on 20–21 March, it is planned to hold talks with {IDA}."
    assert told(marked, "en") == [("talks", "planned", "2026-03-20/2026-03-21")]


def test_days_run_through_to_the_end_told() -> None:
    marked = f"{BEN} arrived in [COU Italy] on Monday for an official visit that runs through March 14."
    assert told(marked, "en") == [("visit", "held", "2026-03-09/2026-03-14")]
