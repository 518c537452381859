"""Recall of spans: what counts as found, what as missed, and what is not asked for."""

from __future__ import annotations

import pytest

from elshi.pipeline.steps import Dossier
from elshi.records import Document, Label, Mention, Span
from quality.tagging import recall_of

TEXT = "In Oslo Deputy Minister of Trade Lars Vik met Aigul Serikova of the Nordic Bank. The minister left."


def mention(words: str, label: Label) -> Mention:
    start = TEXT.index(words)
    return Mention(Span(start, start + len(words)), label)


def annotated(**participant):
    told = {"kind": "person", "name": "Lars Vik", "mention": "Lars Vik", **participant}
    return {"id": "a", "lang": "en", "text": TEXT, "engagements": [{"participants": [told], "place": {"city": "Oslo"}}]}


def recall(document, *mentions: Mention):
    return list(recall_of(document, Dossier(Document(id="a", text=TEXT, name="a"), language="en", mentions=mentions)))


def test_a_name_is_found_to_the_letter_or_missed():
    assert recall(annotated(), mention("Lars Vik", Label.PERSON)) == [("person", True), ("city", False)]
    assert recall(annotated(), mention("Lars", Label.PERSON))[0] == ("person", False)
    assert recall(annotated(), mention("Lars Vik", Label.ORG))[0] == ("person", False)


def test_a_person_who_is_not_named_is_not_asked_for():
    assert recall(annotated(mention="The minister")) == [("city", False)]


@pytest.mark.parametrize(("marked", "found"), [("Deputy Minister of Trade", True), ("Deputy Minister", False)])
def test_a_post_stands_within_one_span(marked, found):
    told = recall(annotated(capacity="deputy minister of trade"), mention(marked, Label.POSITION))
    assert ("post", found) in told


def test_bodies_and_cities():
    body = annotated(kind="organization", name="Nordic Bank", mention="the Nordic Bank")
    assert recall(body, mention("Nordic Bank", Label.ORG), mention("Oslo", Label.CITY)) == [("body", True), ("city", True)]
    assert recall(body) == [("body", False), ("city", False)]
    assert recall(annotated(kind="organization", name="delegation", mention="the guests")) == [("city", False)]


def test_a_city_that_the_text_does_not_name_is_not_asked_for():
    document = annotated()
    document["engagements"][0]["place"]["city"] = "Bergen"
    assert recall(document) == [("person", False)]


def test_a_document_that_failed_found_nothing():
    assert list(recall_of(annotated(), None)) == [("person", False), ("city", False)]
