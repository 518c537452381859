"""What the commands on the store do, once their arguments are known. Each returns the exit code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rich.table import Table

from elshi.cli.failures import translate_failure
from elshi.cli.messages import count
from elshi.cli.messages import translate as _
from elshi.cli.output import console, plain, tell
from elshi.settings import Settings, hide_password

__all__ = ["run_backup", "run_check", "run_copy", "run_restore", "run_upgrade"]


def run_upgrade(settings: Settings) -> int:
    """Bring the tables up to date."""
    from elshi.store.upkeep import upgrade_store

    before, now = upgrade_store(settings.store)
    if before == now:
        tell(_("{store} is up to date (schema {schema})").format(store=settings.shown_store, schema=now))
    else:
        tell(_("{store} was brought from schema {before} to {schema}").format(store=settings.shown_store, before=before, schema=now))
    return 0


def run_check(settings: Settings) -> int:
    """Say what is in the store, and what is wrong."""
    from elshi.store.checking import check_store

    rows, faults = check_store(settings.store)
    _print_rows(rows)
    for fault in faults:
        tell(translate_failure(fault))
    tell(count("{number} fault in", "{number} faults in", len(faults)) + f" {settings.shown_store}")
    return 1 if faults else 0


def run_backup(path: Path, settings: Settings) -> int:
    """Copy the store into a new file."""
    from elshi.store.upkeep import back_up

    return _tell_copied(back_up(settings.store, path), str(path))


def run_restore(path: Path, settings: Settings) -> int:
    """Copy a backup into the store."""
    from elshi.store.upkeep import restore

    return _tell_copied(restore(path, settings.store), settings.shown_store)


def run_copy(source: str, target: str) -> int:
    """Copy a store into another."""
    from elshi.store.upkeep import copy_store

    return _tell_copied(copy_store(source, target), hide_password(target))


def _tell_copied(rows: Mapping[str, int], target: str) -> int:
    _print_rows(rows)
    tell(count("{number} document copied into", "{number} documents copied into", rows["document"]) + f" {target}")
    return 0


def _print_rows(rows: Mapping[str, int]) -> None:
    """How many there are of what a user knows by name."""
    names = {
        "document": _("documents"),
        "reading": _("readings"),
        "report": _("reports"),
        "judgement": _("judgements"),
        "correction": _("corrections"),
        "external_id": _("external ids"),
        "job": _("jobs"),
        "token": _("tokens"),
    }
    table = Table(show_header=False, box=None)
    table.add_column()
    table.add_column(justify="right")
    for name, called in names.items():
        table.add_row(called, plain(str(rows[name])))
    console().print(table)
