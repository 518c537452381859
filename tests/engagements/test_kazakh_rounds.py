"""Constructs of Kazakh reports whose participants, acts or bodies to come were misread in texts not seen before."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked, tell_all

MINISTER = "[POS [COU Қазақстан] Көлік министрі] [PER Арман Сейіт]"
MET = f"{MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердугомен] кездесті. "
PLAIN = "Қазақстан Көлік министрі Арман Сейіт Чили елшісі Ана Вердугомен кездесті. "
CONTACT = ("meeting", "held", ("Арман Сейіт", "Ана Вердуго"))

CASES = {
    "invited to come on a visit": (f"{MET}[PER А.Сейіт] әріптесін келер жылы [CIT Астанаға] сапармен келуге шақырды.", [CONTACT]),
    "a forum to come told by one of the two": (
        f"{MET}Өз кезегінде [PER А.Вердуго] сәуірде [CIT Лимада] теңіз форумы өтетінін хабарлап, сөзін аяқтады.",
        [CONTACT],
    ),
    "who brought the news is nobody that a pronoun means": (
        "[POS [COU Чили] сыртқы істер министрі] [PER Ана Вердуго] 16 наурызда [COU Қазақстанға] ресми сапармен келеді. Бұл туралы "
        "[POS СІМ ресми өкілі] [PER Ермек Сұлтан] хабарлады. Сапар барысында ол [POS Көлік министрі] [PER Арман Сейітпен] кездеседі.",
        [("visit", "planned", ("Ана Вердуго",)), ("meeting", "planned", ("Ана Вердуго", "Арман Сейіт"))],
    ),
    "a word of respect behind a chair's name": (
        f"{MINISTER} пен [POS [COU Чили] көлік министрі] [PER Ана Вердуго] ханымның төрағалығымен саяси консультациялардың екінші "
        "раунды өтті.",
        [("talks", "held", ("Арман Сейіт", "Ана Вердуго"))],
    ),
    "a conversation behind a ceremony": (
        f"{MET}Салтанатты рәсімнен кейін өткен әңгімеде тараптар балық аулауды талқылады. [POS Елші] [PER А.Вердуго] [COU Қазақстанды] "
        "сенімді серіктес деп атады.",
        [CONTACT],
    ),
    "an initial and a surname taken for a body": (
        f"{MET}[ORG А.Вердуго ассамблеяның] келесі жиыны сәуірде өтетінін айтты.",
        [CONTACT],
    ),
    "customs procedures are no ceremony": (
        f"{MINISTER} [POS [COU Чили] елшісі] [PER Ана Вердугомен] кеден рәсімдерін цифрландыру мәселесін талқылады.",
        [CONTACT],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_engagements(name: str) -> None:
    marked, expected = CASES[name]
    assert tell_all(marked, "kk") == expected


def test_calling_somebody_something_is_a_statement() -> None:
    [engagement] = read_marked(f"{MET}[PER А.Вердуго] [COU Қазақстанды] сенімді серіктес деп атады.", "kk")
    assert [s.speaker for s in engagement.statements] == ["Ана Вердуго"]


def test_whose_initial_was_taken_for_a_body_speaks() -> None:
    [engagement] = read_marked(f"{MET}[ORG А.Вердуго ассамблеяның] келесі жиыны сәуірде өтетінін айтты.", "kk")
    assert [s.speaker for s in engagement.statements] == ["Ана Вердуго"]


def test_a_programme_and_documents_are_two_outcomes() -> None:
    told = "Келіссөз қорытындысында тараптар «Жол» бағдарламасын қабылдады және жеті құжатқа қол қойды."
    [engagement] = read_marked(f"{MET}{told}", "kk")
    assert [(o.kind.value, o.quote.of(f"{PLAIN}{told}")) for o in engagement.outcomes][-1] == ("signed", "жеті құжатқа қол қойды")
    assert [o.kind.value for o in engagement.outcomes] == ["agreed", "signed"]


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("[PER А.Сейіт] қазақ-чили кеме кеңесін құруды ұсынды.", ["қазақ-чили кеме кеңесі"]),
        ("Тараптар Абай орталығын ашу мәселесін қарады.", ["Абай орталығы"]),
        ("Тараптар «Жол» көлік жобасын талқылады.", ["«Жол» көлік жобасы"]),
        ("Тараптар «Жол» теңіздік жобасын талқылады.", ["«Жол» теңіздік жобасы"]),
        ("Тараптар [INI Лима терең порты] жобасын талқылады.", ["Лима терең порты жобасы"]),
        ("Тараптар бірлескен кеңес құру мәселесін қарады.", []),
    ],
)
def test_bodies_to_be_set_up(told: str, named: list[str]) -> None:
    [engagement] = read_marked(f"{MET}{told}", "kk")
    assert [i.value for i in engagement.initiatives] == named
