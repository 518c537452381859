"""What participants said: direct speech, told speech, "according to", and speech acts with their content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from elshi.engagements.article import Article
from elshi.engagements.clauses import trimmed
from elshi.engagements.lexicons import Lexicons, lemmatiser
from elshi.engagements.parties import Party
from elshi.language.base import Case, Sentence
from elshi.language.phrases import Lexicon, word_list
from elshi.records import Span

__all__ = ["Said", "find_sayings"]

SHORTEST_QUOTE = 3  # words; shorter quotations are names


@dataclass(frozen=True, slots=True)
class Said:
    """Words that a party said; `speaker` is None where the sentence names none and the one before it goes on speaking."""

    sentence: int
    speaker: Party | None
    quote: Span
    rule: str


@dataclass(frozen=True)
class _Speech:
    verbs: Lexicon[str]
    according: Lexicon[str]
    that: frozenset[str]
    direct: Lexicon[str]


@cache
def _speech(code: str) -> _Speech:
    table = word_list(code, "speech")
    return _Speech(
        verbs=Lexicon(((p, p) for p in table["verbs"]), lemmatiser(code)),
        according=Lexicon(((p, p) for p in table["according"]), lemmatiser(code)),
        that=frozenset(table["that"]),
        direct=Lexicon(((p, p) for p in table["direct"]), lemmatiser(code)),
    )


def _subjects(article: Article, number: int, parties: Sequence[Party]) -> list[Party]:
    quotes = article.quotes[number]
    return [p for p in parties if p.slot.case == Case.NOM and p.slot.preposition is None and not any(q.contains(p.span) for q in quotes)]


def _nearest(subjects: Sequence[Party], index: int) -> Party | None:
    """The subject of the verb at token `index`: the last one before it, else the first after."""
    before = [p for p in subjects if p.phrase.stop <= index]
    after = [p for p in subjects if p.phrase.start >= index]
    return before[-1] if before else after[0] if after else None


def find_sayings(article: Article, number: int, parties: Sequence[Party], lexicons: Lexicons) -> list[Said]:
    """What sentence `number` says that its subjects said, in order."""
    speech = _speech(article.language.code)
    reader = _head_final if lexicons.state_first else _head_initial
    direct = list(_direct(article, number, parties, speech))
    told = [s for s in reader(article, number, parties, speech) if not any(d.quote.overlaps(s.quote) for d in direct)]
    return sorted([*direct, *told], key=lambda s: s.quote.start)


def _direct(article: Article, number: int, parties: Sequence[Party], speech: _Speech) -> Iterator[Said]:
    """Words in quotation marks beside a verb of saying."""
    sentence = article.sentences[number]
    verbs = speech.direct.all(sentence.tokens)
    for quote in article.quotes[number]:
        inside = sentence.indexes(quote)
        outside = [m for m in verbs if m.start not in inside]
        if len([i for i in inside if sentence.tokens[i].is_word]) < SHORTEST_QUOTE or not outside:
            continue
        if not _stands_alone(sentence, inside):
            continue
        words = trimmed(sentence.tokens[inside.start : inside.stop])
        verb = min(outside, key=lambda m: min(abs(m.start - inside.stop), abs(m.start - inside.start)))
        speaker = _nearest(_subjects(article, number, parties), verb.start)
        if words:
            yield Said(number, speaker, words, "direct speech")


def _stands_alone(sentence: Sentence, inside: range) -> bool:
    """Whether a quotation is a clause: set off by a comma, a dash, a colon or a sentence's edge, not a name within a phrase."""
    tokens = sentence.tokens
    before = tokens[inside.start - 2].text if inside.start >= 2 else ":"
    after = tokens[inside.stop + 1].text if inside.stop + 1 < len(tokens) else "."
    last = tokens[inside.stop - 1].text
    return before in ":,–—-" or after in ",–—-" or last in ",.!?"


def _head_initial(article: Article, number: int, parties: Sequence[Party], speech: _Speech) -> Iterator[Said]:
    """Russian and English: the content follows the verb of saying."""
    sentence = article.sentences[number]
    tokens = sentence.tokens
    quotes = article.quotes[number]
    subjects = _subjects(article, number, parties)
    for match in speech.according.all(tokens):
        speaker = next((p for p in parties if p.phrase.start >= match.end and p.phrase.start - match.end <= 1), None)
        if speaker is None:
            continue
        start = speaker.phrase.stop + 1 if match.start <= 1 else 0
        content = tokens[start:] if match.start <= 1 else tokens[: match.start]
        words = trimmed(content)
        if words:
            yield Said(number, speaker, words, "according to")
        return
    done = -1
    for match in speech.verbs.longest(tokens):
        span = Span(tokens[match.start].span.start, tokens[match.end - 1].span.end)
        if match.start < done or any(q.contains(span) for q in quotes):
            continue
        that = next((i for i in range(match.end, min(match.end + 6, len(tokens))) if tokens[i].lower in speech.that), None)
        stop = _next_subject(tokens, subjects, match.end)
        start = that + 1 if that is not None else match.start
        words = trimmed(tokens[start:stop])
        if words and stop - match.end >= 1:
            yield Said(number, _nearest(subjects, match.start), words, "told speech" if that is not None else "speech act")
            done = stop


def _next_subject(tokens: Sequence[object], subjects: Sequence[Party], after: int) -> int:
    """Where another's clause begins after a semicolon; else the sentence's end."""
    for index in range(after, len(tokens)):
        if getattr(tokens[index], "text", "") == ";":
            return index
    return len(tokens)


def _head_final(article: Article, number: int, parties: Sequence[Party], speech: _Speech) -> Iterator[Said]:
    """Kazakh: the content stands between the speaker and the verb."""
    sentence = article.sentences[number]
    tokens = sentence.tokens
    quotes = article.quotes[number]
    subjects = _subjects(article, number, parties)
    start_from = 0
    for match in speech.verbs.longest(tokens):
        span = Span(tokens[match.start].span.start, tokens[match.end - 1].span.end)
        if any(q.contains(span) for q in quotes):
            continue
        speaker = _nearest(subjects, match.start)
        start = max(speaker.phrase.stop if speaker and speaker.phrase.stop <= match.start else 0, start_from)
        words = trimmed(tokens[start : match.end])
        if words and match.start - start >= 2:
            yield Said(number, speaker, words, "speech act")
        start_from = match.end
