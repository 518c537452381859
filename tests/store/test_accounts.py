"""Accounts and their sessions: who gets in, who does not, and for how long; and the log of what was done."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from elshi.errors import UnknownRecord, UsageError
from elshi.store import open_store, passwords
from elshi.store.accounts import LOCKED, LONGEST_SESSION, MOST_ATTEMPTS, UNUSED
from elshi.store.audit import Act
from elshi.store.schema_accounts import account_table, session_table
from elshi.store.tokens import Role

GOOD = "seven grey herons"


@pytest.fixture
def store(address):
    with open_store(address) as opened:
        yield opened


@pytest.fixture
def clock(store, monkeypatch):
    """Time that passes when the test says so."""
    now = [1_000_000.0]
    monkeypatch.setattr(store.accounts(), "_clock", lambda: now[0])
    return now


@pytest.fixture
def accounts(store, clock):
    made = store.accounts()
    made.add("Aigerim", Role.EDITOR, GOOD)
    return made


def test_the_right_password_begins_a_session_that_ends_with_signing_out(accounts):
    account, secret = accounts.sign_in("aigerim", GOOD)
    assert (account.name, account.role, account.locked) == ("Aigerim", Role.EDITOR, False)
    assert accounts.of_session(secret) == account
    assert accounts.of_session(secret + "x") is None
    assert accounts.of_session("") is None
    accounts.sign_out(secret)
    assert accounts.of_session(secret) is None


@pytest.mark.parametrize(
    ("name", "password"), [("Aigerim", "another one!"), ("nobody", GOOD), ("", ""), ("Ai\0gerim\ud800", GOOD), ("Aigerim", "\ud800\0")]
)
def test_nobody_else_gets_in(accounts, name, password):
    assert accounts.sign_in(name, password) is None


def test_neither_passwords_nor_secrets_are_kept(accounts, store):
    _, secret = accounts.sign_in("Aigerim", GOOD)
    with store._database.read() as connection:
        rows = [*connection.execute(select(account_table)), *connection.execute(select(session_table))]
    kept = " ".join(str(value) for row in rows for value in row)
    assert "$argon2id$" in kept
    assert GOOD not in kept
    assert secret not in kept


def test_hashes_take_memory_and_time(monkeypatch):
    monkeypatch.setattr(passwords, "_hasher", lambda: passwords.PasswordHasher(passwords.TIME, passwords.MEMORY, passwords.PARALLEL))
    made = passwords.hash_password(GOOD)
    assert made.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords.is_password(GOOD, made)
    assert not passwords.is_password(GOOD + "x", made)
    assert not passwords.is_password(GOOD, "no hash at all")


@pytest.mark.parametrize("password", ["short", "x" * 201, "aaaaaaaaaaaa", "Dastan Akhmetov"])
def test_passwords_that_are_easily_guessed_are_not_taken(accounts, password):
    with pytest.raises(UsageError):
        accounts.add("dastan akhmetov", Role.READER, password)
    with pytest.raises(UsageError):
        accounts.add(" AIGERIM ", Role.READER, GOOD)
    for name in ("", "  ", "a\nb\x07", "x" * 101):
        with pytest.raises(UsageError):
            accounts.add(name, Role.READER, GOOD)


def test_after_some_attempts_the_account_is_locked_for_a_while(accounts, clock):
    for _ in range(MOST_ATTEMPTS):
        assert accounts.sign_in("Aigerim", "wrong wrong") is None
    assert accounts.all()[0].locked
    assert accounts.sign_in("Aigerim", GOOD) is None
    clock[0] += LOCKED + 1
    assert not accounts.all()[0].locked
    assert accounts.sign_in("Aigerim", GOOD)


def test_an_attempt_that_succeeds_forgets_those_that_failed(accounts):
    for _ in range(3):
        for _ in range(MOST_ATTEMPTS - 1):
            accounts.sign_in("Aigerim", "wrong wrong")
        assert accounts.sign_in("Aigerim", GOOD)


def test_many_attempts_at_once_are_no_more_than_one_after_the_other(address, accounts):
    def try_one(number: int) -> bool:
        with open_store(address) as store:
            return store.accounts().confirm("Aigerim", f"guess number {number}" if number else GOOD)

    with ThreadPoolExecutor(4) as pool:
        assert not any(pool.map(try_one, range(1, 3 * MOST_ATTEMPTS)))
    with open_store(address) as store:
        assert store.accounts().all()[0].locked


def test_sessions_end_unused_and_in_the_end_also_used(accounts, clock):
    _, secret = accounts.sign_in("Aigerim", GOOD)
    clock[0] += UNUSED - 10
    assert accounts.of_session(secret)
    clock[0] += UNUSED - 10
    assert accounts.of_session(secret), "it was used"
    begun = 1_000_000.0
    while clock[0] + UNUSED - 10 < begun + LONGEST_SESSION:
        clock[0] += UNUSED - 10
        assert accounts.of_session(secret)
    clock[0] = begun + LONGEST_SESSION + 1
    assert accounts.of_session(secret) is None
    _, other = accounts.sign_in("Aigerim", GOOD)
    clock[0] += UNUSED + 1
    assert accounts.of_session(other) is None


def test_what_is_changed_counts_at_once(accounts):
    _, secret = accounts.sign_in("Aigerim", GOOD)
    accounts.change_role("AIGERIM", Role.ADMIN)
    assert accounts.of_session(secret).role is Role.ADMIN
    accounts.change_password("Aigerim", "eleven white cranes")
    assert accounts.of_session(secret) is None
    assert accounts.sign_in("Aigerim", GOOD) is None
    _, secret = accounts.sign_in("Aigerim", "eleven white cranes")
    assert accounts.anybody()
    accounts.close("Aigerim")
    assert not accounts.anybody()
    assert accounts.of_session(secret) is None
    assert accounts.sign_in("Aigerim", "eleven white cranes") is None
    accounts.reopen("Aigerim")
    assert accounts.of_session(secret) is None
    assert accounts.sign_in("Aigerim", "eleven white cranes")
    with pytest.raises(UnknownRecord):
        accounts.close("nobody")


def test_letters_of_other_width_are_the_same_name_and_password(accounts):
    accounts.add("Ｚhanar", Role.READER, "пять серых цапель")
    assert accounts.sign_in("zHANAR", "пять серых цапель")
    assert [account.name for account in accounts.all()] == ["Aigerim", "Ｚhanar"]


def test_the_log_is_read_from_its_end_in_pages(store):
    for number in range(5):
        store.audit().note("Aigerim", Act.CORRECTED, f"record {number}", "127.0.0.1")
    store.audit().note("\0\ud800" + "x" * 1000, Act.REFUSED)
    first = store.audit().page(2)
    assert [(entry.act, entry.subject) for entry in first] == [(Act.REFUSED, ""), (Act.CORRECTED, "record 4")]
    assert [entry.subject for entry in store.audit().page(3, first[-1].number)] == ["record 3", "record 2", "record 1"]
