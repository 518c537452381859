"""Which words tell a topic, by where they stand."""

from __future__ import annotations

import pytest

from elshi.engagements.topic_choice import choose_topics, rate_told
from elshi.engagements.topic_clues import CLUES, Told
from elshi.records import Span
from tests.engagements.meetings import read_on
from tests.engagements.test_topics import PLAIN


def topics(code: str, words: str) -> dict[str, str]:
    engagement, text = read_on(code, words, PLAIN[code])
    return {t.value: text[t.evidence.spans[0].start : t.evidence.spans[0].end] for t in engagement.topics}


@pytest.mark.parametrize("better", ["discussed", "told again", "in a list", "said by somebody", "in an outcome"])
def test_some_clues_speak_for_a_topic(better: str) -> None:
    assert better in CLUES
    assert rate_told("trade", {"in the next sentence", better}) > rate_told("trade", {"in the next sentence"})


@pytest.mark.parametrize("worse", ["described", "an aside", "in quotation marks", "beside figures", "another topic's words right behind"])
def test_some_clues_speak_against_it(worse: str) -> None:
    assert worse in CLUES
    assert rate_told("trade", {"in the next sentence", worse}) < rate_told("trade", {"in the next sentence"})


def test_the_surest_words_are_the_evidence() -> None:
    told = [Told("trade", Span(0, 5), 1), Told("trade", Span(9, 14), 2)]
    (chosen,) = choose_topics(told, [frozenset({"described"}), frozenset({"discussed", "in a list"})])
    assert (chosen.value, chosen.evidence.spans, chosen.evidence.rule) == ("trade", (Span(9, 14),), "topic words")


def test_words_that_all_speak_against_it_tell_nothing() -> None:
    against = frozenset({"described", "an aside", "in quotation marks", "another topic's words right behind", "in a later sentence"})
    assert choose_topics([Told("culture", Span(0, 5), 1)], [against]) == []


@pytest.mark.parametrize(
    ("code", "words", "topic", "evidence"),
    [
        ("en", "They discussed the import of trout.", "agriculture", "trout"),
        ("en", "They discussed the recycling of batteries, press freedom and hospitals.", "health", "hospitals"),
        ("ru", "Обсуждалось разведение форели.", "agriculture", "форели"),
        ("ru", "Речь шла о сборах лыжников.", "sport", "лыжников"),
        ("kk", "Тараптар жайылым мәселесін талқылады.", "agriculture", "жайылым"),
        ("kk", "Түрмедегілердің жағдайы талқыланды.", "human-rights", "Түрмедегілердің"),
    ],
)
def test_what_is_discussed_is_told(code: str, words: str, topic: str, evidence: str) -> None:
    assert topics(code, words).get(topic) == evidence
