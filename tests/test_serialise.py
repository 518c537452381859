"""Records survive JSON, and the schema in the documentation is the one that the code makes."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.records import Document, Engagement, Span
from elshi.records.claim import list_claims
from elshi.records.schema import record_schema
from elshi.records.serialise import decode, dump_line, encode, encode_engagement, encode_plain
from tests.doubles import TEXT, make_document, make_engagement

SCHEMA = Path(__file__).parents[1] / "docs" / "record.schema.json"


@pytest.mark.parametrize("day", ["2026-03-04", None])
def test_an_engagement_comes_back(day):
    engagement = make_engagement(day=day)
    assert decode(Engagement, json.loads(dump_line(encode_engagement(engagement)))) == engagement


@given(st.text(), st.none() | st.text(), st.none() | st.dates())
def test_a_document_comes_back(text, title, published):
    document = make_document(text=text, title=title, published=published)
    assert decode(Document, json.loads(dump_line(encode(document)))) == document


@given(st.recursive(st.text(st.characters()), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_a_line_is_one_line_of_utf8(value):
    line = dump_line(value)
    assert "\n" not in line
    assert json.loads(line.encode("utf-8")) == value


def test_a_lone_surrogate_is_escaped():
    assert dump_line("\ud800ж").encode("utf-8") == b'"\\ud800\\u0436"'
    assert dump_line("ж") == '"ж"'


def test_the_documented_schema_is_that_of_the_code():
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == record_schema()


def test_records_fit_the_schema_and_others_do_not():
    jsonschema.Draft202012Validator.check_schema(record_schema())
    record = encode_engagement(make_engagement())
    jsonschema.validate(record, record_schema())
    for wrong in ({"type": None}, {"surprise": 1}, {"status": {**record["status"], "value": "perhaps"}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**record, **wrong}, record_schema())


def test_the_plain_form_has_values_and_offsets():
    plain = encode_plain(make_engagement())
    assert plain["place"] == {"country": "NO", "city": "Oslo", "venue": None}
    assert plain["participants"][0]["represents"] == ["KZ"]
    quote = plain["statements"][0]["quote"]
    assert Span(**quote).of(TEXT) == "said that trade was growing"


def test_claims_cover_every_value():
    claims = list(list_claims(make_engagement(), TEXT))
    fields = [c.field for c in claims]
    assert fields == [
        "type", "status", "date", "country", "city", "participant", "capacity", "represents", "participant", "capacity", "represents",
        "topic", "statement", "outcome",
    ]  # fmt: skip
    assert all(c.evidence.spans for c in claims)
    assert claims[-1].value == "agreed to meet again"
