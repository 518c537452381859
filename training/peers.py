"""Taggers of others, measured like ours where they are installed: `python -m training.evaluate natasha …`. Never a part of the product.

Natasha wants `pip install natasha 'setuptools<81'` and OMP_NUM_THREADS=1; spaCy wants its English model, whose package SPACY_MODEL names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module

from elshi.errors import ModelError
from elshi.records import Label, Mention, Span
from elshi.tagging.base import Tagger

__all__ = ["PEERS", "open_peer"]

Read = Callable[[str], list[tuple[int, int, str]]]
KINDS = {
    "PER": Label.PERSON,
    "PERSON": Label.PERSON,
    "ORG": Label.ORG,
    "LOC": Label.LOCATION,
    "GPE": Label.LOCATION,
    "FAC": Label.LOCATION,
    "DATE": Label.DATE,
    "NORP": Label.NORP,
}


class _Peer:
    """A tagger around a function that gives offsets and kinds."""

    def __init__(self, version: str, read: Read) -> None:
        self.version = version
        self._read = read

    def tag(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[tuple[Mention, ...]]:
        """The mentions of each text, by the peer's own sentences; an article in front of a name is left out, as in the test sets."""
        for text, _ in texts:
            yield tuple(Mention(Span(_bare(text, s), e), KINDS[k]) for s, e, k in self._read(text) if k in KINDS)


def open_peer(name: str) -> Tagger:
    """The peer of that name; raises ModelError if it is not installed."""
    try:
        return _Peer(name, PEERS[name]())
    except (ImportError, OSError) as error:
        raise ModelError(f"{name} cannot be measured here: {error}") from error


def _natasha() -> Read:
    peer = import_module("natasha")
    segmenter, tagger = peer.Segmenter(), peer.NewsNERTagger(peer.NewsEmbedding())

    def read(text: str) -> list[tuple[int, int, str]]:
        document = peer.Doc(text)
        document.segment(segmenter)
        document.tag_ner(tagger)
        return [(s.start, s.stop, s.type) for s in document.spans]

    return read


def _spacy() -> Read:
    model = import_module("spacy").load(os.environ.get("SPACY_MODEL", "en_core_web_sm"), disable=["parser", "lemmatizer", "tagger"])
    return lambda text: [(e.start_char, e.end_char, e.label_) for e in model(text).ents]


def _bare(text: str, start: int) -> int:
    return start + 4 if text[start : start + 4].lower() == "the " else start


PEERS: dict[str, Callable[[], Read]] = {"natasha": _natasha, "spacy": _spacy}
