"""The same people twice: another conversation of theirs, told of in passing."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

EARLIER_CALL = (
    "[POSITION Foreign Minister of [COUNTRY Kenya]] [PERSON David Mwangi] held talks with [POSITION Foreign Minister of [COUNTRY Oman]] "
    "[PERSON Salim al-Harusi] in [CITY Muscat] on Friday. The [POSITION ministers], who had spoken by phone on [DATE March 5], also "
    "discussed tourism."
)

SECOND_MEETING = {
    "ru": "[POSITION Министр иностранных дел [COUNTRY Кении]] [PERSON Дэвид Мванги] 11 марта встретился с [POSITION министром "
    "иностранных дел [COUNTRY Омана]] [PERSON Салимом аль-Харуси]. Это вторая их встреча за неделю: 9 марта [PERSON Мванги] и "
    "[PERSON аль-Харуси] сопредседательствовали в [CITY Найроби] на политических консультациях двух стран.",
    "en": "[POSITION Foreign Minister of [COUNTRY Kenya]] [PERSON David Mwangi] met on 11 March with [POSITION Foreign Minister of "
    "[COUNTRY Oman]] [PERSON Salim al-Harusi]. It was their second meeting this week: on 9 March [PERSON Mwangi] and [PERSON al-Harusi] "
    "co-chaired political consultations in [CITY Nairobi].",
}


def test_a_call_of_another_day_is_not_the_talks_told_of() -> None:
    found = read_marked(EARLIER_CALL, "en")
    assert [(e.type.value.value, e.date.value) for e in found] == [("talks", "2026-03-06"), ("call", "2026-03-05")]


@pytest.mark.parametrize("code", SECOND_MEETING)
def test_how_many_times_they_met_is_no_meeting(code: str) -> None:
    found = read_marked(SECOND_MEETING[code], code)
    assert [(e.type.value.value, e.date.value) for e in found] == [("meeting", "2026-03-11"), ("talks", "2026-03-09")]


SIDE_BY_SIDE = (
    "[POSITION [COUNTRY Кения] президенті] [PERSON Дэвид Мванги] мен [POSITION [COUNTRY Перу] президенті] [PERSON Луис Салас] саммитке "
    "қатысты. 11 наурызда [PERSON Д. Мванги Л. Саласпен] кездесіп, сауданы талқылады."
)


def test_two_with_initials_side_by_side_are_two() -> None:
    meeting = read_marked(SIDE_BY_SIDE, "kk")[-1]
    assert [p.name.value for p in meeting.participants] == ["Дэвид Мванги", "Луис Салас"]


AT_HOME = {
    "ru": "[POSITION Президент [COUNTRY Кении]] [PERSON Дэвид Мванги] встретился с [POSITION президентом [COUNTRY Перу] в [CITY Риге]].",
    "en": "[POSITION President of [COUNTRY Kenya]] [PERSON David Mwangi] met the [POSITION President of [COUNTRY Peru] in [CITY Riga]].",
}


@pytest.mark.parametrize(("code", "name"), [("ru", "президент Перу"), ("en", "President of Peru")])
def test_a_post_held_at_home_has_no_city_behind_it(code: str, name: str) -> None:
    (engagement,) = read_marked(AT_HOME[code], code)
    assert [p.name.value for p in engagement.participants if p.kind.value == "office"] == [name]


DAYS_EARLIER = {
    "ru": "[POSITION Министр иностранных дел [COUNTRY Кении]] [PERSON Дэвид Мванги] 11 марта встретился в [CITY Риме] с [POSITION "
    "министром иностранных дел [COUNTRY Омана]] [PERSON Салимом аль-Харуси]. Двумя днями ранее они провели в [CITY Найроби] консультации "
    "внешнеполитических ведомств.",
    "en": "[POSITION Foreign Minister of [COUNTRY Kenya]] [PERSON David Mwangi] met on 11 March in [CITY Rome] with [POSITION Foreign "
    "Minister of [COUNTRY Oman]] [PERSON Salim al-Harusi]. Two days earlier they had held consultations in [CITY Nairobi].",
}


@pytest.mark.parametrize("code", DAYS_EARLIER)
def test_a_day_counted_from_the_one_told_is_another(code: str) -> None:
    found = read_marked(DAYS_EARLIER[code], code)
    assert [(e.date.value, e.place.city.value if e.place.city else None) for e in found] == [
        ("2026-03-11", "Rome"),
        ("2026-03-09", "Nairobi"),
    ]


KENYAN, PERUVIAN = (
    "[POSITION Foreign Minister of [COUNTRY Kenya]] [PERSON David Mwangi]",
    "[POSITION President of [COUNTRY Peru]] [PERSON Luis Salas]",
)


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (f"{KENYAN}'s visit to [COUNTRY Oman] has been called off.", ("visit", "cancelled", 1)),
        (f"{KENYAN}'s meeting with {PERUVIAN} took place in [CITY Rome].", ("meeting", "held", 2)),
        (f"During {KENYAN}'s visit to [CITY Lima], he met {PERUVIAN}.", ("meeting", "held", 2)),
    ],
)
def test_what_belongs_to_somebody_is_a_noun(marked: str, told: tuple[str, str, int]) -> None:
    (engagement,) = read_marked(marked, "en")
    assert (engagement.type.value, engagement.status.value, len(engagement.participants)) == told


WAS_DUE = {
    "ru": "Визит [POSITION министра иностранных дел [COUNTRY Кении]] [PERSON Дэвида Мванги] в [COUNTRY Оман], который был намечен на 14 "
    "марта, отменён.",
    "en": f"The visit of {KENYAN} to [COUNTRY Oman], which was due on 14 March, has been called off.",
}


@pytest.mark.parametrize("code", WAS_DUE)
def test_the_day_for_which_it_was_planned_is_its_day(code: str) -> None:
    (engagement,) = read_marked(WAS_DUE[code], code)
    assert (engagement.status.value, engagement.date.value) == ("cancelled", "2026-03-14")
