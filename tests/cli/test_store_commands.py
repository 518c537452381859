"""elshi store as a command: on a file and on a server's database."""

from __future__ import annotations

import sqlite3

import pytest

from elshi.store import Provenance, open_store
from tests.databases import ask
from tests.doubles import make_document, make_engagement

MADE = Provenance("1.0", "language=1", "tagger 1")


@pytest.fixture
def filled(address):
    """A store with one document."""
    with open_store(address) as store:
        store.add(make_document(), "en", [make_engagement()], MADE)
    return str(address)


def test_a_whole_store_is_checked_and_counted(elshi, filled):
    result = elshi("store", "check", "--store", filled)
    assert result.code == 0
    assert "0 faults" in result.errors
    assert ["documents", "1"] in [line.split() for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE document SET origin = '{}'", "is not what its key says"),
        ("UPDATE report SET country = 'SE'", "lists would show something else"),
        ("UPDATE report SET record = 'x'", "cannot be read"),
        ("UPDATE reading SET tagger = 'another'", "is not what its digest says"),
    ],
)
def test_what_was_changed_behind_the_stores_back_is_named(elshi, filled, change, told):
    ask(filled, change)
    result = elshi("store", "check", "--store", filled)
    assert result.code == 1
    assert told in result.errors


def test_a_damaged_file_is_found(elshi, place):
    path = place / "elshi.db"
    with open_store(path) as store:
        for number in range(50):
            store.add(make_document(f"{number}.txt"), "en", [make_engagement(f"{number}.txt")], MADE)
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    result = elshi("store", "check")
    assert result.code == 1
    assert "Traceback" not in result.errors


def test_backup_restore_and_copy(elshi, filled, place):
    backup, again, third = (str(place / name) for name in ("backup.db", "again.db", "third.db"))
    assert "1 document copied into" in elshi("store", "backup", backup, "--store", filled).errors
    assert elshi("store", "restore", backup, "--store", again).code == 0
    assert elshi("store", "copy", again, third).code == 0
    assert "Oslo" in elshi("list", "--store", third).out
    refused = elshi("store", "copy", filled, third)
    assert refused.code == 1
    assert "already" in refused.errors
    assert "there already" in elshi("store", "backup", backup, "--store", filled).errors


def test_upgrading_what_is_up_to_date_says_so(elshi, filled):
    result = elshi("store", "upgrade", "--store", filled)
    assert result.code == 0
    assert "is up to date" in result.errors


def test_what_is_no_store_is_refused_in_the_users_language(elshi, place, monkeypatch):
    monkeypatch.setenv("ELSHI_LANGUAGE", "ru")
    assert "не файл и не postgresql" in elshi("store", "check", "--store", "mysql://a:secret@b/c").errors
    for command in (("check",), ("upgrade",), ("backup", str(place / "b.db"))):
        result = elshi("store", *command, "--store", str(place / "nothing.db"))
        assert (result.code, "нет хранилища" in result.errors) == (1, True)
    assert not (place / "nothing.db").exists()
    assert not (place / "b.db").exists()


def test_what_is_stored_is_shown_from_either_database(elshi, filled):
    for command in (("list",), ("records",), ("people",), ("search", "Oslo")):
        result = elshi(*command, "--store", filled)
        assert (result.code, bool(result.out)) == (0, True), command
