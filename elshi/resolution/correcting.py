"""Records as people corrected them: the value that a person gave is shown, and beside it what the reports say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from elshi.records import Corrected, CorrectedField, Correction, Field, Ground, Record, Told
from elshi.resolution.reversals import list_effective

__all__ = ["ACCEPTED", "DISMISSED", "OF_PARTICIPANTS", "apply_corrections", "find_part", "read_review", "standing_corrections"]

OF_PARTICIPANTS = frozenset({CorrectedField.NAME, CorrectedField.CAPACITY, CorrectedField.REPRESENTS})
ACCEPTED, DISMISSED = "accepted", "dismissed"  # what a review says
LISTS = frozenset({CorrectedField.TOPICS, CorrectedField.REPRESENTS})


def standing_corrections(record: Record, corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections of the record that count: of each value the latest that is not taken back."""
    found: dict[tuple[CorrectedField, int | None], Correction] = {}
    for correction in list_effective(corrections):
        part = find_part(record, correction)
        if (part is not None) == (correction.field in OF_PARTICIPANTS):
            found[correction.field, part] = correction
    return list(found.values())


def find_part(record: Record, correction: Correction) -> int | None:
    """The place among the record's participants of the one whom the correction is about, if it is about one."""
    mention = correction.report, correction.place
    return next((place for place, part in enumerate(record.participants) if mention in part.mentions), None)


def apply_corrections(record: Record, corrections: Sequence[Correction]) -> Record:
    """The record with what people said in the place of what reports say, and with both in `corrections`."""
    for correction in standing_corrections(record, corrections) if corrections else ():
        place = find_part(record, correction)
        if correction.field is CorrectedField.REVIEW:
            record = replace(record, corrections=(*record.corrections, Corrected(correction, ())))
        elif place is None:
            changed, told = _change(record, correction)
            record = replace(changed, corrections=(*record.corrections, Corrected(correction, told)))
        else:
            part, told = _change(record.participants[place], correction)
            parts = (*record.participants[:place], part, *record.participants[place + 1 :])
            record = replace(record, participants=parts, corrections=(*record.corrections, Corrected(correction, told)))
    return record


def _change(owner: Any, correction: Correction) -> tuple[Any, tuple[Told, ...]]:
    """The record or participant with the value, and what reports say of it."""
    name = correction.field.value
    if correction.field in LISTS:
        told: tuple[Told, ...] = getattr(owner, name)
        known = {each.value: each for each in told}
        return replace(owner, **{name: tuple(known.get(v, Told(v, (), 0)) for v in correction.value.split())}), told
    old: Field | None = getattr(owner, name)
    told = old.told if old else ()
    return replace(owner, **{name: Field(correction.value, Ground.CORRECTED, told, bool(old and old.contradicted))}), told


def read_review(record: Record) -> Correction | None:
    """What somebody who looked at the record said of it, if anybody has."""
    said = (corrected.correction for corrected in record.corrections)
    return next((correction for correction in said if correction.field is CorrectedField.REVIEW), None)
