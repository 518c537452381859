"""The words of speech of a language and where they stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from elshi.engagements.article import Article
from elshi.engagements.lexicons import lemmatiser
from elshi.engagements.outcomes import outcome_words
from elshi.engagements.parties import Party
from elshi.language.base import Case, Token
from elshi.language.gazetteers import find_country
from elshi.language.phrases import Lexicon, Match, word_list
from elshi.records import Label, Span

__all__ = ["Said", "Scene", "Speech", "speech_words"]

LINKS = 3  # tokens that may stand between a conjunction and the verb it joins


@dataclass(frozen=True)
class Speech:
    """A language's words of speech; the lists are described in `elshi/reference/<code>/speech.toml`."""

    verbs: Lexicon[str]
    direct: Lexicon[str]
    according: Lexicon[str]
    according_pronoun: Lexicon[str]
    as_told: Lexicon[str]
    bare: Lexicon[str]
    guests: Lexicon[str]
    sides: Lexicon[str]
    several: Lexicon[str]
    asides: Lexicon[str]
    sourced: Lexicon[str]
    tails: Lexicon[str]
    that: frozenset[str]
    relative: Lexicon[str]
    coordination: frozenset[str]
    contrast: frozenset[str]
    joins: frozenset[str]
    correlatives: frozenset[str]
    no_clause: frozenset[str]
    articles: frozenset[str]
    origins: frozenset[str]
    set_off: bool


@cache
def speech_words(code: str) -> Speech:
    """The words of speech of a language, compiled once."""
    table: dict[str, Any] = word_list(code, "speech")

    def lexicon(*keys: str) -> Lexicon[str]:
        return Lexicon(((phrase, key) for key in keys for phrase in table[key]), lemmatiser(code))

    return Speech(
        verbs=lexicon("telling", "expressing"),
        direct=lexicon("telling", "expressing", "direct"),
        according=lexicon("according"),
        according_pronoun=lexicon("according_pronoun"),
        as_told=lexicon("as_told"),
        bare=lexicon("bare"),
        guests=lexicon("guests"),
        sides=lexicon("sides"),
        several=lexicon("several"),
        asides=lexicon("asides"),
        sourced=lexicon("sourced"),
        tails=Lexicon(((phrase, phrase) for phrase in table.get("tails", ())), lemmatiser(code)),
        relative=lexicon("relative"),
        that=frozenset(table["that"]),
        coordination=frozenset(table["coordination"]),
        contrast=frozenset(table["contrast"]),
        joins=frozenset(table["joins"]),
        correlatives=frozenset(table["correlatives"]),
        no_clause=frozenset(table["no_clause"]),
        articles=frozenset(table["articles"]),
        origins=frozenset(table["origins"]),
        set_off=table["set_off"],
    )


@dataclass(frozen=True, slots=True)
class Said:
    """Words that a party said; `speaker` is None where the sentence names none and the one before it goes on speaking,
    or, where it says `guest`, the counterpart of whoever meets, or the single person there who serves
    the `state` ("the Turkish side")."""

    sentence: int
    speaker: Party | None
    quote: Span
    rule: str
    guest: bool = False
    state: str | None = None


class Scene:
    """One sentence with its parties, quotations and words of speech."""

    def __init__(self, article: Article, number: int, parties: Sequence[Party]) -> None:
        self.article, self.number, self.parties = article, number, parties
        self.sentence = article.sentences[number]
        self.tokens = self.sentence.tokens
        self.quotes, self.quotations = article.quotes[number], article.quotations[number]
        self.speech = speech_words(article.language.code)
        self.subjects = [p for p in parties if self._is_subject(p)]
        self.sourced = self.speech.sourced.all(self.tokens)
        self.several = [m.start for m in self.speech.several.all(self.tokens) if not any(m.start in p.phrase for p in parties if p.name)]

    def _is_subject(self, party: Party) -> bool:
        bare = party.slot.preposition is None and party.slot.case in (Case.NOM, None)
        return bare and not self.quoted(party.phrase)

    def quoted(self, tokens: range) -> bool:
        """Whether tokens lie within quotation marks."""
        span = Span(self.tokens[tokens.start].span.start, self.tokens[tokens.stop - 1].span.end)
        return any(q.contains(span) for q in self.quotes)

    def matches(self) -> list[Match[str]]:
        """The words of speech outside quotations, in order; not those by which a news source is named, nor passive ones."""
        return [m for m in self.speech.verbs.longest(self.tokens) if self._speaks(m)]

    def _speaks(self, match: Match[str]) -> bool:
        if self.quoted(range(match.start, match.end)) or any(s.start <= match.start < s.end for s in self.sourced):
            return False
        if self._names_source(match):
            return False
        if self.speech.set_off and match.end - match.start > 1:
            return True
        verbal = [r for r in self.tokens[match.start].readings if r.part in ("VERB", "PART", "ADJ")]
        return not verbal or not all("pass" in r.features for r in verbal)

    def _names_source(self, match: Match[str]) -> bool:
        """Whether a verb behind a comma only brings who told the news: a noun right behind it, nothing told."""
        if not 0 < match.start < match.end < len(self.tokens) or self.tokens[match.start - 1].text != ",":
            return False
        following = self.tokens[match.end]
        noun = following.is_word and not any(r.part in ("PREP", "CONJ", "VERB") for r in following.readings[:1])
        return noun and bool(self.speech.tails.at(self.tokens, match.start)) and not self._tells_clause(match.end)

    def _tells_clause(self, start: int) -> bool:
        return any(t.lower in self.speech.that for t in self.tokens[start:])

    @property
    def acts(self) -> list[int]:
        """Where words of outcomes (agreed, invited, proposed …) begin."""
        return [m.start for m in outcome_words(self.article.language.code).longest(self.tokens)]

    def subject_before(self, index: int, since: int = 0) -> Party | None:
        """The nearest subject that ends before token `index`, none if a plural subject that is no speaker stands between."""
        before = [p for p in self.subjects if since <= p.phrase.start and p.phrase.stop <= index]
        if not before:
            return None
        return None if any(before[-1].phrase.start <= s < index for s in self.several) else before[-1]

    def is_joined(self, party: Party) -> bool:
        """Whether a subject is the second of two that "and" joins: then both act."""
        at = party.phrase.start - 1
        at -= at > 0 and self.tokens[at].lower in self.speech.articles
        joined = at > 0 and self.tokens[at].lower in self.speech.joins
        return joined and any(p.phrase.stop == at for p in self.subjects)

    def subject_after(self, index: int, reach: int = 2) -> Party | None:
        """The subject that stands right after token `index` ("отметил посол")."""
        return next((p for p in self.subjects if index <= p.phrase.start <= index + reach), None)

    def side_near(self, start: int, stop: int) -> str | None:
        """The state whose side ("the Turkish side") is named between two tokens; None if none is."""
        for match in self.speech.sides.all(self.tokens):
            if start <= match.start < stop:
                before = Span(self.tokens[max(start, match.start - 3)].span.start, self.tokens[match.start].span.start)
                named = self.article.mentions_in(before, {Label.COUNTRY, Label.NORP})
                return find_country(named[-1].span.of(self.article.text), self.article.language.code) if named else None
        return None

    def guest_near(self, start: int, stop: int) -> bool:
        """Whether a noun for a guest or interlocutor stands between two tokens."""
        return any(start <= m.start < stop for m in self.speech.guests.all(self.tokens))

    def guest_before(self, index: int, start: int) -> range | None:
        """The noun for a guest or interlocutor close before token `index`, after token `start`."""
        near = [m for m in self.speech.guests.all(self.tokens) if start < m.start and m.end <= index <= m.end + 4]
        return range(near[-1].start, near[-1].end) if near else None

    def is_many(self, start: int, index: int) -> bool:
        """Whether a subject that is several people stands between tokens `start` and `index`."""
        return any(start <= s < index for s in self.several)

    def coordinated(self, index: int) -> int | None:
        """Where the conjunction stands that joins the verb at `index` to what was told before; None if none does."""
        for back in range(1, LINKS + 1):
            at = index - back
            if at <= 0:
                return None
            if self.tokens[at].lower in self.speech.joins or self.tokens[at].text == ",":
                return at - 1 if at > 1 and self.tokens[at - 1].text == "," else at
            if self.tokens[at].lower not in self.speech.coordination:
                return None
        return None

    def words(self, tokens: Sequence[Token]) -> int:
        """How many of the tokens are words."""
        return sum(t.is_word for t in tokens)

    def subjects_clause(self, party: Party) -> bool:
        """Whether a party is the only subject of its sentence's main clause: nothing else could govern what stands before it."""
        return party.phrase.start <= 2
