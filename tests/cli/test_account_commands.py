"""elshi user and audit as commands."""

from __future__ import annotations

import json

import pytest

from elshi.cli import account_commands
from elshi.store import open_store


@pytest.fixture
def say(monkeypatch):
    """What standard input says next."""

    def say_next(*lines):
        answers = iter(lines)
        monkeypatch.setattr(account_commands.sys.stdin, "isatty", lambda: False, raising=False)
        monkeypatch.setattr(account_commands.sys.stdin, "readline", lambda: next(answers), raising=False)

    return say_next


def lines(result):
    return [json.loads(line) for line in result.out.splitlines()]


def test_accounts_are_made_listed_changed_and_closed(elshi, place, say):
    say("seven grey herons\n")
    (made,) = lines(elshi("user", "add", "Aigerim", "--role", "editor"))
    assert (made["name"], made["role"], made["closed_at"]) == ("Aigerim", "editor", None)
    assert lines(elshi("user", "role", "aigerim", "admin"))[0]["role"] == "admin"
    say("eleven white cranes\r\n")
    assert elshi("user", "password", "Aigerim").code == 0
    with open_store(place / "elshi.db") as store:
        assert store.accounts().sign_in("Aigerim", "seven grey herons") is None
        assert store.accounts().sign_in("Aigerim", "eleven white cranes")
    assert lines(elshi("user", "close", "Aigerim"))[0]["closed_at"]
    assert lines(elshi("user", "reopen", "Aigerim"))[0]["closed_at"] is None
    listed = elshi("user", "list").out
    assert [account["name"] for account in map(json.loads, listed.splitlines())] == ["Aigerim"]
    assert "argon2" not in listed
    acts = [(entry["act"], entry["subject"]) for entry in lines(elshi("audit"))]
    assert acts == [
        ("account reopened", "Aigerim"),
        ("account closed", "Aigerim"),
        ("password changed", "Aigerim"),
        ("role changed", "Aigerim: admin"),
        ("account added", "Aigerim: editor"),
    ]
    assert len(lines(elshi("audit", "--limit", "2"))) == 2


def test_what_cannot_be_is_told(elshi, say):
    say("")
    result = elshi("user", "add", "Aigerim")
    assert (result.code, "no password was given" in result.errors) == (2, True)
    say("short\n")
    assert elshi("user", "add", "Aigerim").code == 2
    say("seven grey herons\n")
    assert elshi("user", "add", "Aigerim").code == 0
    say("seven grey herons\n")
    result = elshi("user", "add", "AIGERIM")
    assert (result.code, "already" in result.errors) == (2, True)
    assert "no account Dana" in elshi("user", "close", "Dana").errors
    assert elshi("user", "role", "Aigerim", "king").code == 2


def test_a_password_is_asked_for_twice_and_never_shown(elshi, monkeypatch):
    answers = iter(["seven grey herons", "seven grey heron", "seven grey herons", "seven grey herons"])
    monkeypatch.setattr(account_commands.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(account_commands, "getpass", lambda prompt: next(answers))
    assert "not the same" in elshi("user", "add", "Aigerim").errors
    result = elshi("user", "add", "Aigerim")
    assert result.code == 0
    assert "herons" not in result.out + result.errors
