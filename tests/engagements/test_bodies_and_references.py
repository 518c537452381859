"""Bodies of several states, bodies of which somebody is named, ranks before posts, and what a short reference means."""

from __future__ import annotations

import pytest

from elshi.records import Engagement
from tests.engagements.marked import read_marked, tell_all


def _told(engagement: Engagement) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(p.name.value, p.capacity.value if p.capacity else None, tuple(c.value for c in p.represents)) for p in engagement.participants]


SHARED = {
    "en": (
        "Consultations between the [ORG Ministries of Trade of [COU Peru]] and [COU Chile] took place in [CIT Lima].",
        [("Ministries of Trade of Peru", None, ("PE",)), ("Ministries of Trade of Chile", None, ("CL",))],
    ),
    "ru": (
        "В [CIT Лиме] прошли консультации между [ORG министерствами торговли [COU Перу]] и [COU Чили].",
        [("министерства торговли Перу", None, ("PE",)), ("министерства торговли Чили", None, ("CL",))],
    ),
}


@pytest.mark.parametrize("language", SHARED)
def test_bodies_of_two_states(language: str) -> None:
    marked, expected = SHARED[language]
    assert [_told(e) for e in read_marked(marked, language)] == [expected]


def test_leaders_stand_for_the_bodies_of_two_states() -> None:
    text = (
        "В [CIT Лиме] прошли консультации между [ORG МИД [COU Перу]] и [COU Чили]. "
        "Делегации возглавили [POS заместитель министра] [PER Рауль Кинтеро] и [POS вице-министр] [PER Ана Солер]."
    )
    assert [names for _, _, names in tell_all(text, "ru")] == [("Рауль Кинтеро", "Ана Солер")]


HOSTED = {
    "en": (
        "On 5 March the [ORG Embassy of [COU Malta]] in [CIT Oslo] gave a reception. [POS Ambassador] [PER Pia Vella] greeted the guests.\n"
        "Members of parliament and heads of missions attended the reception, where fish was served.",
        ("Pia Vella", "members of parliament", "heads of missions"),
    ),
    "kk": (
        "5 наурызда [ORG [COU Мальта] елшілігі] [CIT Ослода] қабылдау өткізді. Шараға [POS елші] [PER Пиа Велла] мен журналистер қатысты.",
        ("Пиа Велла", "журналистер"),
    ),
}


@pytest.mark.parametrize("language", HOSTED)
def test_who_hosts_is_named_instead_of_the_embassy(language: str) -> None:
    marked, expected = HOSTED[language]
    told = tell_all(marked, language)
    assert [(kind, set(names)) for kind, _, names in told] == [("reception", set(expected))]


def test_a_prince_is_known_by_his_post() -> None:
    text = (
        "[POS Prince Sultan] [PER bin Nayef Al-Faris], [POS Minister of Energy], received in his office in [CIT Riyadh] today "
        "the [POS Ambassador of [COU Malta]], [PER Pia Vella]."
    )
    (engagement,) = read_marked(text, "en")
    assert _told(engagement) == [("Sultan bin Nayef Al-Faris", "minister of energy", ("SA",)), ("Pia Vella", "ambassador", ("MT",))]


MINISTER = {
    "en": "[POS Foreign Minister of [COU Malta]] [PER Pia Vella] met [POS Ambassador of [COU Peru]] [PER Luis Soler]. "
    "[POS Deputy Minister] [PER Karl Borg] met [POS Ambassador of [COU Chile]] [PER Ana Rojas]. "
    "The [POS Minister] sent a letter to [POS President of [COU Peru]] [PER Raul Paz].",
    "ru": "[POS Министр иностранных дел [COU Мальты]] [PER Пиа Велла] встретилась с [POS послом [COU Перу]] [PER Луисом Солером]. "
    "[POS Заместитель министра] [PER Карл Борг] встретился с [POS послом [COU Чили]] [PER Аной Рохас]. [POS Министр] направила письмо "
    "[POS президенту [COU Перу]] [PER Раулю Пасу].",
    "kk": "[POS [COU Мальта] сыртқы істер министрі] [PER Пиа Велла] [POS [COU Перу] елшісі] [PER Луис Солермен] кездесті. "
    "[POS Министрдің орынбасары] [PER Карл Борг] [POS [COU Чили] елшісі] [PER Ана Рохаспен] кездесті. [POS Министр] "
    "[POS [COU Перу] президенті] [PER Рауль Паска] хат жолдады.",
}


@pytest.mark.parametrize("language", MINISTER)
def test_the_minister_is_no_deputy(language: str) -> None:
    kind, _, names = tell_all(MINISTER[language], language)[-1]
    assert (kind, names[0]) == ("message", "Pia Vella" if language == "en" else "Пиа Велла")


NONE = [
    "[POS Foreign Minister of [COU Malta]] [PER Pia Vella] welcomed the opening of a consulate in [CIT Lima].",
    "At the invitation of the [ORG Assembly of People's Representatives], [POS Senator] [PER Pia Vella] spoke of fish.",
]


@pytest.mark.parametrize("marked", NONE)
def test_what_is_only_welcomed_or_invites_is_no_act(marked: str) -> None:
    assert tell_all(marked, "en") == []


def test_a_visiting_senator_is_met() -> None:
    text = (
        "[POS Foreign Minister of [COU Malta]] [PER Pia Vella] met on 5 March in [CIT Valletta] with the visiting [POS Senator] "
        "[PER Luis Soler] of [COU Peru]."
    )
    assert [(kind, names) for kind, _, names in tell_all(text, "en")] == [("meeting", ("Pia Vella", "Luis Soler"))]


def test_meetings_on_the_margins_of_a_forum() -> None:
    text = (
        "[POS Foreign Minister of [COU Malta]] [PER Pia Vella] will attend a forum in [CIT Oslo] on Wednesday and Thursday, 18–19 March. "
        "On the margins of the forum, meetings are planned with [POS Foreign Minister of [COU Peru]] [PER Luis Soler] and "
        "[POS Foreign Minister of [COU Chile]] [PER Ana Rojas]."
    )
    told = read_marked(text, "en")
    assert [e.type.value for e in told] == ["conference", "meeting", "meeting"]
    assert {e.date.value for e in told} == {"2026-03-18/2026-03-19"}
