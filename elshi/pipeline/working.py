"""Does the jobs that wait in a store, one after the other."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import sleep
from typing import Any

from elshi.errors import DocumentError, StoreError
from elshi.pipeline.local import LocalRunner
from elshi.pipeline.opening import provenance_of
from elshi.records import Document
from elshi.records.serialise import decode
from elshi.search.keeping import keep_index
from elshi.store import Store, document_key
from elshi.store.jobs import Job

__all__ = ["READ", "Worker", "name_worker"]

READ = "read"  # a job that reads a document; its body is the document
LEASE = 120.0  # seconds for which a job is taken, again and again while it is worked on
PAUSE = 1.0  # seconds between two looks at an empty queue
Follow = Callable[[Job, str | None], None]


@dataclass(slots=True)
class Worker:
    """Takes jobs of the store, opened with `open_one`, and does them with the runner. A job that this worker has lost because it took too
    long does no harm: what it adds is there already when it is added again."""

    name: str
    open_one: Callable[[], Store]
    runner: LocalRunner
    lease: float = LEASE

    def work(self, follow: Follow, *, once: bool = False, pause: float = PAUSE) -> int:
        """Do jobs until there are none (`once`), or for ever. Tells `follow` each job with its fault, if any; gives how many failed."""
        failed = 0
        with self.open_one() as store:
            while True:
                job = store.jobs().take(self.name, self.lease)
                if job is not None:
                    failed += not self._do(store, job, follow)
                elif once:
                    return failed
                else:
                    sleep(pause)

    def _do(self, store: Store, job: Job, follow: Follow) -> bool:
        try:
            with self._kept(job):
                result = self._read(store, job)
        except (DocumentError, ValueError, KeyError, TypeError) as error:
            fault = error.reason if isinstance(error, DocumentError) else f"internal error: {type(error).__name__}: {error}"
            store.jobs().fail(job.id, self.name, fault)
            follow(job, fault)
            return False
        store.jobs().finish(job.id, self.name, result)
        follow(job, None)
        return True

    def _read(self, store: Store, job: Job) -> dict[str, Any]:
        if job.kind != READ:
            raise ValueError(f"no job of the kind {job.kind}")
        document: Document = decode(Document, job.body)
        (item,) = self.runner.run([document])
        if isinstance(item, DocumentError):
            raise item
        store.add(document, item.language, item.engagements, provenance_of(self.runner))
        keep_index(store)
        key = document_key(document)
        return {"document": key, "reports": [report.engagement.id for report in store.reports_of(key)]}

    @contextmanager
    def _kept(self, job: Job) -> Iterator[None]:
        """Say now and then that the job is being worked on, from a thread with a store of its own."""
        done = threading.Event()
        keeper = threading.Thread(target=self._keep, args=(job, done), daemon=True)
        keeper.start()
        try:
            yield
        finally:
            done.set()
            keeper.join()

    def _keep(self, job: Job, done: threading.Event) -> None:
        if done.wait(self.lease / 3):
            return
        try:
            with self.open_one() as store:
                while store.jobs().keep(job.id, self.name, self.lease) and not done.wait(self.lease / 3):
                    pass
        except StoreError:
            return  # then the lease runs out, and the job may be done twice, which comes to the same


def name_worker() -> str:
    """A name that no other worker has at the same time."""
    return f"{socket.gethostname()}:{os.getpid()}"
