"""No text makes the room fail, and what it returns keeps its promises."""

from __future__ import annotations

import itertools
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.language.base import Anchor, Case, Sentence, Slot
from elshi.language.ru import RUSSIAN
from elshi.records import Span

VOCABULARY = """
с в и посол Посла министром Иванова аль-Фарид Ван Ң. А.Б. МИДом 5 31 мая 2026 г . , – - « » ( 00.13.2026 0000-00-00 2026-02-30
30.02.26 того же дня следующей неделе среду конца первого числа исполняющим John ʼ ё I II В
"""
WORDS = st.sampled_from(VOCABULARY.split())
ANCHORS = st.sampled_from([Anchor(None, None), Anchor(date(2024, 2, 29), None), Anchor(None, date(2026, 12, 31))])


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=9).map(" ".join), st.text(max_size=30)), ANCHORS, st.sampled_from([None, *Case]))
def test_any_text(text: str, anchor: Anchor, case: Case | None) -> None:
    for span in RUSSIAN.sentences(text, Span(0, len(text))):
        sentence = Sentence(span, RUSSIAN.tokens(text, span), 0)
        found = RUSSIAN.dates(sentence, text, anchor)
        assert all(span.contains(d.span) for d in found)
        assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
        for start in range(len(sentence.tokens)):
            phrase = range(start, min(start + 3, len(sentence.tokens)))
            RUSSIAN.slot(sentence, phrase)
            tokens = [sentence.tokens[i] for i in phrase]
            assert RUSSIAN.nominative(tokens, Slot(case))
            assert RUSSIAN.person_name(tokens, Slot(case))
            RUSSIAN.name_key(text)
