"""Where English sentences end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.language.en import ENGLISH
from elshi.records import Span


def split(text: str) -> list[str]:
    return [s.of(text) for s in ENGLISH.sentences(text, Span(0, len(text)))]


WHOLE = [
    "Mr. Lind met Mrs. Okoro at noon.",
    "H.E. Dr. Ana Lopez received Prof. Sato.",
    "The U.S. envoy flew to St. Gallen with Lt. Gen. Roy Adeyemi.",
    "It was signed on Jan. 5 and ratified on Sept. 9, 2025.",
    "See No. 7 and Art. 12 of the treaty.",
    "A. B. Karim and J.R. Novak spoke.",
    "Sh. Karimova and Zh. Omarov spoke.",
    "“Why not?” the envoy asked.",
    '"Is it time?" Marta Lind asked her guests.',
    "“We agree!” she said.",
    "Exports rose by 3.5 per cent, according to inform.example.",
    "The chargé d'affaires a.i. of Peru left.",
    "The group (incl. Peru, Chile etc.) met at 5 p.m. in Lima.",
    "He waited … and left.",
    "1. Talks with Peru.",
    "The fund, i.e. the bank, pays.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_whole(text: str) -> None:
    assert split(text) == [text]


SPLIT = [
    ("She left. He stayed.", 2),
    ("She left.He stayed.", 2),
    ("She visited the U.S. The talks went well.", 2),
    ("They met at 5 p.m. The mayor came later.", 2),
    ("It ended in 2025. Peru paid.", 2),
    ("“We agree.” The minister then left.", 2),
    ("“We agree.”The minister then left.", 2),
    ("Is it so? It is! Good.", 3),
    ("The meeting ended . Talks go on .", 2),
    ("Talks with Peru and Chile etc. The mayor came.", 2),
    ("Read Annex B. The text is short.", 2),
    ("1. Talks with Peru.\n2. Talks with Chile.\n3. A visit to Quito.", 3),
    ("A NEW BRIDGE\nThe bridge was opened by the mayor of Oslo on the bank of the river yesterday.", 2),
    ("Agenda:\n- trade\n- visas", 3),
]


@pytest.mark.parametrize(("text", "count"), SPLIT)
def test_sentences_are_told_apart(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_wrapped_line_is_no_end() -> None:
    text = "The minister of trade of the republic and the mayor of the city of\n"
    text += "Oslo opened a bridge that the two countries "
    text += "had built together for\nyears."
    assert split(text) == [text]


def test_spans_point_into_the_document() -> None:
    text = "Head line\n\n  She left. He stayed.  \nEnd"
    spans = ENGLISH.sentences(text, Span(11, 33))
    assert [s.of(text) for s in spans] == ["She left.", "He stayed."]


@given(st.text(alphabet='abAB .!?"”(\n1', max_size=60))
def test_sentences_lie_in_order_and_miss_no_letter(text: str) -> None:
    spans = ENGLISH.sentences(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
