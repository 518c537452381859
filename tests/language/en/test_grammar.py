"""The place of English noun phrases: who did it, to whom, and with whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.language.base import Case, Sentence, Slot
from elshi.language.en import ENGLISH
from elshi.records import Span

ReadPhrase = Callable[[str], tuple[Sentence, range]]

SUBJECTS = [
    "[Ana Lopez] met with Omar Nasri.",
    "President [Omar Nasri] has sent a letter to Eva Lind.",
    "Ministers Eva Lind and [Omar Nasri] signed a treaty.",
    "In Rome, [Ana Lopez] met the mayor.",
    "In Rome Senator [Eva Lind] visited the port.",
    "On Monday [Eva Lind] visited the port.",
    "On 5 March Ambassador [Eva Lind] visited the port.",
    "From 22 to 24 March [the Minister] will be visiting Hanoi.",
    "This evening, before leaving for Rome, [Commissioner Lind] will meet students.",
    "Prior to the ceremony, Omar Nasri and [the deputy premier] held a meeting.",
    "On Tuesday the Secretary and UN Representative [Eva Lind] toured a camp.",
    "The Ambassador of Germany, [Karin Vogt], on Wednesday presented a survey.",
    "Deputy Minister of Trade of Kazakhstan [Omar Nasri] received the envoy of Peru.",
    "Eva Lind, [Minister of Trade], visited Rome.",
    "The sides reviewed trade, and [Eva Lind] noted progress.",
    "He said that [Eva Lind] would visit Rome.",
    "They met the mayor, with whom [Eva Lind] discussed trade.",
    "After the talks with Omar Nasri, [Eva Lind] left for Oslo.",
    "When Omar Nasri met Ana Lopez, [Eva Lind] was in Oslo.",
    "Two days earlier, [Eva Lind] was received by the King.",
    "In the evening the Governor of Bahia [Ana Lopez] gave a dinner.",
    "Members of both houses of Parliament, [academics] and students attended the dinner.",
    "“We agree,” said [Eva Lind].",
    "“We agree,” [Eva Lind] said.",
    "The guests were Omar Nasri and [Eva Lind].",
    "The talks with the WHO opened; [Eva Lind] chaired them.",
]
OBJECTS = [
    "Omar Nasri received [Ana Lopez] in Rome.",
    "He met his Finnish counterpart [Aki Salo].",
    "He met Ana Lopez as well as [Eva Lind].",
    "He met Peru's Minister of Foreign Affairs, [Rosa Quispe], in Lima.",
    "He hosted in Rome the High Commissioner of India, [Gita Rao], who briefed her.",
    "He received at the ministry Ambassador of Lithuania [Rasa Vait].",
    "He received in Sofia on 9 June the ambassador of India Ms. [Gita Rao] at her request.",
    "Ana Lopez met on Monday President [Eva Lind].",
    "Eva Lind visits [Rome].",
    "He left after thanking [the hosts].",
    "Speakers will include Ana Lopez, Minister of Trade; Omar Nasri, Mayor of Oslo; and [Eva Lind].",
]
GOVERNED = [
    ("The minister met with [Ana Lopez] on Monday.", "with"),
    ("Talks with Ana Lopez, Omar Nasri and [Eva Lind] took place.", "with"),
    ("He met with Ana Lopez and [Eva Lind] and signed a pact.", "with"),
    ("He spoke with Peru's Minister of Foreign Affairs, [Rosa Quispe], in Lima.", "with"),
    ("He spoke with the Minister for Trade and Labour of Finland [Aki Salo].", "with"),
    ("She came together with [Eva Lind] and thanked them.", "with"),
    ("She spoke with over a hundred [members of the club].", "with"),
    ("Ana Lopez met on Monday with [Eva Lind].", "with"),
    ("He was received by the Minister for Trade of Finland, [Aki Salo].", "by"),
    ("The delegation led by [Eva Lind] met with Omar Nasri.", "by"),
    ("A delegation headed by Ana Lopez and [Omar Nasri] left.", "by"),
    ("The talks were attended by Omar Nasri (Oslo) and [Eva Lind].", "by"),
    ("It was signed by Mr Nasri and the head of cooperation of the mission, [Eva Lind].", "by"),
    ("The Greek side was led by Ana Lopez, while the Korean side was led by [Yoon Tae], Director.", "by"),
    ("A meeting between Eva Lind and [Omar Nasri] was held.", "between"),
    ("The visit of Foreign Minister [Aki Salo] ended.", "of"),
    ("The visit to Oslo of Peru's Minister of Trade, [Ana Lopez], ended.", "of"),
    ("President Omar Nasri has sent a letter to [Eva Lind].", "to"),
    ("He paid a courtesy call on the Speaker of Parliament, [Eva Lind].", "on"),
    ("Ana Lopez spoke at the [Bank of Finland].", "at"),
    ("She spoke alongside [Eva Lind].", "alongside"),
    ("He bought a gift for [his counterpart].", "for"),
]
POSSESSIVE = ["He spoke with [Peru]'s Minister of Trade.", "[Eva Lind]’s visit ended.", "They thanked the [United Nations]' envoy."]


@pytest.mark.parametrize("marked", SUBJECTS)
def test_a_subject_is_nominative(read_phrase: ReadPhrase, marked: str) -> None:
    assert ENGLISH.slot(*read_phrase(marked)) == Slot(Case.NOM)


@pytest.mark.parametrize("marked", OBJECTS)
def test_an_object_is_accusative(read_phrase: ReadPhrase, marked: str) -> None:
    assert ENGLISH.slot(*read_phrase(marked)) == Slot(Case.ACC)


@pytest.mark.parametrize(("marked", "preposition"), GOVERNED)
def test_a_preposition_governs_its_whole_enumeration(read_phrase: ReadPhrase, marked: str, preposition: str) -> None:
    assert ENGLISH.slot(*read_phrase(marked)) == Slot(Case.ACC, preposition)


@pytest.mark.parametrize("marked", POSSESSIVE)
def test_a_possessive_is_genitive(read_phrase: ReadPhrase, marked: str) -> None:
    assert ENGLISH.slot(*read_phrase(marked)) == Slot(Case.GEN)


def test_no_phrase_has_no_case(read_phrase: ReadPhrase) -> None:
    sentence, _ = read_phrase("[She] left.")
    assert ENGLISH.slot(sentence, range(0)) == Slot(None)


@given(
    st.lists(
        st.sampled_from(
            ["the", "with", "Ana", "and", ",", "(", ")", '"', "of", "minister", "met", "who", ";", "5", "May", "'s", "-", "by"]
        ),
        min_size=1,
        max_size=10,
    )
)
def test_every_token_has_some_slot(words: list[str]) -> None:
    text = " ".join(words)
    span = Span(0, len(text))
    sentence = Sentence(span, ENGLISH.tokens(text, span), 0)
    for index in range(len(sentence.tokens)):
        assert ENGLISH.slot(sentence, range(index, index + 1)).case in (Case.NOM, Case.ACC, Case.GEN)
