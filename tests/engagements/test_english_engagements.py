"""English constructs of engagements: type, status and who takes part."""

from __future__ import annotations

import pytest

from tests.engagements.marked import tell_all

VIDAL = "[POS [COU Chilean] Ambassador] [PER Ines Vidal]"
HOLM = "[POS [COU Norwegian] Trade Minister] [PER Lars Holm]"
PAIR = ("Ines Vidal", "Lars Holm")
PAIRED = {
    "met": ("meeting", "held", f"{VIDAL} met {HOLM}."),
    "met with": ("meeting", "held", f"{VIDAL} met with {HOLM}."),
    "has met": ("meeting", "held", f"{VIDAL} has met {HOLM}."),
    "held a meeting": ("meeting", "held", f"{VIDAL} held a meeting with {HOLM}."),
    "called on": ("meeting", "held", f"{VIDAL} called on {HOLM}."),
    "courtesy call": ("meeting", "held", f"{VIDAL} paid a courtesy call on {HOLM}."),
    "was received": ("meeting", "held", f"{VIDAL} was received by {HOLM}."),
    "received": ("meeting", "held", f"{VIDAL} received {HOLM}."),
    "sat down": ("meeting", "held", f"{VIDAL} sat down with {HOLM}."),
    "a day before the verb": ("meeting", "held", f"On Monday {VIDAL} met {HOLM}."),
    "a day behind the verb": ("meeting", "held", f"{VIDAL} on Monday met {HOLM}."),
    "a city before": ("meeting", "held", f"In [CIT Oslo], {VIDAL} met {HOLM}."),
    "talks": ("talks", "held", f"{VIDAL} held talks with {HOLM}."),
    "consultations": ("talks", "held", f"{VIDAL} held consultations with {HOLM}."),
    "phone call": ("call", "held", f"{VIDAL} held a phone call with {HOLM}."),
    "telephone conversation": ("call", "held", f"{VIDAL} had a telephone conversation with {HOLM}."),
    "spoke by phone": ("call", "held", f"{VIDAL} spoke by phone with {HOLM}."),
    "letter": ("message", "held", f"{VIDAL} sent a letter to {HOLM}."),
    "telegram": ("message", "held", f"{VIDAL} sent a telegram of condolences to {HOLM}."),
    "congratulated": ("message", "held", f"{VIDAL} congratulated {HOLM} on the harvest."),
    "credentials": ("credentials", "held", f"{VIDAL} presented her credentials to {HOLM}."),
    "will meet": ("meeting", "planned", f"On 20 March {VIDAL} will meet {HOLM}."),
    "is to meet": ("meeting", "planned", f"{VIDAL} is to meet {HOLM}."),
    "is scheduled": ("meeting", "planned", f"{VIDAL} is scheduled to meet {HOLM}."),
    "is expected": ("meeting", "planned", f"{VIDAL} is expected to call on {HOLM}."),
    "will hold talks": ("talks", "planned", f"{VIDAL} will hold talks with {HOLM}."),
    "was called off": ("meeting", "cancelled", f"A meeting between {VIDAL} and {HOLM} was called off."),
}
ALONE = {
    "visited": ("visit", "held", f"{HOLM} visited [CIT Valparaiso]."),
    "paid a visit": ("visit", "held", f"{HOLM} paid an official visit to [COU Chile]."),
    "will visit": ("visit", "planned", f"{HOLM} will visit [COU Chile]."),
    "is to travel": ("visit", "planned", f"{HOLM} is to travel to [COU Chile]."),
    "opened an exhibition": ("ceremony", "held", f"{HOLM} opened an exhibition in [CIT Oslo]."),
    "attended a forum": ("conference", "held", f"{HOLM} attended a forum in [CIT Oslo]."),
    "took part": ("conference", "held", f"{HOLM} took part in a round table in [CIT Oslo]."),
    "iftar": ("reception", "held", f"{HOLM} hosted an iftar in [CIT Oslo]."),
    "laid a wreath": ("ceremony", "held", f"{HOLM} laid a wreath in [CIT Oslo]."),
}
SILENT = {
    "ties": "[COU Chile] and [COU Norway] established diplomatic relations in 1919.",
    "trade": "Trade between [COU Chile] and [COU Norway] grew by a tenth last year.",
    "award received": f"{HOLM} received an award for his book.",
    "decision welcomed": f"{HOLM} welcomed the decision of the parliament.",
    "appointed": f"{HOLM} has been appointed head of the [ORG Port Authority].",
}


@pytest.mark.parametrize("name", PAIRED)
def test_two_meet(name: str) -> None:
    kind, status, marked = PAIRED[name]
    assert tell_all(marked, "en") == [(kind, status, PAIR)]


@pytest.mark.parametrize("name", ALONE)
def test_one_acts(name: str) -> None:
    kind, status, marked = ALONE[name]
    assert tell_all(marked, "en") == [(kind, status, ("Lars Holm",))]


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_an_engagement(name: str) -> None:
    assert tell_all(SILENT[name], "en") == []
