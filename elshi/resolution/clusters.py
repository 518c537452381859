"""Clusters as a pure function of links, barriers and people's judgements: no order of arrival can make a difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from elshi.records.judgement import Verdict
from elshi.resolution.judgements import Standing

__all__ = ["CERTAIN", "NEVER", "Link", "cluster", "cluster_id", "components"]

CERTAIN, NEVER = 1.0, 0.0


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """How alike the machine finds two things (`score` 0..1), the lesser id first."""

    one: str
    other: str
    score: float

    @classmethod
    def between(cls, one: str, other: str, score: float) -> Link:
        """The link, whichever way round the ids come."""
        return cls(one, other, score) if one < other else cls(other, one, score)


def cluster_id(members: Iterable[str]) -> str:
    """A cluster is called by its least member."""
    return min(members)


def components(nodes: Iterable[str], neighbours: Callable[[str], Iterable[str]]) -> list[frozenset[str]]:
    """What hangs together, starting from these nodes and following `neighbours` as far as they lead."""
    found, seen = [], set[str]()
    for start in nodes:
        if start in seen:
            continue
        group, frontier = {start}, [start]
        while frontier:
            fresh = [n for n in neighbours(frontier.pop()) if n not in group]
            group.update(fresh)
            frontier += fresh
        seen |= group
        found.append(frozenset(group))
    return found


def cluster(
    nodes: Iterable[str], links: Iterable[Link], threshold: float, judged: Standing | None = None, *, apart: float | None = None
) -> list[tuple[str, ...]]:
    """Put the nodes into clusters; each cluster sorted, and the clusters by their first members.

    People's "same" join first, the latest first; then certain links (a score of 1); then the others from `threshold` up, the
    strongest first. Two clusters are never joined that a "different" of a person keeps apart, nor by the machine where it finds two of
    their members certainly different (a score of 0); and only by certain links where it finds two of them unlike (a score below
    `apart`, which is the threshold where it is not given).
    """
    known, judged, links = set(nodes), judged or {}, list(links)
    barrier = threshold if apart is None else apart
    pairs = {pair: j for pair, j in judged.items() if known.issuperset(pair) and pair[0] != pair[1]}
    different = [pair for pair, j in pairs.items() if j.verdict is Verdict.DIFFERENT]
    same = sorted((p for p, j in pairs.items() if j.verdict is Verdict.SAME), key=lambda p: (pairs[p].when, pairs[p].id), reverse=True)
    groups = _Groups(known)
    groups.keep_apart(different)
    groups.join(same)
    machine = [k for k in links if (k.one, k.other) not in pairs]
    groups.keep_apart((k.one, k.other) for k in machine if k.score <= NEVER)
    groups.join((k.one, k.other) for k in sorted(machine) if k.score >= CERTAIN)
    groups.keep_apart((k.one, k.other) for k in machine if k.score < barrier)
    strong = sorted((k for k in machine if k.score >= threshold), key=lambda k: (-k.score, k.one, k.other))
    groups.join((k.one, k.other) for k in strong)
    return sorted(groups.members())


class _Groups:
    """Disjoint groups of ids, some of which must stay apart."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self._group = {node: node for node in nodes}
        self._members: dict[str, list[str]] = {node: [node] for node in self._group}
        self._barred: dict[str, set[str]] = defaultdict(set)

    def keep_apart(self, pairs: Iterable[Sequence[str]]) -> None:
        """From now on these two are never joined."""
        for one, other in pairs:
            self._barred[one].add(other)
            self._barred[other].add(one)

    def join(self, pairs: Iterable[Sequence[str]]) -> None:
        """Join the groups of each pair in this order, except over a barrier."""
        for one, other in pairs:
            small, large = sorted((self._group[one], self._group[other]), key=lambda g: (len(self._members[g]), g))
            if small != large and not self._are_apart(small, large):
                self._absorb(small, large)

    def members(self) -> Iterator[tuple[str, ...]]:
        """Each group with its members sorted."""
        for group in self._members.values():
            yield tuple(sorted(group))

    def _are_apart(self, small: str, large: str) -> bool:
        return any(
            self._group[other] == large for node in self._members[small] for other in self._barred.get(node, ()) if other in self._group
        )

    def _absorb(self, small: str, large: str) -> None:
        moved = self._members.pop(small)
        self._members[large] += moved
        self._group.update(dict.fromkeys(moved, large))
