"""Names of people from any case to the nominative, and the stems that mentions share."""

from __future__ import annotations

from pathlib import Path

import pytest

from elshi.language.base import Case, Slot
from elshi.language.ru import RUSSIAN
from elshi.records import Span

FLOOR = 0.98
FLOOR_WITHOUT_SLOT = 0.91
FLOOR_KEYS = 0.97
CASES = (Case.NOM, Case.GEN, Case.DAT, Case.INS)


def declensions() -> list[tuple[str, Case, str]]:
    """Form, its case, and the nominative, for every row of the table."""
    lines = (Path(__file__).parent / "declensions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t")[1:] for line in lines if not line.startswith("#")]
    return [(form, case, row[0]) for row in rows for case, form in zip(CASES, row, strict=True)]


def name(text: str, case: Case | None) -> str:
    return RUSSIAN.person_name(RUSSIAN.tokens(text, Span(0, len(text))), Slot(case))


def test_the_table_is_broad() -> None:
    lines = (Path(__file__).parent / "declensions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(declensions()) >= 500
    assert len({line.split("\t")[0] for line in lines}) >= 50


@pytest.mark.parametrize(("known", "floor"), [(True, FLOOR), (False, FLOOR_WITHOUT_SLOT)])
def test_share_of_names_read_rightly(known: bool, floor: float) -> None:
    wrong = [(form, found) for form, case, right in declensions() if (found := name(form, case if known else None)) != right]
    assert 1 - len(wrong) / len(declensions()) >= floor, wrong


def test_share_of_forms_with_the_stems_of_their_nominative() -> None:
    wrong = [form for form, _, right in declensions() if not RUSSIAN.name_key(right) <= RUSSIAN.name_key(form)]
    assert 1 - len(wrong) / len(declensions()) >= FLOOR_KEYS, wrong


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Маратом Серикулы", Case.INS, "Марат Серикулы"),
        ("Ерланом Нұрланұлымен", Case.INS, "Ерлан Нұрланұлы"),
        ("Марией Бельской-Ланге", Case.INS, "Мария Бельская-Ланге"),
        ("ТИМУР ОСПАНОВ", Case.NOM, "Тимур Оспанов"),
        ("Яном «Янеком» Новаком", Case.INS, "Ян «Янек» Новак"),
        ("А.Б.Сериковым", Case.INS, "А.Б.Сериков"),
        ("Чжоу", Case.INS, "Чжоу"),
        ("John Smith", Case.GEN, "John Smith"),
        ("Мусе", Case.DAT, "Муса"),
        ("Карахана", Case.ACC, "Карахан"),
        ("Ольгу Белову", Case.ACC, "Ольга Белова"),
    ],
)
def test_single_names(text: str, case: Case, expected: str) -> None:
    assert name(text, case) == expected


def test_agreement_outweighs_a_wrong_slot() -> None:
    assert name("Жанны Мкртчян", Case.INS) == "Жанна Мкртчян"


def test_keys_tell_relatives_apart() -> None:
    first, second = RUSSIAN.name_key("Анны Соколовой"), RUSSIAN.name_key("Марией Соколовой")
    assert first & second == RUSSIAN.name_key("Соколов")
    assert first != second


def test_keys_have_initials_but_no_particles_and_no_patronymics() -> None:
    assert RUSSIAN.name_key("А. фон Бергом") == {"А.", "берг"}
    assert RUSSIAN.name_key("Иван Петрович Громов") == RUSSIAN.name_key("Ивана Громова")
