"""How long resolution takes and how much memory it needs, on made reports.

    python -m benchmarks.resolution 10000 100000 1000000

For each number: seconds of the processor and microseconds a report for one pass over all reports (records and people), the greatest
memory of the run so far, records and people found; then the median and the slowest of adding one more document, with all that it touches.
"""

from __future__ import annotations

import gc
import resource
import sys
from itertools import islice
from statistics import median
from time import process_time

from benchmarks.made_reports import make_reports
from elshi.resolution import events, profiles
from elshi.resolution.blocking import event_keys, event_searches
from elshi.resolution.bridges import bridge
from elshi.resolution.gists import Gist, outline
from elshi.resolution.linking import Linker
from elshi.resolution.packed_book import PackedBook
from elshi.resolution.profiles import Profile, bearing, profile_keys, rate_profiles

__all__ = ["Desk", "measure"]

MORE = 200  # documents added afterwards


class Desk:
    """Records and people in memory."""

    def __init__(self) -> None:
        reports, people = PackedBook[Gist](event_keys, outline), PackedBook[Profile](profile_keys, bearing)
        self.events = Linker(
            reports, event_keys, events.rate_events, events.SAME, events.APART, may=events.may_be_one, searches=event_searches
        )
        self.people = Linker(people, profile_keys, rate_profiles, profiles.SAME, profiles.APART, mend=bridge, may=profiles.may_be_one)
        self.reports: list[str] = []
        self.profiles: set[str] = set()

    def take_in(self, gist: Gist) -> set[str]:
        """Link one report and its people; gives the profiles that are new."""
        self.events.add(gist.id, gist)
        self.reports.append(gist.id)
        new = set()
        for party in gist.people:
            profile = Profile(party.name, gist.language, party.capacity, party.represents)
            if profile.id not in self.profiles:
                self.people.add(profile.id, profile)
                new.add(profile.id)
        self.profiles |= new
        return new


def measure(count: int) -> dict[str, float]:
    """One pass over so many reports, and some documents more. Nothing that is kept refers to itself, so nobody looks for such things:
    that takes longer the more there is."""
    desk, reports = Desk(), make_reports(count + MORE)
    gc.collect()
    gc.disable()
    start = process_time()
    for gist in islice(reports, count):
        desk.take_in(gist)
    records, people = desk.events.touching(desk.reports, {}), desk.people.touching(desk.profiles, {})
    spent = process_time() - start
    gc.freeze()
    gc.enable()
    added = []
    for gist in reports:
        begun = process_time()
        new = desk.take_in(gist)
        desk.events.touching([gist.id], {})
        desk.people.touching(new, {})
        added.append(1000 * (process_time() - begun))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    found = {"records": len(records), "profiles": len(desk.profiles), "people": len(people)}
    return {
        "seconds": spent,
        "µs a report": 1e6 * spent / count,
        "GiB": memory,
        **found,
        "median ms": median(added),
        "slowest ms": max(added),
    }


def main() -> None:
    """Print a line for each number given."""
    for count in map(int, sys.argv[1:] or ["10000"]):
        figures = measure(count)
        print(f"{count:>9} reports  " + "  ".join(f"{name} {value:,.1f}" for name, value in figures.items()), flush=True)


if __name__ == "__main__":
    main()
