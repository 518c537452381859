"""Possessives that answer to an owner left out."""

from __future__ import annotations

import pytest

from elshi.language.kk.morphology import strip_owner

CASES = {
    "елшісі": "елші",
    "консулы": "консул",
    "өкілі": "өкіл",
    "Премьер-министрінің": "Премьер-министрдің",
    "Сенатының": "Сенаттың",
    "Жиналысының": "Жиналыстың",
    "палатасының": "палатаның",
    "Үкіметі": "Үкімет",
    "министр": "министр",
    "министрге": "министрге",
}


@pytest.mark.parametrize("written", CASES)
def test_the_possessive_goes_and_the_case_stays(written: str) -> None:
    assert strip_owner(written) == CASES[written]
