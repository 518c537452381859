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


TEAMS = {
    "ru": "На стадионе [ORG «Вега»] встретилась с командой [ORG «Ураган»] и победила со счётом 3:1.",
    "kk": "Орталық алаңда [ORG «Қыран»] командасы [ORG «Сұңқар»] клубымен кездесіп, 3:1 есебімен жеңді.",
    "en": "At the city ground [ORG Harbour Rovers] met [ORG Northgate United] and won by three goals to one.",
}


@pytest.mark.parametrize("code", TEAMS)
def test_two_bodies_that_are_but_names_meet_for_no_diplomacy(code: str) -> None:
    assert read_marked(TEAMS[code], code) == ()


ALL_OF_THEM = {
    "ru": "[POSITION Министр иностранных дел [COUNTRY Перу]] [PERSON Луис Салас] встретился с [POSITION министром иностранных дел "
    "[COUNTRY Латвии]] [PERSON Янисом Озолсом]. В ходе беседы [POSITION министры] договорились открыть посольства.",
    "kk": "[POSITION [COUNTRY Перудің] сыртқы істер министрі] [PERSON Луис Салас] [POSITION [COUNTRY Латвияның] сыртқы істер министрі] "
    "[PERSON Янис Озолспен] кездесті. [COUNTRY Латвиялық] әріптесімен әңгімеде [POSITION министрлер] елшіліктер ашуға уағдаласты.",
    "en": "[POSITION Foreign Minister of [COUNTRY Peru]] [PERSON Luis Salas] met with [POSITION Foreign Minister of [COUNTRY Latvia]] "
    "[PERSON Janis Ozols]. During the conversation the two [POSITION ministers] agreed to open embassies.",
}


@pytest.mark.parametrize("code", ALL_OF_THEM)
def test_the_ministers_are_those_told_of_before(code: str) -> None:
    (engagement,) = read_marked(ALL_OF_THEM[code], code)
    assert [p.kind.value for p in engagement.participants] == ["person", "person"]


def test_the_eve_of_a_summit_is_no_summit() -> None:
    marked = (
        "Саммит қарсаңында [POSITION [COUNTRY Иранның] сыртқы істер министрі] [PERSON Реза Фарахани] [POSITION [COUNTRY Кипрдің] сыртқы "
        "істер министрі] [PERSON Никос Лукаспен] кездесті."
    )
    assert [e.type.value for e in read_marked(marked, "kk")] == ["meeting"]


def test_who_approves_a_document_has_signed_it() -> None:
    marked = (
        "Құжатты [POSITION [COUNTRY Кипрдің] көлік министрі] [PERSON Никос Лукас] пен [POSITION [COUNTRY Иранның] көлік министрі] "
        "[PERSON Реза Фарахани] бекітті."
    )
    (engagement,) = read_marked(marked, "kk")
    assert (engagement.type.value, len(engagement.participants)) == ("signing", 2)


def test_what_a_long_conversation_was_about_is_no_new_one() -> None:
    marked = (
        "[POSITION [COUNTRY Иранның] елшісі] [PERSON Реза Фарахани] [POSITION [COUNTRY Кипрдің] білім министрі] [PERSON Никос Лукаспен] "
        "сұхбаттасты. Әңгіме [NORP ирандық] студенттердің жатақханадағы тұрмысы мен тіл үйрену курстарының биылғы жағдайы сияқты "
        "мәселелерге арналды."
    )
    assert len(read_marked(marked, "kk")) == 1


VISITS_TO_COME = {
    "ru": "[POSITION Министр иностранных дел [COUNTRY Омана]] [PERSON Салим аль-Харуси] позвонил [POSITION министру иностранных дел "
    "[COUNTRY Кении]] [PERSON Дэвиду Мванги]. [POSITION Министры] договорились о взаимных визитах.",
    "kk": "[POSITION [COUNTRY Оманның] сыртқы істер министрі] [PERSON Салим әл-Харуси] [POSITION [COUNTRY Кенияның] сыртқы істер "
    "министрі] [PERSON Дэвид Мвангимен] телефон арқылы сөйлесті. [POSITION Министрлер] өзара сапарлар туралы уағдаласты.",
    "en": "[POSITION Foreign Minister of [COUNTRY Oman]] [PERSON Salim al-Harusi] telephoned [POSITION Foreign Minister of "
    "[COUNTRY Kenya]] [PERSON David Mwangi]. The [POSITION ministers] agreed on mutual visits.",
}


@pytest.mark.parametrize("code", VISITS_TO_COME)
def test_visits_agreed_upon_are_none_yet(code: str) -> None:
    assert [e.type.value for e in read_marked(VISITS_TO_COME[code], code)] == ["call"]


FELL_THROUGH = {
    "ru": "Визит [POSITION министра экономики [COUNTRY Армении]] [PERSON Ашота Варданяна] в [COUNTRY Казахстан] отложен. "
    "[POSITION Министр] должен был провести в [CITY Астане] переговоры о цифровых услугах.",
    "kk": "[POSITION [COUNTRY Армения] экономика министрі] [PERSON Ашот Варданянның] [COUNTRY Қазақстанға] сапары кейінге қалдырылды. "
    "[POSITION Министр] [CITY Астанада] цифрлық қызметтер бойынша келіссөздер жүргізуі тиіс еді.",
    "en": "The visit of [POSITION Minister of Economy of [COUNTRY Armenia]] [PERSON Ashot Vardanyan] to [COUNTRY Kazakhstan] has been "
    "postponed. The [POSITION minister] was to hold talks in [CITY Astana] on digital services.",
}


@pytest.mark.parametrize("code", FELL_THROUGH)
def test_what_was_to_be_done_on_a_visit_that_fell_through_is_part_of_it(code: str) -> None:
    assert [(e.type.value, e.status.value) for e in read_marked(FELL_THROUGH[code], code)] == [("visit", "cancelled")]
