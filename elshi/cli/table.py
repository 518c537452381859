"""Engagements as a table that is printed while documents are still being read, so its columns have fixed widths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from elshi.cli.messages import translate as _
from elshi.cli.output import plain
from elshi.cli.words import date_words, place_words, topic_words, type_words, who
from elshi.records import Engagement

__all__ = ["EngagementTable"]

WIDE = 100
ID = 8


class EngagementTable:
    """Prints rows as they come: six columns where there is room, three in a narrow terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._wide = console.width >= WIDE
        self._columns = self._wide_columns() if self._wide else self._narrow_columns()
        self._begun = False

    def add(self, engagements: Iterable[Engagement]) -> None:
        """Print these engagements, the heading first if nothing was printed yet."""
        for engagement in engagements:
            if not self._begun:
                self._print_row([heading for heading, _width in self._columns], "bold")
                self._begun = True
            self._print_row(self._cells(engagement), "")

    def _print_row(self, cells: Sequence[str], style: str) -> None:
        row = Table.grid(padding=(0, 2, 0, 0))
        for _heading, width in self._columns:
            row.add_column(width=width, overflow="fold")
        row.add_row(*(Text(plain(cell), style=style) for cell in cells))
        self._console.print(row)
        self._console.print()

    def _cells(self, engagement: Engagement) -> tuple[str, ...]:
        when, what, where = date_words(engagement.date.value), type_words(engagement), place_words(engagement)
        people, topics = who(engagement), topic_words(engagement)
        if self._wide:
            return engagement.id[:ID], when, what, people, where, topics
        return engagement.id[:ID], f"{when}\n{what}\n{where}", f"{people}\n{topics}" if topics else people

    def _narrow_columns(self) -> list[tuple[str, int]]:
        left = min(20, max(10, self._console.width // 3))
        right = max(10, self._console.width - ID - left - 4)
        return [(_("Id"), ID), (_("Date, type, where"), left), (_("Who, topics"), right)]

    def _wide_columns(self) -> list[tuple[str, int]]:
        rest = self._console.width - ID - 10 - 14 - 16 - 10
        people = rest * 3 // 5
        widths = ID, 10, 14, people, 16, rest - people
        return list(zip((_("Id"), _("Date"), _("Type"), _("Who"), _("Where"), _("Topics")), widths, strict=True))
