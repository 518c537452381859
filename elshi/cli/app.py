"""The arguments of the command line. The work is in `elshi.cli.commands`, imported only when a command runs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from elshi import __version__
from elshi.cli.messages import translate as _
from elshi.cli.service import StoreFile, add_service_commands
from elshi.cli.service import settings_for as _settings
from elshi.cli.storing import add_store_commands
from elshi.records import CorrectedField, EngagementType, Verdict
from elshi.settings import Settings

if TYPE_CHECKING:
    from elshi.store import Query

__all__ = ["app"]

app = typer.Typer(name="elshi", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help=_("Files or folders to read, or - for standard input."))]
Json = Annotated[bool, typer.Option("--json", help=_("Print JSON lines."))]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help=_("Only engagements from (to) this day."))]

Kind = Annotated[EngagementType | None, typer.Option("--type", metavar="TYPE", help=_("Only engagements of this type."))]
CountryCode = Annotated[str | None, typer.Option("--country", metavar="CODE", help=_("Only engagements in this country (KZ, CH …)."))]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help=_("At most so many."))]
Thing = Annotated[str, typer.Argument(metavar="ID", help=_("The id of a record, a report or a person, or the beginning of it."))]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help=_("The reason."))]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", help=_("Who says so; otherwise the user's login name."))]


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
    kind: Kind = None,
    country: CountryCode = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = None,
    as_json: Json = False,
    store: StoreFile = None,
) -> None:
    """See `run_list`."""
    from elshi.cli.commands import run_list

    raise typer.Exit(run_list(_query(kind, country, since, until, limit), _settings(store), as_json=as_json))


@app.command(help=_("Print what is stored, every engagement once with all its sources, newest first."))
def records(
    kind: Kind = None,
    country: CountryCode = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = None,
    as_json: Json = False,
    store: StoreFile = None,
) -> None:
    """See `run_records`."""
    from elshi.cli.record_commands import run_records

    raise typer.Exit(run_records(_query(kind, country, since, until, limit), _settings(store), as_json=as_json))


@app.command(help=_("Find records by words, names, countries, topics and days, in whichever language they are told."))
def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help=_("What to find; see docs/search.md."))] = "",
    person: Annotated[str | None, typer.Option("--person", metavar="NAME", help=_("Only records with this person."))] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CODE", help=_("Only records that concern this country."))] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help=_("Only records of what took place there."))] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="TOPIC", help=_("Only records about this topic."))] = None,
    kind: Annotated[str | None, typer.Option("--type", metavar="TYPE", help=_("Only engagements of this type."))] = None,
    status: Annotated[str | None, typer.Option("--status", metavar="STATUS", help=_("Only what was held, planned or cancelled."))] = None,
    organisation: Annotated[
        str | None, typer.Option("--organisation", metavar="CODE", help=_("Only records in which somebody acts for this organisation."))
    ] = None,
    initiative: Annotated[str | None, typer.Option("--initiative", metavar="NAME", help=_("Only records of this initiative."))] = None,
    language: Annotated[str | None, typer.Option("--language", metavar="CODE", help=_("Only records with a document in it."))] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help=_("Only records with a document from it."))] = None,
    said: Annotated[str | None, typer.Option("--said", metavar="WORDS", help=_("Only records in which somebody said so."))] = None,
    outcome: Annotated[str | None, typer.Option("--outcome", metavar="WORDS", help=_("Only records of which this came."))] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DAY", help=_("Only records of which something is to come then."))] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DAY", help=_("Only from this day, month or year on."))] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help=_("Only up to this day, month or year."))] = None,
    best: Annotated[bool, typer.Option("--best", help=_("The best first, not the newest."))] = False,
    earliest: Annotated[bool, typer.Option("--earliest", help=_("The earliest first, not the newest."))] = False,
    facets: Annotated[bool, typer.Option("--facets", help=_("Also count countries, topics, people and more."))] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help=_("At most so many."))] = 20,
    after: Annotated[
        str | None, typer.Option("--after", metavar="PLACE", help=_("What follows the last record of the page before."))
    ] = None,
    as_json: Json = False,
    store: StoreFile = None,
) -> None:
    """See `run_search`."""
    from elshi.cli.search_commands import SHOWN, read_place, run_search
    from elshi.search.finding import Order, Search

    given = {"person": person, "country": country, "place": place, "topic": topic, "type": kind, "status": status}
    given |= {"organisation": organisation, "initiative": initiative, "language": language, "source": source}
    given |= {"said": said, "outcome": outcome, "due": due, "since": since, "until": until}
    filters = tuple((name, value) for name, value in given.items() if value is not None)
    order = Order.BEST if best else Order.EARLIEST if earliest else Order.NEWEST
    asked = Search(query, filters, order, limit, read_place(after), SHOWN if facets else ())
    raise typer.Exit(run_search(asked, _settings(store), as_json=as_json))


@app.command(help=_("Print an engagement: its sources side by side, or the sentences of its only source."))
def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help=_("The id of a record or of a report, or the beginning of it."))],
    report: Annotated[
        bool, typer.Option("--report", help=_("Print only this report, every field with the sentence that says it."))
    ] = False,
    known: Annotated[
        datetime | None, typer.Option("--known", formats=["%Y-%m-%d"], metavar="DAY", help=_("As it was known at the end of this day."))
    ] = None,
    as_json: Json = False,
    store: StoreFile = None,
) -> None:
    """See `run_show`."""
    from elshi.cli.record_commands import run_show

    day = known.date() if known else None
    raise typer.Exit(run_show(identifier, _settings(store), as_json=as_json, report=report, known=day))


@app.command(help=_("Print the people whom reports name, the most told of first, with their posts."))
def people(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help=_("Only people of this name, however it is spelled."))] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CODE", help=_("Only people who act for it (KZ, OSCE …)."))] = None,
    day: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DAY", help=_("Only the posts held on this day."))
    ] = None,
    limit: Limit = None,
    as_json: Json = False,
    store: StoreFile = None,
) -> None:
    """See `run_people`."""
    from elshi.cli.people_commands import run_people

    when = day.date() if day else None
    raise typer.Exit(run_people(_settings(store), name=name, code=country, day=when, limit=limit, as_json=as_json))


@app.command(help=_("Take over Wikidata ids of people from a file."))
def link(
    path: Annotated[Path, typer.Argument(metavar="FILE", help=_("A table with the columns wikidata and entity or name."))],
    store: StoreFile = None,
) -> None:
    """See `run_link`."""
    from elshi.cli.people_commands import run_link

    raise typer.Exit(run_link(path, _settings(store)))


@app.command(help=_("Write down that two records, reports or people are the same."))
def same(one: Thing, other: Thing, why: Why = "", who: Who = None, store: StoreFile = None) -> None:
    """See `run_judge`."""
    _judge(one, other, Verdict.SAME, _settings(store), who, why)


@app.command(help=_("Write down that two records, reports or people are different."))
def different(one: Thing, other: Thing, why: Why = "", who: Who = None, store: StoreFile = None) -> None:
    """See `run_judge`."""
    _judge(one, other, Verdict.DIFFERENT, _settings(store), who, why)


@app.command(help=_("Take back the latest judgement that stands."))
def undo(who: Who = None, store: StoreFile = None) -> None:
    """See `run_undo`."""
    from elshi.cli.record_commands import run_undo

    raise typer.Exit(run_undo(_settings(store), who=_name(who)))


@app.command(help=_("Correct a value of a record, take a correction back, or print what was corrected."))
def correct(
    identifier: Annotated[str, typer.Argument(metavar="ID", help=_("The id of a record or of a report, or the beginning of it."))],
    field: Annotated[CorrectedField | None, typer.Argument(metavar="FIELD", help=_("What is wrong."))] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help=_("What it is instead."))] = None,
    participant: Annotated[
        int | None, typer.Option("--participant", metavar="N", min=1, help=_("Which participant has the name, capacity or represents."))
    ] = None,
    undo_it: Annotated[bool, typer.Option("--undo", help=_("Take the correction back."))] = False,
    why: Why = "",
    who: Who = None,
    as_json: Json = False,
    store: StoreFile = None,
) -> None:
    """See `run_correct` and `run_corrections`."""
    from elshi.cli.correcting_commands import run_correct, run_corrections

    if field is None:
        raise typer.Exit(run_corrections(identifier, _settings(store), as_json=as_json))
    settings, said = _settings(store), {"who": _name(who), "why": why}
    raise typer.Exit(run_correct(identifier, field, value, settings, participant=participant, undo=undo_it, **said))


@app.command("annotations", help=_("Write documents that people have looked at into a folder, as annotated documents."))
def write_annotations(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", file_okay=False, help=_("A folder in which nothing is yet."))],
    partly: Annotated[
        bool, typer.Option("--partly", help=_("Also documents of whose engagements not every one has been looked at."))
    ] = False,
    store: StoreFile = None,
) -> None:
    """See `run_annotations`."""
    from elshi.cli.correcting_commands import run_annotations

    raise typer.Exit(run_annotations(folder, _settings(store), partly=partly))


@app.command("why", help=_("Print why two records, reports or people are one, or are not."))
def explain_pair(one: Thing, other: Thing, as_json: Json = False, store: StoreFile = None) -> None:
    """See `run_why`."""
    from elshi.cli.record_commands import run_why

    raise typer.Exit(run_why(one, other, _settings(store), as_json=as_json))


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
def demo(
    serve: Annotated[bool, typer.Option("--serve", help=_("Then show them in the browser, until you stop it."))] = False,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=_("The port to serve at."))] = 8000,
) -> None:
    """See `run_demo`."""
    from elshi.cli.commands import run_demo

    raise typer.Exit(run_demo(_settings(None), serve=serve, port=port))


add_service_commands(app)
add_store_commands(app)


def _judge(one: str, other: str, verdict: Verdict, settings: Settings, who: str | None, why: str) -> None:
    from elshi.cli.record_commands import run_judge

    raise typer.Exit(run_judge(one, other, verdict, settings, who=_name(who), why=why))


def _name(who: str | None) -> str:
    from elshi.cli.identity import login_name

    return who.strip() if who and who.strip() else login_name()


def _query(kind: EngagementType | None, country: str | None, since: datetime | None, until: datetime | None, limit: int | None) -> Query:
    from elshi.store import Query

    return Query(kind and kind.value, country and country.upper(), _iso(since), _iso(until), limit)


def _iso(day: datetime | None) -> str | None:
    return day.date().isoformat() if day else None
