"""What a post means, whichever language names it, and whether two posts may be one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from elshi.language.phrases import word_list
from elshi.records import Tenure

__all__ = ["PostSense", "Relation", "list_posts", "post_id", "read_post", "read_subjects", "relate_posts"]

UNLISTED = "unlisted"
REST = r"[\w’'-]*"


class Relation:
    """How two posts go together."""

    SAME = "same"  # one rank about one subject
    OPEN = "open"  # nothing is said that would decide
    MOVED = "moved"  # one rank about another subject
    RISEN = "risen"  # another rank about the same subject: a deputy who became minister, rather than a namesake in one ministry
    OTHER = "other"  # another rank


@dataclass(frozen=True, slots=True)
class PostSense:
    """The ranks that a post names (a minister, a deputy minister …), what they are about, and how the post is held.

    `ranks` holds the telling ones alone; `vague` says whether there was any other.
    """

    ranks: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    tenure: Tenure = Tenure.HOLDS
    vague: bool = False


@cache
def _patterns(code: str, part: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of a part of the language's list, in its order; a word must begin where the pattern does."""
    return tuple((name, _compile(given)) for name, given in word_list(code, "post_senses")[part].items())


def _compile(given: list[str]) -> re.Pattern[str]:
    written = "|".join(pattern.replace("~", REST) for pattern in given)
    return re.compile(rf"(?<!\w)(?:{written})(?![\w])")


@cache
def _relations() -> dict[str, Any]:
    return tomllib.loads((files("elshi") / "reference" / "world" / "post_relations.toml").read_text(encoding="utf-8"))


@cache
def _near() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in _relations()["near"])


def _ranks(words: str, code: str) -> Iterator[str]:
    """The ranks of each part of the post; a part that names someone under another names that other too."""
    for part in re.split("|".join(map(re.escape, _relations()["parting"])), words):
        found, left = [], part
        for name, pattern in _patterns(code, "ranks"):
            if pattern.search(left):
                found.append(name)
                left = pattern.sub("¦", left)
        under = [name for name in found if name in _relations()["under"]]
        yield from under or found


@lru_cache(maxsize=50_000)
def read_subjects(words: str, code: str) -> frozenset[str]:
    """What the words of a post or a body are about."""
    return frozenset(name for name, pattern in _patterns(code, "subjects") if pattern.search(words.casefold()))


@lru_cache(maxsize=50_000)
def read_post(post: str | None, code: str) -> PostSense:
    """What the words of a post in language `code` mean; several posts of one person stand between semicolons."""
    words = " ".join((post or "").casefold().replace("ё", "е").split())
    tenure = next((Tenure(name) for name, pattern in _patterns(code, "tenures") if pattern.search(words)), Tenure.HOLDS)
    subjects = read_subjects(words, code)
    ranks = frozenset(_ranks(words, code)) or frozenset({UNLISTED} if words else ())
    vague = ranks.intersection(_relations()["vague"])
    return PostSense(ranks - vague, subjects, tenure, bool(vague))


@lru_cache(maxsize=50_000)
def relate_posts(one: PostSense, other: PostSense) -> str:
    """How two posts go together: one of the values of `Relation`."""
    if not one.ranks or not other.ranks:
        return Relation.OPEN
    if one.ranks == other.ranks == {UNLISTED}:
        return Relation.OPEN
    if one.ranks & other.ranks:
        moved = one.subjects and other.subjects and one.subjects.isdisjoint(other.subjects)
        return Relation.MOVED if moved else Relation.SAME
    if one.subjects & other.subjects:
        return Relation.RISEN
    if one.vague or other.vague or any(frozenset((a, b)) in _near() for a in one.ranks for b in other.ranks):
        return Relation.OPEN
    return Relation.OTHER


def list_posts(capacity: str | None, code: str) -> list[tuple[str, PostSense]]:
    """The posts that a capacity names (between two stands a semicolon), each in its words with what it means."""
    told = [(words, read_post(words, code)) for words in map(str.strip, (capacity or "").split(";")) if words]
    return [(words, sense) for words, sense in told if sense.ranks or sense.vague]


def post_id(sense: PostSense, represents: tuple[str, ...]) -> str:
    """A readable id of the post: ranks, subjects and whom it is held for."""
    about = "+".join(sorted(sense.subjects))
    return f"{'+'.join(sorted(sense.ranks)) or 'post'}{'/' + about if about else ''}@{'+'.join(sorted(represents))}"
