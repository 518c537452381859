"""A language's words for where and when, compiled once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from elshi.engagements.lexicons import lemmatiser
from elshi.language.phrases import Lexicon, word_list

__all__ = ["SceneWords", "scene_words"]

DAYS = ("first", "second", "third", "fourth", "last")
SHORTEST = 2  # days of the first length listed


@dataclass(frozen=True)
class SceneWords:
    """Lexicons of movement, capitals and seats, and words beside a date. Entries are the phrases, or the day of a journey."""

    code: str
    arrive: Lexicon[str]
    stop: Lexicon[str]
    invites: Lexicon[str]
    remote: Lexicon[str]
    capital: Lexicon[str]
    happened: Lexicon[str]
    scheduled: Lexicon[str]
    asides: Lexicon[str]
    goes_on: Lexicon[str]
    receive: Lexicon[str]
    reports: Lexicon[str]
    days: Lexicon[str]
    began: Lexicon[str]
    ends: Lexicon[str]
    stays: Lexicon[str]
    lengths: Lexicon[int]
    course: Lexicon[str]
    ministries: Lexicon[str]
    seats: Lexicon[str]
    venues: Lexicon[str]
    headquarters: Lexicon[str]
    before_leaving: frozenset[str]
    were: frozenset[str]
    perfect: frozenset[str]
    there: frozenset[str]
    here: frozenset[str]
    concerns: frozenset[str]
    where: frozenset[str]
    at: frozenset[str]
    labels: frozenset[str]
    regions: tuple[str, ...]
    missions: tuple[str, ...]
    kinds: tuple[str, ...]
    schools: tuple[str, ...]
    namesakes: frozenset[str]
    to: frozenset[str]
    until: frozenset[str]


@cache
def scene_words(code: str) -> SceneWords:
    """The words of the language with this code; raises FileNotFoundError if its lists are missing."""
    words, places = word_list(code, "scenes"), word_list(code, "venues")

    def compiled(phrases: list[str]) -> Lexicon[str]:
        return Lexicon(((p, p) for p in phrases), lemmatiser(code))

    return SceneWords(
        code=code,
        arrive=compiled(words["arrive"]),
        stop=compiled(words["stop"]),
        invites=compiled(words["invites"]),
        remote=compiled(words["remote"]),
        capital=compiled(words["capital"]),
        happened=compiled(words["happened"]),
        scheduled=compiled(words["scheduled"]),
        asides=compiled(words["asides"]),
        goes_on=compiled(words["goes_on"]),
        receive=compiled(words["receive"]),
        reports=compiled(words["reports"]),
        days=Lexicon(((p, day) for day in DAYS for p in words[day]), lemmatiser(code)),
        began=compiled(words["began"]),
        ends=compiled(words["ends"]),
        stays=compiled(words["stays"]),
        lengths=Lexicon(((p, n) for n, p in enumerate(words["lengths"], SHORTEST)), lemmatiser(code)),
        course=compiled(words["course"]),
        ministries=compiled(places["foreign_ministry"]),
        seats=compiled(places["seat"]),
        venues=compiled(places["venue"]),
        headquarters=compiled(places["headquarters"]),
        before_leaving=frozenset(words["before_leaving"]),
        were=frozenset(words.get("were", ())),
        perfect=frozenset(words.get("perfect", ())),
        there=frozenset(words["there"]),
        here=frozenset(words["here"]),
        concerns=frozenset(words.get("concerns", ())),
        where=frozenset(words["where"]),
        at=frozenset(words["at"]),
        labels=frozenset(words["labels"]),
        regions=tuple(words["regions"]),
        missions=tuple(words["missions"]),
        kinds=tuple(words["kinds"]),
        schools=tuple(words["schools"]),
        namesakes=frozenset(words["namesakes"]),
        to=frozenset(words["to"]),
        until=frozenset(words["until"]),
    )
