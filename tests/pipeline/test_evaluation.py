"""The evaluation counts what it should, and agrees with the reference scorer on dev gold."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from elshi.errors import UsageError
from elshi.pipeline.evaluation import FIELDS, evaluate, f1_figures, read_gold
from elshi.records.serialise import encode_plain
from tests.doubles import TEXT, make_document, make_engagement

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"


def make_gold(**changes):
    plain = {**encode_plain(make_engagement()), **changes}
    return {"id": make_document().id, "lang": "en", "text": TEXT, "engagements": [plain]}


def figures(found, **changes):
    return f1_figures(evaluate([make_gold(**changes)], {"note.txt": found}))["en"]


def test_the_same_is_perfect():
    perfect = figures([encode_plain(make_engagement())])
    assert {name: perfect[name] for name in FIELDS if name != "initiative"} == dict.fromkeys(
        [f for f in FIELDS if f != "initiative"], 100.0
    )


def test_nothing_found_is_zero():
    assert set(figures([]).values()) == {0.0}


def test_a_spurious_engagement_costs_precision_only():
    other = copy.deepcopy(encode_plain(make_engagement()))
    tally = evaluate([make_gold()], {"note.txt": [encode_plain(make_engagement()), other]})["all"].fields["engagement"]
    assert (tally.right, tally.found, tally.gold) == (1, 2, 1)
    assert (tally.precision, tally.recall) == (50.0, 100.0)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("type", {"type": "talks"}),
        ("status", {"status": "planned"}),
        ("country", {"place": {"country": "SE", "city": "Oslo"}}),
        ("city", {"place": {"country": "NO", "city": "Bergen"}}),
        ("date", {"date": {"value": "2026-03-05"}}),
    ],
)
def test_one_wrong_field_is_seen_and_makes_it_incomplete(field, change):
    seen = figures([{**encode_plain(make_engagement()), **change}])
    assert seen[field] == 0.0
    assert seen["complete"] == 0.0
    assert seen["engagement"] == 100.0


def test_quotes_may_be_words():
    quotes = [{"speaker": "Aigul Serikova", "quote": "said that trade was growing"}]
    assert figures([encode_plain(make_engagement())], statements=quotes)["statement"] == 100.0


def test_an_empty_folder_is_wrong_usage(tmp_path):
    with pytest.raises(UsageError):
        read_gold(tmp_path)
    (tmp_path / "a.json").write_text("[1]")
    with pytest.raises(UsageError):
        read_gold(tmp_path)


def spoil(engagement, chance):
    """The engagement with some mistakes that extraction makes."""
    for participant in engagement["participants"]:
        if chance.random() < 0.2:
            participant["name"] += "а"
        if chance.random() < 0.1:
            participant.update(capacity=None, represents=["KZ"])
        if chance.random() < 0.1:
            participant["kind"] = "organization"
    if chance.random() < 0.2:
        engagement["participants"] = engagement["participants"][1:]
    if chance.random() < 0.2:
        engagement.update(type="talks", place=None, topics=["trade"])
    if chance.random() < 0.2:
        engagement.update(statements=engagement["statements"][:1], outcomes=[], date={"value": None})
    return engagement


@pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not there")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_agrees_with_the_reference_scorer(tmp_path, seed):
    chance, gold = random.Random(seed), read_gold(GOLD / "dev")
    found = {}
    for document in gold:
        kept = [e for e in copy.deepcopy(document["engagements"]) if chance.random() > 0.1]
        found[document["id"]] = [spoil(e, chance) for e in kept + copy.deepcopy(kept[: chance.random() < 0.2])]
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("\n".join(json.dumps({"id": k, "engagements": v}) for k, v in found.items()))
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD / "dev"), str(predictions), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert f1_figures(evaluate(gold, found)) == theirs
    assert theirs["all"]["complete"] < 95
