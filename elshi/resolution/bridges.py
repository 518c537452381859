"""Profiles that name two posts of one person tie together those that name one of them each: "the former ambassador, now an adviser"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elshi.resolution.clusters import Link
from elshi.resolution.posts import Relation, relate_posts
from elshi.resolution.profiles import SAME, Profile

__all__ = ["bridge"]


def bridge(profiles: Mapping[str, Profile], links: Sequence[Link]) -> list[Link]:
    """The links of one component, those of namesakes in two posts raised to `SAME` where a profile with both posts is as each.
    Links of 0 are between people who were seen together and stay as they are."""
    strong: dict[str, set[str]] = {}
    for link in links:
        if link.score >= SAME:
            strong.setdefault(link.one, set()).add(link.other)
            strong.setdefault(link.other, set()).add(link.one)
    both = [key for key in strong if len(profiles[key].post.ranks) > 1]
    return [_raised(link, profiles, both, strong) if both and 0 < link.score < SAME else link for link in links]


def _raised(link: Link, profiles: Mapping[str, Profile], both: Sequence[str], strong: Mapping[str, set[str]]) -> Link:
    one, other = profiles[link.one], profiles[link.other]
    if relate_posts(one.post, other.post) != Relation.OTHER:
        return link
    for key in both:
        held = profiles[key].post
        met = {link.one, link.other} <= strong[key]
        if met and relate_posts(one.post, held) == relate_posts(other.post, held) == Relation.SAME:
            return Link(link.one, link.other, SAME)
    return link
