"""Delegations called by the body that sends them, envoys by the body they serve; hosts of delegations; what is only proposed."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell_all


@pytest.mark.parametrize(
    ("code", "marked", "name"),
    [
        ("en", "The [ORG EU] delegation met with [POS Deputy Minister of [COU Chile]] [PER Rosa Quispe].", "EU delegation"),
        ("ru", "Делегация [ORG ЕС] встретилась с [POS замминистра [COU Чили]] [PER Росой Киспе].", "делегация ЕС"),
        ("kk", "[ORG ЕО] делегациясы [POS [COU Чили] министрінің орынбасары] [PER Роса Киспемен] кездесті.", "ЕО делегациясы"),
    ],
)
def test_a_delegation_of_a_body_is_named_whole(code: str, marked: str, name: str) -> None:
    (told,) = read_marked(marked, code)
    assert name in [p.name.value for p in told.participants]


def test_the_envoy_of_a_body_is_its_official_told_of() -> None:
    told = tell_all(
        "[POS Foreign Minister of [COU Chile]] [PER Rosa Quispe] received [POS [ORG United Nations] Resident Coordinator] [PER Sina "
        "Leavai]. She welcomed the [POS [ORG UN] envoy] at her office.",
        "en",
    )
    assert told == [("meeting", "held", ("Rosa Quispe", "Sina Leavai"))]


def test_who_leads_the_guests_is_no_host() -> None:
    (told,) = read_marked(
        "[POS Speaker of the Senate] [PER Ana Soto] received a group of [COU French] [POS senators] headed by [PER Sina Leavai]. "
        "[POS president of the [COU France]–[COU Chile] friendship group].",
        "en",
        source="Senate of Chile",
    )
    assert told.place.country is None or told.place.country.value != "FR"


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        (
            "en",
            "[POS Speaker of [COU Chile]] [PER Rosa Quispe] received [POS Speaker of [COU Samoa]] [PER Sina Leavai].\nThe [POS Speaker] "
            "proposed holding the first inter-parliamentary forum in [CIT Porto] next year.",
        ),
        (
            "ru",
            "[POS Спикер [COU Чили]] [PER Роса Киспе] приняла [POS спикера [COU Самоа]] [PER Сину Леаваи].\n[POS Спикер] предложила "
            "провести первый межпарламентский форум в [CIT Порту] в следующем году.",
        ),
        (
            "kk",
            "[POS [COU Чили] спикері] [PER Карл Тамм] [POS [COU Самоа] спикері] [PER Сина Леаваиды] қабылдады.\n[POS Спикер] келесі жылы "
            "[CIT Порту] қаласында алғашқы парламентаралық форум өткізуді ұсынды.",
        ),
    ],
)
def test_a_forum_proposed_is_none(code: str, marked: str) -> None:
    assert [t[0] for t in tell_all(marked, code)] == ["meeting"]


def test_an_adverb_at_the_head_of_a_sentence_is_no_name() -> None:
    told = tell_all("[POS Minister] [PER Rosa Quispe] is in [CIT Porto].\n[PER Tomorrow Quispe] will address the forum.", "en")
    assert told[-1][2] == ("Rosa Quispe",)


def test_without_a_subject_the_one_who_was_it_before_is_meant() -> None:
    told = tell_all(
        "With [POS Minister of [COU Samoa]] [PER Sina Leavai] [POS Minister of [COU Chile]] [PER Rosa Quispe] discussed fish.\n"
        "Meetings were also held with [POS Minister of [COU Malta]] [PER Ian Vella].",
        "en",
    )
    assert set(told[-1][2]) == {"Rosa Quispe", "Ian Vella"}


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        (
            "en",
            "[POS Foreign Minister of [COU Chile]] [PER Rosa Quispe] is to deliver a statement at the general debate in [CIT Porto] on "
            "27 March, after which she will fly to [CIT Havana].",
        ),
        (
            "ru",
            "[POS Министр иностранных дел [COU Чили]] [PER Роса Киспе] выступит 27 марта на общих прениях в [CIT Порту], после чего "
            "вылетит в [CIT Гавану].",
        ),
        (
            "kk",
            "[POS [COU Чили] Сыртқы істер министрі] [PER Карл Тамм] 27 наурызда [CIT Порту] қаласындағы жалпы пікірсайыста сөз сөйлейді.",
        ),
    ],
)
def test_a_statement_delivered_at_a_debate(code: str, marked: str) -> None:
    first = read_marked(marked, code)[0]
    assert (first.type.value.value, first.status.value.value) == ("conference", "planned")
    assert first.date.value == "2026-03-27"


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        (
            "en",
            "A round table was organised in [CIT Porto] by the [ORG Delta Institute]. It was attended by [POS Ambassador of [COU Chile]] "
            "[PER Rosa Quispe] and [POS Vice-Rector of the [ORG Delta Institute]] [PER Sina Leavai].",
        ),
        (
            "ru",
            "В [CIT Порту] прошёл круглый стол. Его организовал [ORG Институт Дельты]. Выступили [POS посол [COU Чили]] [PER Роса Киспе] и "
            "[POS проректор [ORG Института Дельты]] [PER Сина Леаваи].",
        ),
    ],
)
def test_a_body_of_which_somebody_is_named_takes_no_part_itself(code: str, marked: str) -> None:
    (told,) = read_marked(marked, code)
    assert {p.kind.value for p in told.participants} == {"person"}
