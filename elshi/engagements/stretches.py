"""The stretches of a sentence that speak of its acts: one for each act word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from elshi.engagements.lexicons import ActWord, Lexicons
from elshi.engagements.parties import Party
from elshi.language.base import Case, Token
from elshi.language.phrases import Match

__all__ = ["RELATIVES", "part_sentence"]

BREAKS = frozenset({",", ";", ":", "–", "—", "(", "и", "а", "но", "где", "and", "but", "while", "where", "then"})
RELATIVES = frozenset({"который", "which", "who", "whose", "whom", "чей"})
JOINTS = frozenset({"and", "but", "while", "и", "а"})
VERB_NEAR = 2  # tokens behind a Kazakh act noun among which its verb begins


def part_sentence(
    tokens: Sequence[Token], triggers: Sequence[Match[ActWord]], parties: Sequence[Party], light: Sequence[Match[str]], lexicons: Lexicons
) -> list[range]:
    """One stretch of tokens for each trigger; together they cover the sentence. `light` are the verbs that act nouns go with."""
    if not triggers:
        return []
    cuts = [0]
    for first, second in pairwise(triggers):
        if lexicons.state_first:
            cuts.append(_closed(tokens, first, second.start, light))
        else:
            cuts.append(_cut(tokens, range(first.start, first.end), range(second.start, second.end), parties))
    cuts.append(len(tokens))
    return [range(a, b) for a, b in pairwise(cuts)]


def _closed(tokens: Sequence[Token], match: Match[ActWord], stop: int, light: Sequence[Match[str]]) -> int:
    """Where the words of an act end in a head-final language: behind the verb that an act noun goes with («келіссөз | жүргізді»)."""
    ends = (m.end for m in light if match.end <= m.start < match.end + VERB_NEAR and m.end <= stop and _is_verb(tokens[m.start]))
    return min(ends, default=match.end) if match.entry.noun else match.end


def _is_verb(token: Token) -> bool:
    return any(r.part == "VERB" and not r.features & {"conv", "part"} for r in token.readings[:1])


def _cut(tokens: Sequence[Token], first: range, second: range, parties: Sequence[Party]) -> int:
    between = [p for p in parties if first.stop <= p.phrase.start < second.start]
    subjects = [p for p in between if p.slot.case == Case.NOM and not p.slot.preposition]
    subjects = [p for p in subjects if not _follows_verb(tokens, range(first.stop, p.phrase.start), parties)]
    relative = any(tokens[i].lemmas() & RELATIVES for i in range(first.stop, min(first.stop + 2, second.start)))
    edge = subjects[0].phrase.start if subjects and not relative else second.start
    for index in range(edge - 1, first.stop - 1, -1):
        relative = index + 1 < len(tokens) and bool(tokens[index + 1].lemmas() & RELATIVES)
        if _breaks(tokens, index) and not relative and not any(index in p.phrase for p in parties):
            return _before_adjuncts(tokens, index, first.stop, parties)
    return edge


def _follows_verb(tokens: Sequence[Token], between: range, parties: Sequence[Party]) -> bool:
    """Whether a subject stands in the clause of the verb before it, whose own it is: «где его принял директор»."""
    verb = any(r.part == "VERB" for r in tokens[between.start - 1].readings[:1])
    return verb and not any(_breaks(tokens, i) for i in between if not any(i in p.phrase for p in parties))


def _before_adjuncts(tokens: Sequence[Token], comma: int, start: int, parties: Sequence[Party]) -> int:
    """Where the clause begins whose first words a comma closes: "…, and in Rome, a day later, he met B"; the comma itself if none."""
    for index in range(comma - 1, start, -1):
        if tokens[comma].text != "," or any(index in p.phrase for p in parties) or _is_verb(tokens[index]):
            return comma
        if tokens[index].lower in JOINTS:
            return index if any(r.part == "PREP" for r in tokens[index + 1].readings) else comma
    return comma


def _breaks(tokens: Sequence[Token], index: int) -> bool:
    """Whether a clause may end at a token: no dash, "and" or comma between numbers does («13–14 ноября»)."""
    between = [*tokens[index - 1 : index], *tokens[index + 1 : index + 2]]
    return tokens[index].lower in BREAKS and not (len(between) == 2 and all(t.text[:1].isdigit() for t in between))
