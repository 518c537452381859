"""The little language of phrase lists."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from elshi.language.base import Case, Reading, Token
from elshi.language.phrases import Lexicon, word_list
from elshi.records import Span

READINGS = {
    "встречу": (Reading("встреча", "NOUN", Case.ACC, "sing"),),
    "встречей": (Reading("встреча", "NOUN", Case.INS, "sing"),),
    "принял": (Reading("принять", "VERB", features=frozenset({"past"})),),
    "принят": (Reading("принять", "PART", features=frozenset({"pass"})),),
    "кездесті": (Reading("кездесу", "VERB", features=frozenset({"past"})),),
    "елшімен": (Reading("елші", "NOUN", Case.INS, "sing"),),
    "opened": (Reading("open", "VERB", features=frozenset({"past"})),),
    "open": (Reading("open", "ADJ"),),
    "visits": (Reading("visit", "NOUN", None, "plur"), Reading("visit", "VERB", features=frozenset({"pres"}))),
}


def tokens(text: str) -> list[Token]:
    found, at = [], 0
    for word in text.split():
        found.append(Token(Span(at, at + len(word)), word, word.lower(), READINGS.get(word.lower(), ())))
        at += len(word) + 1
    return found


def places(phrase: str, text: str) -> Sequence[tuple[int, int]]:
    return [(m.start, m.end) for m in Lexicon([(phrase, "entry")]).all(tokens(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("встреча", "провёл встречу вчера", [(1, 2)]),
        ("встреча", "провёл ВСТРЕЧУ вчера", [(1, 2)]),
        ("=встреча", "провёл встречу вчера", []),
        ("=встречу", "провёл встречу вчера", [(1, 2)]),
        ("кездес*", "олар кездесті", [(1, 2)]),
        ("*мен", "ол елшімен кездесті", [(1, 2)]),
        ("посол|елші", "ол елшімен кездесті", [(1, 2)]),
        ("встреча/ins", "встречу перед встречей", [(2, 3)]),
        ("открыть|встреча/acc", "встречу перед встречей", [(0, 1)]),
        ("open/VERB", "the open door he opened", [(4, 5)]),
        ("принять/pass", "принял и принят", [(2, 3)]),
        ("visit/plur", "two visits", [(1, 2)]),
        ("visit/sing", "two visits", []),
        ("open the door", "he opened the door", [(1, 4)]),
        ("open [the] door", "opened the door opened door", [(0, 3), (3, 5)]),
        ("open ~ door", "opened a very old green door", [(0, 6)]),
        ("open ~ door", "opened a very old dark green door", []),
        ("open ~1 door", "opened a very door", []),
        ("open ~2 door", "opened a very door", [(0, 4)]),
        ("open ~ door", "opened ; a door", []),
        ("open ~ door", "opened door then door", [(0, 2)]),
        ("ab*", "abc xab", [(0, 1)]),
        ("missing", "nothing here", []),
        ("open door", "opened", []),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, expected: list[tuple[int, int]]) -> None:
    assert places(phrase, text) == expected


@pytest.mark.parametrize("phrase", ["", "~ door", "[the] door"])
def test_a_phrase_begins_with_a_word(phrase: str) -> None:
    with pytest.raises(ValueError, match="begins with a word"):
        Lexicon([(phrase, 1)])


def test_the_longest_phrase_wins_from_the_left() -> None:
    lexicon = Lexicon([("open", "a"), ("open the door", "b"), ("the door", "c"), ("door", "d")])
    text = tokens("opened the door , the door")
    assert [(m.start, m.end, m.entry) for m in lexicon.longest(text)] == [(0, 3, "b"), (4, 6, "c")]
    assert [m.entry for m in lexicon.at(text, 0)] == ["b", "a"]
    assert [m.entry for m in lexicon.all(text)] == ["b", "a", "c", "d", "c", "d"]


def test_one_phrase_may_have_several_entries() -> None:
    lexicon = Lexicon([("open", 1), ("open", 2)])
    assert sorted(m.entry for m in lexicon.all(tokens("opened"))) == [1, 2]


def test_word_lists_are_read_once_and_by_name() -> None:
    assert word_list("en", "months")["months"]["march"] == 3
    assert word_list("en", "months") is word_list("en", "months")
    with pytest.raises(FileNotFoundError):
        word_list("en", "no-such-list")
