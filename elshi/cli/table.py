"""Engagements and records as tables that are printed while documents are still being read, so their columns have fixed widths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from elshi.cli.messages import translate as _
from elshi.cli.output import plain
from elshi.cli.words import date_words, name_in, place_words, status_words, topic_words, type_words, who
from elshi.records import Engagement, Part, Record

__all__ = ["EngagementTable", "RecordTable"]

WIDE = 100
ID = 8


class _Table:
    """Prints rows as they come: six columns where there is room, three in a narrow terminal."""

    def __init__(self, console: Console, last: str) -> None:
        self._console = console
        self._wide = console.width >= WIDE
        self._columns = self._wide_columns(last) if self._wide else self._narrow_columns(last)
        self._begun = False

    def print_cells(self, identifier: str, when: str, what: str, people: str, where: str, rest: str) -> None:
        """Print one row, the heading first if nothing was printed yet."""
        if not self._begun:
            self._print_row([heading for heading, _width in self._columns], "bold")
            self._begun = True
        if self._wide:
            self._print_row((identifier[:ID], when, what, people, where, rest), "")
        else:
            self._print_row((identifier[:ID], f"{when}\n{what}\n{where}", f"{people}\n{rest}" if rest else people), "")

    def _print_row(self, cells: Sequence[str], style: str) -> None:
        row = Table.grid(padding=(0, 2, 0, 0))
        for _heading, width in self._columns:
            row.add_column(width=width, overflow="fold")
        row.add_row(*(Text(plain(cell), style=style) for cell in cells))
        self._console.print(row)
        self._console.print()

    def _narrow_columns(self, last: str) -> list[tuple[str, int]]:
        left = min(20, max(10, self._console.width // 3))
        right = max(10, self._console.width - ID - left - 4)
        return [(_("Id"), ID), (_("Date, type, where"), left), (f"{_('Who')}, {last}", right)]

    def _wide_columns(self, last: str) -> list[tuple[str, int]]:
        rest = self._console.width - ID - 10 - 14 - 16 - 10
        people = rest * 3 // 5
        widths = ID, 10, 14, people, 16, rest - people
        return list(zip((_("Id"), _("Date"), _("Type"), _("Who"), _("Where"), last), widths, strict=True))


class EngagementTable(_Table):
    """Engagements, one document's view each."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, _("Topics"))

    def add(self, engagements: Iterable[Engagement]) -> None:
        """Print these engagements."""
        for e in engagements:
            self.print_cells(e.id, date_words(e.date.value), type_words(e), who(e), place_words(e.place), topic_words(e))


class RecordTable(_Table):
    """Records, with the number of independent sources and what these contradict each other in."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, _("Sources"))

    def add(self, record: Record) -> None:
        """Print this record."""
        people = " – ".join(_person(part) for part in record.participants) or "—"
        when = date_words(record.date.value if record.date else None)
        what = status_words(record.type.value, record.status.value)
        self.print_cells(record.id, when, what, people, place_words(record), _sources(record))


def _person(part: Part) -> str:
    codes = ", ".join(told.value for told in part.represents)
    return f"{name_in(part.name)} ({codes})" if codes else name_in(part.name)


def _sources(record: Record) -> str:
    """How many independent texts, how many copies of them, and the fields in which they contradict each other."""
    copies = len(record.reports) - len(record.voices)
    number = f"{len(record.voices)} + {copies}" if copies else str(len(record.voices))
    fields = {"date": record.date, "type": record.type, "status": record.status, "city": record.city, "country": record.country}
    clashing = [_(name) for name, field in fields.items() if field and field.contradicted]
    return f"{number}\n≠ {', '.join(clashing)}" if clashing else number
