"""Russian words with readings."""

from __future__ import annotations

import pytest

from elshi.language.base import Case, Token
from elshi.language.ru.tokens import inflect, read_tokens, readings, write_like
from elshi.records import Span


def token(text: str) -> Token:
    (found,) = read_tokens(text, Span(0, len(text)))
    return found


@pytest.mark.parametrize(
    ("word", "lemma", "part", "case", "features"),
    [
        ("министром", "министр", "NOUN", Case.INS, {"masc", "anim"}),
        ("посольстве", "посольство", "NOUN", Case.LOC, {"neut"}),
        ("встретился", "встретиться", "VERB", None, {"past", "perf"}),
        ("состоится", "состояться", "VERB", None, {"fut"}),
        ("принят", "принять", "VERB", None, {"pass", "short"}),
        ("подписанных", "подписать", "ADJ", Case.GEN, {"part", "pass"}),
        ("провести", "провести", "VERB", None, {"inf"}),
        ("выступая", "выступать", "CONV", None, {"pres"}),
        ("Антонией", "антония", "NAME", Case.INS, {"given", "femn"}),
        ("Петровича", "петрович", "NAME", Case.GEN, {"patronymic"}),
        ("Бақытбекқызы", "бақытбекқызы", "NAME", Case.NOM, {"femn", "fixd"}),
        ("Сапарбекұлымен", "сапарбекұлы", "NAME", Case.INS, {"masc"}),
        ("Армении", "армения", "NOUN", Case.GEN, {"place"}),
        ("между", "между", "PREP", None, set()),
        ("который", "который", "ADJ", Case.NOM, {"pronoun"}),
        ("3-го", "3-го", "ADJ", Case.GEN, {"ordinal"}),
        ("15", "15", "NUM", None, set()),
        ("берёт", "брать", "VERB", None, {"pres"}),
    ],
)
def test_some_reading(word: str, lemma: str, part: str, case: Case | None, features: set[str]) -> None:
    found = token(word).readings
    assert any(r.lemma == lemma and r.part == part and r.case == case and features <= r.features for r in found), found


def test_small_letters_are_no_names() -> None:
    assert all(r.part != "NAME" for r in token("вера").readings)
    assert any(r.part == "NAME" for r in token("Вера").readings)


def test_punctuation_has_no_readings() -> None:
    assert token("«").readings == ()


def test_readings_are_distinct() -> None:
    found = readings("встречи", False)
    assert len(found) == len(set(found)) > 1


def test_inflects_the_reading_that_is_meant() -> None:
    plural = next(r for r in readings("послами", False) if r.number == "plur")
    assert inflect("послами", plural) == "послы"


@pytest.mark.parametrize(
    ("model", "word", "expected"),
    [
        ("Послом", "посол", "Посол"),
        ("О'Брайеном", "о'брайен", "О'Брайен"),
        ("МИДом", "мид", "МИД"),
        ("ПОСЛОМ", "посол", "ПОСОЛ"),
        ("Вице-Премьером", "вице-премьер", "Вице-Премьер"),
    ],
)
def test_letter_case(model: str, word: str, expected: str) -> None:
    assert write_like(model, word) == expected
