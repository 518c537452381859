"""Who is meant or was there too: envoys told of again, guests greeted, an office present; greetings to hand on, contacts of others."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell_all

GREETED = {
    "en": "[POS President of [COU Chile]] [PER Rosa Quispe] met [POS Foreign Minister of [COU Samoa]] [PER Sina Leavai]. [POS President] "
    "[PER Quispe] conveyed greetings to the [POS President of [COU Malta]].",
    "ru": "[POS Президент [COU Чили]] [PER Роса Киспе] встретилась с [POS министром иностранных дел [COU Самоа]] [PER Синой Леаваи]. "
    "[POS Президент] [PER Киспе] передала поздравления [POS президенту [COU Мальты]].",
    "kk": "[POS [COU Чили] Президенті] [PER Карл Тамм] [POS [COU Самоа] сыртқы істер министрі] [PER Сина Леаваимен] кездесті. "
    "[POS Президент] [PER Тамм] [POS [COU Мальтаның] Президентіне] сәлемін жеткізді.",
}


@pytest.mark.parametrize("code", GREETED)
def test_greetings_to_be_handed_on_are_no_message(code: str) -> None:
    assert [t[0] for t in tell_all(GREETED[code], code)] == ["meeting"]


AGAIN = {
    "en": "[POS President of [COU Chile]] [PER Rosa Quispe] received letters of credence from the new [POS Ambassadors] of [COU Samoa] and "
    "[COU Malta].\nFollowing the ceremony, [POS President] [PER Quispe] hosted a reception for the ambassadors.\n"
    "She briefed the ambassadors on the harvest.",
    "ru": "[POS Президент [COU Чили]] [PER Роса Киспе] приняла верительные грамоты у новых [POS послов] [COU Самоа] и [COU Мальты].\n"
    "После церемонии [POS президент] [PER Киспе] встретилась с послами.",
    "kk": "[POS [COU Чили] Президенті] [PER Карл Тамм] [COU Самоа] мен [COU Мальта] [POS елшілерінен] сенім грамоталарын қабылдады.\n"
    "Рәсімнен кейін [POS Президент] [PER Тамм] елшілермен кездесті.",
}


@pytest.mark.parametrize("code", AGAIN)
def test_envoys_told_of_again_are_those_who_presented_credentials(code: str) -> None:
    (told,) = read_marked(AGAIN[code], code)
    assert told.type.value.value == "credentials"
    assert len(told.participants) == 2


HOSTED = {
    "en": "The [ORG Embassy of [COU Chile] in [CIT Porto]] gave a reception on Thursday. The guests were greeted by [POS Ambassador] "
    "[PER Rosa Quispe].",
    "ru": "[ORG Посольство [COU Чили] в [CIT Порту]] в четверг устроило приём. Гостей приветствовала [POS посол] [PER Роса Киспе].",
    "kk": "[ORG [COU Чилидің] [CIT Портудағы] елшілігі] бейсенбіде қабылдау өткізді. Қонақтарды [POS елші] [PER Роса Киспе] қарсы алды.",
}


@pytest.mark.parametrize("code", HOSTED)
def test_who_greets_the_guests_was_at_the_reception(code: str) -> None:
    ((kind, _, names),) = tell_all(HOSTED[code], code)
    assert kind == "reception"
    assert len(names) == 1
    assert names[0] in ("Rosa Quispe", "Роса Киспе")


PRESENT = {
    "en": "[POS Minister of [COU Chile]] [PER Rosa Quispe] met [POS Minister of [COU Samoa]] [PER Sina Leavai]. The [POS [COU Chilean] "
    "ambassador to [COU Samoa]] was present at the meeting.",
    "ru": "[POS Министр [COU Чили]] [PER Роса Киспе] встретилась с [POS министром [COU Самоа]] [PER Синой Леаваи]. На встрече "
    "присутствовал [POS посол [COU Чили] в [COU Самоа]].",
    "kk": "[POS [COU Чили] министрі] [PER Карл Тамм] [POS [COU Самоа] министрі] [PER Сина Леаваимен] кездесті. Кездесуге [POS "
    "[COU Чилидің] [COU Самоадағы] елшісі] де қатысты.",
}


@pytest.mark.parametrize("code", PRESENT)
def test_the_holder_of_an_office_was_present(code: str) -> None:
    (told,) = read_marked(PRESENT[code], code)
    assert sorted(p.kind.value for p in told.participants) == ["office", "person", "person"]


@pytest.mark.parametrize(
    "words",
    [
        "to discuss next steps following the 16 February call between [POS President] [PER Soto] and [POS President] [PER Tuilagi]",
        "after the forum. They discussed issues, some of which were following up from the meeting between [POS President] [PER Soto] and "
        "[POS President] [PER Tuilagi]",
    ],
)
def test_whom_others_met_before_takes_no_part(words: str) -> None:
    told = tell_all(
        f"[POS Foreign Minister of [COU Chile]] [PER Rosa Quispe] met [POS Foreign Minister of [COU Samoa]] [PER Sina Leavai] {words}.",
        "en",
    )
    assert [names for _, _, names in told] == [("Rosa Quispe", "Sina Leavai")]


def test_a_house_visited_to_meet_somebody() -> None:
    told = tell_all(
        "[POS Foreign Minister of [COU Chile]] [PER Rosa Quispe] visited the [ORG Parliament of [COU Samoa]] to meet [POS Deputy Speaker] "
        "[PER Sina Leavai].",
        "en",
    )
    assert told == [("meeting", "held", ("Rosa Quispe", "Sina Leavai"))]


def test_received_in_audience_with_a_comma() -> None:
    told = tell_all(
        "[POS Foreign Minister of [COU Chile]] [PER Rosa Quispe] received in audience, [POS Ambassador of [COU Samoa]] [PER Sina Leavai].",
        "en",
    )
    assert told == [("meeting", "held", ("Rosa Quispe", "Sina Leavai"))]


def test_who_is_sent_greetings_holds_no_office_of_somebody_else() -> None:
    (told,) = read_marked(
        "[POS [COU Chilean] President] [PER Rosa Quispe] and the [ORG OSCE] Chair-in-Office, [PER Ian Vella], discussed security. "
        "[POS President] [PER Quispe] conveyed warm wishes to the [POS President of [COU Malta]].",
        "en",
    )
    assert [p.capacity.value if p.capacity else None for p in told.participants] == ["president", None]


def test_half_of_a_pair_of_states_belongs_to_the_post() -> None:
    (told,) = read_marked(
        "[POS Speaker of [COU Chad]] [PER Musa Abakar] received [PER Rosa Quispe], [POS president of the [COU Chile]–[COU Chad] "
        "friendship group].",
        "en",
    )
    assert "president of the Chile–Chad friendship group" in [p.capacity.value for p in told.participants if p.capacity]
