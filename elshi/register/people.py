"""Names that are asked for, and files of the ids that people have elsewhere."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from elshi.errors import UsageError
from elshi.resolution.names import SAME_NAME, compare_names

__all__ = ["Row", "is_alike", "read_links"]

WIKIDATA = re.compile(r"(?:.*/)?(Q[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file of links: the id there, and an entity's id here or else a name with the codes that its bearer acts for."""

    line: int
    wikidata: str
    entity: str = ""
    name: str = ""
    represents: tuple[str, ...] = ()


def is_alike(asked: str, known: str) -> bool:
    """Whether the name that is asked for, or a part of it, may be a spelling of the known one."""
    return asked.casefold() in known.casefold() or compare_names(asked, known).score >= SAME_NAME - (0 if " " in asked else 0.1)


def read_links(path: Path) -> Iterator[Row]:
    """The lines of a file with a heading: tabs or commas between columns, `wikidata` (Q42, or its address) and either `entity` or `name`,
    and if wanted `represents` (codes with spaces between). Raises UsageError where the file or a line is not like that."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        rows = list(csv.DictReader(lines, delimiter="\t" if lines and "\t" in lines[0] else ","))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"cannot read {path}: {error}") from error
    columns = next(csv.reader(lines[:1], delimiter="\t" if lines and "\t" in lines[0] else ","), [])
    if "wikidata" not in columns or not {"entity", "name"}.intersection(columns):
        raise UsageError(f"{path} has no columns wikidata and entity or name")
    for number, row in enumerate(rows, start=2):
        wikidata = WIKIDATA.fullmatch((row["wikidata"] or "").strip())
        if wikidata is None:
            raise UsageError(f"{path}, line {number}: no Wikidata id")
        given = {column: (row.get(column) or "").strip() for column in ("entity", "name", "represents")}
        if not given["entity"] and not given["name"]:
            raise UsageError(f"{path}, line {number}: neither an entity nor a name")
        yield Row(number, wikidata[1], given["entity"], given["name"], tuple(given["represents"].upper().split()))
