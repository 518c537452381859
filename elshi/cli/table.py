"""Engagements as a table that is printed while documents are still being read, so its columns have fixed widths."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
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
        self._begun = False

    def add(self, engagements: Iterable[Engagement]) -> None:
        """Print these engagements, the heading first if nothing was printed yet."""
        rows = [self._cells(e) for e in engagements]
        if not rows:
            return
        table = self._table()
        for row in rows:
            table.add_row(*(Text(plain(cell)) for cell in row))
        self._console.print(table)
        self._begun = True

    def _cells(self, engagement: Engagement) -> tuple[str, ...]:
        when, what, where = date_words(engagement.date.value), type_words(engagement), place_words(engagement)
        people, topics = who(engagement), topic_words(engagement)
        if self._wide:
            return engagement.id[:ID], when, what, people, where, topics
        return engagement.id[:ID], f"{when}\n{what}\n{where}", f"{people}\n{topics}" if topics else people

    def _table(self) -> Table:
        table = Table(box=box.SIMPLE_HEAD if not self._begun else None, show_header=not self._begun, pad_edge=False, padding=(0, 1, 1, 0))
        for heading, width in self._columns():
            table.add_column(heading, width=width, overflow="fold")
        return table

    def _columns(self) -> list[tuple[str, int]]:
        width = self._console.width
        if not self._wide:
            left = min(20, max(12, width // 3))
            headings = f"{_('Date, type')}, {_('where').lower()}", f"{_('Who')}, {_('topics').lower()}"
            return [(_("Id"), ID), (headings[0], left), (headings[1], max(10, width - ID - left - 4))]
        rest = width - ID - 10 - 16 - 18 - 8
        return [(_("Id"), ID), (_("Date"), 10), (_("Type"), 16), (_("Who"), rest * 3 // 5), (_("Where"), 18), (_("Topics"), rest * 2 // 5)]
