"""Posts beside their states and bodies, notes in brackets, references, company: constructs of people in three languages."""

from __future__ import annotations

import pytest

from elshi.engagements.genders import gender_of
from tests.engagements.marked import read_marked

Told = dict[str, tuple[str | None, tuple[str, ...]]]

CASES: dict[str, tuple[str, str, Told]] = {
    "en: what the state described stays": (
        "en",
        "[POS Permanent Secretary of the [COU Kenyan] [ORG Ministry of Trade]] [PER Joseph Mutua] met with "
        "[POS [COU Chilean] Minister] [PER Pablo Rojas].",
        {"Joseph Mutua": ("permanent secretary of the Ministry of Trade", ("KE",))},
    ),
    "en: newly appointed": (
        "en",
        "The newly appointed [POS Ambassador of [COU Norway]], [PER Lars Holm], met with [POS [COU Chilean] Minister] [PER Pablo Rojas].",
        {"Lars Holm": ("newly appointed ambassador", ("NO",))},
    ),
    "en: a residence in brackets": (
        "en",
        "[POS Ambassador of [COU Norway]] (residence in [CIT Lima]) [PER Lars Holm] met with [POS [COU "
        "Chilean] Minister] [PER Pablo Rojas].",
        {"Lars Holm": ("ambassador", ("NO",))},
    ),
    "en: what an envoy deals with": (
        "en",
        "[POS [COU Norway]'s Special Envoy for [COU Sudan]] [PER Lars Holm] met with [POS [COU Chilean] Minister] [PER Pablo Rojas].",
        {"Lars Holm": ("special envoy for Sudan", ("NO",))},
    ),
    "en: a company taken for a person": (
        "en",
        "[POS [COU Chilean] Minister] [PER Pablo Rojas] met with the [POS chief executive of the [COU "
        "Norwegian] group] [PER Fjordnett], [PER Lars Holm].",
        {"Pablo Rojas": ("minister", ("CL",)), "Lars Holm": ("chief executive of the group Fjordnett", ("NO",))},
    ),
    "en: in the presence of two": (
        "en",
        "The memorandum was signed by [POS [COU Chilean] Minister] [PER Pablo Rojas] and [POS [COU Norwegian] Minister] [PER Lars Holm] "
        "in the presence of [POS [COU Chilean] Premier] [PER Ines Vidal] and [POS [COU Norwegian] Ambassador] [PER Kari Moe].",
        {"Ines Vidal": ("premier", ("CL",)), "Kari Moe": ("ambassador", ("NO",))},
    ),
    "en: he and she": (
        "en",
        "[POS [COU Chilean] Minister] Ms. [PER Ines Vidal] met with [POS [COU Norwegian] Minister] Mr. [PER Lars Holm].\n"
        "Later she received [POS [COU Kenyan] Ambassador] [PER Joseph Mutua].",
        {"Ines Vidal": ("minister", ("CL",)), "Joseph Mutua": ("ambassador", ("KE",))},
    ),
    "ru: чем занят посланник": (
        "ru",
        "[POS Спецпосланник [COU Норвегии] по [COU Судану]] [PER Ларс Хольм] встретился с [POS министром [COU Чили]] [PER Пабло Рохасом].",
        {"Ларс Хольм": ("спецпосланник по Судану", ("NO",))},
    ),
    "ru: резиденция в скобках": (
        "ru",
        "[POS Посол [COU Норвегии]] (с резиденцией в [CIT Лиме]) [PER Ларс Хольм] встретился с [POS "
        "министром [COU Чили]] [PER Пабло Рохасом].",
        {"Ларс Хольм": ("посол", ("NO",))},
    ),
    "ru: исполняющий обязанности": (
        "ru",
        "[POS Посол [COU Норвегии]] [PER Ларс Хольм] встретился с [POS исполняющим обязанности министра [COU Чили]] [PER Пабло Рохасом].",
        {"Пабло Рохас": ("исполняющий обязанности министра", ("CL",))},
    ),
    "kk: мемлекетсіз лауазым": (
        "kk",
        "[POS [COU Чили] Премьер-министрінің орынбасары] [PER Пабло Рохас] [POS [COU Норвегия] бас консулы] [PER Ларс Хольммен] кездесті.",
        {"Пабло Рохас": ("премьер-министрдің орынбасары", ("CL",))},
    ),
    "kk: жақшадағы резиденция": (
        "kk",
        "[POS [COU Чили] елшісі] (резиденциясы [CIT Лима] қаласында) [PER Пабло Рохас] [POS [COU Норвегия] "
        "министрі] [PER Ларс Хольммен] кездесті.",
        {"Пабло Рохас": ("елші", ("CL",))},
    ),
    "kk: не жөніндегі өкіл": (
        "kk",
        "[POS [COU Чили] Президентінің [COU Судан] жөніндегі арнайы өкілі] [PER Пабло Рохас] [POS [COU "
        "Норвегия] министрі] [PER Ларс Хольммен] кездесті.",
        {"Пабло Рохас": ("президенттің Судан жөніндегі арнайы өкілі", ("CL",))},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_posts_are_told_as_the_text_states_them(name: str) -> None:
    code, marked, told = CASES[name]
    last = read_marked(marked, code)[-1].participants
    found = {p.name.value: (p.capacity.value if p.capacity else None, tuple(r.value for r in p.represents)) for p in last}
    for person, (capacity, codes) in told.items():
        assert person in found, found
        assert (found[person][0] or "").casefold() == (capacity or "").casefold()
        assert found[person][1] == codes


def test_news_of_an_agency_is_an_engagement_of_those_it_tells_of() -> None:
    marked = (
        "The [ORG Coast News Agency] reports that [POS [COU Chilean] Minister] [PER Pablo Rojas] met [POS "
        "[COU Norwegian] Minister] [PER Lars Holm]."
    )
    (engagement,) = read_marked(marked, "en")
    assert [p.name.value for p in engagement.participants] == ["Pablo Rojas", "Lars Holm"]


def test_what_an_official_says_of_others_is_no_engagement() -> None:
    marked = (
        "[POS [COU Kenyan] Ambassador] [PER Joseph Mutua] said that [POS [COU Chilean] Minister] [PER Pablo "
        "Rojas] met [POS [COU Norwegian] Minister] [PER Lars Holm]."
    )
    assert read_marked(marked, "en") == ()


def test_companions_stand_on_each_side_of_several_meetings() -> None:
    marked = (
        "[POS [COU Chilean] Minister] [PER Pablo Rojas], accompanied by [POS [COU Chilean] Ambassador] [PER "
        "Ines Vidal], held meetings with "
        "[POS [COU Norwegian] Minister] [PER Lars Holm] and [POS [COU Kenyan] Minister] [PER Joseph Mutua]."
    )
    found = [{p.name.value for p in e.participants} for e in read_marked(marked, "en")]
    assert found == [{"Pablo Rojas", "Ines Vidal", "Lars Holm"}, {"Pablo Rojas", "Ines Vidal", "Joseph Mutua"}]


@pytest.mark.parametrize(
    ("name", "before", "code", "gender"),
    [
        ("Kari Moe", ["minister", "ms."], "en", "femn"),
        ("Grace Otieno", [], "en", "femn"),
        ("Marta Holm", ["mr."], "en", "masc"),
        ("Qwani Moe", [], "en", None),
        ("Анна Серова", [], "ru", "femn"),
        ("Ббек Серов", [], "ru", "masc"),
        ("Ббек Саарела", [], "ru", None),
    ],
)
def test_who_is_a_man_and_who_a_woman(name: str, before: list[str], code: str, gender: str | None) -> None:
    assert gender_of([name], before, code) == gender
