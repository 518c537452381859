"""The figures of an evaluation as a table."""

from __future__ import annotations

from collections.abc import Mapping

from rich import box
from rich.console import Console
from rich.table import Table

from elshi.cli.messages import translate as _
from elshi.pipeline.evaluation import FIELDS, Counts, Tally

__all__ = ["print_figures"]

NARROW = 80


def print_figures(console: Console, tallies: Mapping[str, Tally]) -> None:
    """F1, and where there is room precision, recall and the number of gold values, by field and language."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(_("F1, %") if console.width < NARROW else _("F1 (P/R), %"))
    for group in tallies:
        table.add_column(group if group != "all" else _("all"), justify="right")
    for name in FIELDS:
        table.add_row(_(name), *(_cell(t.fields[name], console.width < NARROW) for t in tallies.values()))
    console.print(table)


def _cell(counts: Counts, short: bool) -> str:
    return f"{counts.f1:.1f}" if short else f"{counts.f1:.1f} ({counts.precision:.0f}/{counts.recall:.0f})"
