"""The arguments of the command line. The work is in `elshi.cli.commands`, imported only when a command runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from elshi import __version__
from elshi.cli.messages import translate as _
from elshi.records import EngagementType
from elshi.settings import Settings

__all__ = ["app"]

app = typer.Typer(name="elshi", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help=_("Files or folders to read, or - for standard input."))]
Json = Annotated[bool, typer.Option("--json", help=_("Print JSON lines."))]
StoreFile = Annotated[Path | None, typer.Option("--store", metavar="FILE", help=_("The store to use."))]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help=_("Only engagements from (to) this day."))]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"elshi {__version__}")
        raise typer.Exit


@app.callback(help=_("The system of record for diplomacy: communiqués and news in, sourced engagements out."))
def begin(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help=_("Print the version."))] = False,
) -> None:
    """Options before any command."""


@app.command(help=_("Read documents, store what they say, and print it as a table."))
def read(paths: Paths, as_json: Json = False, store: StoreFile = None) -> None:
    """See `run_read`."""
    from elshi.cli.commands import run_read

    raise typer.Exit(run_read(paths, _settings(store), as_json=as_json))


@app.command(help=_("Print the names, posts, bodies, places and dates that documents mention."))
def tag(paths: Paths, as_json: Json = False) -> None:
    """See `run_tag`."""
    from elshi.cli.commands import run_tag

    raise typer.Exit(run_tag(paths, _settings(None), as_json=as_json))


@app.command("list", help=_("Print the stored engagements, newest first."))
def list_stored(
    kind: Annotated[EngagementType | None, typer.Option("--type", metavar="TYPE", help=_("Only engagements of this type."))] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help=_("Only engagements in this country (KZ, CH …)."))
    ] = None,
    since: Day = None,
    until: Day = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help=_("At most so many."))] = None,
    as_json: Json = False,
    store: StoreFile = None,
) -> None:
    """See `run_list`."""
    from elshi.cli.commands import run_list
    from elshi.store import Query

    query = Query(kind and kind.value, country and country.upper(), _iso(since), _iso(until), limit)
    raise typer.Exit(run_list(query, _settings(store), as_json=as_json))


@app.command(help=_("Print a stored engagement, every field with the sentence that says it."))
def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help=_("The engagement's id or the beginning of it."))],
    as_json: Json = False,
    store: StoreFile = None,
) -> None:
    """See `run_show`."""
    from elshi.cli.commands import run_show

    raise typer.Exit(run_show(identifier, _settings(store), as_json=as_json))


@app.command(help=_("Print which rule and which words gave each value; nothing is stored."))
def explain(paths: Paths, as_json: Json = False) -> None:
    """See `run_explain`."""
    from elshi.cli.commands import run_explain

    raise typer.Exit(run_explain(paths, _settings(None), as_json=as_json))


@app.command("eval", help=_("Compare what is extracted with a folder of gold documents."))
def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="GOLD_DIR", exists=True, file_okay=False, help=_("A folder of annotated documents."))],
    as_json: Json = False,
) -> None:
    """See `run_eval`."""
    from elshi.cli.commands import run_eval

    raise typer.Exit(run_eval(folder, _settings(None), as_json=as_json))


@app.command(help=_("Read the examples that come with Elshi and print what they say."))
def demo() -> None:
    """See `run_demo`."""
    from elshi.cli.commands import run_demo

    raise typer.Exit(run_demo(_settings(None)))


def _settings(store: Path | None) -> Settings:
    settings = Settings.from_environment()
    return replace(settings, store=store) if store else settings


def _iso(day: datetime | None) -> str | None:
    return day.date().isoformat() if day else None
