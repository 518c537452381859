"""The parameters that several lists share."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from fastapi import Path, Query
from pydantic import BeforeValidator

from elshi.records import EngagementType, Status
from elshi.web.api.paging import LARGEST_PAGE

__all__ = [
    "NO_NUL", "Country", "Cursor", "Identifier", "IsoDay", "Kind", "Known", "Limit", "LongIdentifier", "NamePart", "Since", "State",
    "Topic", "Until", "iso",
]  # fmt: skip

NO_NUL = r"^[^\x00]*$"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _read_day(given: Any) -> Any:
    """A day must be written as ISO 8601 has it; anything else is not taken for one."""
    if isinstance(given, str) and not DAY.fullmatch(given):
        raise ValueError("a day is written YYYY-MM-DD")
    return given


IsoDay = Annotated[date, BeforeValidator(_read_day)]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="At most so many on a page.")]
Cursor = Annotated[str | None, Query(max_length=1000, pattern=r"^[\w-]*$", description="`next` of the page before.")]
Kind = Annotated[EngagementType | None, Query(alias="type", description="Only engagements of this type.")]
State = Annotated[Status | None, Query(alias="status", description="Only engagements of this status.")]
Country = Annotated[str | None, Query(pattern=r"^[A-Z]{2}$", description="An ISO 3166-1 alpha-2 code.")]
Topic = Annotated[str | None, Query(pattern=r"^[a-z-]{1,50}$", description="A code of a topic.")]
Since = Annotated[IsoDay | None, Query(description="Only engagements from this day on.")]
Until = Annotated[IsoDay | None, Query(description="Only engagements up to this day.")]
Known = Annotated[IsoDay | None, Query(description="As it was known at the end of this day (UTC).")]
NamePart = Annotated[str | None, Query(min_length=1, max_length=200, pattern=NO_NUL, description="A name or a part of one, in any script.")]
Identifier = Annotated[str, Path(pattern=r"^[0-9a-f]{1,40}$", max_length=40)]
LongIdentifier = Annotated[str, Path(pattern=NO_NUL, max_length=500)]


def iso(day: date | None) -> str | None:
    """The day as lists of the store take it."""
    return None if day is None else day.isoformat()
