"""English tokens and their readings."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.language.base import Case, Reading, Token
from elshi.language.en import ENGLISH
from elshi.language.en.morphology import noun_lemma, readings, verb_lemma
from elshi.records import Span


def tokens(text: str) -> tuple[Token, ...]:
    return ENGLISH.tokens(text, Span(0, len(text)))


def reading(text: str, word: str, part: str) -> Reading | None:
    """The first reading of the part that the word has in the text."""
    token = next(t for t in tokens(text) if t.text == word)
    return next((r for r in token.readings if r.part == part), None)


@pytest.mark.parametrize("mark", ["'s", "’s"])
def test_a_possessive_ending_is_its_own_token(mark: str) -> None:
    text = f"Peru{mark} envoy O'Neill-Vega came."
    assert [t.text for t in tokens(text)] == ["Peru", mark, "envoy", "O'Neill-Vega", "came", "."]
    assert reading(text, "Peru", "NOUN") == Reading("peru", "NOUN", Case.GEN, "sing")


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("met", "meet"),
        ("held", "hold"),
        ("said", "say"),
        ("spoke", "speak"),
        ("gave", "give"),
        ("took", "take"),
        ("paid", "pay"),
        ("sent", "send"),
        ("led", "lead"),
        ("wrote", "write"),
        ("received", "receive"),
        ("visited", "visit"),
        ("planned", "plan"),
        ("agreed", "agree"),
        ("discussed", "discuss"),
        ("hosted", "host"),
        ("exchanged", "exchange"),
        ("congratulated", "congratulate"),
        ("ratified", "ratify"),
        ("expressed", "express"),
        ("toured", "tour"),
        ("opened", "open"),
        ("unveiled", "unveil"),
        ("travelled", "travel"),
        ("cancelled", "cancel"),
        ("inaugurated", "inaugurate"),
        ("briefed", "brief"),
        ("stressed", "stress"),
    ],
)
def test_past_forms_give_their_verb(form: str, lemma: str) -> None:
    found = reading(f"They {form} it.", form, "VERB")
    assert found is not None
    assert found.lemma == lemma
    assert "past" in found.features


@pytest.mark.parametrize(
    ("stem", "lemma"),
    [
        ("recalibrat", "recalibrate"),
        ("zipp", "zip"),
        ("blogg", "blog"),
        ("remediat", "remediate"),
        ("typifi", "typify"),
        ("pamper", "pamper"),
    ],
)
def test_unlisted_verbs_follow_the_spelling(stem: str, lemma: str) -> None:
    assert verb_lemma(stem) == lemma


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("ministers", "minister"),
        ("embassies", "embassy"),
        ("speeches", "speech"),
        ("addresses", "address"),
        ("women", "woman"),
        ("crises", "crisis"),
        ("ties", "tie"),
        ("memoranda", "memorandum"),
        ("co-chairs", "co-chair"),
        ("news", None),
        ("congress", None),
        ("headquarters", None),
        ("bus", None),
        ("series", None),
    ],
)
def test_plurals_give_their_singular(plural: str, singular: str | None) -> None:
    assert noun_lemma(plural) == singular


@pytest.mark.parametrize(
    ("text", "word", "features"),
    [
        ("She was received by him.", "received", {"part", "pass", "past"}),
        ("They were also warmly welcomed.", "welcomed", {"part", "pass", "past"}),
        ("It will be held in May.", "held", {"part", "pass", "fut"}),
        ("It has been signed.", "signed", {"part", "pass", "past"}),
        ("A treaty is being drafted.", "drafted", {"part", "pass", "pres"}),
        ("He has sent a letter.", "sent", {"part", "past"}),
        ("He will visit Oslo.", "visit", {"inf", "fut"}),
        ("She would call at Riga.", "call", {"inf", "fut"}),
        ("They came to discuss trade.", "discuss", {"inf"}),
        ("She is to meet the king.", "meet", {"inf", "fut"}),
        ("He is visiting Oslo.", "visiting", {"conv", "pres"}),
        ("a dinner given by the mayor", "given", {"part", "pass"}),
        ("talks hosted by Peru", "hosted", {"part", "pass"}),
        ("She visits Oslo.", "visits", {"pres"}),
    ],
)
def test_auxiliaries_tell_voice_and_tense(text: str, word: str, features: set[str]) -> None:
    found = reading(text, word, "VERB")
    assert found is not None
    assert found.features == features


@pytest.mark.parametrize(
    ("text", "word", "parts"),
    [
        ("the visit", "visit", {"NOUN"}),
        ("an official visit", "visit", {"NOUN"}),
        ("paid a courtesy call", "call", {"NOUN"}),
        ("to visit Rome", "visit", {"VERB"}),
        ("they visit Rome", "visit", {"VERB"}),
        ("Ministers visit Rome", "visit", {"VERB", "NOUN"}),
        ("the newly appointed envoy", "appointed", {"VERB", "ADJ"}),
        ("with the WHO office", "WHO", {"NAME"}),
        ("in May he left", "May", {"NOUN", "NAME"}),
        ("with Rosa", "with", {"PREP"}),
        ("17 guests", "17", {"NUM"}),
        ("warmly", "warmly", {"ADV"}),
    ],
)
def test_the_words_before_narrow_a_word(text: str, word: str, parts: set[str]) -> None:
    token = next(t for t in tokens(text) if t.text == word)
    assert {r.part for r in token.readings} == parts


def test_a_participle_after_a_determiner_is_no_past_tense() -> None:
    found = reading("the planned visit", "planned", "VERB")
    assert found is not None
    assert found.features == {"part"}


def test_names_are_capitals_that_open_no_sentence() -> None:
    assert reading("We met Rosa.", "Rosa", "NAME") is not None
    assert reading("The guests left.", "The", "NAME") is None
    assert reading("Earlier she left.", "Earlier", "NAME") is None


def test_all_words_have_readings() -> None:
    assert readings("e-visa")
    assert readings("…")[0].part == "OTHER"


@given(st.text(alphabet="abMrs'’s.- \n12é", max_size=40))
def test_token_spans_point_at_their_words(text: str) -> None:
    found = tokens(text)
    assert all(t.span.of(text) == t.text or "\u0301" in text for t in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
