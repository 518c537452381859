"""People as texts present them: a name, whom it stands for and in what post. Appearances that say the same share one profile, so
that a minister who is met ten thousand times is compared once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from elshi.language.gazetteers import countries
from elshi.records import Appearance, Likeness, Reason, content_id
from elshi.resolution.name_parts import PartKind, split_name
from elshi.resolution.name_words import align_names
from elshi.resolution.names import compare_names, explain_comparison, name_keys
from elshi.resolution.posts import PostSense, Relation, read_post, relate_posts
from elshi.resolution.sounds import skeletons

__all__ = [
    "APART",
    "SAME",
    "Bearing",
    "Profile",
    "bearing",
    "compare_profiles",
    "explain_profiles",
    "may_be_one",
    "pack_profile",
    "profile_keys",
    "profile_of",
    "rate_profiles",
    "unpack_profile",
]

SAME = 0.75  # from here up two profiles are one person
APART = 0.6  # below it the machine keeps them apart
NAME = 0.75  # the share of the name in the score
WEIGHTS = {
    "states_agree": 0.2,
    "states_open": 0.05,
    "bodies_differ": -0.08,
    "states_differ": -0.5,
    Relation.SAME: 0.1,
    Relation.OPEN: 0.03,
    Relation.MOVED: -0.05,
    Relation.RISEN: -0.1,
    Relation.OTHER: -0.35,
    "long_names": 0.2,
}
LONG = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """A name in `language` with the post in that language's words and the codes it acts for (sorted)."""

    name: str
    language: str
    capacity: str | None
    represents: tuple[str, ...]

    @property
    def id(self) -> str:
        """Made from what it says, however it is capitalised and spaced."""
        said = (_fold(self.name), self.language, _fold(self.capacity or ""), *self.represents)
        return content_id("person", *said)

    @property
    def post(self) -> PostSense:
        """What the post means."""
        return read_post(self.capacity, self.language)


@dataclass(frozen=True, slots=True)
class Bearing:
    """What of a profile is quick to compare: whom it stands for, what its post means, and whether its name is a long one."""

    represents: tuple[str, ...]
    post: PostSense
    long: bool


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


def profile_of(appearance: Appearance) -> Profile:
    """The profile of a person's appearance."""
    return Profile(appearance.name, appearance.language, appearance.capacity, appearance.represents)


def pack_profile(profile: Profile) -> str:
    """The profile in little space, and quick to read back."""
    return json.dumps([profile.name, profile.language, profile.capacity, *profile.represents])


def unpack_profile(packed: str) -> Profile:
    """The profile that `pack_profile` made this of; raises ValueError where it does not fit."""
    name, language, capacity, *codes = json.loads(packed)
    return Profile(name, language, capacity, tuple(codes))


def profile_keys(profile: Profile) -> frozenset[str]:
    """Keys that two profiles of one person share: the name's keys with each code, and with each rank. A name of one word meets longer
    ones only under code and rank together."""
    ranks = sorted(profile.post.ranks) or ["-"]
    named = name_keys(profile.name)
    keys = {f"{key}@{code}" for key in named for code in profile.represents} | {f"{key}/{rank}" for key in named for rank in ranks}
    return frozenset(keys | set(_surname_keys(profile)))


def _surname_keys(profile: Profile) -> Iterator[str]:
    words = [part.word for part in split_name(profile.name) if part.kind is PartKind.FULL]
    for code in profile.represents:
        for rank in sorted(profile.post.ranks):
            yield from (f"{skeleton}|@{code}/{rank}" for word in words for skeleton in sorted(skeletons(word)))


def states(one: Profile, other: Profile) -> tuple[float, str] | None:
    """Whom the two act for: the same state or body speaks for one person, two states against it."""
    ours, theirs = set(one.represents), set(other.represents)
    relation = _relate_states(one.represents, other.represents)
    if relation == "states_agree":
        return WEIGHTS[relation], " ".join(sorted(ours & theirs))
    if relation == "states_open":
        return WEIGHTS[relation], " ".join(sorted(ours | theirs))
    return WEIGHTS[relation], f"{' '.join(sorted(ours))} / {' '.join(sorted(theirs))}"


def _relate_states(ours: Sequence[str], theirs: Sequence[str]) -> str:
    if not set(ours).isdisjoint(theirs):
        return "states_agree"
    if not ours or not theirs:
        return "states_open"
    return "states_differ" if countries().keys() >= {*ours, *theirs} else "bodies_differ"


def posts(one: Profile, other: Profile) -> tuple[float, str] | None:
    """The posts: the same rank speaks for one person; another rank is a namesake's unless something says otherwise."""
    return WEIGHTS[relate_posts(one.post, other.post)], f"{one.capacity or '-'} / {other.capacity or '-'}"


def long_names(one: Profile, other: Profile) -> tuple[float, str] | None:
    """Three words or more of the names agree: hardly a namesake."""
    agreeing = align_names(*sorted((one.name, other.name))).words
    return (WEIGHTS["long_names"], str(len(agreeing))) if len(agreeing) >= LONG else None


COMPARISONS: tuple[Callable[[Profile, Profile], tuple[float, str] | None], ...] = (states, posts, long_names)


def compare_profiles(one: Profile, other: Profile) -> Likeness:
    """How sure it is that two profiles are of one person; from `SAME` up they are."""
    reasons = [Reason(r.comparison, round(NAME * r.weight, 4), r.saw) for r in compare_names(one.name, other.name).reasons]
    for comparison in COMPARISONS:
        if found := comparison(one, other):
            reasons.append(Reason(comparison.__name__, found[0], found[1]))
    return Likeness(min(1.0, max(0.0, round(sum(reason.weight for reason in reasons), 4))), tuple(reasons))


def bearing(profile: Profile) -> Bearing:
    """What of the profile is quick to compare."""
    return _bearing(profile.represents, profile.post, len(split_name(profile.name)) >= LONG)


@lru_cache(maxsize=50_000)
def _bearing(represents: tuple[str, ...], post: PostSense, long: bool) -> Bearing:
    """The same object for equal ones: very many people share few."""
    return Bearing(represents, post, long)


def may_be_one(one: Bearing, other: Bearing) -> bool:
    """Whether the two can reach `SAME` if their names are as like as can be."""
    return _most(one, other) >= SAME


@lru_cache(maxsize=200_000)
def _most(one: Bearing, other: Bearing) -> float:
    rest = WEIGHTS[_relate_states(one.represents, other.represents)] + WEIGHTS[relate_posts(one.post, other.post)]
    return NAME + (WEIGHTS["long_names"] if one.long and other.long else 0.0) + rest


def rate_profiles(one: Profile, other: Profile) -> float:
    """The score of `compare_profiles`, without reasons."""
    return compare_profiles(one, other).score


def explain_profiles(name: str) -> str:
    """What the comparison of this name looks at; raises KeyError if there is none."""
    known = {comparison.__name__: (comparison.__doc__ or "").strip() for comparison in COMPARISONS}
    return known[name] if name in known else explain_comparison(name)
