"""Noun phrases in the nominative."""

from __future__ import annotations

import pytest

from elshi.language.base import Case, Slot
from elshi.language.kk import KAZAKH
from elshi.records import Span

PHRASES = [
    ("сыртқы істер министрімен", Case.INS, "сыртқы істер министрі"),
    ("Мальтаның елшісімен", Case.INS, "Мальтаның елшісі"),
    ("чех студенттерімен", Case.INS, "чех студенттері"),
    ("ЭЫҰ Бас хатшысымен", Case.INS, "ЭЫҰ Бас хатшысы"),
    ("палата төрағасының орынбасарын", Case.ACC, "палата төрағасының орынбасары"),
    ("бас хатшысына", Case.DAT, "бас хатшысы"),
    ("Президентін", Case.ACC, "Президенті"),
    ("делегация жетекшісін", Case.ACC, "делегация жетекшісі"),
    ("қоғам өкілдерімен", Case.INS, "қоғам өкілдері"),
    ("азаматтарға", Case.DAT, "азаматтар"),
    ("посольдармен", Case.INS, "посольдар"),
    ("Астанада", Case.LOC, "Астана"),
    ("Астана", Case.NOM, "Астана"),
    ("ескі заман", Case.NOM, "ескі заман"),
    ("қоғамдық сана", Case.NOM, "қоғамдық сана"),
    ("Мемлекет хатшысы", Case.NOM, "Мемлекет хатшысы"),
    ("Ұлттық кітапханада", Case.LOC, "Ұлттық кітапхана"),
    ("«Ақ бидай» қонақүйінде", Case.LOC, "«Ақ бидай» қонақүйі"),
    ("«Бейбітшілік сарайында»", Case.LOC, "«Бейбітшілік сарайы»"),
    ("БҰҰ-ның", Case.GEN, "БҰҰ"),
    ("АҚШ-пен", Case.INS, "АҚШ"),
    ("«Жібек жолы»-мен", Case.INS, "«Жібек жолы»"),
    ("қазақ халқының", Case.GEN, "қазақ халқы"),
    ("кездесуде", Case.LOC, "кездесу"),
    ("көлік министрлігіне", Case.DAT, "көлік министрлігі"),
    ("СЫРТҚЫ ІСТЕР МИНИСТРЛІГІНЕ", Case.DAT, "СЫРТҚЫ ІСТЕР МИНИСТРЛІГІ"),
    ("Орталық сайлау комиссиясынан", Case.ABL, "Орталық сайлау комиссиясы"),
    ("Парагвайдағы", Case.LOC, "Парагвай"),
    ("журналистерден", Case.ABL, "журналистер"),
]


def restore(text: str, case: Case | None) -> str:
    return KAZAKH.nominative(KAZAKH.tokens(text, Span(0, len(text))), Slot(case))


@pytest.mark.parametrize(("text", "case", "expected"), PHRASES)
def test_only_the_last_ending_goes(text, case, expected):
    assert restore(text, case) == expected


@pytest.mark.parametrize(("text", "expected"), [(t, e) for t, _, e in PHRASES])
def test_the_case_is_found_without_a_slot(text, expected):
    assert restore(text, None) == expected


def test_a_phrase_that_has_not_the_ending_stays():
    assert restore("Израиль үкіметі", Case.INS) == "Израиль үкіметі"


def test_spacing_is_one_space_and_marks_keep_their_places():
    assert restore("сауда  және\nқаржы (жаңа) министріне", Case.DAT) == "сауда және қаржы (жаңа) министрі"
    assert restore("—", Case.DAT) == "—"
