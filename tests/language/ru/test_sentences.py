"""Where Russian sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.language.ru.sentences import Break, decide, split_sentences
from elshi.records import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Министр прибыл в Осло. Его встретил посол.", 2),
        ("Встреча прошла в г. Алматы. Стороны довольны.", 2),
        ("Соглашение подписано в 2025 г. Стороны выполняют его.", 2),
        ("В 2025 г. Казахстан открыл три консульства.", 1),
        ("Гости посетили музей им. Абылхана Кастеева и университет.", 1),
        ("Экономика, т.е. Торговля и промышленность, растет.", 1),
        ("Выставку посетили 20 тыс. человек.", 1),
        ("Посол А. Б. Сериков и Х.А.Рахими обсудили торговлю.", 1),
        ("Об этом сообщил МИД РК. Переговоры продолжатся.", 2),
        ("Посол открыл форум «Новые дороги». Гости аплодировали.", 2),
        ("«Мы рады видеть вас. Дверь открыта», – сказал посол. Гости ушли.", 2),
        ('"Мы согласны!" – заявил министр.', 1),
        ("Прошел праздник Наурыз.На нем выступил посол.", 2),
        ("Стороны обсудили:\n1. Торговлю.\n2. Транспорт.", 3),
        ("Посол прибыл\nв столицу вечером.", 1),
        ("Первый абзац без точки\n\nВторой абзац", 2),
        ("Повестка:\n- торговля;\n- культура.", 3),
        ("Подробности на gov.kz и в газете.", 1),
        ("Выступил и.о. Министра. Зал слушал.", 2),
        ("Прибудет ли он? Ответа нет… Ждем.", 3),
        ("Рост составил 5.3 процента. Это много.", 2),
        ("Проф. Ли и д-р Ким выступили.", 1),
        ("Приехали послы, консулы и др. Начался ужин.", 2),
        ("Сессия (см. Приложение) завершена. Итоги подведены.", 2),
    ],
)
def test_counts(text: str, count: int) -> None:
    assert len(split(text)) == count, split(text)


def test_the_rule_that_decided_is_named() -> None:
    assert decide(Break("Посол А", ".", "", " ", "Сериков", spoken=False)) == (False, "initial")
    assert decide(Break("Посол прибыл", ".", "", " ", "Его ждали", spoken=False)) == (True, "ordinary")


def test_spans_point_into_the_text() -> None:
    text = "Шапка. Посол прибыл. Он рад. Конец."
    assert [s.of(text) for s in split_sentences(text, Span(7, 28))] == ["Посол прибыл.", "Он рад."]


@given(st.text(alphabet='аБ .!?»«"-–\n1)', max_size=60))
def test_nothing_visible_is_lost(text: str) -> None:
    spans = split_sentences(text, Span(0, len(text)))
    covered = "".join(s.of(text) for s in spans)
    assert [c for c in covered if not c.isspace()] == [c for c in text if not c.isspace()]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.of(text) == s.of(text).strip() != "" for s in spans)
