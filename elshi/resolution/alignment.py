"""Which person of one report is which of another."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.records import ParticipantKind
from elshi.resolution.gists import Party
from elshi.resolution.name_parts import PartKind, split_name
from elshi.resolution.name_words import match_words
from elshi.resolution.names import compare_names
from elshi.resolution.posts import Relation, read_post, relate_posts

__all__ = ["LEAST", "align", "rate_parties"]

LEAST = 0.5  # likeness of two people in two reports of one meeting
BODY = 0.65  # likeness of two bodies, groups or offices of the same states
HOLDING = {ParticipantKind.PERSON, ParticipantKind.OFFICE}
IN_POST = 0.35  # what one post for one state adds to a name's likeness
SURNAME = 0.8  # likeness of a word from which it may be the surname of both
FOREIGN = 0.75  # what is left of a name's likeness where the two act for others


def align(ours: Sequence[Party], theirs: Sequence[Party]) -> list[tuple[int, int, float]]:
    """One-to-one pairs of places in the two lists with their likeness, the most alike first."""
    rated = [(rate_parties(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)]
    taken: set[int] = set()
    met: set[int] = set()
    pairs = []
    for rate, i, j in sorted(rated, key=lambda r: (-r[0], r[1], r[2])):
        if rate >= LEAST and i not in taken and j not in met:
            taken.add(i)
            met.add(j)
            pairs.append((i, j, rate))
    return pairs


def rate_parties(one: Party, other: Party) -> float:
    """How alike two participants of two reports of one engagement are. People: their names, less where they act for different states,
    more where they hold one post (for one state, or where a report does not say for which), since a name that is spelt oddly is then
    likelier than somebody else: one surname is enough.
    Bodies and groups: the codes that they act for, or their names. An office and its holder: the codes."""
    if one.kind is ParticipantKind.PERSON and other.kind is ParticipantKind.PERSON:
        likeness = compare_names(one.name, other.name).score
        if _hold_one_post(one, other):
            return min(1.0, likeness + IN_POST) if likeness else LEAST if _share_surname(one, other) else 0.0
        return likeness * FOREIGN if _are_foreign(one, other) else likeness
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and kinds != HOLDING:
        return 0.0
    if one.name.casefold() == other.name.casefold():
        return 1.0
    return BODY if one.represents and set(one.represents) == set(other.represents) else 0.0


def _hold_one_post(one: Party, other: Party) -> bool:
    if not (one.capacity and other.capacity) or _are_foreign(one, other):
        return False
    return relate_posts(read_post(one.capacity, one.language), read_post(other.capacity, other.language)) == Relation.SAME


def _share_surname(one: Party, other: Party) -> bool:
    """Whether their last words are one, however far the given names are apart: case endings and rare spellings spoil short names."""
    surnames = [[part.word for part in split_name(party.name) if part.kind is PartKind.FULL][-1:] for party in (one, other)]
    return all(surnames) and match_words(surnames[0][0], surnames[1][0]) >= SURNAME


def _are_foreign(one: Party, other: Party) -> bool:
    return bool(one.represents and other.represents) and set(one.represents).isdisjoint(other.represents)
