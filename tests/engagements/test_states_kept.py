"""Whoever has a state in one engagement of a document has it in the next; those on a visit have the visitors'; attendants join."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

VISITS = {
    "en": "A delegation of the [ORG Parliament of [COUNTRY Malta]] led by [POSITION Speaker] [PERSON Carmen Vella] paid a visit "
    "to [COUNTRY Ghana]. "
    "The delegation included [POSITION deputies] [PERSON Joe Farrugia] and [PERSON Rita Borg].",
    "ru": "Делегация [ORG парламента [COUNTRY Мальты]] во главе со [POSITION спикером] [PERSON Кармен Веллой] посетила [COUNTRY Гану]. "
    "В состав делегации вошли [POSITION депутаты] [PERSON Джо Фарруджа] и [PERSON Рита Борг].",
    "kk": "[POSITION Спикер] [PERSON Кармен Велла] бастаған [COUNTRY Мальта] [ORG парламентінің] делегациясы [COUNTRY Ганаға] "
    "сапармен барды. "
    "Делегация құрамында [POSITION депутат] [PERSON Джо Фарруджа] болды.",
}
ATTENDED = {
    "en": "[POSITION Foreign Minister of [COUNTRY Malta]] [PERSON Carmen Vella] met with [POSITION Foreign Minister of [COUNTRY Ghana]] "
    "[PERSON Kofi Baidoo]. The [POSITION Ambassador of [COUNTRY Malta] to [COUNTRY Ghana]] [PERSON Rita Borg] attended the meeting.",
    "ru": "[POSITION Министр иностранных дел [COUNTRY Мальты]] [PERSON Кармен Велла] встретилась с [POSITION министром "
    "иностранных дел [COUNTRY Ганы]] "
    "[PERSON Кофи Байду]. Во встрече принял участие [POSITION посол [COUNTRY Мальты] в [COUNTRY Гане]] [PERSON Джо Фарруджа].",
    "kk": "[POSITION [COUNTRY Мальтаның] сыртқы істер министрі] [PERSON Кармен Велла] [POSITION [COUNTRY Гананың] сыртқы істер министрі] "
    "[PERSON Кофи Байдумен] кездесті. Кездесуге [POSITION [COUNTRY Мальтаның] [COUNTRY Ганадағы] елшісі] [PERSON Джо Фарруджа] қатысты.",
}


@pytest.mark.parametrize("language", VISITS)
def test_a_delegation_serves_its_state(language: str) -> None:
    (engagement,) = read_marked(VISITS[language], language)
    assert engagement.type.value == "visit"
    assert len(engagement.participants) > 1
    assert {r.value for p in engagement.participants for r in p.represents} == {"MT"}


@pytest.mark.parametrize("language", ATTENDED)
def test_those_who_attended_are_of_the_same_meeting(language: str) -> None:
    (engagement,) = read_marked(ATTENDED[language], language)
    assert [sorted(r.value for r in p.represents) for p in engagement.participants] == [["MT"], ["GH"], ["MT"]]


def test_taking_part_in_a_meeting_with_others_is_another_meeting() -> None:
    text = ATTENDED["en"].replace(
        "attended the meeting.", "took part in the meeting with [POSITION Mayor of [CITY Accra]] [PERSON Ama Osei]."
    )
    assert len(read_marked(text, "en")) == 2


def test_an_official_keeps_the_state_first_told() -> None:
    text = (
        "[POSITION Deputy Minister] [PERSON Anu Saar] of [COUNTRY Estonia] received [POSITION Ambassador of [COUNTRY Peru]] "
        "[PERSON Luis Rojas]. "
        "[COUNTRY Peru] buys machines, and [COUNTRY Peru] sells fruit. "
        "On the same day, [PERSON Anu Saar] met with [POSITION Ambassador of [COUNTRY Norway]] [PERSON Ingrid Moe]."
    )
    engagements = read_marked(text, "en")
    assert [[r.value for p in e.participants for r in p.represents] for e in engagements] == [["EE", "PE"], ["EE", "NO"]]


@pytest.mark.parametrize(
    ("language", "text", "home"),
    [
        ("en", "[POSITION Foreign Minister] [PERSON Salim Harthy] met with [POSITION Foreign Minister of [COUNTRY Chile]] "
        "[PERSON Ana Rivas] in [CITY New York].\nSource: Oman News Agency", "OM"),
        ("ru", "[POSITION Министр иностранных дел] [PERSON Салим Харти] встретился с [POSITION министром иностранных дел [COUNTRY Чили]] "
        "[PERSON Аной Ривас].\nИсточник: МИД Омана", "OM"),
        ("kk", "[POSITION Сыртқы істер министрі] [PERSON Салим Харти] [POSITION [COUNTRY Чилидің] сыртқы істер министрі] "
        "[PERSON Ана Риваспен] "
        "кездесті.\nДереккөз: Оман СІМ", "OM"),
    ],
)  # fmt: skip
def test_the_source_named_below_tells_whose_official_it_is(language: str, text: str, home: str) -> None:
    (engagement,) = read_marked(text, language)
    assert [[r.value for r in p.represents] for p in engagement.participants] == [[home], ["CL"]]
