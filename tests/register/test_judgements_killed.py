"""A process that is killed while people judge loses no judgement that it has taken."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest

from elshi.records import Subject, Verdict
from elshi.register.resolving import resolve
from elshi.store import Provenance, open_store
from tests.doubles import TEXT, make_document, make_engagement

SCRIPT = """
import sys
from pathlib import Path
from elshi.records import Verdict
from elshi.register.judging import judge
from elshi.store import open_store

with open_store(Path(sys.argv[1])) as store:
    for turn in range(100_000):
        verdict = (Verdict.DIFFERENT, Verdict.SAME)[turn % 2]
        print(judge(store, *sys.argv[2:], verdict, "dana", f"turn {turn}").id, flush=True)
"""
TAKEN = 5


@pytest.fixture
def filled(tmp_path):
    path = tmp_path / "elshi.db"
    ids = []
    with open_store(path) as store:
        for number in range(2):
            document = make_document(f"note-{number}.txt", f"{TEXT} {number} " + f"word{number} " * 40, published=date(2026, 3, 5))
            ids.append(make_engagement(document.id).id)
            store.add(document, "en", [make_engagement(document.id)], Provenance("1.0", "language=1", "tagger 1"))
        resolve(store)
    return path, ids


def test_no_judgement_taken_is_lost(filled):
    path, ids = filled
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", SCRIPT, str(path), *ids], stdout=subprocess.PIPE, text=True, env=environment) as run:
        assert run.stdout is not None
        taken = [run.stdout.readline().strip() for _ in range(TAKEN)]
        run.kill()
        taken += run.stdout.read().split()
    assert run.returncode < 0
    with open_store(path) as store:
        resolve(store)
        kept = store.judgements()
        together = any(set(ids) <= set(cluster) for cluster in store.shelf(Subject.ENGAGEMENT).clusters())
    assert set(taken) <= {judgement.id for judgement in kept}
    assert together == (kept[-1].verdict is Verdict.SAME)
