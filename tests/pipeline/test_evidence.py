"""No value without evidence: on everything that the examples and the dev gold documents yield, each span lies in the text, and each
name, post, city and date can be read off its span."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from elshi.errors import DocumentError
from elshi.pipeline import read_paths
from elshi.records.claim import list_claims

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "dev"
METADATA_RULES = {"publication date"}
WORD = re.compile(r"\w+")


def read(runner, settings, folder):
    items = list(runner.run(read_paths([str(folder)], settings)))
    assert [i for i in items if isinstance(i, DocumentError)] == []
    return items


@pytest.fixture(scope="module", params=["examples", "gold"])
def dossiers(request, real_runner, settings, examples):
    if request.param == "gold" and not GOLD.is_dir():
        pytest.skip("../shared/gold is not there")
    return read(real_runner, settings, examples if request.param == "examples" else GOLD)


def claims(dossiers):
    for dossier in dossiers:
        for engagement in dossier.engagements:
            for claim in list_claims(engagement, dossier.document.text):
                yield dossier.document, claim


def test_something_is_read(dossiers):
    fields = Counter(claim.field for _, claim in claims(dossiers))
    assert fields["participant"] > 20
    assert {"type", "status", "date", "country", "city", "capacity", "represents", "topic", "statement", "outcome"} <= set(fields)


def test_every_value_has_its_spans_in_the_text(dossiers):
    for document, claim in claims(dossiers):
        assert claim.evidence.rule
        assert 0 <= claim.confidence <= 1
        assert claim.evidence.spans or (claim.field == "date" and claim.evidence.rule in METADATA_RULES), (document.name, claim)
        for span in claim.evidence.spans:
            assert 0 <= span.start < span.end <= len(document.text), (document.name, claim)
            assert span.of(document.text).strip(), (document.name, claim)


def test_acts_and_mentions_lie_in_the_text(dossiers):
    for dossier in dossiers:
        for engagement in dossier.engagements:
            assert engagement.evidence
            assert engagement.participants
            spans = [*engagement.evidence, *(p.mention for p in engagement.participants)]
            assert all(0 <= s.start < s.end <= len(dossier.document.text) for s in spans)
            names = {p.name.value for p in engagement.participants}
            assert {s.speaker for s in engagement.statements} <= names


def folded(words):
    return [w.casefold().replace("ё", "е") for w in WORD.findall(words.replace("\u00ad", ""))]


def derivable(value, said):
    """Each word of the value begins like some word of what is said; inflection changes ends, not beginnings."""
    written = folded(said)
    return all(any(other.startswith(word[: min(3, len(word))]) for other in written) for word in folded(value))


@pytest.mark.parametrize("field", ["participant", "capacity", "initiative", "venue"])
def test_names_and_posts_can_be_read_off_their_spans(dossiers, field):
    underivable = []
    for document, claim in claims(dossiers):
        said = " ".join(span.of(document.text) for span in claim.evidence.spans)
        if claim.field == field and not derivable(claim.value, said):
            underivable.append((document.name, claim.value, said))
    assert underivable == []


def test_a_dated_value_is_said_in_digits_or_words(dossiers):
    for document, claim in claims(dossiers):
        if claim.field == "date" and claim.evidence.spans:
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d(/\d{4}-\d\d-\d\d)?)?)?", claim.value), (document.name, claim)
            assert any(c.isalnum() for span in claim.evidence.spans for c in span.of(document.text))


def test_ids_are_distinct_and_the_same_every_time(real_runner, settings, examples):
    first, second = (read(real_runner, settings, examples / "en-tricky.txt") for _ in range(2))
    ids = [e.id for d in first for e in d.engagements]
    assert ids
    assert ids == [e.id for d in second for e in d.engagements]
    assert len(set(ids)) == len(ids)
