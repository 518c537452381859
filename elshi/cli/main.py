"""Runs the command and turns failures into messages and exit codes: 1 if a document or the run failed, 2 for wrong usage."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper

from elshi.errors import RunError, UsageError

__all__ = ["end_with", "main"]

LONGEST = 1000  # characters of a message


def main() -> None:
    """The command `elshi`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _run()
    except BrokenPipeError:
        # Whoever read standard output has seen enough; the interpreter must not fail again when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _shortened(message: str) -> str:
    """A message may repeat what was given, and that may be enormous."""
    return message if len(message) <= LONGEST else f"{message[:LONGEST]}…"


def _run() -> None:
    from elshi.cli.app import app

    end_with(app)


def end_with(command: Callable[[], object]) -> None:
    """Run something; a failure of the run is told, and ends the process."""
    try:
        command()
    except RunError as error:
        from elshi.cli.failures import translate_failure
        from elshi.cli.output import tell

        tell(f"elshi: {_shortened(translate_failure(str(error)))}")
        sys.exit(2 if isinstance(error, UsageError) else 1)
