"""Documents that people have looked at, as annotated documents: what they confirmed and corrected, to measure by and to learn from.

The form is that of the gold documents which `elshi eval` compares with; `event` and `person` are the ids of the record and of the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from elshi.records import CorrectedField, Correction, Document, Engagement, Record, Span, Subject
from elshi.records import Field as Shown
from elshi.records.serialise import encode_plain
from elshi.register.records import read_parties, read_record, read_sources
from elshi.resolution.correcting import DISMISSED, OF_PARTICIPANTS, find_part, read_review
from elshi.resolution.merging import merge
from elshi.resolution.reversals import list_effective
from elshi.store import Report, Store

__all__ = ["list_annotations"]

PLACES = (CorrectedField.COUNTRY, CorrectedField.CITY, CorrectedField.VENUE)
LISTS = (CorrectedField.TOPICS, CorrectedField.REPRESENTS)
Plain = dict[str, Any]


def list_annotations(store: Store, *, partly: bool = False) -> Iterator[Plain]:
    """Each document of whose engagements people accepted, corrected or dismissed every one, with what is right now; with `partly` also
    those of which they looked at some: `reviewed` names these, and the others stand as Elshi read them."""
    for key in _looked_at(store):
        reports = [(report, _seen(store, report)) for report in store.reports_of(key)]
        seen = [report for report, record in reports if _is_reviewed(record)]
        if seen and (partly or len(seen) == len(reports)):
            yield _annotate(store, store.document(key), reports)


def _looked_at(store: Store) -> list[str]:
    """The documents that tell of records of which people said something, in the order in which they said it."""
    shelf = store.shelf(Subject.ENGAGEMENT)
    named = dict.fromkeys(shelf.cluster_of(correction.report) for correction in list_effective(store.corrections()))
    members = (key for record in named if record for key in shelf.members(record))
    return list(dict.fromkeys(report.document for key in members for report in store.reports_under(key)))


def _seen(store: Store, report: Report) -> Record:
    record = store.shelf(Subject.ENGAGEMENT).cluster_of(report.engagement.id)
    return read_record(store, record or report.engagement.id)


def _is_reviewed(record: Record) -> bool:
    return bool(record.corrections)


def _annotate(store: Store, document: Document, reports: Iterable[tuple[Report, Record]]) -> Plain:
    known = list(reports)
    engagements, reviewed = list[Plain](), list[str]()
    for report, record in known:
        said = read_review(record)
        if said is not None and said.value == DISMISSED:
            continue
        made = {"id": f"e{len(engagements) + 1}", **_engagement(store, document, report, record)}
        engagements.append(made)
        reviewed += [made["id"]] if _is_reviewed(record) else []
    return {
        "id": document.id,
        "lang": known[0][0].language,
        "published": document.published.isoformat() if document.published else None,
        "source": document.source,
        "title": document.title,
        "text": document.text,
        "engagements": engagements,
        "reviewed": reviewed,
    }


def _engagement(store: Store, document: Document, report: Report, record: Record) -> Plain:
    """The report's engagement in the plain form, quotes in letters, with what people said of it in the place of what was read."""
    plain = _in_letters(encode_plain(report.engagement), document.text)
    entities = _find_people(store, record, report.engagement)
    for participant, entity in zip(plain["participants"], entities, strict=True):
        if entity and participant["kind"] == "person":
            participant["person"] = entity
    before = merge(read_sources(store, record.reports))
    for corrected in record.corrections:
        _apply(store, plain, corrected.correction, before, report, record)
    plain.pop("confidence")
    return {**plain, "event": record.id}


def _in_letters(plain: Plain, text: str) -> Plain:
    """The same with the words in the place of spans."""

    def words(span: Plain) -> str:
        return Span(span["start"], span["end"]).of(text)

    plain.pop("id")
    plain["evidence"] = [words(span) for span in plain["evidence"]]
    for name, quoted in (("participants", "mention"), ("statements", "quote"), ("outcomes", "quote")):
        plain[name] = [{**part, quoted: words(part[quoted])} for part in plain[name]]
    return plain


def _find_people(store: Store, record: Record, engagement: Engagement) -> list[str | None]:
    """Who each participant of a report is."""
    _, keys = read_parties(store, record.id)
    owner = {mention: key for part, key in zip(record.participants, keys, strict=True) for mention in part.mentions}
    return [owner.get((engagement.id, place)) for place in range(len(engagement.participants))]


def _apply(store: Store, plain: Plain, correction: Correction, before: Record, report: Report, record: Record) -> None:
    """Put a corrected value into a report that says what the record showed before. A report that says something else keeps its word:
    the correction settled which of them to believe, not what that text says."""
    field, name = correction.field, correction.field.value
    if field is CorrectedField.REVIEW:
        return
    if field in OF_PARTICIPANTS:
        part = find_part(record, correction)
        places = [] if part is None else [place for key, place in record.participants[part].mentions if key == report.engagement.id]
        shown = _shown(getattr(before.participants[part], name)) if part is not None else None
        for place in places:
            _correct_participant(store, plain, plain["participants"][place], correction, shown, report)
    elif field is CorrectedField.DATE:
        if plain["date"]["value"] == _shown(before.date):
            plain["date"] = {"value": correction.value, "basis": plain["date"]["basis"].replace("none", "explicit")}
    elif field in PLACES:
        if plain["place"][name] == _shown(getattr(before, name)):
            plain["place"][name] = correction.value
    elif field in LISTS:
        plain[name] = correction.value.split()
    elif plain[name] == _shown(getattr(before, name)):
        plain[name] = correction.value


def _correct_participant(store: Store, plain: Plain, participant: Plain, correction: Correction, shown: object, report: Report) -> None:
    """Names and posts are in the document's language, and so count only for reports in the same one."""
    name = correction.field.value
    if correction.field is CorrectedField.REPRESENTS:
        participant[name] = correction.value.split()
    elif correction.report == report.engagement.id or (
        participant[name] == shown and store.reports_under(correction.report)[0].language == report.language
    ):
        if correction.field is CorrectedField.NAME:
            for statement in plain["statements"]:
                statement["speaker"] = correction.value if statement["speaker"] == participant["name"] else statement["speaker"]
        participant[name] = correction.value


def _shown(value: object) -> object:
    return value.value if isinstance(value, Shown) else None
