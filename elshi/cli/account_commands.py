"""What the commands on accounts do, once their arguments are known. Each returns the exit code."""

from __future__ import annotations

import sys
from getpass import getpass

from elshi.cli.identity import find_login_name
from elshi.cli.messages import translate as _
from elshi.cli.output import print_line, tell
from elshi.errors import UsageError
from elshi.records.serialise import encode
from elshi.settings import Settings
from elshi.store import Store, open_store
from elshi.store.accounts import Account
from elshi.store.audit import Act
from elshi.store.tokens import Role

__all__ = ["run_add_user", "run_audit", "run_change_password", "run_change_role", "run_close_user", "run_list_users", "run_reopen_user"]


def run_add_user(settings: Settings, name: str, role: Role) -> int:
    """Make an account."""
    password = _ask_password()
    with open_store(settings.store) as store:
        return _tell(store, store.accounts().add(name, role, password), Act.ADDED, f": {role.value}")


def run_list_users(settings: Settings) -> int:
    """Print the accounts, without what is secret of them."""
    with open_store(settings.store, create=False) as store:
        for account in store.accounts().all():
            print_line(encode(account))
    return 0


def run_change_role(settings: Settings, name: str, role: Role) -> int:
    """Allow an account more or less."""
    with open_store(settings.store, create=False) as store:
        return _tell(store, store.accounts().change_role(name, role), Act.ROLE, f": {role.value}")


def run_change_password(settings: Settings, name: str) -> int:
    """Set another password."""
    password = _ask_password()
    with open_store(settings.store, create=False) as store:
        return _tell(store, store.accounts().change_password(name, password), Act.PASSWORD)


def run_close_user(settings: Settings, name: str) -> int:
    """Let nobody sign in under this name any more."""
    with open_store(settings.store, create=False) as store:
        return _tell(store, store.accounts().close(name), Act.CLOSED)


def run_reopen_user(settings: Settings, name: str) -> int:
    """Let the account count again."""
    with open_store(settings.store, create=False) as store:
        return _tell(store, store.accounts().reopen(name), Act.REOPENED)


def run_audit(settings: Settings, limit: int) -> int:
    """Print the newest entries of the log."""
    with open_store(settings.store, create=False) as store:
        for entry in store.audit().page(limit):
            print_line(encode(entry))
    return 0


def _tell(store: Store, account: Account, act: Act, more: str = "") -> int:
    """Write into the log what was done, and print the account."""
    store.audit().note(find_login_name(), act, account.name + more)
    print_line(encode(account))
    return 0


def _ask_password() -> str:
    """A password: from the keyboard, twice and unseen, or the first line of standard input. Raises UsageError."""
    if not sys.stdin.isatty():
        given = sys.stdin.readline().rstrip("\r\n")
        if not given:
            raise UsageError("no password was given")
        return given
    tell(_("A password has 10 to 200 characters."))
    password = getpass(_("Password: "))
    if getpass(_("Once more: ")) != password:
        raise UsageError("the two passwords are not the same")
    return password
