"""Slots of Kazakh noun phrases."""

from __future__ import annotations

import pytest

from elshi.language.base import Case, Sentence, Slot
from elshi.language.kk import KAZAKH
from elshi.records import Span


def slot_of(text: str, phrase: str) -> Slot:
    sentence = Sentence(Span(0, len(text)), KAZAKH.tokens(text, Span(0, len(text))), 0)
    start = text.index(phrase)
    return KAZAKH.slot(sentence, sentence.indexes(Span(start, start + len(phrase))))


@pytest.mark.parametrize(
    ("text", "phrase", "case", "preposition"),
    [
        ("Елші Ормандағы ауыл тұрғындарымен кездесті.", "ауыл тұрғындарымен", Case.INS, None),
        ("Қазақстанның елшісі Осло мэрін қабылдады.", "Осло мэрін", Case.ACC, None),
        ("Қазақстанның елшісі Осло мэрін қабылдады.", "Қазақстанның", Case.GEN, None),
        ("Елшіні Питер Холл қабылдады.", "Питер Холл", Case.NOM, None),
        ("Президент Керім Досовқа жеделхат жолдады.", "Керім Досовқа", Case.DAT, None),
        ("Хат Керім Досовтан келді.", "Керім Досовтан", Case.ABL, None),
        ("Тараптар Батумиде кездесті.", "Батумиде", Case.LOC, None),
        ("Министр Питер ван дер Хейде сөз сөйледі.", "Питер ван дер Хейде", Case.NOM, None),
        ("Мұрат Табылдық бас консулды қабылдады.", "Мұрат Табылдық", Case.NOM, None),
        ("Ерлан Алмаханды Токиода студенттермен кездесті.", "Ерлан Алмаханды", Case.NOM, None),
        ("Жанат Сәкенді Токиода министр қабылдады.", "Жанат Сәкенді", Case.ACC, None),
        ("Ол Серік Қалиға ескерткіш қойылған жерде елшімен кездесті.", "Серік Қалиға", Case.DAT, None),
        ("Амангелді Есенкелді елшімен кездесті.", "Амангелді Есенкелді", Case.NOM, None),
        ("Ерлан Сағынды бүгін жиынға қатысты.", "Ерлан Сағынды", Case.NOM, None),
        ("Франтишек Ружичка елшімен жүздесті.", "Франтишек Ружичка", Case.NOM, None),
        ("Кездесу елшіліктің бастамасы бойынша өтті.", "елшіліктің бастамасы", Case.NOM, "бойынша"),
        ("Жиын сәуірге дейін созылды.", "сәуірге", Case.DAT, "дейін"),
        ("Министр Әли Қасым бастаған делегация келді.", "Әли Қасым", Case.NOM, "бастаған"),
        ("Ол «Самұрық»-пен келісімге қол қойды.", "«Самұрық»", Case.INS, None),
        ("Ол Лан Тхи Хоа ханымға сәлем жолдады.", "Лан Тхи Хоа", Case.DAT, None),
        ("Министр БҰҰ-ның өкілімен сөйлесті.", "БҰҰ-ның", Case.GEN, None),
    ],
)
def test_the_case_of_the_last_word(text, phrase, case, preposition):
    assert slot_of(text, phrase) == Slot(case, preposition)


@pytest.mark.parametrize(
    ("text", "phrase", "case", "preposition"),
    [
        ("Ректор студенттер мен оқытушыларға дәріс оқыды.", "студенттер", Case.DAT, None),
        ("Мұхтар Оспан пен Айгүл Нұрлы елшімен кездесті.", "Мұхтар Оспан", Case.NOM, None),
        ("Министр Том Грант, Эва Ланг және Кай Мерцпен кездесті.", "Том Грант", Case.INS, None),
        ("Министр Том Грант, Эва Ланг және Кай Мерцпен кездесті.", "Эва Ланг", Case.INS, None),
        ("Министр Асан Көбен мен Үсен Ғабидің хатына жауап берді.", "Асан Көбен", Case.GEN, None),
        ("Жиында Асан Көбен мен Қазақстанның елшісі сөйледі.", "Асан Көбен", Case.NOM, None),
        ("Том Грант, Эва Ланг және Кай Мерц жиынға қатысты.", "Том Грант", Case.NOM, None),
        ("Қазақстан мен Малайзия арасында келісім жасалды.", "Қазақстан", Case.NOM, "арасында"),
        ("Елші депутаттар Ян Новак пен Ева Крал бастаған топты қабылдады.", "Ян Новак", Case.NOM, "бастаған"),
        ("Жиынға сенатор Ян Новак, сондай-ақ елші келді.", "Ян Новак", Case.NOM, None),
        ("Мұхтар Оспан пен Айгүл Нұрлы Өкілдер палатасының төрағасымен сөйлесті.", "Мұхтар Оспан", Case.NOM, None),
    ],
)
def test_a_bare_conjunct_takes_the_case_of_the_last(text, phrase, case, preposition):
    assert slot_of(text, phrase) == Slot(case, preposition)


def test_a_phrase_of_marks_has_no_case():
    assert slot_of("Ол – елші.", "–") == Slot(None)
