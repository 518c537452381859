"""The participants of a record: which participants of its reports are one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from elshi.records import Field, Ground, Part, ParticipantKind
from elshi.resolution.alignment import LEAST, rate_parties
from elshi.resolution.clusters import Link, cluster
from elshi.resolution.gists import Gist, Party
from elshi.resolution.settling import Claimed, collect, most_voices, settle

__all__ = ["make_parts"]

Mention = tuple[str, int]


def make_parts(gists: Sequence[Gist], voices: Mapping[str, int]) -> tuple[Part, ...]:
    """One part for each participant, the most told of first. Two participants of one report are never one."""
    known = {(gist.id, place): (gist, party) for gist in gists for place, party in enumerate(gist.parties)}
    names = {f"{report}#{place:04}": (report, place) for report, place in known}
    parties = {name: known[at][1] for name, at in names.items()}
    groups = cluster(names, _links(names, parties), LEAST, apart=LEAST / 2) if len(gists) > 1 else [(name,) for name in sorted(names)]
    mentions = [tuple(names[name] for name in group) for group in groups]
    order = sorted(mentions, key=lambda group: (-len({voices[r] for r, _ in group}), min(place for _, place in group), group))
    return tuple(_part(group, known, voices) for group in order)


def _links(names: Mapping[str, Mention], parties: Mapping[str, Party]) -> Iterator[Link]:
    for one, other in combinations(sorted(names), 2):
        if names[one][0] == names[other][0]:
            yield Link(one, other, 0.0)
        else:
            yield Link(one, other, rate_parties(parties[one], parties[other]))


def _part(mentions: tuple[Mention, ...], known: Mapping[Mention, tuple[Gist, Party]], voices: Mapping[str, int]) -> Part:
    told = [known[mention] for mention in mentions]

    def claims(of: Callable[[Party], str | None]) -> Iterator[Claimed]:
        for gist, party in told:
            value = of(party)
            if value is not None:
                yield Claimed(value, gist.id, voices[gist.id], gist.published, gist.language)

    name = settle(claims(lambda p: p.name), [(Ground.FULLEST, _shortness), (Ground.MOST, most_voices)], contradicted=False)
    codes = [Claimed(code, g.id, voices[g.id], g.published) for g, p in told for code in p.represents]
    return Part(
        kind=min((party.kind for _, party in told), key=_KINDS.index),
        name=_named(name),
        capacity=settle(claims(lambda p: p.capacity), [(Ground.MOST, most_voices)], contradicted=False),
        represents=collect(codes),
        mentions=mentions,
    )


_KINDS = list(ParticipantKind)


def _shortness(claims: Sequence[Claimed]) -> int:
    """Ranks a name by how many of its words are more than initials."""
    return -sum(len(word.strip(".")) > 1 for word in claims[0].value.split())


def _named(name: Field | None) -> Field:
    if name is None:
        raise ValueError("a participant has a name")
    return name
