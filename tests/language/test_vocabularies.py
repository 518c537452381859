"""The vocabularies are phrases that a `Lexicon` takes, in the same shape in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from elshi.language.base import Token
from elshi.language.phrases import Lexicon, word_list
from elshi.records import Span

CODES = ("ru", "kk", "en")
KINDS = {
    *("head-of-state", "head-of-government", "minister", "deputy-minister", "ambassador", "consul", "diplomat", "parliament"),
    *("organisation-head", "regional", "academic", "business", "other"),
}
TOPICS = {
    *("political-dialogue", "regional-cooperation", "parliamentary", "multilateral", "conflict-settlement", "security"),
    *("constitutional-reform", "human-rights", "legal-framework", "trade", "investment", "finance", "industry", "energy"),
    *("agriculture", "transport", "digital", "space", "environment", "health", "education", "science", "culture", "tourism", "sport"),
    *("media", "religion", "humanitarian", "consular", "migration"),
}


def phrases(code: str, name: str) -> list[str]:
    found: list[str] = []
    for value in word_list(code, name).values():
        parts = value.values() if isinstance(value, dict) else [value]
        for part in parts:
            found.extend(part)
    return found


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["posts", "groups", "venues", "topics"])
def test_phrases_compile_and_are_lower_case(code: str, name: str) -> None:
    listed = phrases(code, name)
    Lexicon((phrase, name) for phrase in listed)
    assert [phrase for phrase in listed if phrase.replace("/NOUN", "") != phrase.replace("/NOUN", "").lower()] == []


@pytest.mark.parametrize("code", CODES)
def test_posts_have_the_agreed_kinds(code: str) -> None:
    posts = word_list(code, "posts")
    assert set(posts["posts"]) == KINDS
    assert set(posts) == {"posts", "short", "counterpart", "former", "acting", "appointed", "new", "future", "holding", "ranking"}
    assert {kind for kinds in posts["short"].values() for kind in kinds} <= KINDS | {"any", "leader", "ruler"}
    # "leader": who heads the delegation; "ruler": a word for whoever leads, meant only with a state


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["posts", "groups", "venues", "topics"])
def test_no_phrase_stands_twice_in_one_list(code: str, name: str) -> None:
    for value in word_list(code, name).values():
        parts = value.items() if isinstance(value, dict) else [(name, value)]
        for _, part in parts:
            assert len(part) == len(set(part)), [p for p in part if part.count(p) > 1]


def test_every_language_has_the_same_tables() -> None:
    for name in ("posts", "groups", "venues", "topics", "countries", "organisations"):
        assert {code: sorted(word_list(code, name)) for code in CODES} == dict.fromkeys(CODES, sorted(word_list("ru", name))), Path(name)


@pytest.mark.parametrize("code", CODES)
def test_every_topic_has_phrases(code: str) -> None:
    topics = word_list(code, "topics")["topics"]
    assert set(topics) == TOPICS
    assert [topic for topic, listed in topics.items() if len(listed) < 20] == []


TOLD = [
    ("ru", "стороны обсудили поставки пшеницы и удобрений", {"agriculture"}),
    ("ru", "говорили о транзите грузов и запуске прямых рейсов", {"transport"}),
    ("ru", "речь шла о правах человека", {"human-rights"}),
    ("ru", "обсуждались вопросы межпарламентского взаимодействия", {"parliamentary"}),
    ("kk", "тараптар су ресурстарын бөлісуді талқылады", {"environment"}),
    ("kk", "тараптар визалық режимді жеңілдетуді сөз етті", {"consular"}),
    ("kk", "әңгіме мұнай тасымалы туралы болды", {"energy", "transport"}),
    ("en", "they discussed uranium supplies", {"energy"}),
    ("en", "the two sides spoke about railway links", {"transport"}),
    ("en", "they talked of vaccines", {"health"}),
    ("en", "they exchanged greetings", set()),
    ("ru", "они обменялись приветствиями", set()),
    ("kk", "олар сәлемдесті", set()),
]


def tokens(text: str) -> tuple[Token, ...]:
    return tuple(Token(Span(m.start(), m.end()), m[0], m[0].lower()) for m in re.finditer(r"[\w-]+", text))


@pytest.mark.parametrize(("code", "text", "expected"), TOLD)
def test_phrases_tell_the_topic_even_without_morphology(code: str, text: str, expected: set[str]) -> None:
    lexicon = Lexicon((phrase, topic) for topic, listed in word_list(code, "topics")["topics"].items() for phrase in listed)
    found = {match.entry for match in lexicon.all(tokens(text))}  # what may be told; `engagements.topic_choice` chooses among it
    assert found >= expected
    assert expected or not found
