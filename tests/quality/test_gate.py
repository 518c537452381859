"""The gate refuses what is below a floor, and says when there is nothing to measure."""

from __future__ import annotations

from quality import gate

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
    for language, fields in gate.read_floors().items():
        assert language in {"ru", "kk", "en", "all"}
        assert all(0 < floor <= 100 for floor in fields.values())


def test_shows_figures_beside_floors():
    lines = gate.compare_lines(FIGURES, {"ru": {"name": 80.0}})
    assert lines[1].split() == ["name", "ru", "85.0", "(", "80)", "all", "84.0", "(", "–)"]


def test_without_gold_it_is_skipped_aloud(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("ELSHI_GOLD", str(tmp_path / "nothing"))
    assert gate.main() == 0
    assert "skipped" in capsys.readouterr().out


def test_fails_with_a_high_floor(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("ELSHI_GOLD", str(tmp_path))
    monkeypatch.setattr(gate, "measure", lambda folder, settings: FIGURES)
    monkeypatch.setattr(gate, "read_floors", lambda: {"ru": {"engagement": 99.0}})
    assert gate.main() == 1
    assert "TOO LOW: ru engagement" in capsys.readouterr().out
    monkeypatch.setattr(gate, "read_floors", lambda: {"ru": {"engagement": 9.0}})
    assert gate.main() == 0
