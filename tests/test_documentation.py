"""The documentation tells the truth: commands, options, targets, words, files."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from pathlib import Path

import pytest
import typer

import elshi
from elshi.cli.app import app
from elshi.errors import ElshiError
from elshi.language.phrases import word_list
from elshi.pipeline.steps import STEPS
from elshi.records import Basis, EngagementType, OutcomeKind, ParticipantKind, Status

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS = typer.main.get_command(app).commands
MODULES = sorted(m.name for m in pkgutil.walk_packages(elshi.__path__, "elshi.") if not m.name.endswith("__main__"))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented_and_explains_itself(name):
    command = COMMANDS[name]
    section = re.search(rf"^### [^\n]*`elshi {name}`.*?(?=^### |^## )", README, re.MULTILINE | re.DOTALL)
    assert section, f"no section for elshi {name}"
    assert command.help
    for parameter in command.params:
        assert parameter.help, parameter.name
        for option in parameter.opts if parameter.param_type_name == "option" else ():
            assert option in section.group(), f"elshi {name} {option}"


def test_no_command_is_documented_that_does_not_exist():
    assert set(re.findall(r"`elshi ([a-z]+)", README)) == set(COMMANDS)
    used = re.findall(r"^(?:cat [^|\n]*\| )?elshi ([a-z]+)", README, re.MULTILINE)
    assert set(used) <= set(COMMANDS)


def test_make_targets_are_those_of_the_makefile():
    targets = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE).group(1).split())
    assert set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(re.findall(r"`make [a-z]+`|^make [a-z]+$", README, re.MULTILINE)))) <= targets
    assert all(re.search(rf"^{target}:", MAKEFILE, re.MULTILINE) for target in targets)
    assert {"demo", "test", "check", "gate", "bench"} <= targets


def test_ci_runs_the_readmes_own_commands():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for block in re.findall(r"```sh\n(make [a-z]+)\n```", README):
        assert f"\n{block}" in script
    assert "set -euo pipefail" in script


def test_links_lead_somewhere():
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_settings_are_documented():
    source = (ROOT / "elshi" / "settings.py").read_text(encoding="utf-8")
    named = set(re.findall(r'"(ELSHI_\w+)"', source))
    assert named == set(re.findall(r"^\| `(ELSHI_\w+)`", README, re.MULTILINE))


def test_vocabularies_are_in_the_glossary():
    codes = {member.value for kind in (EngagementType, Status, Basis, ParticipantKind, OutcomeKind) for member in kind}
    for code in codes | set(word_list("en", "topics")["topics"]):
        assert f"`{code}`" in GLOSSARY, code


def test_rooms_are_in_the_architecture():
    rooms = {p.parent.name for p in (ROOT / "elshi").glob("*/__init__.py")}
    assert rooms <= set(re.findall(r"elshi/(\w+)", ARCHITECTURE))
    for step in STEPS:
        assert step.name in ARCHITECTURE.lower()


@pytest.mark.parametrize("name", MODULES)
def test_the_public_surface_is_stated_exists_and_is_documented(name):
    module = importlib.import_module(name)
    names = getattr(module, "__all__", None)
    if names is None:
        assert not (module.__doc__ or "").strip() or "__init__" in (module.__file__ or ""), f"{name} has no __all__"
        return
    assert len(set(names)) == len(names)
    for public in names:
        thing = getattr(module, public)
        if callable(thing) and getattr(thing, "__module__", "").startswith("elshi"):
            assert (getattr(thing, "__doc__", "") or "").strip(), f"{name}.{public} has no docstring"


def test_the_error_tree_is_the_one_that_is_drawn():
    import elshi.errors

    drawn = set(re.findall(r"[├└─│ ]+(\w+)", elshi.errors.__doc__))
    assert set(elshi.errors.__all__) <= drawn | {"ElshiError"}
    assert all(issubclass(getattr(elshi.errors, name), ElshiError) for name in elshi.errors.__all__)


def test_the_lock_has_hashes_and_no_hosts():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "index-url" not in lock
    pinned = re.findall(r"^([a-z0-9][\w.-]*)==", lock, re.MULTILINE)
    assert len(pinned) > 50
    blocks = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)
    assert all("--hash=sha256:" in block for block in blocks if "==" in block)


def test_the_schema_is_json():
    assert json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))["title"] == "Engagement"
