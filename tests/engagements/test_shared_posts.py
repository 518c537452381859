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
