"""The project's own merge sets: reports in three languages, with namesakes, relatives, reprints, and people who meet twice in a week."""

from __future__ import annotations

import pytest

from quality.corpora import CATALOGUE
from quality.gate import read_floors
from quality.merging import figures, gold_readings, measure_gold, score

SETS = sorted(folder for folder in (CATALOGUE / "merge").iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_gold_engagements_are_merged_as_they_should(folder):
    floors = read_floors()["merge"][folder.name]["gold"]
    measured = measure_gold(folder)
    assert {name: figure for name, figure in measured.items() if figure < floors[name]} == {}


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_each_set_has_three_languages_and_every_reading_its_spans(folder):
    readings = list(gold_readings(folder))
    assert {language for _, language, _ in readings} == {"ru", "kk", "en"}
    spans = [(document, s) for document, _, engagements in readings for e in engagements for s in e.evidence]
    assert all(len(span.of(document.text)) > 10 for document, span in spans)


def test_pairs_and_b_cubed_are_as_one_counts_them_by_hand():
    rows = [("a", "1", "ru"), ("a", "1", "en"), ("a", "2", "kk"), ("b", "2", "en")]
    counted = figures(rows)
    assert counted["pairs"] == pytest.approx(100 * 2 * 1 / (2 + 3))
    assert counted["across"] == pytest.approx(100 * 2 * 1 / (2 + 3))
    assert counted["b-cubed"] == pytest.approx(100 * 2 * 0.75 * (2 / 3) / (0.75 + 2 / 3))


def test_what_was_not_extracted_stands_alone():
    who = {"kind": "person", "name": "Aru Bek", "mention": "Aru Bek", "person": "p"}
    gold = [
        {
            "id": name,
            "lang": lang,
            "text": "Aru Bek came",
            "engagements": [{"event": "e", "evidence": ["Aru Bek came"], "participants": [who]}],
        }
        for name, lang in (("one", "en"), ("two", "ru"))
    ]
    found = {"one": [{"evidence": [{"start": 0, "end": 12}], "participants": [{**who, "entity": "x"}], "record": "r"}]}
    assert score(gold, found)["event pairs"] == 0.0
    both = dict.fromkeys(("one", "two"), found["one"])
    assert score(gold, both) == dict.fromkeys(score(gold, both), 100.0)
