"""Groups and their names: how far the phrase of a group goes, its attributes before and its complements after."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from elshi.engagements.allegiances import Code
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.tags import Element
from elshi.language.base import Case, Sentence, Token
from elshi.records import ParticipantKind, Span

__all__ = ["are_plain", "is_many", "leading", "stretch", "with_group_word"]

NAMED = ("COUNTRY", "ORG", "CITY", "REGION", "FACILITY", "LOCATION", "INITIATIVE", "EVENT")
STATES = ("COUNTRY", "NORP")
LISTING = frozenset({",", "и", "and"})
LONGEST = 6
OPENING, CLOSING = frozenset("«“„"), frozenset("»”")


def is_many(head: Sequence[Token], lexicons: Lexicons) -> bool:
    """Whether the head is plural or a word for many: one student is no group."""
    return any(r.number == "plur" for t in head for r in t.readings) or any(t.lower in lexicons.collectives for t in head)


def are_plain(head: Sequence[Token], lexicons: Lexicons) -> bool:
    """Whether no Russian word is a noun: «рабочих» are people, no officials."""
    return lexicons.code == "ru" and not any(r.part in ("NOUN", "NAME") for t in head for r in t.readings[:1])


def leading(codes: tuple[Code, ...], kind: ParticipantKind, span: Span, sentence: Sentence) -> tuple[Code, ...]:
    """The codes of a phrase; of a Russian group that begins with a state's adjective that state alone: «узбекские выпускники венгерских
    вузов»."""
    own = codes[:1] if kind is ParticipantKind.GROUP and codes and codes[0].span.start == span.start else ()
    if len(codes) < 2 or not own:
        return codes
    first, second = sentence.indexes(own[0].span), sentence.indexes(codes[1].span)
    between = sentence.tokens[first.stop : second.start]
    adjective = any(r.part == "ADJ" for r in sentence.tokens[first.start].readings[:1])
    return own if adjective and any(r.part == "NOUN" for t in between for r in t.readings[:1]) else codes


def with_group_word(post: Element, tokens: Sequence[Token], lexicons: Lexicons) -> Element:
    """A plural post with the word for a group before it («группой студентов»)."""
    for start in range(max(0, post.tokens.start - 3), post.tokens.start):
        if any(m.end == post.tokens.stop and m.entry != "body" for m in lexicons.groups.at(tokens, start)):
            return replace(post, tokens=range(start, post.tokens.stop))
    return post


def stretch(head: range, sentence: Sentence, elements: Sequence[Element], used: Collection[int], lexicons: Lexicons) -> range:
    """The tokens of a group whose head is given; tokens of `used` belong to others."""
    return _Stretch(sentence, elements, used, lexicons).of(head)


class _Stretch:
    def __init__(self, sentence: Sentence, elements: Sequence[Element], used: Collection[int], lexicons: Lexicons) -> None:
        self.tokens, self.elements, self.used, self.lexicons = sentence.tokens, elements, used, lexicons

    def of(self, head: range) -> range:
        first, last = head.start, head.stop
        while first > 0 and first - 1 not in self.used and self._attribute(first - 1, first == head.start):
            first -= 1
        owned = any("poss3" in r.features for r in self.tokens[head.stop - 1].readings[:1])
        first = self._whole_name(first) if self.lexicons.state_first and owned else first
        while first < head.start and (self.tokens[first].lower in self.lexicons.joints or self._has_object(first)):
            first += 1
        first = self._counted(first)
        while last < len(self.tokens) and last not in self.used:
            step = self._complement(last)
            if not step or any(i in self.used for i in range(last, step)):
                break
            last = step
        return range(first, last)

    def _whole_name(self, first: int) -> int:
        """Where the name begins in which a group's first word stands: «Түркі мемлекеттері | ұйымы министрлері»."""
        named = self._at(first, NAMED)
        free = named is not None and not any(i in self.used for i in named.tokens)
        return named.tokens.start if named is not None and free else first

    def _has_object(self, index: int) -> bool:
        """Whether a Kazakh participle goes with the noun before it: «зардап шеккен | жұмысшылар»."""
        own = self.lexicons.state_first and index > 0 and any(r.part == "PART" or "part" in r.features for r in self.tokens[index].readings)
        return own and any(r.part == "NOUN" for r in self.tokens[index - 1].readings)

    def _counted(self, first: int) -> int:
        """Where a group begins with a word for how many they are: "a group of | Chilean growers"."""
        for start in range(max(0, first - 2), first):
            if any(m.end == first for m in self.lexicons.quantities.at(self.tokens, start)) and start not in self.used:
                return start
        return first

    def _at(self, index: int, labels: Collection[str]) -> Element | None:
        return next((e for e in self.elements if e.label in labels and index in e.tokens), None)

    def _attribute(self, index: int, beside_head: bool) -> bool:
        token = self.tokens[index]
        if self.lexicons.state_first:
            if token.lower in self.lexicons.joints and token.is_word:
                return index > 0 and index - 1 not in self.used and self._is_plain(index - 1) and not self._ends_group(index)
            joined = self.tokens[index + 1].lower in self.lexicons.joints and self._is_plain(index)
            return token.lower not in self.lexicons.leading and (joined or self._is_owner(index, beside_head))
        if self._sends(index):
            return True
        if self._at(index, STATES):
            return not any(r.part == "PREP" for r in token.readings)
        first = token.readings[0] if token.readings else None
        if first is not None and first.part == "ADJ" and "pronoun" not in first.features and token.lower not in self.lexicons.glue:
            return True
        return self._is_modifier(index)

    def _ends_group(self, stop: int) -> bool:
        """Whether the words that end at a token are a group of their own: «дипломатиялық корпус | және зиялы қауым өкілдері»."""
        starts = range(max(0, stop - 3), stop)
        return any(m.end == stop and m.entry != "body" for start in starts for m in self.lexicons.groups.at(self.tokens, start))

    def _sends(self, index: int) -> bool:
        """Whether a word is part of the body whose delegation stands behind it: "the EU | delegation"."""
        body = self._at(index, ("ORG",)) if self.lexicons.name_after_comma else None
        behind = self.tokens[body.tokens.stop : body.tokens.stop + 1] if body is not None else ()
        return any(t.lemmas() & self.lexicons.delegations for t in behind)

    def _is_plain(self, index: int) -> bool:
        """Whether a Kazakh word is a common noun in the nominative: «банк секторы мен (сауда саласының өкілдері)»."""
        token = self.tokens[index]
        return not token.is_capital and any(r.part == "NOUN" and r.case == Case.NOM for r in token.readings[:1])

    def _is_modifier(self, index: int) -> bool:
        """Whether an English noun only stands between a group and its state or another attribute: "Nepali farm workers"."""
        if not self.lexicons.name_after_comma or not index or index - 1 in self.used:
            return False
        token, before = self.tokens[index], self.tokens[index - 1]
        noun = any(r.part == "NOUN" and r.number != "plur" for r in token.readings[:1]) and not token.is_capital
        return noun and (self._at(index - 1, STATES) is not None or any(r.part == "ADJ" for r in before.readings[:1]))

    def _is_owner(self, index: int, beside_head: bool) -> bool:
        """Whether a Kazakh word is part of a group: a name that is no place in the locative, an adjective, a noun in the genitive."""
        named = self._at(index, NAMED + STATES)
        if named is not None:
            last = self.tokens[named.tokens.stop - 1]
            if self._is_lived_in(index):
                return True
            if named.label == "ORG" and not beside_head and last.readings and last.readings[0].case == Case.NOM:
                return False
            return not (last.readings and last.readings[0].case == Case.LOC and last.readings[0].part != "ADJ")
        readings = self.tokens[index].readings
        genitive = bool(readings) and readings[0].case == Case.GEN and readings[0].part == "NOUN" and not self.tokens[index].is_capital
        counted = any(r.part == "NUM" for r in readings[:1]) or self._is_lived_in(index)
        genitive = genitive or counted or self._is_of_name(index) or self._is_described(index)
        return genitive or any(r.part in ("ADJ", "PART") for r in readings) or self.tokens[index].lower in self.lexicons.describing

    def _is_of_name(self, index: int) -> bool:
        """Whether a Kazakh noun belongs to the name right before it: «Орталық Азия | елдері (басшылары)»."""
        first = self.tokens[index].readings[:1]
        owned = any(r.part == "NOUN" and "poss3" in r.features and r.case in (Case.NOM, Case.GEN) for r in first)
        return owned and index > 0 and index - 1 not in self.used and self._at(index - 1, NAMED + STATES) is not None

    def _is_lived_in(self, index: int) -> bool:
        """Whether a Kazakh place is where the group lives or learns: «Краковта | тұратын отандастар»."""
        return self.tokens[index + 1].lower in self.lexicons.residing and any(r.case == Case.LOC for r in self.tokens[index].readings[:1])

    def _is_described(self, index: int) -> bool:
        """Whether a Kazakh common noun tells of what the possessed noun behind it is: «кәсіпкерлер палатасы | мүшелері»."""
        owned = any(r.part == "NOUN" and "poss3" in r.features for r in self.tokens[index + 1].readings[:1])
        return owned and self._is_plain(index) and not self.lexicons.posts.at(self.tokens[: index + 1], index)

    def _complement(self, index: int) -> int:
        """Where the complement that begins at token `index` ends; 0 if none does."""
        if self.lexicons.state_first:
            return 0
        if (quoted := self._quoted(index)) > index:
            return quoted
        if self.tokens[index].text.isdigit() and index + 1 < len(self.tokens):
            return self._complement(index + 1)  # «представители 12 компаний»
        start = self._opening(index)
        named = next((e for e in self.elements if e.label in NAMED and e.tokens.start <= start < e.tokens.stop), None)
        if named:
            described = self._described(index, start) if start > index and self._is_adjective(named) else 0
            return max(self._listed_on(named), described)
        if start > index:
            return self._described(index, start)
        token = self.tokens[index]
        genitive = any(r.case == "gen" for r in token.readings) and token.readings[0].part in ("NOUN", "ADJ")
        return index + 1 if genitive and not token.is_capital else 0

    def _quoted(self, index: int) -> int:
        """Where a name in quotation marks that begins at token `index` ends, the marks with it: «выпускники программы «Болашак»»; 0 if none
        does."""
        inside = self._at(index + 1, NAMED) if self.tokens[index].text in OPENING else None
        named = inside or (self._at(index, NAMED) if self.tokens[index].text in OPENING else None)
        stop = named.tokens.stop if named is not None else 0
        return stop + (0 < stop < len(self.tokens) and self.tokens[stop].text in CLOSING)

    def _is_adjective(self, element: Element) -> bool:
        """Whether a state's name only tells of what kind the noun behind it is: "of the Peruvian community"."""
        behind = self.tokens[element.tokens.stop : element.tokens.stop + 1]
        noun = bool(behind) and not behind[0].is_capital and any(r.part == "NOUN" for r in behind[0].readings[:1])
        last = self.tokens[element.tokens.stop - 1]
        return noun and (element.label in STATES or any(r.part == "ADJ" for r in last.readings))

    def _listed_on(self, element: Element) -> int:
        """Where a list of states that begins with this one ends: "of Chile, Ecuador and Japan"."""
        stop = element.tokens.stop
        for after in self.elements:
            if after.tokens.start <= stop or element.label != "COUNTRY":
                continue
            between = self.tokens[stop : after.tokens.start]
            if after.label != "COUNTRY" or len(between) != 1 or between[0].lower not in LISTING:
                break
            stop = after.tokens.stop
        return stop

    def _opening(self, index: int) -> int:
        """Behind the words that lead into a complement: a preposition, "living in", and an article."""
        at = index
        living = self.lexicons.living.at(self.tokens, at)
        if living:
            at = living[0].end
        elif self.tokens[at].lower in self.lexicons.complement_prepositions:
            at += 1
        while index < at < len(self.tokens) and self.tokens[at].lower in self.lexicons.articles:
            at += 1
        return at

    def _completed(self, stop: int) -> int:
        """A name with the common noun behind it: "the Erasmus programme"."""
        token = self.tokens[stop] if stop < len(self.tokens) else None
        reading = token.readings[0] if token and token.readings else None
        common = self.lexicons.describing and token and token.is_word and not token.is_capital and stop not in self.used
        return stop + 1 if common and reading and reading.part == "NOUN" else stop

    def _described(self, index: int, start: int) -> int:
        """ "of four mountain counties": words up to the last noun before a verb, a mark or another preposition."""
        if self.tokens[index].lower not in self.lexicons.describing:
            return 0
        stop = 0
        for at in range(start, min(start + LONGEST, len(self.tokens))):
            reading = self.tokens[at].readings[0] if self.tokens[at].readings else None
            if not self.tokens[at].is_word or at in self.used or (reading and reading.part in ("VERB", "PREP", "CONJ", "PRON")):
                break
            if reading and reading.part in ("NOUN", "NAME"):
                stop = at + 1
        return stop
