"""The command that corrects values of records."""

from __future__ import annotations

import json
from pathlib import Path

from elshi.cli.messages import count
from elshi.cli.messages import translate as _
from elshi.cli.output import console, print_line, tell
from elshi.cli.record_details import show_corrections
from elshi.errors import UsageError
from elshi.records import CorrectedField, Correction
from elshi.records.serialise import encode
from elshi.register.annotations import list_annotations
from elshi.register.correcting import correct, undo_correction
from elshi.register.records import find_record, read_record
from elshi.register.resolving import resolve
from elshi.settings import Settings
from elshi.store import open_store

__all__ = ["run_annotations", "run_correct", "run_corrections"]


def run_corrections(identifier: str, settings: Settings, *, as_json: bool) -> int:
    """Print the corrections of a record that count, with what its reports say."""
    with open_store(settings.store, create=False) as store:
        resolve(store)
        record = read_record(store, find_record(store, identifier))
    for corrected in record.corrections if as_json else ():
        print_line(encode(corrected))
    if not as_json:
        show_corrections(console(), record)
    return 0


def run_annotations(folder: Path, settings: Settings, *, partly: bool) -> int:
    """Write the documents that people have looked at into a folder, a file each."""
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"there is something in {folder} already")
    written = 0
    with open_store(settings.store, create=False) as store:
        resolve(store)
        for document in list_annotations(store, partly=partly):
            folder.mkdir(parents=True, exist_ok=True)
            written += 1
            path = folder / f"{document['lang']}-{written:05}.json"
            path.write_text(json.dumps(document, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")
    tell(count("{number} annotated document", "{number} annotated documents", written))
    return 0


def run_correct(
    identifier: str,
    field: CorrectedField,
    value: str | None,
    settings: Settings,
    *,
    participant: int | None,
    undo: bool,
    who: str,
    why: str,
) -> int:
    """Write down that a value of the record is this one, or take the correction of it back."""
    place = None if participant is None else participant - 1
    with open_store(settings.store, create=False) as store:
        resolve(store)
        if undo:
            tell(_("taken back") + ": " + _told(undo_correction(store, identifier, field, who, why, place)))
        elif value is None:
            raise UsageError(f"say what the {field} is")
        else:
            tell(_told(correct(store, identifier, field, value, who, why, place)))
    return 0


def _told(correction: Correction) -> str:
    about = f" ({correction.about})" if correction.about else ""
    return f"{correction.report[:8]} {_(correction.field.value)}{about}: {correction.value}"
