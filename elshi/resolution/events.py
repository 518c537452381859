"""Whether two reports tell of one engagement. Each comparison names what it sees; the weights are a table
(`reference/world/event_weights.toml`); the score is their sum as a probability."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from math import exp
from typing import Any

from elshi.records import Basis, EngagementType, Likeness, ParticipantKind, Reason, Status
from elshi.resolution.alignment import align
from elshi.resolution.clusters import NEVER
from elshi.resolution.gist_values import tell_value
from elshi.resolution.gists import Gist, Outline, Party
from elshi.resolution.sketches import overlap

__all__ = ["APART", "COMPARISONS", "SAME", "explain_comparison", "explain_events", "may_be_one", "rate_events"]

SAME = 0.5  # from here on two reports are joined
APART = 0.08  # below this they keep apart what others would join
NEAR = 3  # days by which a report may be published after the engagement that it does not date itself
LONG = 10  # days from which an interval says little
REPRINT, ALIKE = 0.7, 0.3
ALL_THERE = frozenset({"all", "alone", "nobody_named"})

Outlined = Gist | Outline
Comparison = Callable[[Gist, Gist], str]


def rate_events(one: Gist, other: Gist) -> float:
    """How sure it is that the two reports tell of one engagement, 0..1; the same whichever comes first."""
    if one.document == other.document:
        return NEVER
    weights = _weights()
    return _probability(weights["start"] + sum(weights[name][compare(one, other)] for name, compare in COMPARISONS.items()))


def may_be_one(one: Outline, other: Outline) -> bool:
    """Whether the two reports can reach `SAME`, judged by what is quick to compare, as if all the rest were as like as can be."""
    if one.document == other.document:
        return False
    weights = _weights()
    reached = weights["start"] + _most_of_the_rest() + weights["type"][_kinship()[one.type, other.type]]
    for name, compare in QUICK.items():
        reached += weights[name][compare(one, other)]
    return _probability(reached) >= SAME


def explain_events(one: Gist, other: Gist) -> Likeness:
    """The same with the reasons: each comparison with its weight and the values that it saw."""
    weights = _weights()
    reasons = tuple(
        Reason(name, weights[name][compare(one, other)], f"{tell_value(name, one)} / {tell_value(name, other)}")
        for name, compare in COMPARISONS.items()
    )
    score = NEVER if one.document == other.document else _probability(weights["start"] + sum(r.weight for r in reasons))
    return Likeness(score, reasons)


def compare_participants(one: Gist, other: Gist) -> str:
    """Whether the same people take part. Names count across scripts and spellings; two different counterparts of one person are two
    engagements, unless many take part; who came along with one of them makes no difference."""
    ours, theirs = one.people, other.people
    if not ours or not theirs:
        return "nobody_named"
    crowd = _is_crowd(one) and _is_crowd(other)
    pairs = align(ours, theirs)
    our_rest, their_rest = _counterparts(ours, {i for i, _, _ in pairs}), _counterparts(theirs, {j for _, j, _ in pairs})
    if not pairs:
        return "nobody_in_common_in_a_crowd" if crowd else "nobody_in_common"
    if our_rest and their_rest:
        if len(pairs) > 1:
            return "several_and_others"
        return "one_and_others_in_a_crowd" if crowd else "one_and_others"
    more = len(ours) + len(theirs) > 2 * len(pairs)
    if len(pairs) == 1:
        short = one if len(ours) < len(theirs) else other
        unnamed = len(ours) + len(theirs) == 3 and any(p.kind is ParticipantKind.OFFICE for p in short.parties)
        return "one_and_an_office" if unnamed else "one_of_several" if more else "alone"
    return "all_of_one" if more else "all"


def _counterparts(people: Sequence[Party], met: set[int]) -> list[Party]:
    """Those whom the other report does not name, but for companions: people of the same state as somebody whom it does."""
    codes = {code for place in met for code in people[place].represents}
    return [p for place, p in enumerate(people) if place not in met and (not p.represents or codes.isdisjoint(p.represents))]


def compare_represented(one: Outlined, other: Outlined) -> str:
    """Whether the parties act for the same countries and organisations."""
    ours, theirs = one.codes, other.codes
    if not ours or not theirs:
        return "unknown"
    if ours == theirs:
        return "same"
    if ours < theirs or theirs < ours:
        return "within"
    return "shared" if ours & theirs else "apart"


def compare_dates(one: Outlined, other: Outlined) -> str:
    """Whether the days agree. A report that takes its day from its dateline or its publication may be some days late; two reports
    that both name a day may be one day apart, no more."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return _compare_undated(one, other)
    gap = max(one.first - other.last, other.first - one.last)
    if gap <= 0:
        return _compare_intervals(one, other)
    late = one if one.first > other.first else other
    if gap <= NEAR and late.basis is not Basis.EXPLICIT:
        return "told_later" if gap == 1 else "told_days_later"
    return "next_day" if gap == 1 else "two_days" if gap == 2 else "days_apart" if gap <= LONG else "far_apart"


def _compare_intervals(one: Outlined, other: Outlined) -> str:
    longest = max((g.last or 0) - (g.first or 0) for g in (one, other))
    if (one.first, one.last) == (other.first, other.last):
        return "within_a_long_time" if longest > LONG else "same_days" if longest else "same_day"
    return "within_a_long_time" if longest > LONG else "within"


def _compare_undated(one: Outlined, other: Outlined) -> str:
    days = [(g.first or g.published, g.last or g.published) for g in (one, other)]
    (first, last), (start, end) = days
    if first is None or last is None or start is None or end is None:
        return "undated"
    return "undated" if max(first - end, start - last) <= LONG else "undated_and_far"


def compare_places(one: Outlined, other: Outlined) -> str:
    """Whether the city, or else the country, is the same. Where one report names none, the place says nothing."""
    if one.city and other.city:
        return "same_city" if one.city == other.city else "other_city" if one.country == other.country else "other_country"
    if one.country and other.country:
        return "same_country" if one.country == other.country else "other_country_without_city"
    return "unknown"


def compare_types(one: Gist, other: Gist) -> str:
    """Whether the kinds of contact are the same, or one contact may be told as either (talks and a meeting). A meeting of some of
    those who attend a conference is a part of it, no other telling of it."""
    level = _kinship()[one.type, other.type]
    if level == "kindred" and _is_crowd(one) != _is_crowd(other) and compare_participants(one, other) not in ALL_THERE:
        return "part_of_a_crowd"
    return level


def compare_statuses(one: Outlined, other: Outlined) -> str:
    """An announcement and the engagement held later are one, and so are an announcement and the news that it was called off."""
    statuses = {one.status, other.status}
    if len(statuses) == 1:
        return "same"
    if statuses == {Status.HELD, Status.CANCELLED}:
        return "called_off_yet_held"
    if Status.CANCELLED in statuses:
        return "called_off"
    planned, held = (one, other) if one.status is Status.PLANNED else (other, one)
    late = planned.published is not None and held.last is not None and planned.published > held.last
    return "announced_afterwards" if late else "announced"


def compare_topics(one: Outlined, other: Outlined) -> str:
    """Whether they dealt with the same topics."""
    if not one.topics or not other.topics:
        return "unknown"
    return "none_shared" if set(one.topics).isdisjoint(other.topics) else "shared"


def compare_initiatives(one: Gist, other: Gist) -> str:
    """Whether both name the same formats or projects; only reports in one language can."""
    if one.language != other.language or not one.initiatives or not other.initiatives:
        return "unknown"
    ours, theirs = ({i.casefold() for i in gist.initiatives} for gist in (one, other))
    return "none_shared" if ours.isdisjoint(theirs) else "shared"


def compare_wordings(one: Gist, other: Gist) -> str:
    """Whether the sentences that report it are the same: a reprint or a quotation."""
    if one.language != other.language:
        return "unknown"
    share = overlap(one.evidence, other.evidence)
    return "reprint" if share >= REPRINT else "alike" if share >= ALIKE else "other"


def compare_documents(one: Gist, other: Gist) -> str:
    """One document tells of each engagement once: two reports in one document are two engagements."""
    return "same" if one.document == other.document else "other"


# Quick to compare, and all that an outline has. Least likely to be alike first.
QUICK: Mapping[str, Callable[[Outlined, Outlined], str]] = {
    "place": compare_places,
    "represented": compare_represented,
    "date": compare_dates,
    "status": compare_statuses,
    "topics": compare_topics,
}

COMPARISONS: Mapping[str, Comparison] = {
    "participants": compare_participants,
    "represented": compare_represented,
    "date": compare_dates,
    "place": compare_places,
    "type": compare_types,
    "status": compare_statuses,
    "topics": compare_topics,
    "initiatives": compare_initiatives,
    "wording": compare_wordings,
    "document": compare_documents,
}


def explain_comparison(name: str) -> str:
    """What the comparison of this name looks at; raises KeyError if there is none."""
    return " ".join((COMPARISONS[name].__doc__ or "").split())


def _is_crowd(gist: Gist) -> bool:
    return gist.type.value in _weights()["kinds"]["crowd"]


@cache
def _weights() -> dict[str, Any]:
    return tomllib.loads((files("elshi") / "reference" / "world" / "event_weights.toml").read_text(encoding="utf-8"))


@cache
def _most_of_the_rest() -> float:
    """What the comparisons that are not quick can add."""
    return float(sum(max(_weights()[name].values()) for name in COMPARISONS if name not in QUICK and name != "type"))


@cache
def _kinship() -> dict[tuple[EngagementType, EngagementType], str]:
    """The level of each pair of types."""
    kinds = _weights()["kinds"]
    levels = {frozenset(pair): level for level in ("kindred", "part", "apart") for pair in kinds[level]}
    pairs = product(EngagementType, repeat=2)
    return {(a, b): "same" if a is b else levels.get(frozenset((a.value, b.value)), "other") for a, b in pairs}


def _probability(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
