"""Sentences that go on about an engagement told before, and whom they add to it."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.engagements.acts import Act
from elshi.engagements.article import Article
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import ENVOYS
from elshi.engagements.parties import Party
from elshi.engagements.plurals import is_anonymous, means_all
from elshi.engagements.retellings import GATHERINGS, Draft
from elshi.engagements.statements import Sayings
from elshi.engagements.taking_part import stands_in
from elshi.engagements.tellings import complement_start
from elshi.language.base import Case, Sentence
from elshi.records import ParticipantKind

__all__ = ["MANY", "Joining"]

MANY = frozenset({"conference", "reception", "ceremony", "briefing", "signing", "talks", "visit", "community"})
BULLETS = frozenset("•▪●■◦–—-*·")
OPENING = 6  # tokens at a sentence's head


class Joining:
    """Tells of the sentences of one document whom they add to the engagement told before."""

    def __init__(self, article: Article, parties: Sequence[Sequence[Party]], sayings: Sayings, lexicons: Lexicons) -> None:
        self._article, self._parties, self._sayings, self._lexicons = article, parties, sayings, lexicons

    def journey(self, number: int, acts: Sequence[Act], drafts: Sequence[Draft]) -> Draft | None:
        """The journey told of whose delegation a sentence says who is in it, or that it goes on about: "The delegation includes A and B",
        "The visit was prepared by A"."""
        tokens = self._article.sentences[number].tokens[:OPENING]
        composed = any(t.lemmas() & self._lexicons.delegations for t in tokens) and self._lexicons.composed.all(tokens)
        goes_on = any(a.back and a.word.type == "visit" for a in acts) and not self._lexicons.state_first
        return next((d for d in reversed(drafts) if d.type == "visit"), None) if composed or goes_on else None

    def is_item(self, number: int) -> bool:
        """Whether a sentence stands in an item of a list of news."""
        paragraph = self._article.sentences[number].paragraph
        first = next(s for s in self._article.sentences if s.paragraph == paragraph)
        return bool(first.tokens) and first.tokens[0].text in BULLETS

    def adds(self, current: Draft, number: int) -> bool:
        """Whether a sentence says who else took part."""
        sentence = self._article.sentences[number]
        named = current.type == "credentials" and any(p.roles & ENVOYS and p.name is not None for p in self._parties[number])
        if current.type in MANY or named:
            told = complement_start(sentence, self._parties[number], self._lexicons)  # "said that it plans to open an office" adds nobody
            words = (*self._lexicons.joins.all(sentence.tokens), *self._lexicons.organises.all(sentence.tokens))
            if any(m.start < told or not _is_infinitive(sentence, m.start) for m in words):
                return True
        return bool(self._lexicons.attends.all(sentence.tokens))

    def speaking(self, number: int) -> list[Party]:
        """Officials who speak at a gathering take part in it."""
        return [s.speaker for s in self._sayings.of(number) if s.speaker is not None and s.speaker.name is not None and s.speaker.posts]

    def joins(self, party: Party, number: int) -> bool:
        """Whether a party of a sentence that adds people is one of them."""
        if any(q.contains(party.span) for q in self._article.quotes[number]):
            return False
        if means_all(self._article, party, self._lexicons) or is_anonymous(self._article, party, self._lexicons):
            return False
        if self._organises(party, number) and party.slot.case == Case.ACC and party.slot.preposition is None:
            return not self._lexicons.name_after_comma  # «его организует министерство»: its form is that of the subject too
        named = party.name is not None or party.kind is ParticipantKind.GROUP
        named = named or self._organises(party, number) or self._is_present(party, number)
        return named and stands_in(party, self._lexicons.joins_slots)

    def _is_present(self, party: Party, number: int) -> bool:
        """Whether a sentence says of the holder of a state's office that he or she was there too."""
        plain = party.slot.case == Case.NOM and party.slot.preposition is None
        office = party.kind is ParticipantKind.OFFICE and bool(party.codes) and plain
        return office and bool(self._lexicons.attends.all(self._article.sentences[number].tokens))

    def _organises(self, party: Party, number: int) -> bool:
        """Whether a body is said to hold the gathering told of: "It is organised by the Ministry of Ecology"."""
        told = party.kind is ParticipantKind.ORGANIZATION and (bool(party.codes) or "body" not in party.roles)
        return told and bool(self._lexicons.organises.all(self._article.sentences[number].tokens))

    def is_held_there(self, act: Act, current: Draft) -> bool:
        """Whether something is handed over or opened at the gathering told right before, which the words ahead of the act name: "before
        the presentation the ambassador handed the author a certificate"."""
        if current.type not in GATHERINGS or act.word.type != "ceremony" or act.word.noun:
            return False
        near = 0 < act.sentence - current.scope[-1] <= 1 and act.status == current.status
        ahead = self._article.sentences[act.sentence].tokens[act.region.start : act.trigger.start]
        told = self._article.sentences[current.act.sentence].tokens[current.act.trigger.start : current.act.trigger.stop]
        nouns = {r.lemma for t in told for r in t.readings if r.part == "NOUN"}
        return near and any(t.lemmas() & nouns for t in ahead)

    def is_told_there(self, act: Act, drafts: Sequence[Draft]) -> bool:
        """Whether somebody only greets those at the gathering told right before: «бейнебайланыс арқылы қатысушыларды A құттықтады»."""
        current = drafts[-1] if drafts else None
        if current is None or act.word.type != "message" or current.type not in GATHERINGS:
            return False
        near = act.sentence - current.scope[-1] <= 1 and act.status == current.status
        return near and any(is_anonymous(self._article, p, self._lexicons) for p in act.parties)


def _is_infinitive(sentence: Sentence, index: int) -> bool:
    return any("inf" in r.features and r.part == "VERB" for r in sentence.tokens[index].readings[:1])
