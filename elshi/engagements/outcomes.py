"""What came of it: documents signed, things agreed, next steps, invitations, proposals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from elshi.engagements.article import Article
from elshi.engagements.clauses import is_past, last_clause, trimmed
from elshi.engagements.lexicons import Lexicons, lemmatiser
from elshi.engagements.parties import Party
from elshi.language.base import Case, Sentence
from elshi.language.phrases import Lexicon, Match, word_list
from elshi.records import Evidence, Outcome, OutcomeKind, Sourced, Span

__all__ = ["find_outcomes", "is_next", "is_retold", "outcome_words"]


@dataclass(frozen=True)
class _Words:
    kinds: Lexicon[str]
    dated: Lexicon[str]
    steps: Lexicon[str]
    attributes: Lexicon[str]
    whole: Lexicon[str]
    told: frozenset[str]
    generic: frozenset[str]
    several: frozenset[str]
    conjunctions: frozenset[str]
    further: frozenset[str]
    contrast: frozenset[str]
    unreal: frozenset[str]
    relatives: frozenset[str]
    future: frozenset[str]
    next: Lexicon[str]
    lasting: Lexicon[str]


@cache
def _words(code: str) -> _Words:
    table = word_list(code, "outcomes")

    def lexicon(name: str) -> Lexicon[str]:
        return Lexicon(((phrase, phrase) for phrase in table[name]), lemmatiser(code))

    kinds = ((phrase, kind) for kind, phrases in table["kinds"].items() for phrase in phrases)
    return _Words(
        kinds=Lexicon(kinds, lemmatiser(code)),
        dated=lexicon("dated"),
        steps=lexicon("steps"),
        attributes=lexicon("attributes"),
        whole=lexicon("whole"),
        told=frozenset(table["told"]),
        generic=frozenset(table["generic"]),
        several=frozenset(table["several"]),
        conjunctions=frozenset(table["conjunctions"]),
        further=frozenset(table["further"]),
        contrast=frozenset(table["contrast"]),
        unreal=frozenset(table["unreal"]),
        relatives=frozenset(table["relatives"]),
        future=frozenset(table["future"]),
        next=lexicon("next"),
        lasting=lexicon("lasting"),
    )


def outcome_words(code: str) -> Lexicon[str]:
    """The verbs of a language that report an outcome, each with its kind."""
    return _words(code).kinds


class _Search:
    """The outcomes of one sentence."""

    def __init__(self, article: Article, number: int, parties: Sequence[Party], lexicons: Lexicons) -> None:
        self.article, self.number, self.lexicons = article, number, lexicons
        self.sentence: Sentence = article.sentences[number]
        self.tokens = self.sentence.tokens
        self.words = _words(article.language.code)
        self.subjects = [p for p in parties if p.slot.case == Case.NOM and p.slot.preposition is None and not self._in_quotes(p.span)]

    def find(self) -> list[Outcome]:
        found = list(self._reported())
        found += [o for o in self._planned() if not any(o.quote.overlaps(f.quote) and f.kind is not OutcomeKind.PROPOSED for f in found)]
        return sorted(found, key=lambda o: o.quote.start)

    def _reported(self) -> Iterator[Outcome]:
        last: Span | None = None
        for match in self.words.kinds.longest(self.tokens):
            if self._quoted(match) or self._unreal(match):
                continue
            quote = self._quote(match)
            if quote is None or (last is not None and quote.overlaps(last)):
                continue
            last = quote
            yield Outcome(self._kind(match), quote, "outcome words", self._date(quote))

    def _kind(self, match: Match[str]) -> OutcomeKind:
        """What a verb tells; a next round that it was decided to hold on a day is a planned step."""
        kind = OutcomeKind(match.entry)
        if self._is_to_come(match):
            return OutcomeKind.PLANNED
        if (
            kind is OutcomeKind.AGREED
            and not self.lexicons.state_first
            and match.start >= 2
            and self.words.whole.at(self.tokens, match.start)
        ):
            span = self._quote(match)
            before = self.tokens[match.start - 1]
            noun = bool(before.readings) and before.readings[0].part in ("NOUN", "ADJ", "NAME")
            if noun and span is not None and self._date(span) is not None:
                return OutcomeKind.PLANNED
        return kind

    def _is_to_come(self, match: Match[str]) -> bool:
        """Whether a passive is told of the future: "is to be signed", «будет подписан»."""
        passive = any("pass" in r.features for r in self.tokens[match.start].readings[:1])
        if not passive and not self.words.whole.at(self.tokens, match.start):
            return False
        return any(t.lower in self.words.future for t in self.tokens[max(0, match.start - 3) : match.end])

    def _quoted(self, match: Match[str]) -> bool:
        return self._in_quotes(Span(self.tokens[match.start].span.start, self.tokens[match.end - 1].span.end))

    def _in_quotes(self, span: Span) -> bool:
        return any(q.contains(span) for q in self.article.quotes[self.number])

    def _unreal(self, match: Match[str]) -> bool:
        """Whether a word is an attribute, a condition or denied: "the treaty signed in 1996", «если договорятся», "not agreed"."""
        before = self.tokens[max(0, match.start - 3) : match.start]
        if any(t.lower in self.words.unreal for t in before):
            return True
        if self.lexicons.state_first:
            return False
        first = self.tokens[match.start].readings[:1]
        return bool(first) and first[0].part in ("ADJ", "PART") and "part" in first[0].features and first[0].case is not None

    def _quote(self, match: Match[str]) -> Span | None:
        """From the word to the end of its clause, or its whole clause where it is impersonal; head-final: from the clause's beginning to
        the word."""
        if self.lexicons.state_first:
            return trimmed(self.tokens[self._first(match.start) : match.end])
        whole = bool(self.words.whole.at(self.tokens, match.start)) or self._is_to_come(match)
        start = self._clause_start(match.start) if whole else match.start
        return trimmed(self.tokens[start : self._stop(match)])

    def _first(self, index: int) -> int:
        """Head-final: the beginning of the clause, after its subject."""
        start = last_clause(self.tokens, 0, index)
        subjects = [p for p in self.subjects if start <= p.phrase.start and p.phrase.stop <= index - 1]
        at = next((i for i, p in enumerate(subjects) if p.name is not None or p.posts), None)
        while at is not None and at + 1 < len(subjects) and self._joins(subjects[at], subjects[at + 1]):
            at += 1  # «A мен B меморандумға қол қойды»
        named = subjects[at] if at is not None else None
        start = named.phrase.stop if named is not None else start
        return self._after_several(start, index)

    def _joins(self, first: Party, second: Party) -> bool:
        """Whether only a conjunction stands between two subjects."""
        between = self.tokens[first.phrase.stop : second.phrase.start]
        return len(between) == 1 and between[0].lower in self.lexicons.joints

    def _after_several(self, start: int, index: int) -> int:
        """After a subject that is no party («тараптар», «екі министр») at the beginning of a clause, and the asides before it."""
        for at in range(start, min(start + 6, index - 2)):
            readings = self.tokens[at].readings[:1]
            if readings and readings[0].part == "NOUN" and readings[0].case == "nom" and self.tokens[at].lower in self.words.several:
                return at + 1
        return start

    def _clause_start(self, index: int) -> int:
        for i in range(index - 1, -1, -1):
            token = self.tokens[i]
            if token.text in ";:" or token.lower in self.words.told:
                return i + 1
            if token.text == "," and (i < 2 or index - i <= 1 or (i + 1 < index and self._opens(i))):
                return i + 1
        return 0

    def _opens(self, comma: int) -> bool:
        """Whether the words before a comma are only an adverbial: no subject stands there."""
        return not any(r.case == "nom" and r.part == "NOUN" for t in self.tokens[:comma] for r in t.readings[:1]) and comma < 12

    def _stop(self, match: Match[str]) -> int:
        """Where the clause of a verb ends: a semicolon, a new subject, a further finite verb."""
        tokens = self.tokens
        for index in range(match.end + 1, len(tokens)):
            if tokens[index].text == ";":
                return index
            joined = tokens[index - 1].lower in self.words.conjunctions
            if joined and (is_past(tokens[index]) or any(p.phrase.start == index and p.name for p in self.subjects)):
                return index - 2 if tokens[index - 2].text == "," else index - 1
            if joined and tokens[index].lower in self.words.further:
                return index - 2 if tokens[index - 2].text == "," else index - 1
            if tokens[index].text == "," and index + 1 < len(tokens) and tokens[index + 1].lower in self.words.contrast:
                return index
        return len(tokens)

    def _date(self, quote: Span) -> Sourced[str] | None:
        for expression in self.article.dates[self.number]:
            if quote.contains(expression.span) and expression.value:
                return Sourced(expression.value, Evidence((expression.span,), "stated date"))
        return None

    def _planned(self) -> Iterator[Outcome]:
        """A future verb with a date to come, or a step that is planned by its word."""
        yield from self._attributed()
        for lexicon, rule in ((self.words.dated, "dated step"), (self.words.steps, "named step")):
            for match in lexicon.longest(self.tokens):
                if self._quoted(match) or self._unreal(match) or self._relative(match.start) or self._lasts(match):
                    continue
                span = self._step(match, rule)
                date = self._date(span) if span is not None else None
                if span is not None and (self._is_later(date) if rule == "dated step" else True):
                    yield Outcome(OutcomeKind.PLANNED, span, rule, date)
                    return

    def _attributed(self) -> Iterator[Outcome]:
        """A dated thing to come that is named, not told: "the referendum forthcoming on 15 March"."""
        for match in self.words.attributes.longest(self.tokens):
            end = next((i for i in range(match.end, len(self.tokens)) if self.tokens[i].text in ",;."), len(self.tokens))
            span = trimmed(self.tokens[match.start : end])
            date = self._date(span) if span is not None else None
            if span is not None and self._is_later(date):
                yield Outcome(OutcomeKind.PLANNED, span, "dated attribute", date)

    def _step(self, match: Match[str], rule: str) -> Span | None:
        if self.lexicons.state_first:
            return trimmed(self.tokens[self._first(match.start) : match.end])
        noun = bool(self.tokens[match.start].readings) and self.tokens[match.start].readings[0].part == "NOUN"
        start = match.start if rule == "named step" and noun else self._clause_start(match.start)
        return trimmed(self.tokens[start : self._stop(match)])

    def _lasts(self, match: Match[str]) -> bool:
        """Whether a verb only tells that something goes on: "will remain open until"."""
        near = self.tokens[match.start : match.end + 1]
        return bool(self.words.lasting.all(near))

    def _relative(self, index: int) -> bool:
        """Whether a verb stands in a relative clause: it describes a thing."""
        return any(t.lower in self.words.relatives for t in self.tokens[max(0, index - 4) : index])

    def _is_later(self, date: Sourced[str] | None) -> bool:
        day = self.article.anchor.day
        if date is None:
            return False
        return day is None or date.value.split("/")[-1] > day.isoformat()[: len(date.value.split("/")[-1])] or len(date.value) == 4


def find_outcomes(article: Article, number: int, parties: Sequence[Party], lexicons: Lexicons) -> list[Outcome]:
    """The outcomes that sentence `number` reports, in order."""
    return _Search(article, number, parties, lexicons).find()


def is_next(outcome: Outcome, article: Article, number: int) -> bool:
    """Whether an outcome is the next of a row ("the next round will take place …")."""
    sentence = article.sentences[number]
    inside = sentence.indexes(outcome.quote)
    return outcome.kind is OutcomeKind.PLANNED and bool(_words(article.language.code).next.all(sentence.tokens[inside.start : inside.stop]))


def is_retold(outcome: Outcome, article: Article, number: int, known: Sequence[Outcome]) -> bool:
    """Whether a signing only tells who signed "the document" that is known to be signed."""
    if outcome.kind is not OutcomeKind.SIGNED or not any(o.kind is OutcomeKind.SIGNED for o in known):
        return False
    generic = _words(article.language.code).generic
    return any(t.lower in generic for t in article.sentences[number].tokens)
