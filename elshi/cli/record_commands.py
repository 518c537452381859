"""What the commands on records do, once their arguments are known. Each returns the exit code."""

from __future__ import annotations

from datetime import date

from elshi.cli.commands import print_report
from elshi.cli.messages import count
from elshi.cli.messages import translate as _
from elshi.cli.output import console, print_line, tell
from elshi.cli.record_details import show_comparison, show_record
from elshi.cli.table import RecordTable
from elshi.records import Judgement, Subject, Verdict
from elshi.records.serialise import encode
from elshi.register.history import as_known
from elshi.register.judging import compare, judge, undo
from elshi.register.records import find_record, list_records, read_documents, read_record
from elshi.register.resolving import resolve
from elshi.resolution.events import explain_comparison
from elshi.resolution.profiles import explain_profiles
from elshi.settings import Settings
from elshi.store import Query, Store, open_store

__all__ = ["first_sentence", "run_judge", "run_records", "run_show", "run_undo", "run_why"]


def run_records(query: Query, settings: Settings, *, as_json: bool) -> int:
    """Print the records, newest day first."""
    table, found = RecordTable(console()), 0
    with open_store(settings.store, create=False) as store:
        resolve(store)
        for record in list_records(store, query):
            found += 1
            if as_json:
                print_line(encode(record))
            else:
                table.add(record)
    if not as_json:
        tell(count("{number} record", "{number} records", found))
    return 0


def run_show(identifier: str, settings: Settings, *, as_json: bool, report: bool, known: date | None = None) -> int:
    """Print the record that the id leads to, as it is or as it was known on a day; with `report`, or where there is only one, the report
    with the sentences that say it."""
    with open_store(settings.store, create=False) as store:
        resolve(store)
        if known is None:
            return _show(store, identifier, as_json=as_json, report=report)
        with as_known(store, identifier, known) as (then, there):
            return _show(then, identifier if report else there, as_json=as_json, report=report)


def _show(store: Store, identifier: str, *, as_json: bool, report: bool) -> int:
    with store.moment():
        record = read_record(store, find_record(store, identifier))
        if report or len(record.reports) == 1:
            return print_report(store, identifier if report else record.id, as_json=as_json)
        if as_json:
            print_line(encode(record))
        else:
            show_record(console(), record, read_documents(store, record.id))
    return 0


def run_judge(one: str, other: str, verdict: Verdict, settings: Settings, *, who: str, why: str) -> int:
    """Write down that the two are the same or different."""
    with open_store(settings.store, create=False) as store:
        tell(_told(judge(store, one, other, verdict, who, why)))
    return 0


def run_undo(settings: Settings, *, who: str) -> int:
    """Take back the latest judgement."""
    with open_store(settings.store, create=False) as store:
        tell(_("taken back") + ": " + _told(undo(store, who)))
    return 0


def run_why(one: str, other: str, settings: Settings, *, as_json: bool) -> int:
    """Print why the two are one, or are not."""
    with open_store(settings.store, create=False) as store:
        resolve(store)
        comparison = compare(store, one, other)
    if as_json:
        print_line(encode(comparison))
        return 0
    explain = explain_comparison if comparison.subject is Subject.ENGAGEMENT else explain_profiles
    show_comparison(console(), comparison, lambda name: first_sentence(explain(name)))
    return 0


def first_sentence(words: str) -> str:
    """Up to the first full stop, on one line."""
    return " ".join(words.split()).partition(". ")[0].removesuffix(".") + "."


def _told(judgement: Judgement) -> str:
    return f"{judgement.one[:8]} – {judgement.other[:8]}: {_(judgement.verdict.value)}"
