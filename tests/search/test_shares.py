"""Which sentences of a document are about which of its engagements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elshi.records import Outcome, OutcomeKind, Span
from elshi.search.finding import Finder, Search
from elshi.search.keeping import keep_index
from elshi.search.shares import share_text
from elshi.store import Provenance, open_store
from tests.doubles import make_document, make_engagement

DIGEST = {
    "ru": (
        "Встречи недели\n"
        "В Осло посол Серикова встретилась с Ларсом Виком. Речь шла о рыболовстве. «Торговля растёт», сказала она.\n"
        "Погода была ясной. Тимур Досжанов позвонил коллеге из Монголии. Стороны говорили о шерсти.\n"
        "Ранее страны подписали соглашение о воде."
    ),
    "kk": (
        "Апта кездесулері\n"
        "Ослода елші Серикова Ларс Викпен кездесті. Әңгіме балық аулау туралы болды. «Сауда өсуде», деді ол.\n"
        "Күн ашық болды. Тимур Досжанов Моңғолиядағы әріптесіне қоңырау шалды. Тараптар жүн туралы сөйлесті.\n"
        "Бұрын елдер су туралы келісімге қол қойған."
    ),
    "en": (
        "Meetings of the week\n"
        "In Oslo Ambassador Serikova met Lars Vik. They spoke of fishing. “Trade is growing”, she said.\n"
        "The sky was clear. Timur Doszhanov called a colleague from Mongolia. The sides spoke of wool.\n"
        "The countries had signed an agreement on water before."
    ),
}
TOLD = {
    "ru": ("встретилась с Ларсом Виком", "«Торговля растёт", "позвонил коллеге"),
    "kk": ("Ларс Викпен кездесті", "«Сауда өсуде", "қоңырау шалды"),
    "en": ("met Lars Vik", "“Trade is growing", "called a colleague"),
}
WORDS = {
    "ru": ("рыболовстве", "Торговля", "ясной", "шерсти", "воде", "Встречи"),
    "kk": ("балық", "Сауда", "ашық", "жүн", "су", "Апта"),
    "en": ("fishing", "Trade", "clear", "wool", "water", "Meetings"),
}


def engagements(code):
    text = DIGEST[code]
    met, said, called = (Span(text.index(words), text.index(words) + len(words)) for words in TOLD[code])
    plain = replace(make_engagement(), topics=(), statements=(), outcomes=())
    first = replace(plain, evidence=(met,), outcomes=(Outcome(OutcomeKind.AGREED, said, "agreed"),))
    return [first, replace(plain, evidence=(called,))]


@pytest.mark.parametrize("code", DIGEST)
def test_a_sentence_is_about_the_engagement_that_it_stands_with(code):
    one, other = share_text(DIGEST[code], engagements(code))
    fishing, trade, clear, wool, water, heading = WORDS[code]
    assert all(word in one for word in (fishing, trade, heading))
    assert all(word in other for word in (clear, wool, water, heading))
    assert not any(word in one.split() for word in (clear, wool, water))
    assert not any(word in other.split() for word in (fishing, trade))


def test_the_only_engagement_has_the_whole_text():
    assert share_text(DIGEST["en"], engagements("en")[:1]) == [DIGEST["en"]]


def test_no_word_of_the_text_is_lost():
    for code, text in DIGEST.items():
        shared = {word for share in share_text(text, engagements(code)) for word in share.split()}
        assert shared == set(text.split())


@pytest.mark.parametrize("code", DIGEST)
def test_words_of_another_engagement_find_it_and_not_this_one(tmp_path, code):
    with open_store(tmp_path / "elshi.db") as store:
        found = engagements(code)
        store.add(make_document(text=DIGEST[code]), code, found, Provenance("1", "steps", "tagger"))
        keep_index(store)
        hits = [[hit.record for hit in Finder().find(store.index(), Search(word)).hits] for word in WORDS[code]]
    met, called = (engagement.id for engagement in found)
    assert [sorted(hit) for hit in hits] == [[met], [met], [called], [called], [called], sorted((met, called))]
