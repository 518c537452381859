"""The vocabularies are phrases that a `Lexicon` takes, in the same shape in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from elshi.language.phrases import Lexicon, word_list

CODES = ("ru", "kk", "en")
KINDS = set(
    [
        "head-of-state",
        "head-of-government",
        "minister",
        "deputy-minister",
        "ambassador",
        "consul",
        "diplomat",
        "parliament",
        "organisation-head",
        "regional",
        "academic",
        "business",
        "other",
    ]
)


def phrases(code: str, name: str) -> list[str]:
    found: list[str] = []
    for value in word_list(code, name).values():
        parts = value.values() if isinstance(value, dict) else [value]
        for part in parts:
            found.extend(part)
    return found


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["posts", "groups", "venues"])
def test_phrases_compile_and_are_lower_case(code: str, name: str) -> None:
    listed = phrases(code, name)
    Lexicon((phrase, name) for phrase in listed)
    assert [phrase for phrase in listed if phrase != phrase.lower()] == []


@pytest.mark.parametrize("code", CODES)
def test_posts_have_the_agreed_kinds(code: str) -> None:
    posts = word_list(code, "posts")
    assert set(posts["posts"]) == KINDS
    assert set(posts) == {"posts", "short", "counterpart", "former", "acting", "new", "future"}
    assert {kind for kinds in posts["short"].values() for kind in kinds} <= KINDS | {"any"}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["posts", "groups", "venues"])
def test_no_phrase_stands_twice_in_one_list(code: str, name: str) -> None:
    for value in word_list(code, name).values():
        parts = value.items() if isinstance(value, dict) else [(name, value)]
        for _, part in parts:
            assert len(part) == len(set(part)), [p for p in part if part.count(p) > 1]


def test_every_language_has_the_same_tables() -> None:
    for name in ("posts", "groups", "venues", "countries", "organisations"):
        assert {code: sorted(word_list(code, name)) for code in CODES} == dict.fromkeys(CODES, sorted(word_list("ru", name))), Path(name)
