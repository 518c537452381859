"""Words, numbers and marks with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.language.tokenising import split_words
from elshi.records import Span


def words(text: str) -> list[str]:
    return [word for _, word in split_words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Премьер-министр прибыл.", ["Премьер-министр", "прибыл", "."]),
        ("Mary O'Brien’s team", ["Mary", "O'Brien’s", "team"]),
        ("Б. Касымов и Х.А.Рахими", ["Б.", "Касымов", "и", "Х.", "А.", "Рахими"]),
        ("3-го числа, 20-я сессия", ["3-го", "числа", ",", "20-я", "сессия"]),
        ("5–7 марта, 5-7 марта", ["5", "–", "7", "марта", ",", "5", "-", "7", "марта"]),
        ("05.03.2026 и 2026-03-05", ["05.03.2026", "и", "2026-03-05"]),
        ("в 2026г. и 2026 ж.", ["в", "2026", "г", ".", "и", "2026", "ж", "."]),
        ("праздник Наурыз.На встрече", ["праздник", "Наурыз", ".", "На", "встрече"]),
        ("«Шёлковый путь»", ["«", "Шёлковый", "путь", "»"]),
        ("пере\u00adговоры", ["переговоры"]),
        ("пере\u00ad\n говоры", ["переговоры"]),
        ("при\u200bбыл", ["прибыл"]),
        ("трои\u0306ка", ["тройка"]),
        ("т.б. және Ә.Нұрланов", ["т", ".", "б", ".", "және", "Ә.", "Нұрланов"]),
        ("Ждём... ответа…", ["Ждём", "...", "ответа", "…"]),
        ("формат C5+1, МиГ-29", ["формат", "C5", "+", "1", ",", "МиГ-29"]),
        ("см. https://example.org/a.b, далее", ["см", ".", "https://example.org/a.b", ",", "далее"]),
        ("«...»", ["«", "...", "»"]),
        ("рост 5,5%", ["рост", "5,5", "%"]),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_pieces_stay_inside_the_span() -> None:
    text = "до встречи после"
    assert split_words(text, Span(3, 10)) == [(Span(3, 10), "встречи")]


@given(st.text(alphabet="аБв .-–«»'\u00ad\u0306\n19,:ёқ@"))
def test_every_visible_character_is_in_exactly_one_piece(text: str) -> None:
    pieces = split_words(text, Span(0, len(text)))
    covered = [i for span, _ in pieces for i in range(span.start, span.end)]
    assert covered == sorted(set(covered))
    assert all(text[i].isspace() or text[i] in "\u00ad\u200b" for i in set(range(len(text))) - set(covered))
    assert all(word for _, word in pieces)
