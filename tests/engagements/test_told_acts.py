"""Acts as they are told: by whom a call came, in the course of what, by which bare verb, and what is no act."""

from __future__ import annotations

import pytest

from tests.engagements.marked import tell_all

SOLA = "[POS Foreign Minister of [COU Portugal]] [PER Marta Sola]"
BERG = "[POS Ambassador of [COU Norway]] [PER Anders Berg]"
KAYA = "[POS президент [COU Турции]] [PER Кемаль Кая]"
TOLD = {
    "en a call came": ("en", f"{SOLA} received a phone call from {BERG}.", [("call", "held", 2)]),
    "en a courtesy call received": ("en", f"{SOLA} received a courtesy call from {BERG}.", [("meeting", "held", 2)]),
    "en by video link": ("en", f"{SOLA} discussed fish by video link with {BERG}.", [("call", "held", 2)]),
    "en a letter came": ("en", f"{SOLA} received a letter from {BERG}.", [("message", "held", 2)]),
    "en an appeal": ("en", f"{SOLA} called on {BERG} to respect the treaty.", []),
    "en a call with a purpose": ("en", f"{BERG} called on {SOLA} to take leave.", [("meeting", "held", 2)]),
    "en a journey in passing": ("en", f"{SOLA} met {BERG}, who is on a tour of [COU Chile].", [("meeting", "held", 2)]),
    "en bare verbs": (
        "en",
        f"{SOLA} will receive {BERG} and address a forum in [CIT Oslo].",
        [("meeting", "planned", 2), ("conference", "planned", 1)],
    ),
    "en a wreath": ("en", f"{SOLA} met with {BERG} and laid a wreath in [CIT Oslo].", [("meeting", "held", 2), ("ceremony", "held", 1)]),
    "en a house and its head": (
        "en",
        f"{SOLA} visited the [ORG University of Oslo] and met with {BERG}.",
        [("meeting", "held", 2)],
    ),
    "ru a call by video": (
        "ru",
        "[POS Министр] [PER Олег Ильин] по видеосвязи обсудил с [POS послом [COU Турции]] [PER Кемалем Каей] вывоз зерна.",
        [("call", "held", 2)],
    ),
    "ru a telegram came": (
        "ru",
        "В адрес [POS премьер-министра [COU Латвии]] [PER Яниса Озола] поступила телеграмма от "
        "[POS президента [COU Турции]] [PER Кемаля Кая].",
        [("message", "held", 2)],
    ),
    "ru an opening by many": ("ru", f"[POS Посол [COU Латвии]] [PER Янис Озол] и {KAYA} открыли лицей.", [("ceremony", "held", 2)]),
    "kk a call made": (
        "kk",
        "[POS [COU Түркия] Президенті] [PER Кемал Кая] [POS [COU Латвия] премьер-министрі] [PER Янис Озолға] телефон шалды.",
        [("call", "held", 2)],
    ),
    "kk in the course of talks": (
        "kk",
        "[CIT Ригада] өткен келіссөздер барысында [POS [COU Түркия] министрі] [PER Кемал Кая] "
        "[POS [COU Латвия] министрі] [PER Янис Озолға] порт салуды ұсынды.",
        [("talks", "held", 2)],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told(name: str) -> None:
    language, marked, expected = TOLD[name]
    assert [(kind, status, len(names)) for kind, status, names in tell_all(marked, language)] == expected
