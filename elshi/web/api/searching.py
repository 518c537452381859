"""What lists of records and the search share: filters as parameters, and pages of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Query, Response

from elshi.records import EngagementType, Status
from elshi.records.serialise import clean, dump_line
from elshi.search.finding import Found, Order, Search
from elshi.search.query_language import QueryFault
from elshi.web.api.paging import read_cursor, write_cursor
from elshi.web.api.parameters import NO_NUL, Kind, Since, State, Topic, Until
from elshi.web.api.presenting import present_records
from elshi.web.context import Context
from elshi.web.problems import Problem

__all__ = ["Filtered", "Filters", "answer_found", "count_values", "find_records"]

Value = Annotated[str | None, Query(min_length=1, max_length=200, pattern=NO_NUL)]


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that must all hold, as (name, value)."""

    given: tuple[tuple[str, str], ...]


async def _filters(
    kind: Kind = None,
    status: State = None,
    country: Annotated[Value, Query(description="Acts for it or in it: a code or a name.")] = None,
    topic: Topic = None,
    person: Annotated[Value, Query(description="A person's id, or a name in any spelling.")] = None,
    organisation: Annotated[Value, Query(description="Somebody acts for it: a code or a name.")] = None,
    place: Annotated[Value, Query(description="Where: a city or a country.")] = None,
    initiative: Annotated[Value, Query(description="Words of a named format, project or plan.")] = None,
    said: Annotated[Value, Query(description="Words of what somebody said.")] = None,
    outcome: Annotated[Value, Query(description="Words of what came of it.")] = None,
    language: Annotated[Value, Query(description="The language of one of the documents.")] = None,
    source: Annotated[Value, Query(description="The source of one of the documents.")] = None,
    due: Annotated[Value, Query(description="Something is to come of it then: a day, a month or a year.")] = None,
    since: Since = None,
    until: Until = None,
) -> Filters:
    told: dict[str, EngagementType | Status | date | str | None] = {
        "type": kind, "status": status, "country": country, "topic": topic, "person": person, "organisation": organisation,
        "place": place, "initiative": initiative, "said": said, "outcome": outcome, "language": language, "source": source,
        "due": due, "since": since, "until": until,
    }  # fmt: skip
    return Filters(tuple((name, str(value)) for name, value in told.items() if value is not None))


Filtered = Annotated[Filters, Depends(_filters)]


def find_records(
    context: Context,
    filters: Filters,
    query: str,
    order: Order,
    limit: int,
    cursor: str | None,
    facets: Sequence[str] = (),
    values: int = 10,
) -> tuple[Found, str | None]:
    """What fits, and the cursor of the next page. Raises Problem where the query or a filter cannot be read, with the place."""
    question = ("records", query, filters.given, order.value)
    score, day, entry = read_cursor(question, cursor, (int, int, int)) or (None, 0, 0)
    after = None if score is None else (_small(score), _small(day), _small(entry))
    search = Search(query, filters.given, order, limit + 1 if limit else 0, after, tuple(facets), values)
    found = context.finder.find(context.stores.store().index(), search)
    if isinstance(found, QueryFault):
        raise Problem(422, found.message, more={"start": found.start, "end": found.end})
    more = write_cursor(question, found.hits[limit - 1].place) if limit and len(found.hits) > limit else None
    return Found(found.total, found.hits[:limit], found.facets), more


def answer_found(context: Context, found: Found, following: str | None, *, facets: bool) -> Response:
    """A page of records, with the number of all (`SearchPage`, or `RecordPage` without facets). Records that have become part of
    others since they were indexed are left out. The others are written already, so the page is put together from text."""
    items = ",".join(present_records(context.stores.store(), [hit.record for hit in found.hits]))
    counts = f',"facets":{dump_line(count_values(found))}' if facets else ""
    written = f'{{"total":{found.total},"items":[{items}],"next":{dump_line(following)}{counts}}}'
    return Response(written, media_type="application/json")


def count_values(found: Found) -> dict[str, Any]:
    """The counts of the facets asked for."""
    told = {name: [{"value": c.value, "label": c.label, "count": c.count} for c in counts] for name, counts in found.facets.items()}
    return dict(clean(told))


def _small(number: int | str) -> int:
    """A part of a place that the index can count with, whatever the cursor says."""
    return max(-1, min(int(number), (1 << 31) - 1))
