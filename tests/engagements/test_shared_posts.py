"""A plural post with several states and as many holders gives each holder one state."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

CASES = {
    "en": (
        "The [POSITION [NORP Danish] and [NORP Latvian] transport ministers], [PERSON Mikkel Thorsen] "
        "and [PERSON Ilze Kalniņa], held talks.",
        {"Mikkel Thorsen": "DK", "Ilze Kalniņa": "LV"},
        "transport minister",
    ),
    "ru": (
        "[POSITION Министры транспорта [COUNTRY Дании] и [COUNTRY Латвии]] "
        "[PERSON Миккель Торсен] и [PERSON Илзе Калныня] провели переговоры.",
        {"Миккель Торсен": "DK", "Илзе Калныня": "LV"},
        "министр транспорта",
    ),
    "kk": (
        "[COUNTRY Дания] мен [COUNTRY Латвияның] [POSITION көлік министрлері] "
        "[PERSON Миккель Торсен] мен [PERSON Илзе Калныня] келіссөз жүргізді.",
        {"Миккель Торсен": "DK", "Илзе Калныня": "LV"},
        "көлік министр",
    ),
}


@pytest.mark.parametrize("language", CASES)
def test_each_has_a_state(language: str) -> None:
    marked, states, post = CASES[language]
    (engagement,) = read_marked(marked, language)
    assert {p.name.value: p.represents[0].value for p in engagement.participants} == states
    assert all(p.capacity.value.startswith(post) for p in engagement.participants)


def test_one_state_is_shared_by_all() -> None:
    marked = (
        "[POSITION Senators] of [COUNTRY Chile] [PERSON Ana Rivas], [PERSON Luis Soto] and [PERSON Eva Paz] "
        "met with [POSITION Ambassador of [COUNTRY Japan]] [PERSON Ken Mori]."
    )
    (engagement,) = read_marked(marked, "en")
    assert {p.represents[0].value for p in engagement.participants} == {"CL", "JP"}


LISTED = {
    "en": (
        "[POSITION Ambassadors] [PERSON Luis Rojas] of [COUNTRY Peru], [PERSON Kofi Baidoo] of [COUNTRY Ghana] and [PERSON Carmen Vella] "
        "of [COUNTRY Malta] met with [POSITION Foreign Minister of [COUNTRY Estonia]] [PERSON Anu Saar]."
    ),
    "ru": (
        "[POSITION Послы [COUNTRY Перу]] [PERSON Луис Рохас], [COUNTRY Ганы] [PERSON Кофи Байду] и [COUNTRY Мальты] [PERSON Кармен Велла] "
        "встретились с [POSITION министром иностранных дел [COUNTRY Эстонии]] [PERSON Ану Саар]."
    ),
}


@pytest.mark.parametrize("language", LISTED)
def test_a_post_is_handed_on_through_a_list(language: str) -> None:
    engagements = read_marked(LISTED[language], language)
    served = {p.represents[0].value: p.capacity.value for e in engagements for p in e.participants}
    assert set(served) == {"PE", "GH", "MT", "EE"}
    assert served["MT"] == served["GH"] == served["PE"]


def test_adjectives_of_a_shared_post_are_singular_too() -> None:
    marked = (
        "[POSITION Чрезвычайные и полномочные послы [COUNTRY Перу]] [PERSON Луис Рохас] и [COUNTRY Ганы] [PERSON Кофи Байду] "
        "встретились с [POSITION министром иностранных дел [COUNTRY Эстонии]] [PERSON Ану Саар]."
    )
    posts = {p.capacity.value for e in read_marked(marked, "ru") for p in e.participants}
    assert posts == {"чрезвычайный и полномочный посол", "министр иностранных дел"}
