"""The arguments of the commands on accounts; the work is in `elshi.cli.account_commands`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from elshi.cli.messages import translate as _
from elshi.settings import Settings
from elshi.store.tokens import Role

__all__ = ["StoreFile", "add_account_commands", "settings_for"]

StoreFile = Annotated[str | None, typer.Option("--store", metavar="STORE", help=_("The store to use: a file, or postgresql://…"))]
Name = Annotated[str, typer.Argument(metavar="NAME", help=_("The name with which somebody signs in."))]
users = typer.Typer(no_args_is_help=True, help=_("Accounts of people who sign in on the pages of a shared server."))


def add_account_commands(app: typer.Typer) -> None:
    """Add `user` and `audit` to the commands."""
    app.add_typer(users, name="user")
    app.command(help=_("Print what was done through the service, by whom and from where, newest first, as JSON lines."))(audit)


def settings_for(store: str | None) -> Settings:
    """The environment's settings, with this store if one is given."""
    settings = Settings.from_environment()
    return replace(settings, store=store) if store else settings


@users.command("add", help=_("Make an account. The password is asked for, or read from standard input."))
def add_user(
    name: Name,
    role: Annotated[Role, typer.Option("--role", help=_("What it allows: reader, editor or admin."))] = Role.READER,
    store: StoreFile = None,
) -> None:
    """See `run_add_user`."""
    from elshi.cli.account_commands import run_add_user

    raise typer.Exit(run_add_user(settings_for(store), name, role))


@users.command("list", help=_("Print all accounts as JSON lines."))
def list_users(store: StoreFile = None) -> None:
    """See `run_list_users`."""
    from elshi.cli.account_commands import run_list_users

    raise typer.Exit(run_list_users(settings_for(store)))


@users.command("role", help=_("Allow an account more or less."))
def change_role(
    name: Name, role: Annotated[Role, typer.Argument(metavar="ROLE", help=_("reader, editor or admin."))], store: StoreFile = None
) -> None:
    """See `run_change_role`."""
    from elshi.cli.account_commands import run_change_role

    raise typer.Exit(run_change_role(settings_for(store), name, role))


@users.command("password", help=_("Set another password, which is asked for or read from standard input; ends sessions and the lock."))
def change_password(name: Name, store: StoreFile = None) -> None:
    """See `run_change_password`."""
    from elshi.cli.account_commands import run_change_password

    raise typer.Exit(run_change_password(settings_for(store), name))


@users.command("close", help=_("Let nobody sign in under this name any more."))
def close_user(name: Name, store: StoreFile = None) -> None:
    """See `run_close_user`."""
    from elshi.cli.account_commands import run_close_user

    raise typer.Exit(run_close_user(settings_for(store), name))


@users.command("reopen", help=_("Let the account count again, closed or locked as it was."))
def reopen_user(name: Name, store: StoreFile = None) -> None:
    """See `run_reopen_user`."""
    from elshi.cli.account_commands import run_reopen_user

    raise typer.Exit(run_reopen_user(settings_for(store), name))


def audit(
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help=_("At most so many."))] = 100, store: StoreFile = None
) -> None:
    """See `run_audit`."""
    from elshi.cli.account_commands import run_audit

    raise typer.Exit(run_audit(settings_for(store), limit))
