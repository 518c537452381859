"""The arguments of the commands on the service; the work is in `elshi.cli.service_commands`."""

from __future__ import annotations

from typing import Annotated

import typer

from elshi.cli.accounts import StoreFile, add_account_commands, settings_for
from elshi.cli.messages import translate as _
from elshi.store.tokens import Role

__all__ = ["StoreFile", "add_service_commands", "settings_for"]

HOST = "127.0.0.1"
PORT = 8000
tokens = typer.Typer(no_args_is_help=True, help=_("Make, list and revoke tokens of the interface for programs."))


def add_service_commands(app: typer.Typer) -> None:
    """Add `serve`, `work`, `token`, `user` and `audit` to the commands."""
    app.command(help=_("Serve the pages of the desk, and what is stored to programs."))(serve)
    app.command(help=_("Read the documents that were sent over HTTP."))(work)
    app.add_typer(tokens, name="token")
    add_account_commands(app)


def serve(
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help=_("The address to serve at; others than this machine's own only on purpose."))
    ] = HOST,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=_("The port to serve at."))] = PORT,
    read_only: Annotated[bool, typer.Option("--read-only", help=_("Take nothing in, whatever the token."))] = False,
    private: Annotated[bool, typer.Option("--private", help=_("Ask for a token or an account even to read."))] = False,
    accounts: Annotated[
        bool | None,
        typer.Option(
            "--accounts/--no-accounts",
            help=_("Let people sign in to change something; otherwise only where others may ask, or there are accounts."),
        ),
    ] = None,
    worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help=_("Read the texts that are sent, too; or leave that to elshi work."))
    ] = True,
    processes: Annotated[
        int, typer.Option("--processes", min=1, max=64, metavar="N", help=_("Answer from so many processes, one for each core at most."))
    ] = 1,
    store: StoreFile = None,
) -> None:
    """See `run_serve`."""
    from elshi.cli.service_commands import Manner, run_serve

    manner = Manner(read_only=read_only, private=private, accounts=accounts, worker=worker, processes=processes)
    raise typer.Exit(run_serve(settings_for(store), host, port, manner))


def work(
    once: Annotated[bool, typer.Option("--once", help=_("Stop when nothing waits any more."))] = False, store: StoreFile = None
) -> None:
    """See `run_work`."""
    from elshi.cli.service_commands import run_work

    raise typer.Exit(run_work(settings_for(store), once=once))


@tokens.command("add", help=_("Make a token and print it; it cannot be shown again."))
def add_token(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("Whose it is."))],
    role: Annotated[Role, typer.Option("--role", help=_("What it allows: reader, editor or admin."))] = Role.READER,
    store: StoreFile = None,
) -> None:
    """See `run_add_token`."""
    from elshi.cli.service_commands import run_add_token

    raise typer.Exit(run_add_token(settings_for(store), name=name, role=role))


@tokens.command("list", help=_("Print all tokens as JSON lines, without their secrets."))
def list_tokens(store: StoreFile = None) -> None:
    """See `run_list_tokens`."""
    from elshi.cli.service_commands import run_list_tokens

    raise typer.Exit(run_list_tokens(settings_for(store)))


@tokens.command("revoke", help=_("Let a token count no more."))
def revoke_token(
    identifier: Annotated[str, typer.Argument(metavar="ID", help=_("The id of the token, or the beginning of it."))],
    store: StoreFile = None,
) -> None:
    """See `run_revoke_token`."""
    from elshi.cli.service_commands import run_revoke_token

    raise typer.Exit(run_revoke_token(identifier, settings_for(store)))
