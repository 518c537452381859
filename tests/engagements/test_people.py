"""Who takes part, in what capacity, for whom: constructs of people and their states in three languages."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

Told = dict[str, tuple[str | None, tuple[str, ...]]]

ENGLISH: dict[str, tuple[str, str | None, Told]] = {
    "post of state, name": (
        "[POS Minister of Trade of [COU Chile]] [PER Pablo Rojas] met with [POS Ambassador of [COU Norway]] [PER Lars Holm].",
        None,
        {"Pablo Rojas": ("minister of trade", ("CL",)), "Lars Holm": ("ambassador", ("NO",))},
    ),
    "state's post, comma, name": (
        "[POS Trade Minister] [PER Pablo Rojas] of [COU Chile] met with [POS [COU Norway's] Minister of Fisheries], [PER Lars Holm].",
        None,
        {"Lars Holm": ("minister of fisheries", ("NO",))},
    ),
    "adjective of state": (
        "[POS [COU Chilean] Trade Minister] [PER Pablo Rojas] received [POS [COU Norwegian] Ambassador] [PER Lars Holm].",
        None,
        {"Pablo Rojas": ("trade minister", ("CL",)), "Lars Holm": ("ambassador", ("NO",))},
    ),
    "name, post in apposition": (
        "[PER Lars Holm], [POS Ambassador of [COU Norway] to [COU Chile]], met with [POS Trade Minister] [PER Pablo Rojas].",
        "Ministry of Trade of Chile",
        {"Lars Holm": ("ambassador", ("NO",)), "Pablo Rojas": ("trade minister", ("CL",))},
    ),
    "honorifics between post and name": (
        "[POS Ambassador of [COU Norway]], H.E. Mr. [PER Lars Holm], met with [POS Trade Minister] [PER Pablo Rojas].",
        "Ministry of Trade of Chile",
        {"Lars Holm": ("ambassador", ("NO",))},
    ),
    "rank between post and name": (
        "[POS Defence Minister of [COU Kenya]] Gen. (Retd) [PER Joseph Mutua] met with [POS [COU Norwegian] Ambassador] [PER Lars Holm].",
        None,
        {"Joseph Mutua": ("defence minister", ("KE",))},
    ),
    "title tagged as a part of the name": (
        "[POS [COU Bahraini] Minister] [PER Sheikha Mona bint Isa] met with [POS [COU Norwegian] Ambassador] [PER Lars Holm].",
        None,
        {"Mona bint Isa": ("minister", ("BH",))},
    ),
    "two posts": (
        "[POS [COU Norwegian] Ambassador] [PER Lars Holm] met with [PER Pablo Rojas], [POS Deputy Prime Minister] and "
        "[POS Minister of Trade of [COU Chile]].",
        None,
        {"Pablo Rojas": ("deputy prime minister; minister of trade", ("CL",))},
    ),
    "acting": (
        "[POS [COU Norwegian] Ambassador] [PER Lars Holm] met with [PER Pablo Rojas], acting [POS Director General] of "
        "the [ORG Port Authority of [COU Chile]].",
        None,
        {"Pablo Rojas": ("acting director general of the port authority", ("CL",))},
    ),
    "a list in one plural post": (
        "[POS [COU Norwegian] Ambassador] [PER Lars Holm] met with [POS [COU Chilean] Senators] [PER Pablo Rojas], "
        "[PER Ines Vidal] and [PER Omar Prat].",
        None,
        {"Pablo Rojas": ("senator", ("CL",)), "Ines Vidal": ("senator", ("CL",)), "Omar Prat": ("senator", ("CL",))},
    ),
    "sides and who led them": (
        "Talks between [COU Chile] and [COU Norway] were held in [CIT Oslo]. The [COU Chilean] side was led by [PER Pablo Rojas], "
        "while the [COU Norwegian] delegation was headed by [POS Deputy Minister] [PER Lars Holm].",
        None,
        {"Pablo Rojas": (None, ("CL",)), "Lars Holm": ("deputy minister", ("NO",))},
    ),
    "a state told by a later reference": (
        "[POS Minister of Energy] [PER Pablo Rojas] met with [POS Ambassador] [PER Lars Holm]. The [POS [COU "
        "Norwegian] ambassador] spoke of hydropower.",
        "Ministry of Energy of Chile",
        {"Pablo Rojas": ("minister of energy", ("CL",)), "Lars Holm": ("ambassador", ("NO",))},
    ),
    "sent to a body": (
        "[POS Permanent Representative of [COU Chile] to the [ORG UN]] [PER Pablo Rojas] met with [POS [COU Norwegian] "
        "Minister] [PER Lars Holm].",
        None,
        {"Pablo Rojas": ("permanent representative to the UN", ("CL",))},
    ),
    "sent by a body": (
        "[POS [COU Norwegian] Minister] [PER Lars Holm] met with the [POS Deputy Director General of the [ORG IAEA]], [PER Pablo Rojas].",
        None,
        {"Pablo Rojas": ("deputy director general of the IAEA", ("IAEA",))},
    ),
    "a university of a city": (
        "[POS [COU Chilean] Ambassador] [PER Ines Vidal] met with [POS Rector] of the [ORG University of [CIT Bergen]] [PER Lars Holm].",
        None,
        {"Lars Holm": ("rector of the university of Bergen", ("NO",))},
    ),
    "who speaks for no state where they meet": (
        "[POS Ambassador of [COU Chile]] [PER Ines Vidal] met in [CIT Oslo] with [POS Managing Director] of [ORG "
        "Nordlys Shipping] [PER Lars Holm].",
        "Embassy of Chile in Norway",
        {"Lars Holm": ("managing director of Nordlys Shipping", ("NO",))},
    ),
    "an official of the host": (
        "[POS Ambassador] [PER Ines Vidal] met in [CIT Oslo] with [POS Deputy Minister] [PER Lars Holm].",
        "Embassy of Chile, Oslo",
        {"Ines Vidal": ("ambassador", ("CL",)), "Lars Holm": ("deputy minister", ("NO",))},
    ),
    "another state's official unnamed": (
        "[POS Minister] [PER Lars Holm] met with [PER Ines Vidal]. He also met with the [POS Minister of Trade of [COU Peru]].",
        "Ministry of Trade of Norway",
        {"Minister of Trade of Peru": (None, ("PE",))},
    ),
    "come to a post": (
        "[POS Minister] [PER Lars Holm] congratulated [PER Ines Vidal] on her appointment as [POS Foreign Minister of [COU Chile]].",
        "Ministry of Foreign Affairs of Norway",
        {"Ines Vidal": ("foreign minister", ("CL",)), "Lars Holm": ("minister", ("NO",))},
    ),
    "a group with a committee on something": (
        "[POS [COU Chilean] Ambassador] [PER Ines Vidal] briefed members of the [ORG [COU Dutch] Committee] on Foreign Trade.",
        None,
        {"members of the Dutch Committee on Foreign Trade": (None, ("NL",))},
    ),
    "a people who live somewhere": (
        "[POS Ambassador of [COU Kenya]] [PER Joseph Mutua] met with [NORP Kenyans] living in the [REG Northern Province].",
        None,
        {"Kenyans living in the Northern Province": (None, ("KE",))},
    ),
    "the list with semicolons": (
        "The forum was attended by [PER Ines Vidal], [POS Ambassador of [COU Chile]]; [PER Lars Holm], [POS Mayor of [CIT Oslo]]; "
        "and [PER Rosa Quispe], [POS economist] at the [ORG World Bank].",
        None,
        {"Ines Vidal": ("ambassador", ("CL",)), "Rosa Quispe": ("economist at the World Bank", ("WB",))},
    ),
    "one in company": (
        "[POS [COU Chilean] Ambassador] [PER Ines Vidal], accompanied by [POS First Secretary] [PER Omar Prat], met "
        "with [POS [COU Norwegian] Minister] [PER Lars Holm].",
        None,
        {"Omar Prat": ("first secretary", ("CL",))},
    ),
    "the bodies of a post in the document of a body": (
        "In [CIT Accra] [POS Commissioner] [PER Ines Vidal] was received by [POS President] [PER Kofi Badu].",
        "European Commission",
        {"Ines Vidal": ("commissioner", ("EU",)), "Kofi Badu": ("president", ("GH",))},
    ),
}

RUSSIAN: dict[str, tuple[str, str | None, Told]] = {
    "пост страны": (
        "[POS Министр торговли [COU Чили]] [PER Пабло Рохас] встретился с [POS послом [COU Норвегии]] [PER Ларсом Хольмом].",
        None,
        {"Пабло Рохас": ("министр торговли", ("CL",)), "Ларс Хольм": ("посол", ("NO",))},
    ),
    "посол в стране": (
        "[POS Посол [COU Чили] в [COU Норвегии]] [PER Инес Видаль] встретилась с [POS министром рыболовства] [PER Ларсом Хольмом].",
        "Посольство Чили в Норвегии",
        {"Инес Видаль": ("посол", ("CL",)), "Ларс Хольм": ("министр рыболовства", ("NO",))},
    ),
    "при организации": (
        "[POS Постоянный представитель [COU Чили] при [ORG ООН]] [PER Пабло Рохас] встретился с [POS министром [COU "
        "Норвегии]] [PER Ларсом Хольмом].",
        None,
        {"Пабло Рохас": ("постоянный представитель при ООН", ("CL",))},
    ),
    "прилагательное города": (
        "[POS Посол [COU Чили]] [PER Инес Видаль] встретилась с [POS ректором] [ORG Казанского университета] [PER Маратом Сабировым].",
        None,
        {"Марат Сабиров": ("ректор Казанского университета", ("RU",))},
    ),
    "стороны": (
        "В [CIT Осло] прошли переговоры делегаций. [COU Чилийскую] делегацию возглавил [POS министр торговли] [PER "
        "Пабло Рохас], [COU норвежскую] – [POS заместитель министра] [PER Ларс Хольм].",
        None,
        {"Пабло Рохас": ("министр торговли", ("CL",)), "Ларс Хольм": ("заместитель министра", ("NO",))},
    ),
}

KAZAKH: dict[str, tuple[str, str | None, Told]] = {
    "мемлекет пен лауазым": (
        "[POS [COU Чили] сауда министрі] [PER Пабло Рохас] [POS [COU Норвегия] елшісі] [PER Ларс Хольммен] кездесті.",
        None,
        {"Пабло Рохас": ("сауда министрі", ("CL",)), "Ларс Хольм": ("елші", ("NO",))},
    ),
    "қай елдегі елші": (
        "[POS [COU Чилидің] [COU Норвегиядағы] елшісі] [PER Инес Видаль] [POS [COU Норвегия] министрі] [PER Ларс Хольммен] кездесті.",
        None,
        {"Инес Видаль": ("елші", ("CL",))},
    ),
    "өз елінің ресми тұлғасы": (
        "[POS Сыртқы істер министрі] [PER Ерлан Сапаров] [POS [COU Норвегия] елшісі] [PER Ларс Хольммен] кездесті.",
        None,
        {"Ерлан Сапаров": ("сыртқы істер министрі", ("KZ",))},
    ),
}

CASES = [(code, name, *case) for code, cases in (("en", ENGLISH), ("ru", RUSSIAN), ("kk", KAZAKH)) for name, case in cases.items()]


@pytest.mark.parametrize(("code", "name", "marked", "source", "told"), CASES, ids=[f"{c}: {n}" for c, n, *_ in CASES])
def test_people_have_their_capacity_and_state(code: str, name: str, marked: str, source: str | None, told: Told) -> None:
    participants = [p for e in read_marked(marked, code, source=source) for p in e.participants]
    found = {p.name.value: (p.capacity.value if p.capacity else None, tuple(r.value for r in p.represents)) for p in participants}
    for person, said in told.items():
        assert person in found, found
        capacity = found[person][0]
        assert (capacity.lower() if capacity else None, found[person][1]) == (said[0].lower() if said[0] else None, said[1])


NAMESAKES = {
    "en": "[POS Deputy Minister of [COU Kenya]] [PER Joseph Mutua] met with [POS [COU Norwegian] Ambassador] [PER Lars Holm].\n"
    "The ambassador met with [POS Governor] [PER Joseph Mutua].",
    "ru": "[POS Министр обороны [COU Кении]] [PER Жозеф Мутуа] встретился с [POS послом [COU Норвегии]] [PER Ларсом Холмом].\n"
    "Посол встретился с [POS губернатором] [PER Ж. Мутуа].",
}


@pytest.mark.parametrize("code", NAMESAKES)
def test_a_governor_is_not_the_minister_of_the_same_name(code: str) -> None:
    people = [p for e in read_marked(NAMESAKES[code], code) for p in e.participants]
    posts = [p.capacity.value for p in people if p.capacity and p.name.value.endswith(("Mutua", "Мутуа"))]
    assert len(set(posts)) == 2
