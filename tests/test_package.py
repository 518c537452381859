"""What is installed is whole: the wheel carries everything that the package reads, and the command starts fast without heavy rooms."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = ("numpy", "onnxruntime", "tokenizers", "trafilatura", "pymorphy3", "babel", "lxml")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as opened:
        return set(opened.namelist())


def test_the_wheel_has_every_file_of_the_package(wheel):
    ignored = {"__pycache__", "islands"}  # of the islands the wheel has what is built of them
    files = {p.relative_to(ROOT).as_posix() for p in (ROOT / "elshi").rglob("*") if p.is_file() and not ignored & set(p.parts)}
    assert files - wheel == set()
    assert not any("/islands/" in name for name in wheel)


def test_the_wheel_has_examples_translations_and_licences(wheel):
    examples = {f"elshi/examples/{p.name}" for p in (ROOT / "examples").iterdir() if p.is_file()}
    assert examples <= wheel
    assert {f"elshi/translations/{code}/LC_MESSAGES/elshi.mo" for code in ("ru", "kk")} <= wheel
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
    assert any(name.endswith("licenses/NOTICE") for name in wheel)
    assert not any(name.startswith(("tests/", "training/", "quality/")) for name in wheel)


def test_help_loads_no_heavy_room():
    script = "import sys; from elshi.cli.app import app; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    assert [name for name in HEAVY if name in loaded] == []
    assert "elshi.pipeline" not in loaded


def test_the_module_is_the_command():
    run = subprocess.run([sys.executable, "-m", "elshi", "--version"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.startswith("elshi ")
    assert run.stderr == ""
