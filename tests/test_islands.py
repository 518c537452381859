"""How the islands are built: once for the same sources, by a lock that names no host."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ISLANDS = ROOT / "elshi" / "web" / "islands"
pytest.importorskip("hatchling")


@pytest.fixture
def builder(monkeypatch):
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_lock_names_no_host_and_every_package_by_its_digest():
    lock = json.loads((ISLANDS / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert "://" not in json.dumps(lock)
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    wanted = json.loads((ISLANDS / "package.json").read_text(encoding="utf-8"))
    assert {f"node_modules/{name}" for name in (*wanted["dependencies"], *wanted["devDependencies"])} <= set(packages)


def test_what_is_built_is_not_built_again_until_a_source_changes(builder, tmp_path, monkeypatch):
    folder = tmp_path / builder.ISLANDS
    (folder / "src").mkdir(parents=True)
    (folder / "package.json").write_text("{}", encoding="utf-8")
    (folder / "src" / "one.ts").write_text("1", encoding="utf-8")
    ran = []

    def npm(where, *arguments):
        ran.append(arguments)
        (where / "node_modules").mkdir(exist_ok=True)
        (tmp_path / builder.BUILT).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / builder.BUILT).write_text("built", encoding="utf-8")

    monkeypatch.setattr(builder, "_npm", npm)
    builder.build_islands(tmp_path)
    assert ran == [("ci", "--no-audit", "--no-fund"), ("run", "build")]
    builder.build_islands(tmp_path)
    assert len(ran) == 2
    (folder / "src" / "one.ts").write_text("2", encoding="utf-8")
    builder.build_islands(tmp_path)
    assert len(ran) == 4
    (tmp_path / builder.BUILT).unlink()
    builder.build_islands(tmp_path)
    assert len(ran) == 6


def test_where_nothing_can_be_fetched_the_installation_goes_on(builder, tmp_path, monkeypatch):
    def fail(*arguments):
        raise RuntimeError("no registry")

    monkeypatch.setattr(builder, "build_islands", fail)
    said = []
    hook = builder.IslandsHook.__new__(builder.IslandsHook)
    monkeypatch.setattr(builder.IslandsHook, "target_name", "wheel")
    monkeypatch.setattr(builder.IslandsHook, "root", str(tmp_path))
    monkeypatch.setattr(builder.IslandsHook, "app", type("App", (), {"display_warning": said.append}))
    hook.initialize("editable", {})
    assert said == ["no registry"]
    monkeypatch.setenv("ELSHI_WITHOUT_ISLANDS", "1")
    hook.initialize("editable", {})
    assert len(said) == 1
