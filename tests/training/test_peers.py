import sys
from types import SimpleNamespace

import pytest

from elshi.errors import ModelError
from elshi.records import Label
from training.peers import open_peer


def test_what_a_peer_finds_comes_in_our_labels_without_articles(monkeypatch):
    text = "Ana Lopes left the Hague on Monday for 3 euros."
    ents = [
        SimpleNamespace(start_char=0, end_char=9, label_="PERSON"),
        SimpleNamespace(start_char=15, end_char=24, label_="GPE"),
        SimpleNamespace(start_char=39, end_char=46, label_="MONEY"),
    ]
    model = SimpleNamespace(load=lambda name, disable: lambda read: SimpleNamespace(ents=ents))
    monkeypatch.setitem(sys.modules, "spacy", model)
    (mentions,) = open_peer("spacy").tag([(text, [])])
    assert [(m.span.of(text), m.label) for m in mentions] == [("Ana Lopes", Label.PERSON), ("Hague", Label.LOCATION)]


def test_a_peer_that_is_not_installed_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "natasha", None)
    with pytest.raises(ModelError, match="natasha cannot be measured here"):
        open_peer("natasha")
