"""The values of a report that comparisons look at, in words."""

from __future__ import annotations

from datetime import date

from elshi.resolution.gists import Gist

__all__ = ["tell_value"]


def tell_value(field: str, gist: Gist) -> str:
    """What the report says of the field that a comparison is called by; a dash where it says nothing."""
    told = {
        "participants": ", ".join(party.name for party in gist.people),
        "represented": " ".join(sorted(gist.codes)),
        "date": _days(gist),
        "place": ", ".join(part for part in (gist.city, gist.country) if part),
        "type": gist.type.value,
        "status": gist.status.value,
        "topics": ", ".join(gist.topics),
        "initiatives": ", ".join(gist.initiatives),
        "document": gist.document[:8],
        "wording": gist.language,
    }
    return told[field] or "—"


def _days(gist: Gist) -> str:
    if gist.first is None or gist.last is None:
        return ""
    first, last = date.fromordinal(gist.first).isoformat(), date.fromordinal(gist.last).isoformat()
    return first if first == last else f"{first}/{last}"
