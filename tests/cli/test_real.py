"""The command as a user calls it, on the examples, with the real rooms."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def command(real_runner, tmp_path_factory):
    """Runs `elshi` in a process of its own with an empty store."""
    folder = tmp_path_factory.mktemp("home")
    environment = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES"}}
    environment |= {"ELSHI_STORE": str(folder / "elshi.db"), "ELSHI_LANGUAGE": "en"}

    def run(*arguments, **changes):
        line = [sys.executable, "-m", "elshi", *map(str, arguments)]
        return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", env={**environment, **changes}, check=False)

    return run


def test_the_demo_shows_all_three_languages(command):
    run = command("demo")
    assert run.returncode == 0, run.stderr
    assert "\x1b" not in run.stdout + run.stderr
    for name in ("Gábor Szentesi (HU)", "Ерлан Сагындыков (KZ)", "Әсет Қалиев (KZ)"):
        assert name in run.stdout
    assert "12 documents read" in run.stderr


def test_read_then_list_then_show(command, examples):
    rows = [
        json.loads(line) for line in command("read", "--json", examples / "ru-meeting.txt", examples / "nothing.txt").stdout.splitlines()
    ]
    (found,) = rows[0]["engagements"]
    assert found["type"] == "meeting"
    assert found["date"]["value"] == "2026-05-12"
    assert {p["name"] for p in found["participants"]} == {"Ерлан Сагындыков", "Лукас Хофбауэр"}
    assert "Ерлан Сагындыков" in command("list").stdout
    shown = command("show", found["id"][:8], ELSHI_LANGUAGE="ru").stdout
    assert "встреча" in shown
    assert "[Ерлан Сагындыков]" in shown


def test_texts_without_engagements_give_none(command, examples):
    paths = sorted(examples.glob("*-no-engagement.txt"))
    assert len(paths) == 3
    rows = [json.loads(line) for line in command("read", "--json", *paths).stdout.splitlines()]
    assert [row["engagements"] for row in rows] == [[], [], []]


def test_a_reader_that_stops_early_is_no_failure(command, examples):
    line = f"{sys.executable} -m elshi tag --json {examples} {examples} | head -n 1"
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert json.loads(run.stdout)
    assert "Traceback" not in run.stderr
