"""Where Kazakh sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.language.kk import KAZAKH
from elshi.records import Span


def split(text: str) -> list[str]:
    return [s.of(text) for s in KAZAKH.sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Елші кеше Баткенге барды.", "Ол жерде екі жиын өтті."],
        ["Б. Асқаров пен К.Ж. Нұрлы келісімді талқылады.", "Тараптар қайта жүздеседі."],
        ["1998 ж. басталған жоба аяқталды.", "Оған 12 млн. доллар жұмсалды."],
        ["Көрмеге көлік, байланыс, т.б. салалардың өкілдері келді.", "Жиын кешке аяқталды."],
        ["«Бұл сапарды күттік!» – деді қонақ.", "Қонақ риза болды."],
        ["«Біз дайынбыз ба?» – деп сұрады министр."],
        ["Сапар нәтижелі болды ма?", "Иә, болды."],
        ["Жиын аяқталды.Тараптар тарқасты."],
        ["Министрліктің mfa.example.kz сайтында хабарланды.", "Мәтін толық шықты."],
        ["Бағасы 3.5 пайызға өсті.", "Бұл аз емес."],
    ],
)
def test_sentences_end_where_they_do(sentences):
    text = " ".join(sentences)
    if sentences == ["Жиын аяқталды.Тараптар тарқасты."]:
        sentences = ["Жиын аяқталды.", "Тараптар тарқасты."]
    assert split(text) == sentences


def test_a_line_break_ends_a_sentence():
    assert split("Бірінші күн:\nЕлші қаланы аралады") == ["Бірінші күн:", "Елші қаланы аралады"]


def test_a_wrapped_line_does_not():
    text = "Екі елдің сыртқы істер министрліктері арасындағы кезекті кеңес келесі айда\nөтеді деп күтіледі."
    assert len(split(text)) == 1


def test_list_items_are_sentences():
    text = "Жоспар:\n1. Келісімге қол қою.\n2. Көрмені аралау."
    assert split(text) == ["Жоспар:", "1. Келісімге қол қою.", "2. Көрмені аралау."]


@given(st.text(alphabet="аБ .!?«»–\n1,ж", max_size=60))
def test_sentences_are_ordered_and_hold_every_letter(text):
    spans = KAZAKH.sentences(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = sum(c.isalnum() for s in spans for c in s.of(text))
    assert kept == sum(c.isalnum() for c in text)
