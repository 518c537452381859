"""What each command does, once its arguments are known. Each returns the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from elshi.cli.details import explain_engagement, print_mentions, show_engagement
from elshi.cli.messages import count
from elshi.cli.messages import translate as _
from elshi.cli.output import complain, console, follow, print_line, tell
from elshi.cli.table import EngagementTable
from elshi.errors import DocumentError
from elshi.pipeline import Dossier, LocalRunner, evaluate, f1_figures, open_runner, provenance_of, read_gold, read_paths
from elshi.records.serialise import encode_engagement, encode_mention, encode_plain
from elshi.register.records import encode_resolved
from elshi.search.keeping import keep_index
from elshi.settings import Settings
from elshi.store import Query, Store, document_key, open_store

__all__ = ["print_report", "run_demo", "run_eval", "run_explain", "run_list", "run_read", "run_tag"]


class _Tracker:
    """Passes dossiers on, says what failed, and counts."""

    def __init__(self) -> None:
        self.documents = self.failures = self.engagements = self.added = 0

    def follow(self, runner: LocalRunner, paths: Sequence[str], settings: Settings, last: str = "engagements") -> Iterator[Dossier]:
        items = runner.run(read_paths(paths, settings), last)
        for item in follow(items, _total(paths)):
            if isinstance(item, DocumentError):
                self.failures += 1
                complain(item)
            else:
                self.documents += 1
                self.engagements += len(item.engagements)
                yield item

    @property
    def code(self) -> int:
        return 1 if self.failures else 0


def run_read(paths: Sequence[str], settings: Settings, *, as_json: bool) -> int:
    """Read documents, store what they say, and print it."""
    tracker = _read(paths, settings, as_json=as_json)
    if not as_json:
        tell(count("{number} new reading stored in", "{number} new readings stored in", tracker.added) + f" {settings.shown_store}")
    return tracker.code


def _read(paths: Sequence[str], settings: Settings, *, as_json: bool) -> _Tracker:
    tracker, table, runner = _Tracker(), EngagementTable(console()), open_runner(settings)
    provenance, read = provenance_of(runner), list[tuple[str, str]]()
    with open_store(settings.store) as store:
        for dossier in tracker.follow(runner, paths, settings):
            tracker.added += store.add(dossier.document, dossier.language, dossier.engagements, provenance)
            if as_json:
                read.append((dossier.document.id, document_key(dossier.document)))
            else:
                table.add(dossier.engagements)
        keep_index(store)
        for identifier, key in read:
            print_line({"id": identifier, "engagements": [encode_resolved(store, report) for report in store.reports_of(key)]})
    if not as_json:
        _sum_up(tracker)
    return tracker


def run_tag(paths: Sequence[str], settings: Settings, *, as_json: bool) -> int:
    """Print the mentions of documents."""
    tracker, out = _Tracker(), console()
    for dossier in tracker.follow(open_runner(settings), paths, settings, "mentions"):
        if as_json:
            print_line({"id": dossier.document.id, "mentions": [encode_mention(m) for m in dossier.mentions]})
        else:
            print_mentions(out, dossier)
    return tracker.code


def run_list(query: Query, settings: Settings, *, as_json: bool) -> int:
    """Print what is stored, newest day first."""
    table = EngagementTable(console())
    with open_store(settings.store, create=False) as store:
        found = 0
        for report in store.reports(query):
            found += 1
            if as_json:
                print_line(encode_engagement(report.engagement))
            else:
                table.add([report.engagement])
    if not as_json:
        tell(count("{number} engagement", "{number} engagements", found))
    return 0


def print_report(store: Store, identifier: str, *, as_json: bool) -> int:
    """Print one stored engagement with the sentences that say it."""
    report = store.report(identifier)
    if as_json:
        print_line(encode_engagement(report.engagement))
        return 0
    show_engagement(console(), store.document(report.document), report.language, report.engagement)
    made = report.provenance
    when = _("read on {day} at {time} UTC").format(day=f"{report.read_at:%Y-%m-%d}", time=f"{report.read_at:%H:%M}")
    tell(f"{when} · Elshi {made.elshi} · {made.tagger} · {made.steps}")
    return 0


def run_explain(paths: Sequence[str], settings: Settings, *, as_json: bool) -> int:
    """Print which rule and which spans gave each value; nothing is stored."""
    tracker, out = _Tracker(), console()
    for dossier in tracker.follow(open_runner(settings), paths, settings):
        for engagement in dossier.engagements:
            if as_json:
                print_line(encode_engagement(engagement))
            else:
                explain_engagement(out, dossier.document, engagement)
                out.print()
    if not as_json:
        _sum_up(tracker)
    return tracker.code


def run_eval(folder: Path, settings: Settings, *, as_json: bool) -> int:
    """Print how good the extraction is on gold documents; nothing is stored."""
    from elshi.cli.figures import print_figures

    gold, tracker = read_gold(folder), _Tracker()
    paths = [str(path) for path in sorted(folder.glob("*.json"))]
    dossiers = tracker.follow(open_runner(settings), paths, settings)
    found = {d.document.id: [encode_plain(e) for e in d.engagements] for d in dossiers}
    tallies = evaluate(gold, found)
    if as_json:
        print_line(f1_figures(tallies))
    else:
        print_figures(console(), tallies)
    return tracker.code


def run_demo(settings: Settings, *, serve: bool = False, port: int = 0) -> int:
    """Read the examples that come with Elshi into a store that is thrown away, and print them, or serve the pages over them."""
    with TemporaryDirectory() as folder:
        scratch = replace(settings, store=Path(folder) / "demo.db")
        code = _read([str(path) for path in _examples()], scratch, as_json=False).code
        if not serve or code:
            return code
        from elshi.cli.service_commands import Manner, run_serve

        return run_serve(scratch, "127.0.0.1", port, Manner())


def _examples() -> Iterable[Path]:
    """In an installed package the examples lie inside it, in a checkout beside it."""
    package = Path(str(files("elshi")))
    inside = package / "examples"
    folder = inside if inside.is_dir() else package.parent / "examples"
    return sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".html", ".json", ".jsonl"})


def _total(paths: Sequence[str]) -> int | None:
    """How many documents the paths are, where that is plain before reading."""
    simple = all(path != "-" and Path(path).is_file() and not path.endswith(".jsonl") for path in paths)
    return len(paths) if simple else None


def _sum_up(tracker: _Tracker) -> None:
    read = count("{number} document read", "{number} documents read", tracker.documents)
    found = count("{number} engagement", "{number} engagements", tracker.engagements)
    failed = count("{number} document failed", "{number} documents failed", tracker.failures)
    tell(", ".join([read, found, *([failed] if tracker.failures else [])]))
