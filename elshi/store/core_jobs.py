"""The jobs of a store, in the tables of `schema_work.py`."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from time import time
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, or_, select, update

from elshi.errors import UnknownRecord
from elshi.records import content_id
from elshi.records.serialise import dump_line
from elshi.store.jobs import MOST_TRIES, Job, JobState
from elshi.store.schema_work import job_table

__all__ = ["CoreJobs"]

UNFINISHED = (JobState.WAITING.value, JobState.RUNNING.value)
GIVEN_UP = "taken {tries} times, and never finished"

Begin = Callable[[], AbstractContextManager[Connection]]


class CoreJobs:
    """See `Jobs`. `read` begins a transaction that only reads, `write` one that waits for its turn to write; `clock` gives
    seconds since 1970."""

    def __init__(self, read: Begin, write: Begin, clock: Callable[[], float] = time) -> None:
        self._read, self._write, self._clock = read, write, clock

    def put(self, kind: str, body: dict[str, Any]) -> Job:
        """See `Jobs.put`."""
        written = dump_line(body)
        digest, now = content_id(kind, written), _now()
        known = select(job_table).where(job_table.c.digest == digest, job_table.c.state.in_(UNFINISHED)).limit(1)
        with self._write() as connection:
            row = connection.execute(known).first()
            if row is None:
                given = {"id": secrets.token_hex(10), "kind": kind, "digest": digest, "body": written, "state": JobState.WAITING.value}
                connection.execute(insert(job_table).values(**given, tries=0, made_at=now, changed_at=now))
                row = connection.execute(select(job_table).where(job_table.c.id == given["id"])).one()
        return _job(row)

    def take(self, worker: str, seconds: float) -> Job | None:
        """See `Jobs.take`."""
        with self._write() as connection:
            while (row := connection.execute(self._free()).first()) is not None:
                if row.tries < MOST_TRIES:
                    taken = {"state": JobState.RUNNING.value, "worker": worker, "until": self._clock() + seconds, "tries": row.tries + 1}
                    self._change(connection, row.number, taken)
                    return _job(connection.execute(select(job_table).where(job_table.c.number == row.number)).one())
                self._change(connection, row.number, {"state": JobState.FAILED.value, "fault": GIVEN_UP.format(tries=row.tries)})
        return None

    def keep(self, identifier: str, worker: str, seconds: float) -> bool:
        """See `Jobs.keep`."""
        return self._answer(identifier, worker, {"until": self._clock() + seconds})

    def finish(self, identifier: str, worker: str, result: dict[str, Any]) -> bool:
        """See `Jobs.finish`."""
        return self._answer(identifier, worker, {"state": JobState.DONE.value, "result": dump_line(result), "until": None})

    def fail(self, identifier: str, worker: str, fault: str) -> bool:
        """See `Jobs.fail`."""
        return self._answer(identifier, worker, {"state": JobState.FAILED.value, "fault": fault, "until": None})

    def job(self, identifier: str) -> Job:
        """See `Jobs.job`."""
        with self._read() as connection:
            row = connection.execute(select(job_table).where(job_table.c.id == identifier)).first()
        if row is None:
            raise UnknownRecord(f"no job {identifier}")
        return _job(row)

    def waiting(self) -> int:
        """See `Jobs.waiting`."""
        with self._read() as connection:
            found = connection.execute(select(func.count()).select_from(job_table).where(job_table.c.state == JobState.WAITING.value))
            return int(found.scalar_one())

    def _free(self) -> Any:
        """The oldest job that waits, or whose worker's time has run out."""
        table = job_table.c
        left = and_(table.state == JobState.RUNNING.value, table.until < self._clock())
        wanted = select(job_table).where(or_(table.state == JobState.WAITING.value, left))
        return wanted.order_by(table.number).limit(1).with_for_update(skip_locked=True)

    def _answer(self, identifier: str, worker: str, changes: dict[str, Any]) -> bool:
        """Change a job that this worker has; False where it has it no more."""
        table = job_table.c
        mine = and_(table.id == identifier, table.state == JobState.RUNNING.value, table.worker == worker)
        with self._write() as connection:
            return connection.execute(update(job_table).where(mine).values(**changes, changed_at=_now())).rowcount > 0

    def _change(self, connection: Connection, number: int, changes: dict[str, Any]) -> None:
        connection.execute(update(job_table).where(job_table.c.number == number).values(**changes, changed_at=_now()))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        kind=row.kind,
        body=json.loads(row.body),
        state=JobState(row.state),
        tries=row.tries,
        made_at=datetime.fromisoformat(row.made_at),
        changed_at=datetime.fromisoformat(row.changed_at),
        result=None if row.result is None else json.loads(row.result),
        fault=row.fault,
    )
