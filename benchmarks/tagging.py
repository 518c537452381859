"""Speed, memory and loading time of the tagger alone: `python -m benchmarks.tagging [PACK] [--documents N]`.

The texts are those of `benchmarks.extraction`; CPU seconds count all threads. A peer of `training.peers` that is installed runs on the
same texts beside it (`--peer natasha`), Natasha on the Russian ones, spaCy on the English.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path

from benchmarks.extraction import make_texts
from elshi.errors import ModelError
from elshi.pipeline.opening import tell_language
from elshi.records import Document
from elshi.settings import Settings
from elshi.tagging import Tagger, load_tagger
from elshi.tagging.loading import PACKAGED
from training.examples import sentences
from training.peers import PEERS, open_peer

__all__ = ["main", "speed"]

READS = {"natasha": "ru", "spacy": "en"}


def speed(tagger: Tagger, documents: list[Document]) -> float:
    """Documents per CPU second, after a few to warm up."""
    texts = [(d.text, sentences(d.text)) for d in documents]
    list(tagger.tag(texts[:3]))
    begun = time.process_time()
    list(tagger.tag(texts))
    return len(texts) / (time.process_time() - begun)


def main() -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path, nargs="?", default=PACKAGED)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--peer", choices=sorted(PEERS), action="append", default=[])
    given = parser.parse_args()
    import onnxruntime  # noqa: F401  its own loading is not the model's

    begun = time.perf_counter(), time.process_time()
    tagger = load_tagger(given.pack)
    wall, spent = time.perf_counter() - begun[0], time.process_time() - begun[1]
    size = sum(file.stat().st_size for file in given.pack.iterdir()) / 1e6
    documents = make_texts(given.documents, Settings.from_environment())
    print(f"{tagger.version}: {size:.1f} MB, loaded in {wall:.2f} s ({spent:.2f} s of CPU)")
    print(f"{speed(tagger, documents):.1f} documents per CPU second, {_memory():.0f} MB resident at most")
    for name in given.peer:
        _beside(name, documents)
    return 0


def _beside(name: str, documents: list[Document]) -> None:
    begun = time.process_time()
    try:
        peer = open_peer(name)
    except ModelError as error:
        print(error)
        return
    loading = time.process_time() - begun
    mine = [d for d in documents if tell_language(d) == READS[name]]
    print(f"{name}: loaded in {loading:.2f} s of CPU; {speed(peer, mine):.1f} documents per CPU second; {_memory():.0f} MB with ours")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
