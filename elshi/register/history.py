"""Records as they were known on a day. Nothing that was read or judged is ever changed, so what was known can be put together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from elshi.errors import UnknownRecord
from elshi.records import Span, Subject
from elshi.register.books import report_book
from elshi.register.heirs import find_heir
from elshi.register.records import find_record
from elshi.register.resolving import resolve
from elshi.resolution.blocking import event_keys
from elshi.store import Store, open_store

__all__ = ["as_known"]

Trace = tuple[str, str, tuple[Span, ...]]  # a report, the key of its document, its evidence


@contextmanager
def as_known(store: Store, identifier: str, day: date) -> Iterator[tuple[Store, str]]:
    """A store with what was known of a record, and of what might have been one with it, at the end of the day (UTC), and the record's id
    there. It lasts as long as the context. Raises UnknownRecord where nothing was known of it then."""
    until = datetime.combine(day + timedelta(days=1), time(), UTC)
    with TemporaryDirectory(prefix="elshi-") as folder, open_store(Path(folder, "then.db")) as then:
        with store.moment():
            reports = _reports_of(store, identifier)
            traces = [(report, key, store.replaced(report)[0]) for report in reports for key in store.tellers(report)]
            documents = dict.fromkeys(key for report in _neighbours(store, reports) for key in store.tellers(report))
            for key in documents:
                if (known := store.known(key, until)) is not None:
                    then.add(store.document(key), known.language, known.engagements, known.provenance, known.read_at)
            for judgement in store.judgements():
                if judgement.when < until:
                    then.add_judgement(judgement)
            corrections = [correction for correction in store.corrections() if correction.when < until]
        with then.transaction():
            for correction in corrections:
                then.add_correction(correction)
        resolve(then)
        yield then, _find(then, traces, identifier, day)


def _reports_of(store: Store, identifier: str) -> tuple[str, ...]:
    """The reports that this id, or the beginning of one, leads to now; the id itself where it is only an earlier reading's."""
    if store.tellers(identifier):
        with suppress(UnknownRecord):
            return (identifier, *store.shelf(Subject.ENGAGEMENT).members(find_record(store, identifier)))
        return (identifier,)
    return store.shelf(Subject.ENGAGEMENT).members(find_record(store, identifier))


def _neighbours(store: Store, reports: Iterable[str]) -> list[str]:
    """These reports, and all that are now one with a report that could be one with them."""
    shelf, book = store.shelf(Subject.ENGAGEMENT), report_book(store)
    known = [gist for report in reports if (gist := book.thing(report)) is not None]
    near = {key for gist in known for key in shelf.holders(event_keys(gist))}
    clusters = {cluster for key in near if (cluster := shelf.cluster_of(key)) is not None}
    return sorted({*reports, *near, *(member for cluster in clusters for member in shelf.members(cluster))})


def _find(then: Store, traces: Iterable[Trace], identifier: str, day: date) -> str:
    """The record of the first report that was known, or of what its document was read to say in its place."""
    shelf = then.shelf(Subject.ENGAGEMENT)
    for report, document, evidence in traces:
        read = [told.engagement for told in then.reports_of(document)]
        known = report if any(engagement.id == report for engagement in read) else find_heir(evidence, read)
        found = shelf.cluster_of(known) if known else None
        if found is not None:
            return found
    raise UnknownRecord(f"nothing was known of {identifier} on {day.isoformat()}")
