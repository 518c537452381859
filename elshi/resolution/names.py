"""How sure one can be that two names are spellings of one: small comparisons with weights, each of which explains itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from elshi.records import Likeness, Reason
from elshi.resolution.name_parts import MOST_KEYS, NamePart, PartKind, name_keys, split_name
from elshi.resolution.name_words import Alignment, align_names, are_near

__all__ = ["COMPARISONS", "SAME_NAME", "compare_names", "explain_comparison", "name_keys"]

SAME_NAME = 0.7
DIFFERENT, NEAR = -0.75, -0.2
Comparison = Callable[[Alignment], tuple[float, str] | None]


def words_agree(found: Alignment) -> tuple[float, str] | None:
    """Words that sound alike, whatever the script, the spelling or the order: two make a name, one alone is a hint."""
    if not found.words:
        return None
    mean = sum(likeness for _, _, likeness in found.words) / len(found.words)
    share = 0.97 if len(found.words) > 1 else 0.66
    return share * mean, ", ".join(f"{one} = {other}" for one, other, _ in found.words)


def initials_agree(found: Alignment) -> tuple[float, str] | None:
    """A letter that the other name's word begins with, beside a word that agrees."""
    if not found.initials or not found.words:
        return None
    gain = 0.24 if len(found.words) == 1 else 0.0
    return gain, ", ".join(f"{one} ~ {other}" for one, other in found.initials)


def words_left_over(found: Alignment) -> tuple[float, str] | None:
    """One name has words more than the other: a father's name counts nothing, another word a little."""
    left = found.left_one or found.left_other
    if not left or (found.left_one and found.left_other):
        return None
    more = sum(part.kind is not PartKind.PATRONYMIC for part in left)
    return -0.04 * more, _said(left)


def words_differ(found: Alignment) -> tuple[float, str] | None:
    """Each name has a word that the other has not: two given names, two surnames or two fathers. It counts less between long names
    that agree otherwise, where the words are not far from each other."""
    if not (found.left_one and found.left_other):
        return None
    near = len(found.words) > 1 and are_near(found.left_one, found.left_other)
    return NEAR if near else DIFFERENT, f"{_said(found.left_one)} / {_said(found.left_other)}"


def man_and_woman(found: Alignment) -> tuple[float, str] | None:
    """The same name in a man's and in a woman's form: relatives, not one person."""
    return (-0.75, ", ".join(f"{one} / {other}" for one, other in found.relatives)) if found.relatives else None


COMPARISONS: tuple[Comparison, ...] = (words_agree, initials_agree, words_left_over, words_differ, man_and_woman)


def _said(parts: tuple[NamePart, ...]) -> str:
    return " ".join(part.word for part in parts)


def _can_have_nothing_in_common(one: str, other: str) -> bool:
    """Whether keys alone tell that these are two names: spellings of one name share a key, unless one of them is a single word."""
    if min(len(split_name(one)), len(split_name(other))) < 2:
        return False
    ours, theirs = name_keys(one), name_keys(other)
    return max(len(ours), len(theirs)) < MOST_KEYS and ours.isdisjoint(theirs)


@lru_cache(maxsize=200_000)
def compare_names(one: str, other: str) -> Likeness:
    """How alike two names of people are; from `SAME_NAME` up they are spellings of one name."""
    one, other = sorted((one, other))
    if _can_have_nothing_in_common(one, other):
        return Likeness(0.0, (Reason(words_differ.__name__, DIFFERENT, f"{one} / {other}"),))
    found = align_names(one, other)
    seen = [(comparison.__name__, comparison(found)) for comparison in COMPARISONS]
    reasons = tuple(Reason(name, round(said[0], 4), said[1]) for name, said in seen if said is not None)
    return Likeness(min(1.0, max(0.0, round(sum(reason.weight for reason in reasons), 4))), reasons)


def explain_comparison(name: str) -> str:
    """What the comparison of this name looks at; raises KeyError if there is none."""
    return {c.__name__: (c.__doc__ or "").strip() for c in COMPARISONS}[name]
