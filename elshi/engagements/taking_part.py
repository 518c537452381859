"""Who of those whom a sentence names takes part in its act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elshi.engagements.article import Article
from elshi.engagements.contacts import TALKED
from elshi.engagements.lexicons import ActWord, Lexicons
from elshi.engagements.parties import Party
from elshi.engagements.surroundings import enumeration, is_bare_object, marks_beside
from elshi.language.base import Case
from elshi.language.phrases import Lexicon, Match
from elshi.records import ParticipantKind

__all__ = ["Partaking", "crossed", "stands_in"]

TOLD_TO = 3  # tokens between a verb of telling and who tells
CROWDS = frozenset({"citizens", "community"})
POSSESSIVE = frozenset({"'s", "’s"})
BETWEEN = frozenset({"between", "между"})
BETWEEN_OWNED = 2  # tokens between a group and the gathering that is its own


def stands_in(party: Party, slots: frozenset[str]) -> bool:
    """Whether a party's slot is one of these ("case", "preposition", "preposition+case")."""
    case, preposition = party.slot.case, party.slot.preposition
    if preposition is None:
        return str(case) in slots
    return preposition in slots or f"{preposition}+{case}" in slots


def crossed(span: range, matches: Iterable[Match[str]]) -> bool:
    """Whether the tokens overlap any of the matches."""
    return any(m.start < span.stop and span.start < m.end for m in matches)


class Partaking:
    """Tells the partakers of the acts of sentence `number`. `told` is the token from which others' words are told, `source` where the words
    for who brings the news end, `light` the verbs that act nouns go with."""

    def __init__(
        self,
        article: Article,
        number: int,
        parties: Sequence[Party],
        lexicons: Lexicons,
        told: int,
        source: int,
        light: Sequence[Match[str]],
        back: Sequence[Match[str]],
    ) -> None:
        self.article, self.parties, self.lexicons = article, parties, lexicons
        self.tokens = article.sentences[number].tokens
        self.told, self.source, self.light, self.back = told, source, light, back

    def includes(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether a party stands in a slot of the act, and neither tells the news nor whose something is."""
        if party.phrase.start > self.told or party.phrase.start < self.source or self._is_behind_clause(party, match):
            return False
        if self._is_source(party) if party.kind is ParticipantKind.ORGANIZATION else self._brings_news(party, match):
            return False
        if (
            self._is_aside(party, match)
            or self._is_whose(party, match)
            or (self.lexicons.state_first and is_bare_object(party, self.tokens))
        ):
            return False
        if party.kind is ParticipantKind.GROUP and self._is_whose_gathering(party):
            return False
        if party.slot.preposition in BETWEEN and self._is_of_another_act(party, match):
            return False
        if party.name is not None and (self._is_whose_post(party) or self._tells_of_others(party, match)):
            return False
        if party.kind is ParticipantKind.GROUP and self._is_anothers_object(party, match):
            return False
        excluded = self._marks(party, self.lexicons.outside)
        if excluded:
            return bool(excluded & match.entry.frame.parties)
        if self._marks(party, self.lexicons.inside):
            return True
        if party.slot.case == Case.DAT and self._is_spoken_to(party, match):
            return True
        if party.kind is ParticipantKind.GROUP and self._is_visited(party, match):
            return True
        bare = party.kind is ParticipantKind.ORGANIZATION and party.slot.preposition is None
        if bare and match.entry.type == "visit" and party.phrase.start >= match.end and not self._travels(party):
            return False
        if bare and match.entry.type == "visit" and match.entry.noun and party.slot.case == Case.GEN and party.phrase.start == match.end:
            return True  # «поездка делегации»
        if bare and party.slot.case == Case.ACC and match.entry.frame.guests and self._travels(party):
            return True  # "received a delegation"
        briefed = match.entry.type == "briefing" and self.article.language.code == "en" and party.slot.case == Case.ACC
        if bare and briefed and 0 <= party.phrase.start - match.end <= 1:
            return True  # "will brief the committee"
        if bare and (str(party.slot.case) in ("acc", "gen") or ("body" not in party.roles and self._has_person_subject())):
            return False
        return stands_in(party, match.entry.frame.parties)

    def _is_visited(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether a visit is to people: "visited Kyrgyz workers", «жұмысшыларына барды»."""
        if match.entry.type != "visit" or match.entry.noun or not party.roles & CROWDS or party.slot.preposition is not None:
            return False
        if self.lexicons.state_first:
            return party.slot.case == Case.DAT and 0 <= match.start - party.phrase.stop <= BETWEEN_OWNED
        behind = self.tokens[match.end : party.phrase.start]
        return party.slot.case in (Case.ACC, Case.GEN) and party.phrase.start >= match.end and not any(t.text == "," for t in behind)

    def _is_of_another_act(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether "between" stands behind the noun of another act: "A spoke with B after the call between | C and D"."""
        first = next((i for i in range(match.end, party.phrase.start) if self.tokens[i].lower in BETWEEN), None)
        others = self.lexicons.acts.all(self.tokens[match.end : first]) if first is not None else []
        told = any(m.end == first for m in self.lexicons.decoys.all(self.tokens)) if first is not None else False
        return not match.entry.noun and (told or any(m.entry.noun and match.end + m.end == first for m in others))

    def _is_behind_clause(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether a party stands behind the comma that ends a clause whose verb stands last: «…кездесті, деп хабарлайды агенттік»."""
        if not self.lexicons.state_first or party.phrase.start <= match.end:
            return False
        between = range(match.end - 1, party.phrase.start - 1)
        closed = (i for i in between if self.tokens[i + 1].text == "," and self._is_finite(i))
        return any(i < match.end or self.tokens[i + 2].lower in self.lexicons.reporting for i in closed)

    def _is_finite(self, index: int) -> bool:
        return any(r.part == "VERB" and r.features & {"past", "fut"} and "part" not in r.features for r in self.tokens[index].readings[:1])

    def _is_whose(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether a Kazakh group only tells whose gathering somebody attends: «мемлекет басшыларының | саммитіне»."""
        owner = party.kind is ParticipantKind.GROUP and party.slot.case == Case.GEN and party.slot.preposition is None and not party.codes
        near = self.lexicons.state_first and match.entry.noun and 0 <= match.start - party.phrase.stop <= BETWEEN_OWNED
        return owner and near and match.entry.type == "conference" and self._has_person_subject()

    def _is_aside(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether a participle that is not the act's own has the party as its doer: "reforms initiated by the president"."""
        at = party.phrase.stop if self.lexicons.state_first else party.phrase.start - 1
        doer = Case.NOM if self.lexicons.state_first else Case.INS
        if party.slot.preposition == "by":
            at -= 2 if self.tokens[at].lower == "the" else 1
        elif party.slot.preposition is not None or party.slot.case != doer or self.article.language.code == "en":
            return False
        if not 0 <= at < len(self.tokens) or match.start <= at < match.end:
            return False
        pointing = self.lexicons.state_first and self.tokens[at].lower in self.lexicons.attributes  # «аталған», "the said"
        participle = not pointing and any("part" in r.features for r in self.tokens[at].readings[:1])
        known = any(m.start <= at < m.end for m in self.light) or self._marks(party, self.lexicons.inside)
        return participle and not known

    def _is_spoken_to(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether somebody is told a thing in the course of talks: «келіссөз барысында вице-министр әріптесіне … ұсынды»."""
        course = match.entry.noun and match.entry.type in TALKED and crossed(range(match.start, match.end), self.back)
        return course and party.name is not None and party.slot.preposition is None

    def _is_source(self, party: Party) -> bool:
        """Whether a body only tells the news or is quoted for it: "…, the ministry said", "the agency cites the press service"."""
        at, before = party.phrase.stop, max(0, party.phrase.start - 3)
        told = self.lexicons.attribution.all(self.tokens[before : party.phrase.start])
        return bool(told) or (at < len(self.tokens) and bool(self.lexicons.attribution.at(self.tokens, at)))

    def _is_whose_gathering(self, party: Party) -> bool:
        """Whether an English group only tells whose the gathering behind it is: "the foreign ministers' | meeting"."""
        behind = [t for t in self.tokens[party.phrase.stop : party.phrase.stop + 2] if t.is_word]
        return bool(behind) and behind[0].lower in self.lexicons.gathered

    def _is_anothers_object(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether an English group is the object of another verb than the act's, or what somebody is told about: "informed the guest about
        the rules for | investors and invited | companies"."""
        at = party.phrase.start - 1
        if self.article.language.code != "en" or not match.end <= at:
            return False
        about = not party.codes and any(t.lower == "about" for t in self.tokens[match.end : at])
        verb = any(r.part == "VERB" and r.features & {"past"} for r in self.tokens[at].readings[:1])
        return (verb and party.slot.preposition is None) or (about and party.slot.preposition == "for")

    def _tells_of_others(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether a Kazakh subject only tells what others do: «A | Б-ның сапары болатынын хабарлады», «A | Б кездесетінін айтты»."""
        if not self.lexicons.state_first or party.slot.case != Case.NOM or party.slot.preposition is not None:
            return False
        told = [i for i in range(match.start, len(self.tokens) - 1) if self._is_told_clause(i)]
        own = (p for p in self.parties if party.phrase.stop <= p.phrase.start < match.start and p.name is not None)
        return bool(told) and any(p.slot.preposition is None and p.slot.case in (Case.NOM, Case.GEN) for p in own)

    def _is_told_clause(self, index: int) -> bool:
        """Whether a token is the verb of a told clause, a verb that ends the sentence behind it: «болатынын | хабарлады»."""
        marks = {f for r in self.tokens[index].readings[:1] for f in r.features}
        accusative = any(r.case == Case.ACC for r in self.tokens[index].readings[:1])
        return accusative and {"part", "poss3"} <= marks and self._is_finite(index + 1)

    def _is_whose_post(self, party: Party) -> bool:
        """Whether somebody only tells whose the post behind is: "Arboleda's | special envoy Rosa Palacios"."""
        at = party.phrase.stop
        if not 0 < at < len(self.tokens) - 1 or self.tokens[at].lower not in POSSESSIVE:
            return False
        return any(p.posts and p.name is not None and p.phrase.start == at + 1 for p in self.parties)

    def _brings_news(self, party: Party, match: Match[ActWord]) -> bool:
        """Whether somebody behind the act only tells it to the press: «…, сообщил агентству пресс-секретарь A»."""
        if self.lexicons.state_first or party.slot.case != Case.NOM or party.slot.preposition is not None:
            return False
        before = range(max(match.end, party.phrase.start - TOLD_TO), party.phrase.start)
        return any(self.tokens[i - 1].text == "," and bool(self.lexicons.attribution.at(self.tokens, i)) for i in before)

    def _travels(self, party: Party) -> bool:
        """Whether a body can be on a journey itself: a delegation, a mission."""
        travellers = self.lexicons.travellers
        return not travellers or any(t.lemmas() & travellers for t in self.tokens[party.phrase.start : party.phrase.stop])

    def _has_person_subject(self) -> bool:
        return any(p.kind is ParticipantKind.PERSON and p.slot.case == Case.NOM and p.slot.preposition is None for p in self.parties)

    def _marks(self, party: Party, lexicon: Lexicon[str]) -> frozenset[str]:
        """The phrases of the list that stand right before the party (Kazakh: right after), or before the list that it goes on."""
        for member in enumeration(party, self.parties, self.tokens, self.lexicons):
            found = marks_beside(member, lexicon, self.tokens, self.lexicons)
            if found:
                return found
        return frozenset()
