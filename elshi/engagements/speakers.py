"""Who speaks: the participant that a name, a post, a side or a pronoun before a verb of speech means."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.article import Article
from elshi.engagements.drafts import Draft
from elshi.engagements.members import Member, Members
from elshi.engagements.parties import Party
from elshi.engagements.speech import speech_words
from elshi.engagements.statements import Said
from elshi.language.base import Case
from elshi.language.cities import find_city
from elshi.language.gazetteers import find_country
from elshi.records import Label, ParticipantKind, Span

__all__ = ["Speakers"]

SPEAKING = frozenset({ParticipantKind.PERSON, ParticipantKind.OFFICE})
NEAR = 6  # engagements in which somebody meant by office and state is sought
ORIGIN = 4  # tokens after an office-holder that may say from where
MEMORY = 2  # sentences over which one who spoke is still meant by a pronoun


class Speakers:
    """Finds speakers in reading order; remembers who spoke last."""

    def __init__(self, article: Article, drafts: Sequence[Draft], parties: Sequence[Sequence[Party]], members: Members) -> None:
        self.article, self.drafts, self.parties, self.members = article, drafts, parties, members
        self.last: Member | None = None
        self.spoke = -MEMORY - 1

    def find(self, said: Said, here: Sequence[int]) -> tuple[Member, int] | None:
        """The speaker and the index of the engagement in which the words were said; None if nobody known who takes part said them."""
        for member in self._candidates(said, here):
            index = self._draft_of(member, said.sentence, here)
            if index is not None:
                self.last, self.spoke = member, said.sentence
                return member, index
        return None

    def _candidates(self, said: Said, here: Sequence[int]) -> list[Member]:
        party = said.speaker
        if said.guest or (party is not None and self._is_guest(party)):
            guest = self._guest(here)
            if guest or party is None:
                return guest
        if said.state is not None:
            return self._serving({said.state}, here)
        if party is None:
            return [*self._sender(here), *self._recent(said.sentence)]
        if "pronoun" in party.roles:
            return [] if self._is_they(party) else self._meant(party)
        if party.name is None and (sender := self._sender(here)) and party.posts:
            return sender
        member = self.known(party, here)
        if member is not None and member.kind in SPEAKING and any(member.identity in d.identities for d in self.drafts):
            return [member]
        return self._of_side(party, here) or self._other(party, here)

    def known(self, party: Party, here: Sequence[int]) -> Member | None:
        """Who a party is; an office of a state ("the Polish minister") is the one participant near who serves that state."""
        codes = {c.code for c in party.codes} or self._origin(party)
        if party.name is None and party.kind is ParticipantKind.OFFICE and codes:
            near = self.drafts[max(0, here[-1] - NEAR) : here[-1] + 1]
            serving = {m.identity: m for d in near for m in d.members if m.number is not None and codes & {c.code for c in m.codes}}
            if len(serving) == 1:
                return next(iter(serving.values()))
        return self.members.known.get(party.span)

    def _origin(self, party: Party) -> set[str]:
        """The state of the place from which an office-holder is said to be: "the minister from Zagreb"."""
        sentence, code = self.article.sentences[party.sentence], self.article.language.code
        after = sentence.tokens[party.phrase.stop : party.phrase.stop + ORIGIN]
        if not after or after[0].lower not in speech_words(code).origins:
            return set()
        named = self.article.mentions_in(Span(after[0].span.start, after[-1].span.end), {Label.CITY, Label.COUNTRY})
        words = [m.span.of(self.article.text) for m in named[:1]]
        cities = [city for w in words if (city := find_city(w, code)) is not None]
        return {state for w in words if (state := find_country(w, code))} | {city.country for city in cities}

    def _is_guest(self, party: Party) -> bool:
        """Whether a party is only called guest or interlocutor."""
        tokens = self.article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop]
        return party.name is None and bool(speech_words(self.article.language.code).guests.all(tokens))

    def _is_they(self, party: Party) -> bool:
        words = self.article.words(self.article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop])
        return words.lower() in ("они", "оба", "обе", "they", "them", "both", "олар")

    def _recent(self, number: int) -> list[Member]:
        return [self.last] if self.last is not None and number - self.spoke <= MEMORY else []

    def _sender(self, here: Sequence[int]) -> list[Member]:
        """Who wrote the message that the sentence goes on to quote."""
        draft = self.drafts[here[-1]]
        return [m for m in draft.members if m.kind in SPEAKING][:1] if draft.type == "message" else []

    def _guest(self, here: Sequence[int]) -> list[Member]:
        """The one participant who is not the first named: the guest of whoever meets."""
        people = [m for m in self.drafts[here[-1]].members if m.kind in SPEAKING]
        return people[1:] if len(people) == 2 else []

    def _other(self, party: Party, here: Sequence[int]) -> list[Member]:
        """Whom an office that nobody named here holds can mean: the one participant who is no main person of several engagements."""
        if party.name is not None or not party.posts:
            return []
        people = [m for m in self.drafts[here[-1]].members if m.kind in SPEAKING]
        codes = {c.code for c in party.codes}
        fitting = [m for m in people if not codes or not m.codes or codes & {c.code for c in m.codes}]
        once = [m for m in fitting if sum(m.identity in d.identities for d in self.drafts) == 1]
        chosen = fitting if len(fitting) == 1 else once
        return chosen if len(chosen) == 1 else []

    def _meant(self, party: Party) -> list[Member]:
        """Whom a pronoun means: who is named before it in its sentence; who spoke in the sentence before, else its subject."""
        number = party.sentence
        own = [p for p in self.parties[number] if p.phrase.stop <= party.phrase.start and p.name is not None]
        if own and (known := self.members.known.get(own[-1].span)) is not None and known.kind in SPEAKING:
            return [known]
        spoken = self._recent(number) if number - self.spoke <= 1 else []
        before = [p for p in self.parties[number - 1] if p.name is not None or p.posts] if number else []
        subjects = [p for p in before if p.slot.case == Case.NOM and p.slot.preposition is None]
        named = [m for p in (*reversed(subjects), *reversed(before)) if (m := self.members.known.get(p.span)) is not None]
        return [*spoken, *(m for m in named if m.kind in SPEAKING), *self._recent(number)]

    def _of_side(self, party: Party, here: Sequence[int]) -> list[Member]:
        """The single participant of the state or body that a side, a guest or an unresolved post stands for."""
        codes = {c.code for c in party.codes}
        if not codes or party.kind is ParticipantKind.OFFICE or party.bodies:
            return []
        return self._serving(codes, here)

    def _serving(self, codes: set[str], here: Sequence[int]) -> list[Member]:
        """The single participant of the states or bodies."""
        for index in reversed(here):
            people = [m for m in self.drafts[index].members if m.kind in SPEAKING]
            side = [m for m in people if codes & {c.code for c in m.codes}] or [m for m in people if not m.codes]
            if side:
                return side if len(side) == 1 else []
        return []

    def _draft_of(self, speaker: Member, number: int, here: Sequence[int]) -> int | None:
        """The engagement that a speaker takes part in: of those that the sentence speaks of, else the last one told."""
        earlier = (i for i in reversed(range(len(self.drafts))) if self.drafts[i].act.sentence <= number)
        for index in [*reversed(here), *earlier]:
            if speaker.identity in self.drafts[index].identities:
                return index
        return None
