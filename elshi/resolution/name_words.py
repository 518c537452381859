"""Whether two words of two names are one word, spelled or written otherwise, and how the words of two names go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from elshi.resolution.name_parts import NamePart, PartKind, endearments, father_of, gender_endings, split_name, word_groups
from elshi.resolution.sounds import FAR, coarse, is_cyrillic, last_vowels, plain_readings, readings, skeletons, sound_distance

__all__ = ["Alignment", "align_names", "are_near", "are_relatives", "match_words"]

ALLOWED = -0.12
ALLOWED_A_SOUND = 0.13
CARELESS = 0.3  # how much of the likeness the whole allowance costs
NEAR = 0.3
FAMILY = 0.5  # how far stems of one family name may be apart
LONG = 6  # sounds: words so long may differ in a consonant's class
ENDEARED = 0.8
ALIAS = 0.97
SPARE = 2  # consonants that two words may have more or less than the one that both are
STRICT = 1.1  # words of one script


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words of two names go together.

    `words` are pairs of words in full with their likeness (0..1), `initials` a letter with the word (or letter) that it stands for,
    `relatives` pairs that differ as a man's and a woman's name; the others are left over.
    """

    words: tuple[tuple[str, str, float], ...] = ()
    initials: tuple[tuple[str, str], ...] = ()
    relatives: tuple[tuple[str, str], ...] = ()
    left_one: tuple[NamePart, ...] = ()
    left_other: tuple[NamePart, ...] = ()


def _distance(one: str, other: str, limit: float) -> float:
    """The least distance between readings that share their coarse form; long words need not share it. One script has fewer excuses."""
    if is_cyrillic(one) == is_cyrillic(other):
        nearest = min((_apart(a, b, limit / STRICT) for a in plain_readings(one) for b in plain_readings(other)), default=FAR)
        return STRICT * nearest
    least = FAR
    first, second = readings(one), readings(other)
    for heard in first:
        for other_heard in second:
            if coarse(heard) == coarse(other_heard):
                least = min(least, _apart(heard, other_heard, limit))
    if least == FAR and first and second and min(len(first[0]), len(second[0])) >= LONG:
        least = _apart(first[0], second[0], limit)
    return least


def _apart(one: str, other: str, limit: float) -> float:
    """The distance, certain vowels at the ends apart: spellings are careless there."""
    pairs, cost = last_vowels()
    if one[-1:] + other[-1:] in pairs:
        return cost + sound_distance(one[:-1], other[:-1], limit)
    return sound_distance(one, other, limit)


def _plain(word: str) -> str:
    """The word without an ending of endearment."""
    ending = next((e for e in endearments() if word.endswith(e) and len(word) > len(e) + 2), "")
    return word.removesuffix(ending)


@lru_cache(maxsize=500_000)
def match_words(one: str, other: str) -> float:
    """How alike two words in full are, 0..1; 0 where they are two names."""
    if one == other:
        return 1.0
    ours, theirs = word_groups(one), word_groups(other)
    if ours and theirs:
        return ALIAS if ours & theirs else 0.0
    father, his = father_of(one), father_of(other)
    if father and his:
        return match_words(father[0], his[0]) if father[1] == his[1] else 0.0
    plain = _plain(one), _plain(other)
    if plain != (one, other) and (likeness := match_words(*plain)):
        return ENDEARED * likeness
    longest = max((len(heard) for word in (one, other) for heard in readings(word)[:1]), default=0)
    spare = ALLOWED + ALLOWED_A_SOUND * longest
    distance = _distance(one, other, spare)
    return 1.0 - CARELESS * distance / spare if distance <= spare else 0.0


@lru_cache(maxsize=200_000)
def are_relatives(one: str, other: str) -> bool:
    """Whether one is a man's and the other a woman's form of one name (Akhmetov and Akhmetova, Serikuly and Serikkyzy)."""
    return _is_her(one, other) or _is_her(other, one)


def _is_her(his: str, hers: str) -> bool:
    stems = _stems(hers, 1)
    return any(
        sound_distance(stem, other) <= FAMILY for pair, heard in _stems(his, 0).items() for stem in heard for other in stems.get(pair, ())
    )


@lru_cache(maxsize=200_000)
def _stems(word: str, whose: int) -> dict[int, frozenset[str]]:
    """What stands before a man's (0) or a woman's (1) ending, by the number of the pair of endings; stems of a sound are none."""
    found: dict[int, set[str]] = {}
    for number, pair in enumerate(gender_endings()):
        ending = pair[whose]
        for heard in readings(word):
            if heard.endswith(ending) and len(heard) > len(ending) + 1:
                found.setdefault(number, set()).add(heard.removesuffix(ending))
    return {number: frozenset(stems) for number, stems in found.items()}


def are_near(ones: Sequence[NamePart], others: Sequence[NamePart]) -> bool:
    """Whether two single long words that are no fathers' names are not far apart."""
    if len(ones) != 1 or len(others) != 1 or any(part.kind is not PartKind.FULL for part in (*ones, *others)):
        return False
    shortest = min(len(part.word) for part in (*ones, *others))
    return shortest > LONG and sound_distance(readings(ones[0].word)[0], readings(others[0].word)[0]) <= NEAR * shortest


def _stands_for(initial: NamePart, part: NamePart) -> bool:
    """Whether the letter (or two) may be the beginning of the word."""
    begins = {heard for heard in readings(initial.word) if heard}
    return any(
        word.startswith(tuple(begins)) or any(sound_distance(word[:1], b[:1]) <= 0.15 for b in begins) for word in readings(part.word)
    )


def _rated(ones: Sequence[NamePart], others: Sequence[NamePart]) -> Iterator[tuple[float, int, int]]:
    for i, one in enumerate(ones):
        for j, other in enumerate(others):
            kinds = {one.kind, other.kind}
            if PartKind.INITIAL in kinds:
                initial, part = (one, other) if one.kind is PartKind.INITIAL else (other, one)
                likeness = 0.1 if _stands_for(initial, part) else 0.0
            else:
                likeness = 0.6 if are_relatives(one.word, other.word) else match_words(one.word, other.word)
            if likeness:
                yield likeness, i, j


def _best_pairs(ones: Sequence[NamePart], others: Sequence[NamePart]) -> list[tuple[float, int, int]]:
    """One-to-one, the most alike first, those in the same order before those that are not."""
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    pairs = []
    for rate, i, j in sorted(_rated(ones, others), key=lambda r: (-r[0], abs(r[1] - r[2]), r[1], r[2])):
        if i not in taken_one and j not in taken_other:
            taken_one.add(i)
            taken_other.add(j)
            pairs.append((rate, i, j))
    return pairs


def _join_up(ones: list[NamePart], others: list[NamePart]) -> Iterator[tuple[tuple[NamePart, NamePart], NamePart, float]]:
    """Two neighbouring words of the first that are one word of the second (Abdel Karim and Abdelkarim)."""
    for first, second in pairwise(ones):
        if PartKind.INITIAL in (first.kind, second.kind):
            continue
        for other in others:
            if other.kind is PartKind.INITIAL or not _may_be_joined(first.word, second.word, other.word):
                continue
            if likeness := match_words(first.word + second.word, other.word):
                yield (first, second), other, likeness


def _may_be_joined(first: str, second: str, whole: str) -> bool:
    """Whether two words together have about as many consonants as the one; quicker than hearing them as one word."""
    sizes = [_sizes(first), _sizes(second), _sizes(whole)]
    least, most = (sizes[0][end] + sizes[1][end] for end in (0, 1))
    return least - SPARE <= sizes[2][1] and sizes[2][0] <= most + SPARE


@lru_cache(maxsize=200_000)
def _sizes(word: str) -> tuple[int, int]:
    """The least and the greatest number of consonants that the word may have."""
    known = [len(skeleton) for skeleton in skeletons(word)]
    return min(known, default=0), max(known, default=0)


def _parts(name: str) -> list[NamePart]:
    parts = split_name(name)
    return [p for p in parts if p.kind is not PartKind.PARTICLE] or list(parts)


@lru_cache(maxsize=100_000)
def align_names(one: str, other: str) -> Alignment:
    """Which words of the two names go together, in whatever order they stand."""
    ones, others = _parts(one), _parts(other)
    pairs = _best_pairs(ones, others)
    words, initials, relatives = [], [], []
    for rate, i, j in pairs:
        said = ones[i].word, others[j].word
        if PartKind.INITIAL in (ones[i].kind, others[j].kind):
            initials.append(said)
        elif are_relatives(*said):
            relatives.append(said)
        else:
            words.append((*said, rate))
    left_one = [p for i, p in enumerate(ones) if i not in {i for _, i, _ in pairs}]
    left_other = [p for j, p in enumerate(others) if j not in {j for _, _, j in pairs}]
    for joined, whole, likeness in (*_join_up(left_one, left_other),):
        if whole in left_other and all(p in left_one for p in joined):
            words.append((" ".join(p.word for p in joined), whole.word, likeness))
            left_one, left_other = [p for p in left_one if p not in joined], [p for p in left_other if p != whole]
    for joined, whole, likeness in (*_join_up(left_other, left_one),):
        if whole in left_one and all(p in left_other for p in joined):
            words.append((whole.word, " ".join(p.word for p in joined), likeness))
            left_other, left_one = [p for p in left_other if p not in joined], [p for p in left_one if p != whole]
    return Alignment(tuple(words), tuple(initials), tuple(relatives), tuple(left_one), tuple(left_other))
