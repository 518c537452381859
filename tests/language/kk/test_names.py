"""People's names without their case endings, and their comparable stems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from elshi.language.base import Case, Slot
from elshi.language.kk import KAZAKH
from elshi.language.kk.names import name_stems, strip_name
from elshi.records import Span

WITH_SLOT, WITHOUT_SLOT = 0.98, 0.94  # floors


def listed() -> Iterator[tuple[str, Case, str, str]]:
    """Culture, case, form and bare name of each listed pair."""
    lines = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("#"):
            continue
        culture, _, pairs = line.partition(": ")
        for pair in pairs.split("; "):
            case, _, written = pair.partition(" ")
            yield culture, Case(case), written.replace("+", ""), written.split("+")[0]


PAIRS = list(listed())


def restore(form: str, case: Case | None) -> str:
    tokens = KAZAKH.tokens(form, Span(0, len(form)))
    return KAZAKH.person_name(tokens, Slot(case))


def wrong(known_case: bool) -> list[tuple[str, str, str]]:
    found = ((form, restore(form, case if known_case else None), bare) for _, case, form, bare in PAIRS)
    return [f for f in found if f[1] != f[2]]


def test_the_list_is_wide_enough():
    assert len(PAIRS) >= 250
    assert len({culture for culture, *_ in PAIRS}) >= 30


def test_a_known_case_is_taken_off():
    mistakes = wrong(known_case=True)
    assert 1 - len(mistakes) / len(PAIRS) >= WITH_SLOT, mistakes


def test_an_unknown_case_is_guessed():
    mistakes = wrong(known_case=False)
    assert 1 - len(mistakes) / len(PAIRS) >= WITHOUT_SLOT, mistakes


def test_case_forms_of_a_name_share_their_stems():
    apart = [(form, bare) for _, _, form, bare in PAIRS if name_stems(form) != name_stems(bare)]
    assert len(apart) <= len(PAIRS) * 0.01, apart


def test_different_surnames_have_different_stems():
    assert name_stems("Серік Оразов").isdisjoint(name_stems("Мұрат Әлиев"))


@pytest.mark.parametrize(
    ("form", "case", "bare"),
    [
        ("Женден", Case.INS, "Женден"),
        ("Нанде", Case.LOC, "Нанде"),
        ("Эргинмен", Case.DAT, "Эргинмен"),
        ("Весела", Case.DAT, "Весела"),
        ("Мәдина", None, "Мәдина"),
        ("Айгүлден", Case.ABL, "Айгүл"),
        ("Ружичка", None, "Ружичка"),
    ],
)
def test_only_the_ending_that_the_case_wants_is_taken(form, case, bare):
    assert strip_name(form, case) == bare


def test_a_title_after_the_name_is_left_out():
    assert restore("Лан Тхи Хоа ханымға", Case.DAT) == "Лан Тхи Хоа"
    assert restore("Серік Айдаров мырзамен", Case.INS) == "Серік Айдаров"


def test_a_partial_name_shares_a_stem_with_the_full_one():
    full = name_stems("Арман Серікұлы Досжанов")
    assert name_stems("Досжановпен") <= full
    assert "А." in name_stems("А. Досжановқа")
    assert name_stems("А.Досжановтың") - {"А."} <= full


def test_particles_are_no_stems():
    assert name_stems("Ян ван дер Мервер") == {"ян", "мервер"}


def test_letters_and_spacing_stay():
    assert restore("Т. НАҒАИДІҢ", Case.GEN) == "Т. НАҒАИ"
    assert restore("Т.Нағаидің", Case.GEN) == "Т.Нағаи"
