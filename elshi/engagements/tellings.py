"""Clauses in which others tell of an act, and clauses that only name who brings the news."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.lexicons import Lexicons
from elshi.engagements.parties import Party
from elshi.language.base import Sentence
from elshi.records import ParticipantKind

__all__ = ["brings_news", "complement_start", "source_end", "valued_start"]

NEAR = 4  # tokens between a verb of telling and what is told
OPENING = 2  # tokens at a sentence's head: a participle and what it values
EARLY = 14  # tokens: a source stands at the head of its sentence


def complement_start(sentence: Sentence, parties: Sequence[Party], lexicons: Lexicons) -> int:
    """The first token of a told clause ("said that …", "noted the importance of …"); past the end if there is none. What a report only
    introduces ("it was planned that …", "the agency reports that …") is not told by others."""
    reported = {m.end for m in lexicons.reported.all(sentence.tokens)}
    for index, token in enumerate(sentence.tokens):
        opens = index > 1 and token.lower in lexicons.complement and not reported & {index, index - 1}
        if opens and not _is_relative(sentence, index) and not _is_news(sentence, index, parties, lexicons):
            return min(index, valued_start(sentence, lexicons))
    return valued_start(sentence, lexicons)


def valued_start(sentence: Sentence, lexicons: Lexicons) -> int:
    """Where the words begin that only value what others do or did ("noted the importance of the visit of A"); past the end if none do.
    A sentence that opens with them goes on with what it tells itself: «Отметив важность визита, …»."""
    return next((m.start for m in lexicons.valued.all(sentence.tokens) if m.start > OPENING), len(sentence.tokens))


def _is_relative(sentence: Sentence, index: int) -> bool:
    """Whether "that" stands for the noun before it: "the talks that were to take place"."""
    if sentence.tokens[index].lower != "that" or index + 1 >= len(sentence.tokens):
        return False
    if sentence.tokens[index - 1].lower in ("after", "before"):  # "the day after that the envoy …"
        return True
    before, after = sentence.tokens[index - 1].readings, sentence.tokens[index + 1].readings[:1]
    noun = any(r.part in ("NOUN", "NAME") for r in before) and not any(r.part == "VERB" for r in before)
    return noun and any(r.part == "VERB" for r in after)


def _is_news(sentence: Sentence, index: int, parties: Sequence[Party], lexicons: Lexicons) -> bool:
    """Whether nobody who takes part tells the clause at token `index`: only a body that brings the news, or nobody at all."""
    tellers = [p for p in parties if p.phrase.start < index]
    told = lexicons.attribution.all(sentence.tokens[max(0, index - NEAR) : index])
    return bool(told) and index <= EARLY and all(p.kind is ParticipantKind.ORGANIZATION for p in tellers)


def source_end(sentence: Sentence, lexicons: Lexicons) -> int:
    """Where a clause at the head of the sentence that only names its source ends («Как сообщил посол, …»); 0 if none does."""
    tokens = sentence.tokens
    if not tokens or tokens[0].lower not in lexicons.asides:
        return 0
    return next((i for i, t in enumerate(tokens[:20]) if t.text == ","), 0)


def brings_news(sentence: Sentence, lexicons: Lexicons) -> bool:
    """Whether a sentence only goes back to what is told before it, to say who told it: «Бұл туралы … хабарлады»."""
    return bool(sentence.tokens) and bool(lexicons.heralds.at(sentence.tokens, 0))
