"""Posts made whole: what the tagger cut off or passed over of them."""

from __future__ import annotations

import pytest

from elshi.engagements.lexicons import lexicons
from elshi.engagements.whole_posts import complete_posts
from elshi.language.rooms import language_room
from elshi.language.splitting import split_sentences
from elshi.records import Label, Layout
from tests.engagements.marked import unmark

CASES = [
    ("en", "She met [POS economist] at the [ORG Bank of Ghana] [PER Ama Boadu].", "economist at the Bank of Ghana"),
    ("en", "He saw the acting [POS director] of the [ORG Port Authority].", "acting director of the Port Authority"),
    ("en", "A lead [POS researcher] of the [ORG Polar Institute], [PER Liv Dahl], spoke.", "lead researcher of the Polar Institute"),
    ("en", "The [POS members] of the [ORG Committee on Trade] listened.", "members of the Committee on Trade"),
    ("ru", "Его принял [POS первый заместитель министра] иностранных дел [PER Иван Котов].", "первый заместитель министра иностранных дел"),
    ("ru", "Пришёл [POS директор] [ORG Музея льда].", "директор Музея льда"),
    ("ru", "Бывший [POS министр] [PER Пётр Лось] молчал.", "Бывший министр"),
    ("kk", "[ORG Қала музейінің] [POS директоры] [PER Асан Бек] келді.", "Қала музейінің директоры"),
    ("kk", "[ORG Даму банкінің] (ДБ) [POS аға экономисі] [PER Асан Бек] келді.", "Даму банкінің (ДБ) аға экономисі"),
]


def posts(marked: str, code: str) -> list[str]:
    text, mentions, paragraphs = unmark(marked)
    sentences = split_sentences(text, Layout(body=paragraphs), language_room(code))
    whole = complete_posts(sentences, mentions, lexicons(code))
    assert list(whole) == sorted(whole, key=lambda m: (m.span.start, -m.span.end))
    return [m.span.of(text) for m in whole if m.label is Label.POSITION]


@pytest.mark.parametrize(("code", "marked", "whole"), CASES)
def test_a_post_is_whole(code: str, marked: str, whole: str) -> None:
    assert posts(marked, code) == [whole]


@pytest.mark.parametrize(
    ("code", "marked", "found"),
    [
        ("en", "The librarian met the ambassador of [COU Chile].", "ambassador"),
        ("ru", "Там был и посол [COU Чили].", "посол"),
        ("kk", "Онда [COU Чилидің] бас консулы болды.", "бас консулы"),
    ],
)
def test_a_post_that_the_tagger_passed_over_is_marked(code: str, marked: str, found: str) -> None:
    assert found in posts(marked, code)


def test_words_that_are_no_rank_stay_outside() -> None:
    assert posts("On the second day of the visit [POS [COU Norwegian] Minister] [PER Ingvild Hall] left.", "en") == ["Norwegian Minister"]


def test_a_group_does_not_take_the_body_that_it_is_of() -> None:
    assert posts("Он говорил с группой [POS экспертов] [ORG Банка развития].", "ru") == ["экспертов"]


def test_a_name_is_never_swallowed() -> None:
    assert posts("Выступил [POS посол] [PER Чили] Перес.", "ru") == ["посол"]
