"""The gate refuses what is below a floor, and says when there is nothing to measure."""

from __future__ import annotations

from elshi.records import Basis, Engagement, EngagementType, EventDate, Evidence, Place, Sourced, Span, Status
from quality import corpora, gate
from quality.corpora import ROUNDS, Corpus
from quality.reliability import rate_bands, read_ratings, share_right
from quality.report import write_report

FIGURES = {"ru": {"engagement": 90.0, "name": 85.0}, "all": {"engagement": 88.0, "name": 84.0}}


def test_passes_at_and_above_the_floors():
    assert gate.find_shortfalls(FIGURES, {"ru": {"engagement": 90.0, "name": 80}, "kk": {}}) == []


def test_names_what_is_below():
    (shortfall,) = gate.find_shortfalls(FIGURES, {"ru": {"engagement": 90.1, "name": 85.0}})
    assert shortfall == "ru engagement: 90.0, below the floor 90.1"


def test_a_floor_without_a_figure_fails():
    floors = {"kk": {"engagement": 1.0}, "ru": {"nonsense": 1.0}}
    assert len(gate.find_shortfalls(FIGURES, floors)) == 2


def test_the_floors_in_the_repository_are_well_formed():
    floors = dict(gate.read_floors())
    assert all(0 < share <= 100 for share in floors.pop("reliability").values())
    assert set(floors["spans"]) <= {"ru", "kk", "en", "all"}
    for kinds in floors.pop("tagger").values():
        assert all(0 < floor <= 100 for floor in kinds.values())
    for groups in floors.pop("merge").values():
        assert set(groups) <= {"gold", "extracted"}
        assert all(0 < floor <= 100 for figures in groups.values() for floor in figures.values())
    for corpus, languages in floors.items():
        assert corpus in {"dev", "catalogue", *ROUNDS, "spans"}
        assert set(languages) <= {"ru", "kk", "en", "all"}
        assert all(0 < floor <= 100 for fields in languages.values() for floor in fields.values())


def test_shows_figures_beside_floors():
    lines = gate.compare_lines(FIGURES, {"ru": {"name": 80.0}})
    assert lines[1].split() == ["name", "ru", "85.0", "(", "80)", "all", "84.0", "(", "–)"]


def engagement(*, confidence: float, kind: str = "meeting") -> Engagement:
    evidence = Evidence((Span(0, 9),), "test")
    day = EventDate("2026-03-05", Basis.EXPLICIT, evidence)
    return Engagement(
        "e", Sourced(EngagementType(kind), evidence), Sourced(Status.HELD, evidence), (Span(0, 9),), day, Place(), (), confidence=confidence
    )


GOLD = {
    "id": "d",
    "lang": "en",
    "text": "They met.",
    "engagements": [
        {
            "type": "meeting",
            "status": "held",
            "evidence": ["They met."],
            "date": {"value": "2026-03-05"},
            "place": {"country": None, "city": None},
            "participants": [],
            "topics": [],
            "initiatives": [],
            "statements": [],
            "outcomes": [],
        }
    ],
}


def test_without_gold_it_is_skipped_aloud(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("ELSHI_GOLD", str(tmp_path / "nothing"))
    monkeypatch.setattr(corpora, "CATALOGUE", tmp_path)
    monkeypatch.setattr(gate, "data_folder", lambda: tmp_path / "nothing")
    assert gate.main() == 0
    printed = capsys.readouterr().out
    assert "dev gold skipped" in printed
    assert "test sets of the tagger skipped" in printed


def test_fails_with_a_high_floor(monkeypatch, capsys):
    corpus = Corpus([GOLD], {"d": [engagement(confidence=0.5, kind="talks")]})
    assert gate.check_corpus("dev", corpus, {"en": {"engagement": 99.0, "type": 99.0}}) == ["dev en type: 0.0, below the floor 99.0"]
    assert "en 100.0 (  99)" in capsys.readouterr().out


def test_main_counts_shortfalls(monkeypatch, capsys):
    monkeypatch.setattr(gate, "open_corpora", lambda: {"dev": []})
    monkeypatch.setattr(gate, "read_corpus", lambda folders, settings: Corpus([GOLD], {"d": [engagement(confidence=0.95)]}))
    monkeypatch.setattr(gate, "read_floors", lambda: {"dev": {"en": {"type": 100.0}}, "reliability": {"0.9": 95.0}})
    assert gate.main() == 0
    monkeypatch.setattr(gate, "read_corpus", lambda folders, settings: Corpus([GOLD], {"d": [engagement(confidence=0.95, kind="call")]}))
    assert gate.main() == 1
    printed = capsys.readouterr().out
    assert "TOO LOW: dev en type" in printed
    assert "TOO LOW: dev: of confidence 0.9 or more 0.0 % right" in printed


def test_rates_what_confidence_is_worth():
    corpus = Corpus([GOLD], {"d": [engagement(confidence=0.95), engagement(confidence=0.2, kind="call")]})
    ratings = read_ratings([corpus])
    assert ratings == [(0.95, True), (0.2, False)]
    assert [(b.low, b.count, b.share) for b in rate_bands(ratings)] == [(0.0, 1, 0.0), (0.9, 1, 100.0)]
    assert share_right(ratings, 0.1) == 50.0
    assert share_right(ratings, 0.99) is None


def test_the_report_shows_every_figure():
    page = write_report({"dev": Corpus([GOLD], {"d": [engagement(confidence=0.95, kind="call")]})}, "0123456789")
    assert "commit `0123456789`" in page
    assert "| status | 100.0 | 100.0 |" in page
    assert "| type | 0.0 | 0.0 |" in page
    assert "| 0.9–1.0 | 1 | 0.0 |" in page


def test_a_document_of_the_catalogue_counts_in_what_it_vouches_for():
    found = {"d": [engagement(confidence=0.5)]}
    assert "topic" in corpora.measure(Corpus([GOLD], found))["en"]
    shown = corpora.measure(Corpus([{**GOLD, "construct": "an act"}], found))["en"]
    assert "topic" not in shown
    assert {"engagement", "date", "complete"} <= set(shown)
    part = corpora.measure(Corpus([{**GOLD, "construct": "an act", "fields": ["type"]}], found))["en"]
    assert set(part) == {"type"}
