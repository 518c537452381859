"""Work that waits: what the web is asked for and a worker does.

A worker takes a job for a time. If it has not said by then that it goes on, or has finished, the job is taken again by whoever asks;
so a worker that dies costs a wait, and whatever a job does must come to the same when it is done twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

__all__ = ["MOST_TRIES", "Job", "JobState", "Jobs"]

MOST_TRIES = 5


class JobState(StrEnum):
    """Waiting, taken by a worker, done, or given up."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be done: `kind` says what, `body` with what (JSON). `result` is what came of it (JSON), `fault` why it failed,
    `tries` how often it was taken. Times are in UTC."""

    id: str
    kind: str
    body: dict[str, Any]
    state: JobState
    tries: int
    made_at: datetime
    changed_at: datetime
    result: dict[str, Any] | None = None
    fault: str | None = None


class Jobs(Protocol):
    """The jobs of a store. Each call is a transaction of its own."""

    def put(self, kind: str, body: dict[str, Any]) -> Job:
        """Ask for work; where the same work waits or runs already, this is that job."""

    def take(self, worker: str, seconds: float) -> Job | None:
        """The job that has waited longest, for so many seconds; None where there is none. One that was taken too often, always in
        vain, is given up instead."""

    def keep(self, identifier: str, worker: str, seconds: float) -> bool:
        """Go on with a job for so many seconds more; False where somebody else has it by now."""

    def finish(self, identifier: str, worker: str, result: dict[str, Any]) -> bool:
        """It is done; False where somebody else has it by now."""

    def fail(self, identifier: str, worker: str, fault: str) -> bool:
        """It cannot be done; False where somebody else has it by now."""

    def job(self, identifier: str) -> Job:
        """The job of exactly this id; raises UnknownRecord."""

    def waiting(self) -> int:
        """How many jobs are waiting."""
