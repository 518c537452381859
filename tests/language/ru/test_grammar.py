"""The case and the preposition of a phrase in its sentence."""

from __future__ import annotations

import pytest

from elshi.language.base import Case, Sentence, Slot
from elshi.language.ru import RUSSIAN
from elshi.records import Span


def slot(before: str, phrase: str, after: str) -> Slot:
    text = before + phrase + after
    span = Span(0, len(text))
    sentence = Sentence(span, RUSSIAN.tokens(text, span), 0)
    return RUSSIAN.slot(sentence, sentence.indexes(Span(len(before), len(before) + len(phrase))))


@pytest.mark.parametrize(
    ("before", "phrase", "after", "case", "preposition"),
    [
        ("Посол провел встречу с ", "послом Омана Мехди Касемом Рахбаром", ".", Case.INS, "с"),
        ("", "Заместитель министра Айбек Сулеев", " встретился с послом.", Case.NOM, None),
        ("Состоялась встреча ", "посла Казахстана Берика Тулеша", " с министром.", Case.GEN, None),
        ("Состоялась встреча посла с послом Чили и ", "министром торговли Эллой Нурмела", ".", Case.INS, "с"),
        ("Стороны обсудили с ", "руководством МАГАТЭ", " вопросы.", Case.INS, "с"),
        ("Посольство представило ", "норвежским парламентариям", " положения.", Case.DAT, None),
        ("Министр принял ", "посла Бразилии Жуана Перейру", ".", Case.ACC, None),
        ("Посол был принят ", "министром Мартой Ли", ".", Case.INS, None),
        ("Встреча состоялась в ", "Министерстве иностранных дел", ".", Case.LOC, "в"),
        ("Грамоты вручены ", "президенту Фуаду Керимзаде", ".", Case.DAT, None),
        ("Прибыли гости, среди которых ", "главы миссий", ".", Case.NOM, None),
        ("К ", "генеральному консулу Марату Иманову", " обратились граждане.", Case.DAT, "к"),
        ("Встретились посол и ", "министр культуры Ануш Саркисян", ".", Case.NOM, None),
        ("Беседа с ", "Халилом Исой", " прошла тепло.", Case.INS, "с"),
        ("Визит ", "Чаглароглу", " завершен.", Case.GEN, None),
        ("По словам ", "Рахбара", ", все готово.", Case.GEN, None),
        ("В Каире ", "посол Серик Жандосов", " посетил музей.", Case.NOM, None),
        ("Состоялась встреча посла Казахстана ", "Серика Жандосова", " с министром.", Case.GEN, None),
        ("Встреча с министром образования Армении ", "Марией Саркисян", ".", Case.INS, "с"),
        ("Он передал ", "Исе", " послание.", Case.DAT, None),
        ("Переговоры между ", "министром финансов Петром Лавровым", " и ", Case.INS, "между"),
        ("Участвовали представители ", "Группы друзей горных рек", ".", Case.GEN, None),
        ("Посол провел переговоры с директором музея Лейлой Хамад, ", "ректором Тимуром Асановым", " и гостями.", Case.INS, "с"),
        ("Посол встретился с депутатами, а также ", "членами диаспоры", ".", Case.INS, "с"),
        ("Они посетили ", "Национальный музей", ".", Case.ACC, None),
        ("В ходе встречи ", "Айдос Темиров", " отметил важность.", Case.NOM, None),
        ("Делегация во главе с ", "министром торговли Ван И", " прибыла.", Case.INS, "с"),
        ("Прием от имени ", "посла Кипра Елены Никифору", " прошел.", Case.GEN, None),
    ],
)
def test_slots(before: str, phrase: str, after: str, case: Case, preposition: str | None) -> None:
    assert slot(before, phrase, after) == Slot(case, preposition)


def test_no_phrase_has_no_slot() -> None:
    span = Span(0, 5)
    assert RUSSIAN.slot(Sentence(span, RUSSIAN.tokens("Посол", span), 0), range(0, 0)) == Slot(None)
