"""Readings of Kazakh words."""

from __future__ import annotations

import pytest

from elshi.language.base import Case
from elshi.language.kk.tokens import read_word, suffix_case


def first(word: str):
    return next(r for r in read_word(word) if r.part != "PREP")


@pytest.mark.parametrize(
    ("word", "lemma", "case", "number"),
    [
        ("елшінің", "елші", Case.GEN, "sing"),
        ("елшіге", "елші", Case.DAT, "sing"),
        ("елшіні", "елші", Case.ACC, "sing"),
        ("елшімен", "елші", Case.INS, "sing"),
        ("қалада", "қала", Case.LOC, "sing"),
        ("қаладан", "қала", Case.ABL, "sing"),
        ("министрлерге", "министр", Case.DAT, "plur"),
        ("студенттермен", "студент", Case.INS, "plur"),
        ("азаматтардың", "азамат", Case.GEN, "plur"),
        ("сауда", "сауда", Case.NOM, "sing"),
        ("Астана", "астана", Case.NOM, "sing"),
        ("Канада", "канада", Case.NOM, "sing"),
        ("Канадада", "канада", Case.LOC, "sing"),
        ("Суданнан", "судан", Case.ABL, "sing"),
        ("Өскеменге", "өскемен", Case.DAT, "sing"),
        ("халқының", "халық", Case.GEN, "sing"),
        ("серіктестігін", "серіктестік", Case.ACC, "sing"),
        ("елімізде", "ел", Case.LOC, "sing"),
    ],
)
def test_nouns(word, lemma, case, number):
    reading = first(word)
    assert (reading.lemma, reading.case, reading.number) == (lemma, case, number)


@pytest.mark.parametrize("word", ["елшісі", "елшісінің", "елшісімен", "елшілеріне", "министрлігінде", "орынбасарын"])
def test_possessives_are_marked(word):
    assert "poss3" in first(word).features


@pytest.mark.parametrize(
    ("word", "lemma", "features"),
    [
        ("кездесті", "кездес", {"past"}),
        ("жүздеседі", "жүздес", {"pres", "fut"}),
        ("қабылдады", "қабылда", {"past"}),
        ("қабылданды", "қабылда", {"past", "pass"}),
        ("өткізілді", "өткіз", {"past", "pass"}),
        ("өткізілетін", "өткіз", {"part", "fut", "pass"}),
        ("барған", "бар", {"part", "past"}),
        ("шақырып", "шақыр", {"conv"}),
        ("келмеді", "кел", {"neg", "past"}),
        ("қатыспайды", "қатыс", {"neg", "pres"}),
        ("құттықтады", "құттықта", {"past"}),
        ("жинамақ", "жина", {"fut"}),
        ("келмекші", "кел", {"fut"}),
        ("шығады", "шық", {"pres"}),
        ("тауып", "тап", {"conv"}),
        ("оқиды", "оқы", {"pres"}),
        ("қояды", "қой", {"pres"}),
    ],
)
def test_verbs(word, lemma, features):
    assert any(r.lemma == lemma and features <= r.features for r in read_word(word)), read_word(word)


def test_an_infinitive_is_a_verb_and_a_noun():
    lemmas = {(r.lemma, r.part) for r in read_word("кездесуге") if r.case is Case.DAT}
    assert {("кездес", "VERB"), ("кездесу", "NOUN")} <= lemmas


def test_a_participle_declines():
    assert any(r.lemma == "қолда" and r.case is Case.ACC and "poss3" in r.features for r in read_word("қолдайтынын"))


def test_attributes_of_place():
    reading = first("Парагвайдағы")
    assert (reading.lemma, reading.part, reading.case) == ("парагвай", "ADJ", Case.LOC)
    assert "attr" in reading.features


@pytest.mark.parametrize(
    ("word", "case"),
    [("БҰҰ-ның", Case.GEN), ("АҚШ-қа", Case.DAT), ("ТМД-мен", Case.INS), ("300-ге", Case.DAT), ("ГЭС-інен", Case.ABL)],
)
def test_endings_after_a_hyphen(word, case):
    assert [r.case for r in read_word(word)] == [case]


def test_what_is_no_ending_has_no_case():
    assert suffix_case("шық") is None
    assert read_word("–") == ()


def test_pronouns_are_not_guessed():
    assert [(r.lemma, r.case) for r in read_word("оған")] == [("ол", Case.DAT)]


def test_unknown_words_in_capitals_are_names():
    readings = read_word("Эсвейтинде")
    assert {r.part for r in readings} == {"NAME"}
    assert readings[0].case is Case.LOC


def test_latin_lookalikes_are_read_as_kazakh_letters():
    assert [r.lemma for r in read_word("министрлiгiнiң")][:1] == ["министрлік"]


def test_the_last_part_of_a_compound_decides():
    assert first("Алтын-Қазына").case is Case.NOM
    assert first("вице-спикерге").case is Case.DAT


def test_countries_in_stan_are_whole():
    assert first("Белестан").case is Case.NOM
    assert first("Белестанда").case is Case.LOC
