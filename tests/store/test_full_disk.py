"""A disk that takes no more: a clear error, and a store that is whole with everything that was added before."""

from __future__ import annotations

import subprocess
import sys

import pytest

from elshi.store import Provenance, open_store
from elshi.store.checking import check_store
from tests.doubles import make_document, make_engagement

WRITER = """
import resource, signal, sys
from elshi.errors import StoreError
from elshi.store import Provenance, open_store
from tests.doubles import make_document, make_engagement
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_store(sys.argv[1]) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
    for number in range(10_000):
        name = f"{number}.txt"
        document = make_document(name, text="Aigul Serikova met Jonas Berg. " * 100 + name)
        try:
            store.add(document, "en", [make_engagement(name)], Provenance("1", "1", "1"))
        except StoreError as error:
            print(number, error)
            break
"""


def test_a_full_disk_is_told_and_leaves_a_whole_store(tmp_path):
    pytest.importorskip("resource")
    path = tmp_path / "elshi.db"
    done = subprocess.run([sys.executable, "-c", WRITER, str(path)], capture_output=True, text=True, check=True)
    added, _, told = done.stdout.strip().partition(" ")
    assert told.startswith(f"the store {path}: ")
    assert "full" in told or "I/O error" in told
    rows, faults = check_store(path)
    assert (rows["document"], rows["reading"], faults) == (int(added), int(added), [])
    with open_store(path) as store:
        assert store.add(make_document("later.txt"), "en", [make_engagement("later.txt")], Provenance("1", "1", "1"))
