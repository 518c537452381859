"""People's judgements: taken, taken back, and explained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from typing import TypeVar

from elshi.errors import UnknownRecord, UsageError
from elshi.records import Judgement, Likeness, Subject, Verdict
from elshi.register.books import StoredBook, people_book, report_book
from elshi.register.resolving import resolve, resolve_judgements
from elshi.resolution import events, profiles
from elshi.resolution.judgements import last_standing, standing, take_back
from elshi.store import Store

__all__ = ["Comparison", "Found", "compare", "find_thing", "judge", "take_back_one", "undo"]

MANY = 50
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Found:
    """What an id leads to: what it is, and the ids of everything that is one with it, the one meant first."""

    subject: Subject
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two things compare: the pair of reports (or profiles) that are most alike, the machine's likeness, the judgement of a
    person that stands, and whether they are one now."""

    subject: Subject
    one: str
    other: str
    likeness: Likeness
    judgement: Judgement | None
    together: bool


def find_thing(store: Store, identifier: str) -> Found:
    """What this id of a record, a report, an entity or a profile (or the beginning of one) leads to.

    Raises UnknownRecord where there is nothing, or more than one thing.
    """
    exact = [(subject, identifier) for subject in Subject if identifier and store.shelf(subject).body(identifier) is not None]
    begin = [(s, key) for s in Subject for key in store.shelf(s).beginning(identifier, MANY)] if identifier and not exact else []
    found = {(s, store.shelf(s).cluster_of(key) or key): key for s, key in sorted(exact or begin, reverse=True)}
    if len(found) != 1:
        raise UnknownRecord(f"more than one record begins with {identifier}" if found else f"no record {identifier}")
    ((subject, cluster), key), *_ = found.items()
    members = store.shelf(subject).members(cluster) or (key,)
    return Found(subject, (key, *(m for m in members if m != key)))


def judge(store: Store, one: str, other: str, verdict: Verdict, who: str, why: str = "", *, take_in: bool = True) -> Judgement:
    """Write down that the two are the same or different, and bring the records up to date (without `take_in` only with what was judged,
    not with what was read). Raises UnknownRecord, and UsageError where the two are of different kinds or one thing."""
    if take_in:
        resolve(store)
    ours, theirs = find_thing(store, one), find_thing(store, other)
    if ours.subject is not theirs.subject:
        raise UsageError("an engagement and somebody who takes part in one cannot be compared")
    if ours.members[0] == theirs.members[0]:
        raise UsageError("both ids are of the same thing")
    judgement = Judgement(ours.subject, ours.members[0], theirs.members[0], verdict, who, datetime.now(UTC), why)
    store.add_judgement(judgement)
    resolve_judgements(store)
    return judgement


def undo(store: Store, who: str) -> Judgement:
    """Take back the latest judgement that stands, and bring the records up to date. Returns it; raises UsageError if there is none."""
    last = last_standing(store.judgements())
    if last is None:
        raise UsageError("no judgement to take back")
    store.add_judgement(take_back(last, who))
    resolve(store)
    return last


def take_back_one(store: Store, judgement: Judgement, who: str) -> Judgement:
    """Take back this judgement, and bring the records up to date with it. Returns what says so; raises UsageError where that was done."""
    if any(other.takes_back == judgement.id for other in store.judgements()):
        raise UsageError("no judgement to take back")
    undone = take_back(judgement, who)
    store.add_judgement(undone)
    resolve_judgements(store)
    return undone


def compare(store: Store, one: str, other: str) -> Comparison:
    """Why the two are one, or are not, as they are resolved now. Raises UnknownRecord, and UsageError as `judge` does."""
    ours, theirs = find_thing(store, one), find_thing(store, other)
    if ours.subject is not theirs.subject:
        raise UsageError("an engagement and somebody who takes part in one cannot be compared")
    shelf, judged = store.shelf(ours.subject), standing(store.judgements(), ours.subject)
    together = shelf.cluster_of(ours.members[0]) == shelf.cluster_of(theirs.members[0])
    wanted = ((ours.members[0],), (theirs.members[0],)) if together else (ours.members, theirs.members)
    said = [j for pair, j in judged.items() if pair[0] in wanted[0] + wanted[1] and pair[1] in wanted[0] + wanted[1]]
    likeness, left, right = _most_alike(store, ours.subject, *wanted)
    return Comparison(ours.subject, left, right, likeness, max(said, key=lambda j: (j.when, j.id), default=None), together)


def _most_alike(store: Store, subject: Subject, ours: Sequence[str], theirs: Sequence[str]) -> tuple[Likeness, str, str]:
    """The most alike pair of the two with its likeness."""
    pairs = sorted(product(ours, theirs))
    if subject is Subject.ENGAGEMENT:
        reports = report_book(store)
        rated = [(_explain(reports, events.explain_events, *pair), *pair) for pair in pairs]
    else:
        people = people_book(store)
        rated = [(_explain(people, profiles.compare_profiles, *pair), *pair) for pair in pairs]
    return max(rated, key=lambda r: r[0].score)


def _explain(book: StoredBook[Thing], explain: Callable[[Thing, Thing], Likeness], one: str, other: str) -> Likeness:
    ours, theirs = book.thing(one), book.thing(other)
    if ours is None or theirs is None:
        raise UnknownRecord(f"no record {one if ours is None else other}")
    return explain(ours, theirs)
