"""Where output goes: results to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from rich.console import Console
from rich.text import Text

from elshi.cli.failures import translate_failure
from elshi.cli.messages import translate as _
from elshi.errors import DocumentError
from elshi.records.serialise import dump_line

__all__ = ["complain", "console", "follow", "plain", "print_line", "tell"]

PIPED = 120
Thing = TypeVar("Thing")


def console(*, errors: bool = False) -> Console:
    """A console for standard output or standard error; no colours unless it is a terminal, and then as wide as that is."""
    made = Console(stderr=errors, highlight=False, markup=False, emoji=False)
    if not made.is_terminal and not os.environ.get("COLUMNS"):
        made.width = PIPED
    return made


def plain(text: str) -> str:
    """The text without control characters, which a document must not send to a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def tell(message: str) -> None:
    """Say something beside the results."""
    console(errors=True).print(Text(plain(message)), soft_wrap=True)


def complain(failure: DocumentError) -> None:
    """Say which document failed and why."""
    tell(f"{failure.document}: {translate_failure(failure.reason)}")


def print_line(value: Any) -> None:
    """One line of JSON."""
    sys.stdout.write(dump_line(value) + "\n")


def follow(things: Iterable[Thing], total: int | None) -> Iterator[Thing]:
    """The things themselves, with a progress bar on standard error if that is a terminal and there may be many."""
    errors = console(errors=True)
    if not errors.is_terminal or total == 1:
        yield from things
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(_("Reading")), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        yield from progress.track(things, total=total)
