"""`/suggest`: whom and what is called so, while a query is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import JSONResponse

from elshi.language.phrases import word_list
from elshi.records.serialise import clean
from elshi.search.directory import FACET_OF
from elshi.search.rosters import Listing
from elshi.web.pages.desk import Desk, OnDesk
from elshi.web.pages.rendering import link
from elshi.web.pages.rosters import ROOMS, list_rows

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
MOST = {"people": 4, "countries": 3, "organisations": 3, "places": 2, "initiatives": 2}
MOST_TOPICS = 2
SHORTEST = 2  # characters


@router.get("/suggest")
def suggest(desk: OnDesk, q: Annotated[str, Query(max_length=200)] = "") -> Any:
    """A few people, countries, organisations, places, initiatives and topics that are called so, each with its page (JSON)."""
    words = " ".join(q.replace("\0", " ").split())
    told = list(_suggest(desk, words)) if len(words) >= SHORTEST else []
    return JSONResponse(clean(told), headers={"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"})


def _suggest(desk: Desk, words: str) -> Iterator[dict[str, str]]:
    for room, most in MOST.items():
        asked = Listing(FACET_OF[ROOMS[room]], words, by_sound=False)
        places = desk.context.directory.page(desk.store, asked, None, most)
        if room == "people" and not places:
            places = desk.context.directory.page(desk.store, replace(asked, by_sound=True), None, most)
        for row in list_rows(desk, room, [known for _, known in places]):
            yield {"label": row.name, "kind": desk.words.say(f"list: {room}"), "href": row.href}
    topics = (topic for topic in word_list("en", "topics")["topics"] if words.casefold() in desk.words.say(topic).casefold())
    for topic in [*topics][:MOST_TOPICS]:
        yield {"label": desk.words.say(topic), "kind": desk.words.say("topics"), "href": link("topics", topic)}
