"""A run killed in the middle leaves a store that opens, and the next run completes it."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from elshi.store import Query, open_store
from tests.doubles import TEXT

SCRIPT = """
import sys, time
from elshi.cli import commands, main
from tests.doubles import make_runner

def detect(document):
    time.sleep(0.005)
    return "en"

commands.open_runner = lambda settings: make_runner(detect=detect)
sys.argv = ["elshi", "read", "--json", "--store", sys.argv[1], sys.argv[2]]
main()
"""
DOCUMENTS = 300


def start(store, folder):
    command = [sys.executable, "-c", SCRIPT, str(store), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})


def kill_after(run, store, documents):
    """Kill the run as soon as the store holds so many documents."""
    deadline = time.monotonic() + 60
    while not store.exists() or len(contents(store)[0]) < documents:
        assert run.poll() is None, "the run ended before it could be killed"
        assert time.monotonic() < deadline, "the run hangs"
        time.sleep(0.005)
    run.kill()
    run.wait()


def contents(store):
    with open_store(store) as opened:
        reports = [r.engagement for r in opened.reports(Query())]
        return {d.name for d in opened.documents()}, len(reports), len({e.id for e in reports})


def test_the_next_run_completes_it(tmp_path):
    folder, store = tmp_path / "texts", tmp_path / "elshi.db"
    folder.mkdir()
    for number in range(DOCUMENTS):
        (folder / f"{number:03}.txt").write_text(f"{TEXT} Item {number}.", encoding="utf-8")
    for documents in (1, 40):
        kill_after(start(store, folder), store, documents)
        names, reports, _distinct = contents(store)
        assert documents <= len(names) < DOCUMENTS
        assert reports == len(names)
    assert start(store, folder).wait() == 0
    names, reports, distinct = contents(store)
    assert (len(names), reports, distinct) == (DOCUMENTS, DOCUMENTS, DOCUMENTS)
