"""What an engagement was about: topics, initiatives, statements and outcomes, from its own sentences and those that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from elshi.engagements.article import Article
from elshi.engagements.drafts import Draft
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.members import Member, Members
from elshi.engagements.outcomes import find_outcomes
from elshi.engagements.parties import Party
from elshi.engagements.statements import Said, find_sayings
from elshi.engagements.topics import find_initiatives, find_topics, unique
from elshi.records import Outcome, OutcomeKind, ParticipantKind, Sourced, Span, Statement

__all__ = ["Contents", "read_contents"]

# "asked", "proposed" and "invited" by one named person are outcomes, not statements.
NOT_SAID = frozenset({OutcomeKind.INVITED, OutcomeKind.SIGNED})


@dataclass(slots=True)
class Contents:
    """What has been found for one draft so far."""

    topics: list[Sourced[str]] = field(default_factory=list)
    initiatives: list[Sourced[str]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def fields(self) -> dict[str, Any]:
        """The engagement's fields."""
        return {
            "topics": unique(self.topics),
            "initiatives": unique(self.initiatives),
            "statements": tuple(self.statements),
            "outcomes": tuple(self.outcomes),
        }


class _ContentReader:
    def __init__(
        self, article: Article, drafts: Sequence[Draft], parties: Sequence[Sequence[Party]], members: Members, lexicons: Lexicons
    ) -> None:
        self.article, self.drafts, self.parties, self.members, self.lexicons = article, drafts, parties, members, lexicons
        self.contents = [Contents() for _ in drafts]
        self.speaker: Member | None = None

    def read(self) -> list[Contents]:
        for number in range(len(self.article.sentences)):
            here = [i for i, d in enumerate(self.drafts) if number in d.scope]
            if here:
                self._read(number, here)
        return self.contents

    def _read(self, number: int, here: list[int]) -> None:
        for index in here:
            region = self._region(number, index)
            self.contents[index].topics += find_topics(self.article, number, region)
            self.contents[index].initiatives += find_initiatives(self.article, number, region)
        outcomes = self._outcomes(number, here)
        self._statements(number, here, outcomes)

    def _region(self, number: int, index: int) -> Span:
        draft = self.drafts[index]
        return draft.region if number == draft.act.sentence else self.article.sentences[number].span

    def _outcomes(self, number: int, here: list[int]) -> list[Outcome]:
        index = here[-1]
        draft = self.drafts[index]
        first = draft.act.trigger.stop if number == draft.act.sentence else 0
        found = find_outcomes(self.article, number, first, self.lexicons)
        if draft.type == "signing":
            found = [o for o in found if o.kind is not OutcomeKind.SIGNED]
        self.contents[index].outcomes += found
        return found

    def _statements(self, number: int, here: list[int], outcomes: Sequence[Outcome]) -> None:
        for said in find_sayings(self.article, number, self.parties[number], self.lexicons):
            if said.rule == "speech act" and any(o.kind in NOT_SAID and o.quote.overlaps(said.quote) for o in outcomes):
                continue
            speaker = self._speaker(said)
            if speaker is None:
                continue
            self.speaker = speaker
            index = self._draft_of(speaker, number, here)
            if index is not None:
                self.contents[index].statements.append(Statement(speaker.name, said.quote, said.rule))

    def _speaker(self, said: Said) -> Member | None:
        if said.speaker is None:
            return self.speaker
        member = self.members.known.get(said.speaker.span)
        return member if member is not None and member.kind is ParticipantKind.PERSON else None

    def _draft_of(self, speaker: Member, number: int, here: list[int]) -> int | None:
        """The engagement that a speaker takes part in: of those that the sentence speaks of, else the last one told."""
        for index in [*reversed(here), *(i for i in reversed(range(len(self.drafts))) if self.drafts[i].act.sentence <= number)]:
            if speaker.identity in self.drafts[index].identities:
                return index
        return None


def read_contents(
    article: Article, drafts: Sequence[Draft], parties: Sequence[Sequence[Party]], members: Members, lexicons: Lexicons
) -> list[Contents]:
    """What each draft's sentences say of its topics, initiatives, statements and outcomes, in the order of the drafts."""
    return _ContentReader(article, drafts, parties, members, lexicons).read()
