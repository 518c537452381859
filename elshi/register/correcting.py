"""People's corrections of records: taken, taken back, and carried on to the report that a new reading puts in the place of an old one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from elshi.errors import UnknownRecord, UsageError
from elshi.language.gazetteers import countries, find_city
from elshi.language.phrases import word_list
from elshi.language.rooms import SUPPORTED
from elshi.records import CorrectedField, Correction, EngagementType, Status, Subject
from elshi.register.records import find_record, read_record
from elshi.resolution.correcting import ACCEPTED, DISMISSED, OF_PARTICIPANTS, find_part
from elshi.resolution.reversals import list_effective
from elshi.store import Store

__all__ = ["correct", "find_correction", "read_value", "take_back_correction", "undo_correction"]

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?|\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}")
LONGEST = 500


def correct(
    store: Store, identifier: str, field: CorrectedField, value: str, who: str, why: str = "", participant: int | None = None
) -> Correction:
    """Write down that a value of the record to which the id leads is this one. `participant` is the place (from 0) among the record's
    participants. Raises UnknownRecord, and UsageError where the value cannot be one of the field."""
    record = read_record(store, find_record(store, identifier))
    value = read_value(field, value)
    if (field in OF_PARTICIPANTS) != (participant is not None):
        raise UsageError(f"say which participant has the {field}" if participant is None else f"no participant has a {field}")
    report, place, about = record.reports[0], None, None
    if participant is not None:
        if not 0 <= participant < len(record.participants):
            raise UsageError(f"the record has no participant {participant + 1}")
        report, place = record.participants[participant].mentions[0]
        about = _name_in(store, report, place)
    correction = Correction(report, field, value, who, datetime.now(UTC), why, place, about)
    _add(store, correction)
    return correction


def take_back_correction(store: Store, correction: Correction, who: str, why: str = "") -> Correction:
    """Undo a correction, by one that says so. Raises UsageError where it does not count."""
    if all(correction.id != known.id for known in list_effective(store.corrections_on([correction.report]))):
        raise UsageError("no correction to take back")
    undone = replace(correction, who=who, when=datetime.now(UTC), why=why, takes_back=correction.id)
    _add(store, undone)
    return undone


def undo_correction(
    store: Store, identifier: str, field: CorrectedField, who: str, why: str = "", participant: int | None = None
) -> Correction:
    """Take back the correction of this value that stands. Raises UnknownRecord, and UsageError where none does."""
    record = read_record(store, find_record(store, identifier))
    for corrected in record.corrections:
        standing = corrected.correction
        if standing.field is field and find_part(record, standing) == participant:
            return take_back_correction(store, standing, who, why)
    raise UsageError("no correction to take back")


def find_correction(store: Store, identifier: str) -> Correction:
    """The correction of this id; raises UnknownRecord."""
    found = next((known for known in store.corrections() if known.id == identifier), None)
    if found is None:
        raise UnknownRecord(f"no correction {identifier}")
    return found


def read_value(field: CorrectedField, value: str) -> str:
    """The value as the field has it. Raises UsageError where it cannot be one."""
    given = " ".join(value.split())
    try:
        known = _READING.get(field, str)(given) if given and len(given) <= LONGEST and "\0" not in given else ""
    except (ValueError, KeyError):
        known = ""
    if not known:
        raise UsageError(f"{field} cannot be {given[:LONGEST]}")
    return known


def _day(given: str) -> str:
    if not DAY.fullmatch(given):
        return ""
    first, *others = (date.fromisoformat(day + "0000-01-01"[len(day) :]) for day in given.split("/"))
    return "" if others and others[0] < first else given


def _country(given: str) -> str:
    return given.upper() if given.upper() in countries() else ""


def _city(given: str) -> str:
    """The city's name in the gazetteer, or the name as it is given, if that is in Latin letters."""
    found = next((city.name for code in SUPPORTED if (city := find_city(given, code))), None)
    return found or (given if given[:1].isalpha() else "")


def _codes(given: str) -> str:
    known = countries().keys() | word_list("en", "organisations")["names"].keys()
    return given.upper() if known.issuperset(given.upper().split()) else ""


def _topics(given: str) -> str:
    known = word_list("en", "topics")["topics"]
    return given if all(topic in known for topic in given.split()) else ""


_READING: dict[CorrectedField, Callable[[str], str]] = {
    CorrectedField.TYPE: lambda given: EngagementType(given).value,
    CorrectedField.STATUS: lambda given: Status(given).value,
    CorrectedField.DATE: _day,
    CorrectedField.COUNTRY: _country,
    CorrectedField.CITY: _city,
    CorrectedField.TOPICS: _topics,
    CorrectedField.REPRESENTS: _codes,
    CorrectedField.REVIEW: lambda given: given if given in (ACCEPTED, DISMISSED) else "",
}


def _name_in(store: Store, report: str, place: int) -> str:
    return store.reports_under(report)[0].engagement.participants[place].name.value


def _add(store: Store, correction: Correction) -> None:
    """Keep it, and have the record indexed anew."""
    with store.transaction():
        store.add_correction(correction)
        record = store.shelf(Subject.ENGAGEMENT).cluster_of(correction.report)
        store.index().mark("record", [record] if record else [])
