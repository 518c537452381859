"""A decision that two things are the same or not: dated, attributed, and reversible by another one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from elshi.records.document import content_id

__all__ = ["Judgement", "Subject", "Verdict"]


class Verdict(StrEnum):
    """What a judgement says of its two things."""

    SAME = "same"
    DIFFERENT = "different"


class Subject(StrEnum):
    """What a judgement is about: two reports of engagements, or two entities."""

    ENGAGEMENT = "engagement"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Somebody's word that `one` and `other` (ids of reports or of entities) are the same or different.

    `when` is in UTC. `takes_back` is the id of the judgement that this one undoes; its verdict, subject and ids repeat those of that
    one. A machine's word is no judgement of this kind: it is computed anew from the reports whenever it is asked for.
    """

    subject: Subject
    one: str
    other: str
    verdict: Verdict
    who: str
    when: datetime
    why: str = ""
    takes_back: str | None = None

    @property
    def id(self) -> str:
        """Made from everything it says, so that the same word twice is one judgement."""
        said = (self.subject, self.one, self.other, self.verdict, self.who, self.when.isoformat(), self.why, self.takes_back)
        return content_id("judgement", *said)
