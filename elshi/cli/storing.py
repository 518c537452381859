"""The arguments of the commands on the store; the work is in `elshi.cli.store_commands`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from elshi.cli.messages import translate as _
from elshi.cli.service import StoreFile, settings_for

__all__ = ["add_store_commands"]

File = Annotated[Path, typer.Argument(metavar="FILE", help=_("The file of the backup."))]
stores = typer.Typer(no_args_is_help=True, help=_("Bring a store up to date, check it, and copy it whole."))


def add_store_commands(app: typer.Typer) -> None:
    """Add `store` to the commands."""
    app.add_typer(stores, name="store")


@stores.command(help=_("Bring a store of an earlier Elshi up to date, with its data."))
def upgrade(store: StoreFile = None) -> None:
    """See `run_upgrade`."""
    from elshi.cli.store_commands import run_upgrade

    raise typer.Exit(run_upgrade(settings_for(store)))


@stores.command(help=_("Check that a store is whole, and say what is in it."))
def check(store: StoreFile = None) -> None:
    """See `run_check`."""
    from elshi.cli.store_commands import run_check

    raise typer.Exit(run_check(settings_for(store)))


@stores.command(help=_("Copy a store into a new file."))
def backup(path: File, store: StoreFile = None) -> None:
    """See `run_backup`."""
    from elshi.cli.store_commands import run_backup

    raise typer.Exit(run_backup(path, settings_for(store)))


@stores.command(help=_("Copy a backup into a store in which nothing is."))
def restore(path: File, store: StoreFile = None) -> None:
    """See `run_restore`."""
    from elshi.cli.store_commands import run_restore

    raise typer.Exit(run_restore(path, settings_for(store)))


@stores.command("copy", help=_("Copy a store into another one, in which nothing is: a file, or postgresql://…"))
def copy_whole(
    source: Annotated[str, typer.Argument(metavar="FROM", help=_("The store to copy."))],
    target: Annotated[str, typer.Argument(metavar="TO", help=_("Where to."))],
) -> None:
    """See `run_copy`."""
    from elshi.cli.store_commands import run_copy

    raise typer.Exit(run_copy(source, target))
