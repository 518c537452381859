"""Whether a person is a man or a woman, as far as titles, given names and the endings of names tell: what "he" and "she" may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from elshi.language.phrases import word_list

__all__ = ["gender_of"]

GENDERS = ("femn", "masc")
LISTED = {"femn": "feminine", "masc": "masculine"}


@cache
def _told(code: str) -> Mapping[str, tuple[frozenset[str], frozenset[str], tuple[str, ...]]]:
    lists, names = word_list(code, "genders"), word_list(code, "names")
    return {
        g: (frozenset(lists[g]["titles"]), frozenset([*lists[g]["given"], *names.get(LISTED[g], ())]), tuple(lists[g]["endings"]))
        for g in GENDERS
    }


def gender_of(names: Iterable[str], before: Iterable[str], code: str) -> str | None:
    """`masc` or `femn` of somebody who is called by `names` (nominative), with the words `before` them (lower case); None if nothing tells
    or two things contradict. A title goes before a given name, a given name before an ending."""
    titles = set(before)
    words = [w.lower() for name in names for w in name.replace("-", " ").split()]
    for told in (
        {g for g in GENDERS if titles & _told(code)[g][0]},
        {g for g in GENDERS if any(w in _told(code)[g][1] for w in words)},
        {g for g in GENDERS if any(w.endswith(_told(code)[g][2]) and len(w) > 4 for w in words)},
    ):
        if told:
            return next(iter(told)) if len(told) == 1 else None
    return None
