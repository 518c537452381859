"""What of a record can be found: its words by field, the values of its facets, its days, and who takes part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from elshi.language.gazetteers import countries
from elshi.records import Document, Ground, Record
from elshi.records import Field as Shown
from elshi.resolution.posts import list_posts, post_id, read_post
from elshi.resolution.profiles import Profile
from elshi.search.terms import Field
from elshi.search.things import Held, Thing, writable

__all__ = ["Account", "Entry", "Told", "days_of", "hold", "make_entry", "post_values"]

NO_RANKS = frozenset({"unlisted"})
PARTS = (len("2026"), len("2026-03"), len("2026-03-15"))


@dataclass(frozen=True, slots=True)
class Told:
    """Words in a language, for a field."""

    field: Field
    language: str
    words: str


@dataclass(frozen=True, slots=True)
class Account:
    """A document that tells of a record: the language in which it was read, and what of its text is about the record."""

    language: str
    document: Document
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the index keeps it. `values` are (facet, value) of facets that are counted, `marks` of those that are only asked for.
    `people` are those who take part, each as the ids of the profiles under which reports tell of them, the first of which stands for
    all; `names` the name and language of each profile, `held` its posts; `things` are posts, bodies, places and initiatives; `written` is
    the record as it is shown. Days are None where nothing tells."""

    record: str
    first: date | None
    last: date | None
    texts: tuple[Told, ...]
    values: tuple[tuple[str, str], ...]
    marks: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, ...], ...] = ()
    names: tuple[tuple[str, str, str], ...] = ()
    held: tuple[Held, ...] = ()
    things: tuple[Thing, ...] = ()
    written: bytes = b""


def make_entry(
    record: Record,
    documents: Sequence[Account],
    profiles: Mapping[tuple[str, int], Profile],
    languages: Mapping[str, str],
    things: Iterable[Thing] = (),
    review: str | None = None,
    written: bytes = b"",
) -> Entry:
    """The entry of a record, given its documents, the profile of each mention of a person (report, place among its participants), the
    language of each report, what its reports tell of, how much somebody should look at it (see `search.reviewing`),
    and the record as it is shown (see `search.written`)."""
    days = days_of(record.date.value) if record.date else (None, None)
    people = tuple(dict.fromkeys(_profiles(record, profiles)))
    return Entry(
        record=record.id,
        first=days[0],
        last=days[1],
        texts=tuple(_texts(record, documents, languages)),
        values=tuple(dict.fromkeys((facet, writable(value)) for facet, value in _values(record, documents))),
        marks=tuple(dict.fromkeys((facet, writable(value)) for facet, value in _marks(record, review))),
        people=people,
        names=tuple(dict.fromkeys((p.id, writable(p.name), p.language) for p in profiles.values())),
        held=tuple(dict.fromkeys(hold(p) for p in profiles.values())),
        things=tuple(dict.fromkeys(things)),
        written=written,
    )


def hold(profile: Profile) -> Held:
    """The posts that a profile names."""
    posts = dict.fromkeys(post_id(sense, profile.represents) for _, sense in list_posts(profile.capacity, profile.language))
    return Held(profile.id, tuple(posts), profile.represents)


def days_of(value: str) -> tuple[date | None, date | None]:
    """The first and the last day of an ISO 8601 day, month, year or interval; (None, None) for anything else."""
    first, _, last = value.partition("/")
    try:
        return date.fromisoformat(first + "0000-01-01"[len(first) :]), _last_day(last or first)
    except ValueError:
        return None, None


def _last_day(value: str) -> date:
    if len(value) == len("2026"):
        return date(int(value), 12, 31)
    if len(value) == len("2026-03"):
        year, month = int(value[:4]), int(value[5:])
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if (year, month) != (9999, 12) else date.max
    return date.fromisoformat(value)


def _profiles(record: Record, profiles: Mapping[tuple[str, int], Profile]) -> Iterator[tuple[str, ...]]:
    for part in record.participants:
        ids = sorted({profiles[mention].id for mention in part.mentions if mention in profiles})
        if ids:
            yield tuple(ids)


def _texts(record: Record, documents: Sequence[Account], languages: Mapping[str, str]) -> Iterator[Told]:
    fallback = documents[0].language if documents else "en"
    for part in record.participants:
        for named in (part.name, part.capacity):
            yield from (Told(Field.RECORD, language or fallback, value) for value, language in _told(named))
    for place in (record.city, record.venue):
        yield from (Told(Field.RECORD, language or "en", value) for value, language in _told(place))
    yield from (Told(Field.INITIATIVE, told.language or fallback, told.value) for told in record.initiatives)
    for quote in record.quotes:
        field = Field.SAID if quote.field == "statement" else Field.OUTCOME
        yield Told(field, languages.get(quote.report, fallback), quote.words)
    for source in documents:
        title = source.document.title
        if title and title not in source.document.text:
            yield Told(Field.ANY, source.language, title)
        yield Told(Field.ANY, source.language, source.words)


def _told(field: Shown | None) -> list[tuple[str, str | None]]:
    """What is told of the field, with the languages, and what a person says."""
    if field is None:
        return []
    told = [(told.value, told.language) for told in field.told]
    return told if field.why is not Ground.CORRECTED else [*told, (field.value, next((code for _, code in told), None))]


def _values(record: Record, documents: Sequence[Account]) -> Iterator[tuple[str, str]]:
    codes = [told.value for part in record.participants for told in part.represents]
    states = [code for code in codes if code in countries()]
    if record.country:
        states.append(record.country.value)
    yield from (("country", code) for code in states)
    yield from (("organisation", code) for code in codes if code not in countries())
    if record.city:
        yield "place", record.city.value
    yield from (("topic", topic.value) for topic in record.topics)
    yield "type", record.type.value
    yield "status", record.status.value
    for source in documents:
        yield "language", source.language
        name = source.document.source or _host(source.document.url or "")
        if name:
            yield "source", name


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _marks(record: Record, review: str | None) -> Iterator[tuple[str, str]]:
    if review is not None:
        yield "review", review
    for quote in record.quotes:
        yield from (("due", day[:length]) for day in (quote.due or "").split("/") for length in PARTS if len(day) >= length)
    for field in (record.country, record.city):
        yield from (("where", value) for value, _ in _told(field))
    for part in record.participants:
        for words, language in _told(part.capacity):
            yield from (("post", value) for value in post_values(words, language or "en"))


def post_values(words: str, code: str) -> list[str]:
    """Under what a post is found: its ranks, and each with each subject ("minister", "minister/foreign")."""
    sense = read_post(words, code)
    ranks = sorted(sense.ranks - NO_RANKS)
    return ranks + [f"{rank}/{subject}" for rank in ranks for subject in sorted(sense.subjects)]
