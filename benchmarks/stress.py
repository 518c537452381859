"""Whether a store stands it when many write and read at once, and some are killed.

    python -m benchmarks.stress elshi.db --minutes 10
    python -m benchmarks.stress postgresql://desk@localhost/elshi --minutes 10

Makes a store at this address, where none may be. Workers take jobs (documents that are made, so that no model is needed), store what they
say, bring records and index up to date; readers ask for records, people and searches meanwhile. Every twenty seconds a worker is killed and
another begins. In the end the jobs that are left are done, and everything is counted: documents, readings, reports, members of records,
hits of a search. Prints what was done and what went wrong; fails if anything did.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any, cast

from sqlalchemy import func, select

from benchmarks.made_documents import make_documents
from elshi.pipeline.local import LocalRunner
from elshi.pipeline.working import READ, Worker, name_worker
from elshi.records import Document, Engagement, Subject
from elshi.records.serialise import encode
from elshi.register.records import list_records
from elshi.search.directory import Directory
from elshi.search.finding import Finder, Found, Search
from elshi.search.keeping import keep_index
from elshi.search.memory import IndexMemory
from elshi.search.rosters import PERSON, Listing
from elshi.store import Query, Store, open_store
from elshi.store.checking import check_store
from elshi.store.opening import open_database
from elshi.store.schema_work import job_table

__all__ = ["Trial", "run_trial"]

WAITING = 40  # jobs that the feeder keeps waiting
KNOWN = "known"  # the file of what the documents say
REST = 0.1  # seconds between two questions of a reader
LEASE = 15.0  # seconds: a killed worker's job is taken again after this


@dataclass(frozen=True, slots=True)
class Made:
    """What a worker reads off a made document."""

    language: str
    engagements: tuple[Engagement, ...]


class MadeRunner:
    """A runner that knows what made documents say."""

    tagger = "made"

    def __init__(self, path: Path) -> None:
        self._known: dict[str, bytes] = pickle.loads(path.read_bytes())

    def run(self, documents: Iterable[Document]) -> Iterator[Made]:
        """What they say."""
        for document in documents:
            yield pickle.loads(self._known[document.id])


@dataclass(frozen=True, slots=True)
class Trial:
    """`address` of the store, how many documents there are at most, how many write and read, seconds in all and between two kills."""

    address: str
    documents: int
    writers: int = 8
    readers: int = 8
    seconds: float = 600.0
    pause: float = 20.0


def run_trial(trial: Trial) -> tuple[dict[str, int], list[str]]:
    """What was done, and what went wrong."""
    open_store(trial.address).close()
    with TemporaryDirectory() as folder:
        ways = multiprocessing.get_context("spawn")
        documents = iter(_make(trial, folder))
        begin = _Beginning(ways, trial, folder)
        writers = [begin(_write) for _ in range(trial.writers)]
        readers = [begin(_read) for _ in range(trial.readers)]
        fed, killed = _feed_and_kill(trial, documents, writers, lambda: begin(_write))
        for process in readers:
            process.terminate()
        _finish(trial)
        for process in (*writers, *readers):
            process.terminate()
            process.join()
        done, faults = _count(trial, fed)
        faults += [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.fault"))]
        reads = sum(len(path.read_bytes()) for path in Path(folder).glob("*.reads"))
    return {**done, "killed": killed, "reads": reads}, faults


class _Beginning:
    """Begins processes, each with a file of its own for what goes wrong."""

    def __init__(self, ways: Any, trial: Trial, folder: str) -> None:
        self._ways, self._trial, self._folder, self._number = ways, trial, folder, 0

    def __call__(self, work: Callable[[Trial, str], None]) -> BaseProcess:
        self._number += 1
        process: BaseProcess = self._ways.Process(target=work, args=(self._trial, f"{self._folder}/{self._number}"), daemon=True)
        process.start()
        return process


def _feed_and_kill(
    trial: Trial, documents: Iterator[Document], writers: list[BaseProcess], begin: Callable[[], BaseProcess]
) -> tuple[int, int]:
    """Put jobs and kill workers until the time is over; gives how many jobs were put and how many workers were killed."""
    end, next_kill, random, killed, fed = monotonic() + trial.seconds, monotonic() + trial.pause, Random(1), 0, 0
    with open_store(trial.address) as store:
        while monotonic() < end:
            while store.jobs().waiting() < WAITING and (document := next(documents, None)) is not None:
                store.jobs().put(READ, encode(document))
                fed += 1
            if monotonic() >= next_kill:
                place = random.randrange(len(writers))
                os.kill(cast(int, writers[place].pid), signal.SIGKILL)
                writers[place].join()
                writers[place] = begin()
                killed, next_kill = killed + 1, next_kill + trial.pause
            sleep(0.05)
    return fed, killed


def _make(trial: Trial, folder: str) -> list[Document]:
    """The documents; what they say is written down for the workers."""
    made = list(make_documents(trial.documents))
    known = {document.id: pickle.dumps(Made(language, (engagement,))) for document, language, engagement in made}
    Path(folder, KNOWN).write_bytes(pickle.dumps(known))
    return [document for document, _, _ in made]


def _write(trial: Trial, place: str) -> None:
    def follow(_job: object, fault: str | None) -> None:
        if fault:
            Path(f"{place}.fault").write_text(fault, encoding="utf-8")

    with _Noting(place):
        runner = cast(LocalRunner, MadeRunner(Path(place).with_name(KNOWN)))
        Worker(name_worker(), lambda: open_store(trial.address), runner, LEASE).work(follow, pause=0.1)


def _read(trial: Trial, place: str) -> None:
    finder, random = Finder(), Random(place)
    with _Noting(place), open_store(trial.address) as store, Path(f"{place}.reads").open("wb", buffering=0) as reads:
        while True:
            random.choices((_read_records, _read_people, _search), (10, 1, 10))[0](store, finder)
            reads.write(b".")
            sleep(REST)


def _read_records(store: Store, _finder: Finder) -> None:
    for record in list_records(store, Query(limit=20)):
        assert record.reports


def _read_people(store: Store, _finder: Finder) -> None:
    people = [known.entity.id for _, known in islice(Directory(IndexMemory()).walk(store, Listing(PERSON)), 200)]
    assert len(people) == len(set(people))


def _search(store: Store, finder: Finder) -> None:
    if store.index().state().version:
        found = finder.find(store.index(), Search("type:meeting", limit=20, facets=("country", "topic")))
        assert isinstance(found, Found)
        assert len({hit.record for hit in found.hits}) == min(20, found.total)


class _Noting:
    """Whatever goes wrong is written down."""

    def __init__(self, place: str) -> None:
        self._place = place

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        if error is not None:
            Path(f"{self._place}.fault").write_text("".join(traceback.format_exception(error)), encoding="utf-8")


def _finish(trial: Trial) -> None:
    """Wait until every job is done, those of killed workers too."""
    end = monotonic() + 20 * LEASE
    while _unfinished(trial) and monotonic() < end:
        sleep(0.5)
    with open_store(trial.address) as store:
        keep_index(store)


def _unfinished(trial: Trial) -> int:
    return sum(number for state, number in _states(trial).items() if state in ("waiting", "running"))


def _states(trial: Trial) -> dict[str, int]:
    database = open_database(trial.address)
    try:
        return dict(database.rows(select(job_table.c.state, func.count()).group_by(job_table.c.state)))
    finally:
        database.close()


def _count(trial: Trial, fed: int) -> tuple[dict[str, int], list[str]]:
    """How much of everything there is, and where it is not as much as there should be."""
    rows, faults = check_store(trial.address)
    with open_store(trial.address) as store:
        clusters = list(store.shelf(Subject.ENGAGEMENT).clusters())
        found = Finder().find(store.index(), Search("", limit=1))
        hits = found.total if isinstance(found, Found) else 0
    counted = {"documents": rows["document"], "readings": rows["reading"], "reports": rows["report"], "members": sum(map(len, clusters))}
    faults += [f"{number} {name} of {fed}" for name, number in counted.items() if number != fed]
    if hits != len(clusters):
        faults.append(f"{hits} entries of {len(clusters)} records")
    if _states(trial) != {"done": fed}:
        faults.append(f"jobs: {_states(trial)} of {fed}")
    return {"jobs": fed, **counted, "records": len(clusters)}, faults


def main() -> None:
    """Try it and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--documents", type=int, default=20_000)
    given = parser.parse_args()
    done, faults = run_trial(Trial(given.address, given.documents, seconds=60 * given.minutes))
    print("  ".join(f"{name} {number}" for name, number in done.items()))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
