"""Days as machines write them (ISO 8601); days in words are the layout's."""

from __future__ import annotations

from datetime import date, datetime

__all__ = ["read_iso_day"]


def read_iso_day(written: str) -> date | None:
    """The day of an ISO 8601 date or date and time ("2026-03-06", "2026-03-06T10:00:00+05:00"); None if it is not one."""
    trimmed = written.strip()
    for read in (date.fromisoformat, lambda value: datetime.fromisoformat(value).date()):
        try:
            return read(trimmed)
        except ValueError:
            continue
    return None
