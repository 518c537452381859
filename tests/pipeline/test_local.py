"""The local runner: order, failures set aside, memory bounded by the chunk."""

from __future__ import annotations

import pytest

from elshi.errors import DocumentError, ModelError, UnreadableDocument, UnsupportedLanguage
from elshi.pipeline.steps import STEPS, Dossier, steps_until, steps_version
from tests.doubles import WordTagger, make_document, make_runner


def test_every_step_has_what_it_needs():
    known = {"document"}
    for step in STEPS:
        assert set(step.needs) <= known, step.name
        known.add(step.gives)
    assert known == set(Dossier.__dataclass_fields__)
    assert steps_version().startswith("language=")


def test_steps_until_refuses_unknown_names():
    assert [s.name for s in steps_until("layout")] == ["language", "layout"]
    with pytest.raises(ValueError, match="wishes"):
        steps_until("wishes")


def test_every_document_comes_out_in_order():
    documents = [make_document(f"{n}.txt", text="In Oslo." if n % 2 else "Nowhere.") for n in range(50)]
    results = list(make_runner().run(documents))
    assert [r.document for r in results] == documents
    assert [len(r.engagements) for r in results] == [n % 2 for n in range(50)]


def test_failures_take_their_place_and_the_rest_goes_on():
    def detect(document):
        if "чужой" in document.text:
            raise UnsupportedLanguage(document.name, "Klingon")
        return "en"

    given = [
        make_document("a", text="In Oslo."),
        UnreadableDocument("b", "empty"),
        make_document("c", text="stumble in Oslo"),
        make_document("d", text="explode in Oslo"),
        make_document("e", text="чужой"),
        make_document("f", text="To Oslo."),
    ]
    results = list(make_runner(detect=detect).run(given))
    assert [isinstance(r, DocumentError) for r in results] == [False, True, True, True, True, False]
    assert [r.document if isinstance(r, DocumentError) else r.document.name for r in results] == list("abcdef")
    assert "internal error: ZeroDivisionError" in results[2].reason
    assert "internal error: MemoryError" in results[3].reason
    assert isinstance(results[4], UnsupportedLanguage)
    assert results[5].mentions


def test_a_broken_model_stops_the_run():
    class NoModel(WordTagger):
        def tag(self, texts):
            raise ModelError("gone")

    with pytest.raises(ModelError):
        list(make_runner(NoModel()).run([make_document()]))


def test_stops_at_the_step_that_is_asked_for():
    (dossier,) = make_runner().run([make_document()], "mentions")
    assert dossier.mentions
    assert not dossier.engagements


def test_does_not_read_ahead_more_than_a_chunk():
    taken = []

    def documents():
        for number in range(1000):
            taken.append(number)
            yield make_document(str(number))

    results = make_runner().run(documents())
    next(results)
    assert len(taken) <= 16
