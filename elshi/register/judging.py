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
from elshi.resolution.clusters import CERTAIN, NEVER
from elshi.resolution.judgements import Standing, last_standing, standing, take_back, verdict_of
from elshi.store import Shelf, Store

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
    person that stands, and whether they are one now.

    Of people, `met` is whether one engagement is told with either of the two names (True) or both take part in one (False), which
    counts more than any likeness; None where neither is seen. `through` are those that make one of two that are not alike themselves."""

    subject: Subject
    one: str
    other: str
    likeness: Likeness
    judgement: Judgement | None
    together: bool
    met: bool | None = None
    through: tuple[str, ...] = ()


def find_thing(store: Store, identifier: str) -> Found:
    """What this id of a record, a report, an entity or a profile (or the beginning of one) leads to.

    Raises UnknownRecord where there is nothing, or more than one thing.
    """
    exact = [(subject, identifier) for subject in Subject if identifier and store.shelf(subject).body(identifier) is not None]
    begin = [(s, key) for s in Subject for key in store.shelf(s).beginning(identifier, MANY)] if identifier and not exact else []
    found = {(s, store.shelf(s).cluster_of(key) or key): key for s, key in sorted(exact or begin, reverse=True)}
    if len(found) != 1:
        raise UnknownRecord(_fault(identifier, bool(found)))
    ((subject, cluster), key), *_ = found.items()
    members = store.shelf(subject).members(cluster) or (key,)
    return Found(subject, (key, *(m for m in members if m != key)))


def judge(store: Store, one: str, other: str, verdict: Verdict, who: str, why: str = "", *, take_in: bool = True) -> Judgement:
    """Write down that the two are the same or different, and bring the records up to date (without `take_in` only with what was judged,
    not with what was read). Raises UnknownRecord, and UsageError where the two are of different kinds or one thing."""
    if take_in:
        resolve(store)
    ours, theirs = _find_two(store, one, other)
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
    ours, theirs = _find_two(store, one, other)
    shelf, judged = store.shelf(ours.subject), standing(store.judgements(), ours.subject)
    together = shelf.cluster_of(ours.members[0]) == shelf.cluster_of(theirs.members[0])
    wanted = ((ours.members[0],), (theirs.members[0],)) if together else (ours.members, theirs.members)
    said = [j for pair, j in judged.items() if pair[0] in wanted[0] + wanted[1] and pair[1] in wanted[0] + wanted[1]]
    likeness, left, right = _most_alike(store, ours.subject, *wanted)
    last = max(said, key=lambda j: (j.when, j.id), default=None)
    threshold = events.SAME if ours.subject is Subject.ENGAGEMENT else profiles.SAME
    met = _met(shelf, left, right) if ours.subject is Subject.ENTITY and (likeness.score < threshold or not together) else None
    alone = together and likeness.score < threshold and not met and verdict_of(judged, left, right) is not Verdict.SAME
    through = _way(shelf, judged, threshold, left, right) if alone else ()
    return Comparison(ours.subject, left, right, likeness, last, together, met, through)


def _find_two(store: Store, one: str, other: str) -> tuple[Found, Found]:
    """What the two ids lead to; raises UsageError where these are of different kinds or one thing."""
    ours, theirs = find_thing(store, one), find_thing(store, other)
    if ours.subject is not theirs.subject:
        raise UsageError("an engagement and somebody who takes part in one cannot be compared")
    if ours.members[0] == theirs.members[0]:
        raise UsageError("both ids are of the same thing")
    return ours, theirs


def _fault(identifier: str, many: bool) -> str:
    if not identifier:
        return "the id is empty"
    return f"more than one record begins with {identifier}" if many else f"no record {identifier}"


def _met(shelf: Shelf, one: str, other: str) -> bool | None:
    """What the records that tell of the two names say."""
    score = next((score for _, name, score in shelf.links(one) if name == other), None)
    return {CERTAIN: True, NEVER: False}.get(score) if score is not None else None


def _way(shelf: Shelf, judged: Standing, threshold: float, start: str, end: str) -> tuple[str, ...]:
    """The shortest way from one to the other by way of what is alike or was said to be the same, without its ends."""
    before: dict[str, str] = {start: ""}
    waiting = [start]
    for key in waiting:
        linked = [other for _, other, score in shelf.links(key) if score >= threshold]
        said = [one if other == key else other for one, other in judged if key in (one, other)]
        near = [*linked, *(other for other in said if verdict_of(judged, key, other) is Verdict.SAME)]
        for other in sorted(near):
            if other not in before and verdict_of(judged, key, other) is not Verdict.DIFFERENT:
                before[other] = key
                waiting.append(other)
        if end in before:
            break
    way = [before.get(end, "")]
    while way[-1]:
        way.append(before[way[-1]])
    return tuple(reversed(way[:-2]))


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
