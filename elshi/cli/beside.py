"""A worker beside the service, so that one command is enough on one's own machine."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from time import sleep

from elshi.settings import Settings

__all__ = ["work_beside"]

GLANCE = 1.0  # seconds between two looks whether the service still lives


@contextmanager
def work_beside(settings: Settings) -> Iterator[None]:
    """Jobs are done in a process of their own, for as long as this goes on; it ends even when this process is killed."""
    worker = get_context("spawn").Process(target=_work, args=(settings, os.getpid()), daemon=True)
    worker.start()
    try:
        yield
    finally:
        worker.terminate()
        worker.join()


def _work(settings: Settings, parent: int) -> None:
    from elshi.cli.main import end_with
    from elshi.cli.service_commands import run_work

    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    end_with(lambda: run_work(settings, once=False, quiet=True))


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        sleep(GLANCE)
    os._exit(0)
