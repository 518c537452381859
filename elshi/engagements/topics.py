"""What the parties dealt with, as codes of the topic vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from elshi.engagements.article import Article
from elshi.engagements.lexicons import lemmatiser
from elshi.engagements.topic_clues import Told
from elshi.language.phrases import Lexicon, Match, word_list
from elshi.records import Evidence, Label, Sourced, Span

__all__ = ["TopicReader", "unique"]

# Words inside these names say who somebody is, not what was spoken about.
NAMING = {Label.PERSON, Label.POSITION, Label.CITY}
# Bodies and buildings say so too where they are those that take part, and whatever is done at a ministry or a university.
BODIES = {Label.ORG, Label.FACILITY}


# What the post of somebody who takes part tells of the subject.
OF_POSTS = frozenset(
    {
        "culture",
        "environment",
        "transport",
        "energy",
        "finance",
        "agriculture",
        "trade",
        "tourism",
        "digital",
        "education",
        "science",
        "health",
        "sport",
        "religion",
        "space",
        "security",
        "parliamentary",
        "conflict-settlement",
        "industry",
        "investment",
    }
)


@cache
def _topics(code: str) -> Lexicon[str]:
    table = word_list(code, "topics")["topics"]
    return Lexicon(((phrase, topic) for topic, phrases in table.items() for phrase in phrases), lemmatiser(code))


@cache
def _venues(code: str) -> Lexicon[str]:
    return Lexicon(((phrase, phrase) for phrase in word_list(code, "topics")["venues"]), lemmatiser(code))


@cache
def _passing(code: str) -> Lexicon[str]:
    return Lexicon(((phrase, phrase) for phrase in word_list(code, "topics")["passing"]), lemmatiser(code))


def _holds(turn: Match[str], match: Match[str]) -> bool:
    """Whether a turn of speech holds a topic word and more; a topic phrase of its own stays."""
    return turn.start <= match.start and match.end <= turn.end and turn.end - turn.start > match.end - match.start


class TopicReader:
    """Finds the topics of a document's sentences; what the word lists say of a sentence is looked up once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._known: dict[int, list[Match[str]]] = {}

    def find(self, number: int, region: Span, taking_part: Sequence[Span] = ()) -> list[Told]:
        """The words of a region of sentence `number` that tell topics; not those in the names and posts of who takes part."""
        if not self._matches(number):
            return []
        return self._found(number, region, self._names(number, taking_part))

    def find_subjects(self, number: int, post: Span) -> list[Sourced[str]]:
        """The topics that a post or a body is for ("minister of transport")."""
        found = (t for t in self._found(number, post, ()) if t.topic in OF_POSTS)
        return list(unique(Sourced(t.topic, Evidence((t.span,), "post")) for t in found))

    def _names(self, number: int, taking_part: Sequence[Span]) -> list[Span]:
        article, sentence = self._article, self._article.sentences[number]
        parts = [s for s in taking_part if sentence.span.contains(s)]
        venues = _venues(article.language.code).all(sentence.tokens)
        seats = [Span(sentence.tokens[m.start].span.start, sentence.tokens[m.end - 1].span.end) for m in venues]
        bodies = [m.span for m in article.mentions_in(sentence.span, BODIES)]
        names = [m.span for m in article.mentions_in(sentence.span, NAMING)]
        return [*names, *parts, *(b for b in bodies if any(b.overlaps(s) for s in (*parts, *seats)))]

    def _found(self, number: int, region: Span, without: Sequence[Span]) -> list[Told]:
        sentence = self._article.sentences[number]
        found: list[Told] = []
        inside = sentence.indexes(region)
        for match in self._matches(number):
            if match.start < inside.start or match.end > inside.stop:
                continue
            span = Span(sentence.tokens[match.start].span.start, sentence.tokens[match.end - 1].span.end)
            if region.contains(span) and not any(n.contains(span) for n in without):
                found.append(Told(match.entry, span, number))
        return found

    def _matches(self, number: int) -> list[Match[str]]:
        if number not in self._known:
            code, tokens = self._article.language.code, self._article.sentences[number].tokens
            found = _topics(code).all(tokens)
            passing = _passing(code).all(tokens) if found else []
            self._known[number] = [m for m in found if not any(_holds(p, m) for p in passing)]
        return self._known[number]


def unique(values: Iterable[Sourced[str]]) -> tuple[Sourced[str], ...]:
    """Each value once, the first evidence kept."""
    kept: dict[str, Sourced[str]] = {}
    for value in values:
        kept.setdefault(value.value.casefold(), value)
    return tuple(kept.values())
