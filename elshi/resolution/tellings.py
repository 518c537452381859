"""What the reports of one engagement tell of each field, and what is shown of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from elshi.records import Basis, Field, Ground, Status, Told
from elshi.resolution.events import compare_dates
from elshi.resolution.gists import Gist
from elshi.resolution.settling import Claimed, collect, most_voices, settle

__all__ = ["Tellings"]

CLASHING = frozenset({"next_day", "two_days", "days_apart", "far_apart"})
DONE = frozenset({Status.HELD, Status.CANCELLED})


class Tellings:
    """The reports of one record, asked field by field. `voices` gives each report the number of its text among the independent ones."""

    def __init__(self, gists: Sequence[Gist], voices: Mapping[str, int]) -> None:
        self._gists = {g.id: g for g in gists}
        self._voices = voices

    def type(self) -> Field:
        """The kind of contact that most voices tell of."""
        return _surely(settle(self._claims(lambda g: g.type.value), [(Ground.MOST, most_voices)]))

    def status(self) -> Field:
        """Held or cancelled before planned, whoever tells it: an announcement is older news."""
        claims = self._claims(lambda g: g.status.value)
        over = {c.value for c in claims if c.value in DONE}
        sieves = [(Ground.LATEST, lambda given: given[0].value not in DONE), (Ground.MOST, most_voices)]
        return _surely(settle(claims, sieves, contradicted=len(over) > 1))

    def date(self, days: Mapping[str, str | None], status: str) -> Field | None:
        """The day that reports of this status name themselves, before days of datelines; of these what most voices say, then the most
        exact. `days` are the dates of the reports as they give them."""
        sieves = [
            (Ground.LATEST, lambda given: all(self._gists[c.report].status != status for c in given)),
            (Ground.NAMED, lambda given: all(self._gists[c.report].basis is not Basis.EXPLICIT for c in given)),
            (Ground.MOST, most_voices),
            (Ground.EXACT, lambda given: self._length(given[0].report)),
        ]
        return settle(self._claims(lambda g: days[g.id]), sieves, contradicted=self._dates_clash())

    def place(self, of: Callable[[Gist], str | None]) -> Field | None:
        """The country or the city that most voices name."""
        return settle(self._claims(of), [(Ground.MOST, most_voices)])

    def venue(self, venues: Mapping[str, str]) -> Field | None:
        """The venue that most voices name; venues are written in each language in its own way, and contradict nothing."""
        return settle(self._claims(lambda g: venues.get(g.id), worded=True), [(Ground.MOST, most_voices)], contradicted=False)

    def all_told(self, of: Callable[[Gist], Iterable[str]], *, worded: bool = False) -> tuple[Told, ...]:
        """All values that any report gives."""
        return collect(self._claim(gist, value, worded) for gist in self._gists.values() for value in of(gist))

    def _claims(self, of: Callable[[Gist], str | None], *, worded: bool = False) -> list[Claimed]:
        told = ((gist, of(gist)) for gist in self._gists.values())
        return [self._claim(gist, value, worded) for gist, value in told if value is not None]

    def _claim(self, gist: Gist, value: str, worded: bool) -> Claimed:
        return Claimed(value, gist.id, self._voices[gist.id], gist.published, gist.language if worded else None)

    def _length(self, report: str) -> int:
        gist = self._gists[report]
        return (gist.last or 0) - (gist.first or 0)

    def _dates_clash(self) -> bool:
        """Days contradict each other where they differ and neither is only a dateline's or a publication's, later than the other."""
        dated = [g for g in self._gists.values() if g.first is not None]
        return any(compare_dates(one, other) in CLASHING for one, other in combinations(dated, 2))


def _surely(field: Field | None) -> Field:
    if field is None:
        raise ValueError("a record needs a report")
    return field
