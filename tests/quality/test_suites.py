"""The tagger's test sets in the gate: every so many examples, what is not there is said, what is too low is named."""

from __future__ import annotations

import pytest

pytest.importorskip("babel")

from elshi.records import Label, Mention, Span
from quality import gate
from quality.suites import OWN, measure_suites, suite_lines, thin_out
from training.evaluate import EVERY, Suite
from training.passages import read_passages


class Knowing:
    """A tagger that knows the answers for the project's own passages, but for a share of the texts."""

    version = "test 1"

    def __init__(self, *, forgets=False):
        self.forgets = forgets
        self.known = {p.text: p.spans for code in ("ru", "kk", "en") for p in read_passages(code)}

    def tag(self, texts):
        for number, (text, _) in enumerate(texts):
            spans = () if self.forgets and number % 2 else self.known[text]
            yield tuple(Mention(Span(start, end), Label(label)) for start, end, label in spans)


FLOORS = {name: {"all": 99.0} for name in OWN}


def test_every_so_many_examples_are_the_same_ones():
    suite = thin_out(Suite(lambda: iter(range(10)), EVERY), 4)
    assert list(suite.examples()) == list(suite.examples()) == [0, 4, 8]


def test_right_spans_are_all_counted(tmp_path):
    assert measure_suites(Knowing(), FLOORS, tmp_path) == {name: {"all": 100.0} for name in OWN}


def test_only_what_has_a_floor_is_measured(tmp_path):
    assert measure_suites(Knowing(), {"own-ru": ["PERSON"]}, tmp_path) == {"own-ru": {"PERSON": 100.0}}


def test_a_tagger_that_forgets_is_refused(tmp_path, capsys):
    shortfalls = gate.check_tagger(Knowing(forgets=True), tmp_path, FLOORS)
    assert [shortfall.split()[1] for shortfall in shortfalls] == list(OWN)
    assert "below the floor 99.0" in shortfalls[0]


def test_says_that_public_sets_are_not_there_and_does_not_ask_for_them(tmp_path, capsys):
    floors = {**FLOORS, "nerel": {"PERSON": 90.0}}
    assert gate.check_tagger(Knowing(), tmp_path / "nowhere", floors) == []
    told = capsys.readouterr().out
    assert "skipped: nothing at" in told
    assert "own-ru" in told
    assert "nerel" not in told


def test_a_class_without_spans_does_not_pass_for_measured(tmp_path):
    figures = measure_suites(Knowing(), {"own-ru": ["NONSENSE"]}, tmp_path)
    assert gate.find_shortfalls(figures, {"own-ru": {"NONSENSE": 1.0}}) == ["own-ru NONSENSE: floor 1.0, not measured"]


def test_figures_stand_beside_their_floors():
    assert suite_lines({"nerel": {"PERSON": 94.1}}, {"nerel": {"PERSON": 93.0}}) == ["nerel       PERSON 94.1 (93)"]
