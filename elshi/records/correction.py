"""A person's word that a value of a record is another one: dated, attributed, and reversible by another correction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from elshi.records.document import content_id

__all__ = ["CorrectedField", "Correction"]


class CorrectedField(StrEnum):
    """What of a record can be corrected; name, capacity and represents are a participant's. `review` is no value of it, but that
    somebody looked at it and found it right (`accepted`) or no engagement at all (`dismissed`)."""

    TYPE = "type"
    STATUS = "status"
    DATE = "date"
    COUNTRY = "country"
    CITY = "city"
    VENUE = "venue"
    TOPICS = "topics"
    NAME = "name"
    CAPACITY = "capacity"
    REPRESENTS = "represents"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Correction:
    """Somebody's word that `field` of the record to which `report` belongs is `value` (codes with spaces between for topics and
    represents).

    `place` is the participant's place in that report and `about` its name there, where the field is a participant's. `when` is in UTC.
    `takes_back` is the id of the correction that this one undoes; everything else but `who`, `when` and `why` repeats that one.
    """

    report: str
    field: CorrectedField
    value: str
    who: str
    when: datetime
    why: str = ""
    place: int | None = None
    about: str | None = None
    takes_back: str | None = None

    @property
    def id(self) -> str:
        """Made from everything it says, so that the same word twice is one correction."""
        place = None if self.place is None else str(self.place)
        said = (self.report, self.field, self.value, self.who, self.when.isoformat(), self.why, place, self.about, self.takes_back)
        return content_id("correction", *said)
