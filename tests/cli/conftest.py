"""Runs commands in this process, with a runner that needs no model unless a test asks for the real one."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import pytest

from elshi.cli import commands, main
from elshi.records import Document
from tests.doubles import TEXT, make_runner


@dataclass(frozen=True)
class Result:
    """What a command printed, and its exit code."""

    code: int
    out: str
    errors: str


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with two readable documents in it, English messages, and a store of its own."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ELSHI_LANGUAGE", "en")
    monkeypatch.setenv("ELSHI_STORE", str(tmp_path / "elshi.db"))
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text("Nothing of note happened in the capital today, the agency said.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def elshi(place, monkeypatch, capsys):
    """Call `elshi(...)` as one would the command."""
    monkeypatch.setattr(commands, "open_runner", lambda settings: make_runner(detect=detect))

    def run(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["elshi", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Result(int(ended.value.code or 0), captured.out, captured.err)

    return run


def detect(document: Document) -> str:
    """Everything is English, and a text with "crash" is too much."""
    if "crash" in document.text:
        raise RuntimeError("out of luck")
    return "en"
