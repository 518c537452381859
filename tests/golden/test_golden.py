"""The catalogue: documents in our own words, each with a construct and what Elshi has to make of it.

A document is vouched for in the fields that it names in `fields`, else in those of who, what, where and when. What Elshi is known to miss
is listed with the reason in `known_misses.toml`; a miss that is no miss any more fails until it is taken off the list.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from elshi.errors import DocumentError
from elshi.pipeline import evaluate, read_paths
from elshi.records import EngagementType, OutcomeKind, ParticipantKind, Status
from elshi.records.serialise import encode_plain
from quality.corpora import ROUNDS, VOUCHED

HERE = Path(__file__).parent

FILES = sorted(
    path for folder in (HERE, *(HERE / name for name in ROUNDS)) for code in ("ru", "kk", "en") for path in (folder / code).glob("*.json")
)
MISSES = tomllib.loads((HERE / "known_misses.toml").read_text(encoding="utf-8"))


def label(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def listed() -> list:
    return [
        pytest.param(path, id=label(path), marks=[pytest.mark.xfail(reason=MISSES[label(path)])] if label(path) in MISSES else [])
        for path in FILES
    ]


@pytest.fixture(scope="module")
def found(real_runner, settings):
    items = list(real_runner.run(read_paths([str(path) for path in FILES], settings)))
    assert [str(i) for i in items if isinstance(i, DocumentError)] == []
    return {i.document.id: [encode_plain(e) for e in i.engagements] for i in items}


@pytest.mark.parametrize("path", listed())
def test_reads_the_construct(path, found):
    document = json.loads(path.read_text(encoding="utf-8"))
    counts = evaluate([document], found)["all"].fields
    wrong = {f: (c.right, c.found, c.gold) for f in document.get("fields", VOUCHED) if (c := counts[f]).right < max(c.found, c.gold)}
    assert not wrong, f"(right, found, gold): {wrong}\n{json.dumps(found[document['id']], ensure_ascii=False, indent=1)}"


def quoted(engagement: dict) -> list[str]:
    participants = [p["mention"] for p in engagement["participants"]]
    return [*engagement["evidence"], *participants, *(q["quote"] for q in [*engagement["statements"], *engagement["outcomes"]])]


@pytest.mark.parametrize("path", FILES, ids=label)
def test_is_well_formed(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["id"] == path.stem
    assert document["lang"] == path.parent.name
    assert document["construct"]
    for engagement in document["engagements"]:
        assert EngagementType(engagement["type"])
        assert Status(engagement["status"])
        assert all(ParticipantKind(p["kind"]) for p in engagement["participants"])
        assert all(OutcomeKind(o["kind"]) for o in engagement["outcomes"])
        assert [q for q in quoted(engagement) if q not in document["text"]] == []
        assert {s["speaker"] for s in engagement["statements"]} <= {p["name"] for p in engagement["participants"]}


def test_known_misses_are_documents():
    assert set(MISSES) <= {label(path) for path in FILES}


def test_ids_are_unique():
    assert len({path.stem for path in FILES}) == len(FILES)
