"""Where the words of a topic stand: in the clause of discussion, in a post, in a name, in what somebody said, in a sentence about others.

Each clue is a short name; its weight (`reference/world/topic_weights.toml`) says how much it speaks for the parties having dealt with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons, lemmatiser
from elshi.engagements.retellings import Draft
from elshi.language.base import Case, Sentence, Token
from elshi.language.phrases import Lexicon, word_list
from elshi.records import Label, Span

__all__ = ["CLUES", "Told", "describe_told"]

JOINTS = frozenset({"and", "и", "а", "және", "мен", "пен", "бен", "or", "или"})
NEAR = 5  # tokens between the words of two topics of one list
SOON = 2  # sentences behind the act that still go on about it
MANY = 3
KINDS = {
    **dict.fromkeys(("meeting", "talks", "call"), "a conversation"),
    **dict.fromkeys(("visit", "ceremony", "reception"), "a visit or ceremony"),
    "message": "a message",
    "credentials": "credentials",
    "community": "citizens abroad",
}
NAMED = {
    Label.ORG: "in a body's name",
    Label.FACILITY: "in a site's name",
    Label.EVENT: "in an event's name",
    Label.INITIATIVE: "in an initiative's name",
    Label.LAW: "in a document's name",
    Label.REGION: "in a place's name",
    Label.LOCATION: "in a place's name",
}
CLUES = (
    "in the act's sentence",
    "in the next sentence",
    "in a later sentence",
    "ahead of the act",
    "behind the act",
    "discussed",
    "discussed in the clause",
    "said by somebody",
    "in an outcome",
    "in quotation marks",
    "described",
    "about people",
    "subject",
    "several words",
    "in a list",
    "told again",
    "told in another sentence too",
    "an adjective",
    "another topic's words right behind",
    "another topic's words right ahead",
    "same words tell another topic",
    "a message",
    "credentials",
    "citizens abroad",
    "beside figures",
    "somebody named there",
    "an aside",
    "another act there",
    "a conversation",
    "a visit or ceremony",
    "many topics at all",
    *sorted(set(NAMED.values())),
)


@dataclass(frozen=True, slots=True)
class Told:
    """Words that may tell a topic of one engagement: where, and in which sentence."""

    topic: str
    span: Span
    number: int
    spoken: bool = False  # in what somebody said
    result: bool = False  # in an outcome


@dataclass(frozen=True, slots=True)
class _Words:
    about: Lexicon[str]
    describing: frozenset[str]
    aside: Lexicon[str]


@cache
def _words(code: str) -> _Words:
    table = word_list(code, "topics")

    def listed(name: str) -> Lexicon[str]:
        return Lexicon(((phrase, phrase) for phrase in table[name]), lemmatiser(code))

    return _Words(listed("about"), frozenset(table["describing"]), listed("aside"))


def describe_told(
    article: Article, draft: Draft, told: Sequence[Told], lexicons: Lexicons, crowded: frozenset[int]
) -> list[frozenset[str]]:
    """The clues of each of the words that may tell an engagement's topics. `crowded` are the
    sentences in which other acts are told."""
    words = _words(article.language.code)
    times = Counter(t.topic for t in told)
    common = {KINDS[draft.type]} if draft.type in KINDS else set()
    if len(times) > MANY:
        common.add("many topics at all")
    found = []
    for one in told:
        clues = set(common)
        others = [t for t in told if t.topic == one.topic and not t.span.overlaps(one.span)]
        if others:
            clues.add("told again")
        if any(t.number != one.number for t in others):
            clues.add("told in another sentence too")
        clues |= _in_text(article, draft, one, [t for t in told if t.number == one.number], lexicons, words)
        clues |= {"another act there"} if one.number in crowded else set()
        found.append(frozenset(clues))
    return found


def _in_text(article: Article, draft: Draft, one: Told, beside: Sequence[Told], lexicons: Lexicons, words: _Words) -> set[str]:
    sentence = article.sentences[one.number]
    at = sentence.indexes(one.span)
    clues = _place_of(draft, one, at) | _named(article, one) | _clause(sentence, at, lexicons, words)
    clues |= _company(one, beside, sentence)
    marks = {
        "said by somebody": one.spoken,
        "in an outcome": one.result,
        "in quotation marks": any(q.contains(one.span) for q in article.quotes[one.number]),
        "several words": len(at) > 1,
        "about people": bool(lexicons.groups.at(sentence.tokens, at.start) or lexicons.posts.at(sentence.tokens, at.start)),
        "beside figures": _has_figures(article, one.number),
        "somebody named there": any(True for _ in article.mentions_in(sentence.span, {Label.PERSON, Label.POSITION})),
        "an aside": any(m.start < NEAR for m in words.aside.all(sentence.tokens[: NEAR + MANY])),
    }
    return clues | {name for name, holds in marks.items() if holds}


def _place_of(draft: Draft, one: Told, at: range) -> set[str]:
    apart = one.number - draft.act.sentence
    if apart:
        return {"in the next sentence" if 0 < apart < SOON else "in a later sentence"}
    return {"in the act's sentence", "ahead of the act" if at.start < draft.act.trigger.start else "behind the act"}


def _named(article: Article, one: Told) -> set[str]:
    sentence = article.sentences[one.number]
    holding = (m for m in article.mentions_in(sentence.span, NAMED) if m.span.contains(one.span))
    return {NAMED[m.label] for m in holding}


def _clause(sentence: Sentence, at: range, lexicons: Lexicons, words: _Words) -> set[str]:
    """What the words around tell: that it was discussed, that somebody is described by it, what part of speech it is."""
    tokens = sentence.tokens
    clues = set()
    told = words.about.all(tokens)
    if told:
        clues.add("discussed")
        if any(_is_near(tokens, range(m.start, m.end), at, lexicons.state_first) for m in told):
            clues.add("discussed in the clause")
    relative = next((i for i in range(at.start - 1, -1, -1) if tokens[i].text in ",;" or tokens[i].lower in words.describing), None)
    if relative is not None and (tokens[relative].lower in words.describing or _opens(tokens, relative + 1, words)):
        clues.add("described")
    readings = tokens[at.stop - 1].readings[:1]
    if any(r.part == "ADJ" for r in readings):
        clues.add("an adjective")
    if any(r.case == Case.NOM for r in readings) and not (told and lexicons.name_after_comma):
        clues.add("subject")
    return clues


def _opens(tokens: Sequence[Token], at: int, words: _Words) -> bool:
    return any(t.lower in words.describing for t in tokens[at : at + 2])


def _is_near(tokens: Sequence[Token], word: range, at: range, head_final: bool) -> bool:
    """Whether a word of discussion governs: no clause ends between; behind in Kazakh, ahead in the others."""
    between = tokens[at.stop : word.start] if head_final else tokens[word.stop : at.start]
    ordered = at.stop <= word.start if head_final else word.stop <= at.start
    return ordered and not any(
        t.text in ";:" or any(r.part == "VERB" and "part" not in r.features for r in t.readings[:1]) for t in between
    )


def _company(one: Told, beside: Sequence[Told], sentence: Sentence) -> set[str]:
    """Whether words of other topics stand with it: in a list, or as one noun phrase with it."""
    others = [t for t in beside if t.topic != one.topic]
    clues = set()
    here = sentence.indexes(one.span)
    if any(_apart(here, sentence.indexes(t.span)) < NEAR for t in others):
        clues.add("in a list")
    if any(t.span.overlaps(one.span) for t in others):
        clues.add("same words tell another topic")
    if any(_leads(sentence, here, sentence.indexes(t.span)) for t in others):
        clues.add("another topic's words right behind")
    if any(_leads(sentence, sentence.indexes(t.span), here) for t in others):
        clues.add("another topic's words right ahead")
    return clues


def _leads(sentence: Sentence, first: range, second: range) -> bool:
    """Whether two stretches stand in one noun phrase, one right behind the other."""
    between = sentence.tokens[first.stop : second.start]
    return first.stop <= second.start and len(between) < 3 and all(t.is_word and t.lower not in JOINTS for t in between)


def _apart(a: range, b: range) -> int:
    return max(a.start - b.stop, b.start - a.stop, 0)


def _has_figures(article: Article, number: int) -> bool:
    """Whether a sentence has numbers that are no dates."""
    dated = [d.span for d in article.dates[number]]
    tokens: Iterable[Token] = article.sentences[number].tokens
    return any(t.text[:1].isdigit() and not any(d.overlaps(t.span) for d in dated) for t in tokens)
