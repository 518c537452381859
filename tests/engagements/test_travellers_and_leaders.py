"""Who is meant by the guests, the delegation and the leader of a state; who headed talks of which only bodies were told."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell, tell_all

ARRIVED = {
    "en": "[POS [COU Chile]'s Deputy Prime Minister] [PER Rosa Quispe] and [POS Economy Minister] [PER Juan Soto] "
    "arrived in [CIT Porto] on a visit.",
    "ru": "[POS Вице-премьер [COU Чили]] [PER Роса Киспе] и [POS министр экономики] [PER Хуан Сото] прибыли с визитом в [CIT Порту].",
    "kk": "[POS [COU Чили] вице-премьері] [PER Карл Тамм] мен [POS экономика министрі] [PER Хуан Сото] жұмыс сапарымен "
    "[CIT Порту] қаласына келді.",
}
MET = {
    "en": ("The guests were received by [POS Prime Minister of [COU Portugal]] [PER Ana Sousa].", "en"),
    "en, delegation": ("The delegation met with [POS Prime Minister of [COU Portugal]] [PER Ana Sousa].", "en"),
    "ru": ("Гостей принял [POS премьер-министр [COU Португалии]] [PER Рамон Соуза].", "ru"),
    "ru, delegation": ("Делегация встретилась с [POS премьер-министром [COU Португалии]] [PER Рамоном Соузой].", "ru"),
    "kk": ("Қонақтарды [POS [COU Португалия] Премьер-министрі] [PER Рамон Соуза] қабылдады.", "kk"),
    "kk, delegation": ("Делегация [POS [COU Португалия] Премьер-министрі] [PER Рамон Соузамен] кездесті.", "kk"),
}


@pytest.mark.parametrize("case", MET)
def test_all_who_travel_are_meant(case: str) -> None:
    words, code = MET[case]
    visit, meeting = tell_all(f"{ARRIVED[code]}\n{words}", code)
    assert visit[0] == "visit"
    assert len(visit[2]) == 2
    assert meeting[0] == "meeting"
    assert set(visit[2]) < set(meeting[2])
    assert len(meeting[2]) == 3


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        (
            "en",
            "[POS President of [COU Chile]] [PER Rosa Quispe] took part in a summit in [CIT Porto].\nWith "
            "[POS Prime Minister of [COU Samoa]] "
            "[PER Sina Leavai], [POS the [COU Chilean] leader] discussed fisheries.",
        ),
        (
            "ru",
            "[POS Президент [COU Чили]] [PER Роса Киспе] приняла участие в саммите в [CIT Порту].\nС [POS премьер-министром [COU Самоа]] "
            "[PER Синой Леаваи] [POS [COU чилийский] лидер] обсудила рыболовство.",
        ),
        (
            "kk",
            "[POS [COU Чили] Президенті] [PER Роса Киспе] [CIT Порту] қаласындағы саммитке қатысты.\n[POS [COU Чили] көшбасшысы] "
            "[POS [COU Самоа] Премьер-министрі] [PER Сина Леаваимен] кездесті.",
        ),
    ],
)
def test_the_leader_of_a_state_is_its_head(code: str, marked: str) -> None:
    told = read_marked(marked, code)[-1]
    assert {tuple(r.value for r in p.represents) for p in told.participants} == {("CL",), ("WS",)}
    assert all(p.kind.value == "person" for p in told.participants)


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        (
            "en",
            "The [ORG European Union] and [COU Samoa] held a political dialogue in [CIT Porto] on 2 "
            "March.\nThe dialogue was co-chaired by "
            "[POS Commissioner] [PER Rosa Quispe] of the [ORG European Union] and [POS Deputy Minister] [PER Sina Leavai] of [COU Samoa].",
        ),
        (
            "ru",
            "[ORG Европейский союз] и [COU Самоа] 2 марта провели в [CIT Порту] консультации. Консультации возглавили "
            "[POS комиссар [ORG Европейского союза]] [PER Роса Киспе] и [POS заместитель министра [COU Самоа]] [PER Сина Леаваи].",
        ),
        (
            "kk",
            "[ORG Еуропалық одақ] пен [COU Самоа] 2 наурызда [CIT Порту] қаласында консультация өткізді. Консультацияға "
            "[POS [ORG Еуропалық одақ] комиссары] [PER Роса Киспе] мен [POS [COU Самоа] министрінің "
            "орынбасары] [PER Сина Леаваи] төрағалық етті.",
        ),
    ],
)
def test_who_headed_talks_stands_for_the_bodies(code: str, marked: str) -> None:
    (told,) = read_marked(marked, code)
    assert tell(told)[0] == "talks"
    assert len(told.participants) == 2
    assert told.date.value == "2026-03-02"


def test_a_verb_that_may_be_a_noun_has_its_subject_behind_a_day() -> None:
    told = tell_all("On 11 May, [POS Minister] [PER Rosa Quispe] takes part in the [EVE Fisheries Council] in [CIT Porto].", "en")
    assert told == [("conference", "planned", ("Rosa Quispe",))]


def test_a_union_in_the_name_of_a_council_is_no_body_of_its_own() -> None:
    (told,) = read_marked(
        "[POS Minister] [PER Rosa Quispe] attended the session of the [ORG Council of the [ORG European Union]] in [CIT Porto].", "en"
    )
    assert "European Union in Porto" not in [p.name.value for p in told.participants]


AWAY = {
    "en": "On 4 May [POS Deputy Minister] [PER Rosa Quispe] of [COU Chile] will hold talks in [CIT Porto] "
    "with [POS Minister] [PER Ana Sousa] of "
    "[COU Portugal].\nOn 5 May [POS Ambassador of [COU Samoa]] [PER Sina Leavai] will present his credentials to [POS Deputy Minister of "
    "[COU Chile]] [PER Quispe].",
    "ru": "4 мая [POS замминистра [COU Чили]] [PER Роса Киспе] проведёт в [CIT Порту] переговоры с [POS "
    "министром [COU Португалии]] [PER Аной "
    "Соуза].\n5 мая [POS посол [COU Самоа]] [PER Сина Леаваи] вручит верительные грамоты [POS замминистра [COU Чили]] [PER Киспе].",
    "kk": "4 мамырда [POS [COU Чили] министрінің орынбасары] [PER Роса Киспе] [CIT Порту] қаласында [POS [COU "
    "Португалия] министрі] [PER Ана "
    "Соузамен] келіссөз жүргізеді.\n5 мамырда [POS [COU Самоа] елшісі] [PER Сина Леаваи] [POS [COU Чили] "
    "министрінің орынбасары] [PER Киспеге] "
    "сенім грамотасын тапсырады.",
}


@pytest.mark.parametrize("code", AWAY)
def test_credentials_are_presented_in_the_state_that_receives_them(code: str) -> None:
    first, second = read_marked(AWAY[code], code)
    assert first.place.city is not None
    assert first.place.city.value == "Porto"
    assert second.type.value.value == "credentials"
    assert second.place.city is None
    assert second.place.country is not None
    assert second.place.country.value == "CL"


@pytest.mark.parametrize(
    ("code", "proposal"),
    [
        ("en", "The mayor suggested that a group of winegrowers travel to [COU Samoa]."),
        ("ru", "Мэр предложил группе виноделов съездить в [COU Самоа]."),
        ("kk", "Мэр шарапшылар тобына [COU Самоаға] баруды ұсынды."),
    ],
)
def test_a_journey_only_proposed_does_not_move_the_scene(code: str, proposal: str) -> None:
    met = {
        "en": "On 4 March [POS Ambassador of [COU Chile]] [PER Rosa Quispe] met in [CIT Porto] with [POS Mayor] [PER Ana Sousa].",
        "ru": "4 марта [POS посол [COU Чили]] [PER Роса Киспе] встретилась в [CIT Порту] с [POS мэром] [PER Аной Соуза].",
        "kk": "4 наурызда [POS [COU Чили] елшісі] [PER Роса Киспе] [CIT Порту] қаласында [POS мэр] [PER Ана Соузамен] кездесті.",
    }[code]
    then = {
        "en": "Then [PER Quispe] met with [POS Rector] [PER Luis Braga].",
        "ru": "Затем [PER Киспе] встретилась с [POS ректором] [PER Луисом Брагой].",
        "kk": "Содан кейін [PER Киспе] [POS ректор] [PER Луис Брагамен] кездесті.",
    }[code]
    told = read_marked(f"{met}\n{proposal}\n{then}", code)
    assert [e.place.city.value if e.place.city else None for e in told] == ["Porto", "Porto"]
