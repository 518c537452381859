"""A meeting in three languages, to which a test adds what it is about."""

from __future__ import annotations

from elshi.records import Engagement
from tests.engagements.marked import read_marked, unmark

MEETING = {
    "ru": "[POS Министр торговли [COU Чили]] [PER Пабло Рохас] встретился с [POS послом [COU Норвегии]] [PER Ларсом Хольмом].",
    "kk": "[POS [COU Чили] сауда министрі] [PER Пабло Рохас] [POS [COU Норвегия] елшісі] [PER Ларс Хольммен] кездесті.",
    "en": "[POS Trade Minister] of [COU Chile] [PER Pablo Rojas] met with [POS Ambassador] of [COU Norway] [PER Lars Holm].",
}


def read_on(language: str, marked: str, meeting: str | None = None) -> tuple[Engagement, str]:
    """The one engagement of a meeting and what is told of it after, and the plain text; `meeting` stands for the usual first sentence."""
    whole = f"{meeting or MEETING[language]} {marked}"
    (engagement,) = read_marked(whole, language)
    return engagement, unmark(whole)[0]
