"""Colleagues of several states, who are named behind the word for all of them: each has the post and a state of his or her own."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

COLLEAGUES = [
    (
        "ru",
        "[POS Министр юстиции [COU Эстонии]] [PER Юхан Каск] встретился с [POS коллегами] из [COU Перу] и [COU Ганы] — [PER Хорхе Саласом] "
        "и [PER Кофи Антви].",
        ("министр юстиции", "Хорхе Салас", "Кофи Антви"),
    ),
    (
        "ru",
        "[POS Министр юстиции [COU Эстонии]] [PER Юхан Каск] провел телефонные разговоры с [POS коллегами] из [COU Перу] и [COU Ганы] "
        "[PER Хорхе Саласом] и [PER Кофи Антви].",
        ("министр юстиции", "Хорхе Салас", "Кофи Антви"),
    ),
    (
        "en",
        "[POS Justice Minister of [COU Estonia]] [PER Juhan Kask] met [POS counterparts] from [COU Peru] and [COU Ghana], "
        "[PER Jorge Salas] and [PER Kofi Antwi].",
        ("justice minister", "Jorge Salas", "Kofi Antwi"),
    ),
    (
        "kk",
        "[POS [COU Эстония] әділет министрі] [PER Юхан Каск] [COU Перу] мен [COU Ганадағы] [POS әріптестері] [PER Хорхе Саласпен] және "
        "[PER Кофи Антвимен] кездесті.",
        ("әділет министрі", "Хорхе Салас", "Кофи Антви"),
    ),
]


@pytest.mark.parametrize(("language", "marked", "told"), COLLEAGUES)
def test_each_colleague_has_a_state_of_his_own(language: str, marked: str, told: tuple[str, str, str]) -> None:
    post, *names = told
    contacts = read_marked(marked, language)
    guests = [e.participants[1] for e in contacts]
    assert [(p.name.value, *(r.value for r in p.represents)) for p in guests] == [(names[0], "PE"), (names[1], "GH")]
    assert all(p.capacity is not None and p.capacity.value == post for p in guests)
