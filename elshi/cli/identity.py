"""Under which name somebody judges and corrects who does not say one."""

from __future__ import annotations

from getpass import getuser

from elshi.errors import UsageError

__all__ = ["find_login_name", "login_name"]


def login_name() -> str:
    """The user's login name; raises UsageError where the machine has none."""
    if name := find_login_name():
        return name
    raise UsageError("say who judges: --who NAME")


def find_login_name() -> str:
    """The user's login name; empty where the machine has none."""
    try:
        return getuser()
    except (KeyError, OSError):
        return ""
