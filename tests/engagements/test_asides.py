"""Who is only spoken of takes no part; what is told within a meeting is no second one; a surname misspelt is the same person's."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

MET = {
    "en": "[POSITION Ambassador of [COUNTRY Estonia]] [PERSON Anu Saar] met with [POSITION Speaker of the parliament of [COUNTRY Ghana]] "
    "[PERSON Kofi Mensahson]. ",
    "ru": "[POSITION Посол [COUNTRY Эстонии]] [PERSON Ану Саар] встретилась со [POSITION спикером парламента [COUNTRY Ганы]] "
    "[PERSON Кофи Менсаховым]. ",
    "kk": "[POSITION [COUNTRY Эстония] елшісі] [PERSON Ану Саар] [POSITION [COUNTRY Гана] парламентінің төрағасы] [PERSON Кофи Менсахпен] "
    "кездесті. ",
}
ASIDES = {
    "en": "During the meeting, the [POSITION ambassador] informed about the reforms initiated by the [POSITION President of "
    "[COUNTRY Estonia]] "
    "[PERSON Marko Tamm].",
    "ru": "В ходе встречи [POSITION посол] рассказала о реформах, инициированных [POSITION президентом [COUNTRY Эстонии]] "
    "[PERSON Марко Таммом].",
    "kk": "Кездесу барысында [POSITION елші] [POSITION [COUNTRY Эстония] президенті] [PERSON Марко Тамм] ұсынған реформалар "
    "туралы баяндады.",
}
AHEAD = {
    "en": "The [POSITION ambassador] briefed the [POSITION Speaker] on the elections that will be held in May.",
    "ru": "Также в ходе встречи [POSITION посол] проинформировала [POSITION спикера] о предстоящих 15 мая выборах.",
    "kk": "Кездесуде [POSITION елші] [POSITION төрағаны] алдағы сайлау туралы хабардар етті.",
}


@pytest.mark.parametrize("language", MET)
def test_the_doer_of_another_act_takes_no_part(language: str) -> None:
    (engagement,) = read_marked(MET[language] + ASIDES[language], language)
    assert len(engagement.participants) == 2


@pytest.mark.parametrize("language", MET)
def test_what_is_told_of_the_future_is_no_planned_engagement(language: str) -> None:
    (engagement,) = read_marked(MET[language] + AHEAD[language], language)
    assert engagement.status.value == "held"


def test_on_whose_behalf_and_at_whose_instruction() -> None:
    marked = (
        "At the instruction of [POSITION President] [PERSON Marko Tamm], [POSITION Speaker of the parliament of [COUNTRY Estonia]] "
        "[PERSON Anu Saar] received [POSITION Ambassador of [COUNTRY Ghana]] [PERSON Kofi Mensah] and conveyed the greetings of the "
        "[POSITION Prime Minister] [PERSON Jaan Kask]."
    )
    (engagement,) = read_marked(marked, "en")
    assert {p.name.value for p in engagement.participants} == {"Anu Saar", "Kofi Mensah"}


@pytest.mark.parametrize(
    ("written", "names"),
    [("Mensahson", {"Anu Saar", "Kofi Mensahson"}), ("Mensohson", {"Anu Saar", "Kofi Mensahson"}), ("Boateng", {"Anu Saar", "Boateng"})],
)
def test_one_letter_makes_no_other_person(written: str, names: set[str]) -> None:
    marked = MET["en"] + f"On 5 March [POSITION Speaker] [PERSON {written}] received [POSITION Ambassador] [PERSON Anu Saar] again."
    engagements = read_marked(marked, "en")
    assert {p.name.value for p in engagements[-1].participants} == names


def test_a_journey_of_others_is_no_visit() -> None:
    marked = MET["en"] + "The [POSITION ambassador] thanked the associations, whose choirs had travelled to the capital for the occasion."
    assert [e.type.value for e in read_marked(marked, "en")] == ["meeting"]


def test_a_community_is_one_group_with_those_who_belong_to_it() -> None:
    marked = (
        "In [CITY Accra], [POSITION Ambassador of [COUNTRY Estonia]] [PERSON Anu Saar] met with members of the [COUNTRY Estonian] "
        "community."
    )
    (engagement,) = read_marked(marked, "en")
    assert [p.name.value for p in engagement.participants if p.kind.value == "group"] == ["members of the Estonian community"]


def test_bodies_stand_back_when_their_people_are_named_later() -> None:
    marked = (
        "A memorandum was signed between the [ORG Ministry of Transport of [COUNTRY Estonia]] and the [ORG Ministry of Transport of "
        "[COUNTRY Ghana]]. The document was signed by [POSITION Minister of Transport of [COUNTRY Estonia]] [PERSON Anu Saar] and "
        "[POSITION Minister of Transport of [COUNTRY Ghana]] [PERSON Kofi Mensah]."
    )
    (engagement,) = read_marked(marked, "en")
    assert {p.name.value for p in engagement.participants} == {"Anu Saar", "Kofi Mensah"}
