"""What the commands print, where, and how they end."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from elshi import __version__
from elshi.records.schema import record_schema
from elshi.records.serialise import encode_plain
from tests.doubles import TEXT, make_engagement

ESCAPE = re.compile(r"\x1b")


def test_read_prints_a_table_and_stores(elshi):
    result = elshi("read", "one.txt", "two.txt")
    assert result.code == 0
    for word in ("2026-03-04", "meeting", "Aigul Serikova (KZ) – Lars Vik (NO)", "Oslo, Norway", "trade"):
        assert word in result.out
    assert "2 documents read, 1 engagement" in result.errors
    assert "2 new readings stored" in result.errors
    assert "1 engagement" in elshi("list").errors


def test_reading_again_adds_nothing(elshi):
    elshi("read", "one.txt")
    again = elshi("read", "one.txt")
    assert "0 new readings" in again.errors
    assert len(elshi("list", "--json").out.splitlines()) == 1


def test_json_is_the_only_thing_on_standard_output(elshi):
    result = elshi("read", "--json", "one.txt", "missing.txt", "two.txt")
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert [len(row["engagements"]) for row in rows] == [1, 0]
    (found,) = rows[0]["engagements"]
    assert found.pop("record") == found["id"]
    entities = [participant.pop("entity") for participant in found["participants"]]
    assert len(set(entities)) == 2
    assert all(entities)
    assert {**found, "id": ""} == {**encode_plain(make_engagement()), "id": ""}
    assert result.code == 1
    assert "missing.txt: no such file" in result.errors


def test_a_failing_document_costs_the_others_nothing(elshi, place):
    (place / "bad.txt").write_text("a crash in Oslo", encoding="utf-8")
    result = elshi("read", "bad.txt", "one.txt")
    assert result.code == 1
    assert "bad.txt: internal error: RuntimeError: out of luck" in result.errors
    assert "1 document failed" in result.errors
    assert "Lars Vik" in elshi("list").out


def test_standard_input(elshi, monkeypatch, place):
    with (place / "one.txt").open("rb") as stream:
        monkeypatch.setattr("sys.stdin", type("Input", (), {"buffer": stream})())
        assert "Lars Vik" in elshi("read", "-").out


@pytest.mark.parametrize(
    "arguments",
    [["read"], ["read", "--colour", "x"], ["show"], ["eval", "nowhere"], ["fly"], ["list", "--since", "soon"], ["list", "--type", "party"]],
)
def test_wrong_usage_ends_with_2(elshi, arguments):
    result = elshi(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert result.errors


def test_version_and_help(elshi):
    assert elshi("--version").out == f"elshi {__version__}\n"
    assert "Usage" in elshi("--help").out


def test_list_filters(elshi):
    elshi("read", "one.txt")
    assert "Lars Vik" in elshi("list", "--type", "meeting", "--country", "no", "--since", "2026-03-01", "--until", "2026-03-04").out
    assert elshi("list", "--type", "visit").out == ""
    assert elshi("list", "--until", "2026-03-03").out == ""
    assert "Lars Vik" in elshi("list", "--limit", "1").out


def test_list_and_show_without_a_store(elshi):
    for arguments in (["list"], ["show", "ab"]):
        result = elshi(*arguments)
        assert result.code == 1
        assert "no store" in result.errors


def test_another_store(elshi, place):
    elshi("read", "one.txt", "--store", "deep/er.db")
    assert "Lars Vik" in elshi("list", "--store", "deep/er.db").out
    assert not (place / "elshi.db").exists()


def test_show_quotes_the_sentence_of_every_field(elshi):
    elshi("read", "one.txt")
    identifier = json.loads(elshi("list", "--json").out)["id"]
    result = elshi("show", identifier[:6])
    assert result.code == 0
    for field in ("type", "status", "date", "country", "city", "participant", "capacity", "represents", "topic", "statement", "outcome"):
        assert f"  {field}: " in result.out
    assert "[Lars Vik]" in result.out
    assert "«They [agreed to meet again].»" in result.out
    assert "words 1" in result.errors
    assert elshi("show", "ffffffffff").code == 1


def test_records_fit_the_documented_schema(elshi):
    elshi("read", "one.txt")
    (record,) = map(json.loads, elshi("list", "--json").out.splitlines())
    jsonschema.validate(record, record_schema())
    assert json.loads(elshi("show", record["id"], "--json").out) == record
    (explained,) = map(json.loads, elshi("explain", "--json", "one.txt").out.splitlines())
    jsonschema.validate(explained, record_schema())


def test_explain_names_rules_and_spans_and_stores_nothing(elshi, place):
    result = elshi("explain", "one.txt")
    assert "rule: test-rule, 0.80" in result.out
    start = TEXT.index("Lars Vik")
    assert f"{start}–{start + 8} «Lars Vik»" in result.out
    assert not (place / "elshi.db").exists()


def test_tag(elshi):
    assert "CITY" in elshi("tag", "one.txt").out
    row = json.loads(elshi("tag", "--json", "one.txt").out)
    assert row["mentions"] == [{"start": TEXT.index("Oslo"), "end": TEXT.index("Oslo") + 4, "label": "CITY", "score": 0.5}]


def test_eval(elshi, place):
    gold = place / "gold"
    gold.mkdir()
    engagements = [{**encode_plain(make_engagement()), "type": "talks"}]
    document = {"id": "note", "lang": "en", "text": TEXT, "engagements": engagements}
    (gold / "note.json").write_text(json.dumps(document))
    figures = json.loads(elshi("eval", "--json", "gold").out)
    assert figures["en"]["engagement"] == 100.0
    assert figures["en"]["type"] == 0.0
    assert "100.0 (100/100)" in elshi("eval", "gold").out
    assert not (place / "elshi.db").exists()


def test_piped_output_has_no_escape_codes_even_from_documents(elshi, place):
    (place / "evil\x1b[31m.txt").write_text(TEXT.replace("Oslo", "Oslo \x1b[2J\x07", 1), encoding="utf-8")
    for arguments in (["read", "."], ["list"], ["tag", "."], ["explain", "."], ["read", "evil\x1b[31m.txt", "gone\x1b[31m"]):
        result = elshi(*arguments)
        assert not ESCAPE.search(result.out + result.errors), arguments


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 160])
def test_lines_fit_the_terminal(elshi, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    for arguments in (["read", "one.txt"], ["list"], ["explain", "one.txt"]):
        lines = elshi(*arguments).out.splitlines()
        assert lines
        assert max(map(len, lines)) <= max(width, 34), arguments


@pytest.mark.parametrize(
    ("code", "words"), [("ru", ("встреча", "Норвегия", "торговля", "Кто")), ("kk", ("кездесу", "Норвегия", "сауда", "Кім"))]
)
def test_the_users_language(elshi, monkeypatch, code, words):
    monkeypatch.setenv("ELSHI_LANGUAGE", code)
    out = elshi("read", "one.txt").out
    assert all(word in out for word in words)
    assert "нет такого файла" in elshi("read", "gone.txt").errors or code == "kk"
