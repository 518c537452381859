"""What the text denies is no engagement; what was called off is a cancelled one; "not only" denies nothing."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

WHO = {
    "en": "[POSITION Foreign Minister of [COUNTRY Malta]] [PERSON Carmen Vella] ",
    "ru": "[POSITION Министр иностранных дел [COUNTRY Мальты]] [PERSON Кармен Велла] ",
    "kk": "[POSITION [COUNTRY Мальтаның] сыртқы істер министрі] [PERSON Кармен Велла] ",
}
WHOM = {
    "en": "[POSITION Foreign Minister of [COUNTRY Ghana]] [PERSON Kofi Baidoo]",
    "ru": "[POSITION министром иностранных дел [COUNTRY Ганы]] [PERSON Кофи Байду]",
    "kk": "[POSITION [COUNTRY Гананың] сыртқы істер министрі] [PERSON Кофи Байдумен] ",
}
DENIED = [
    ("en", WHO["en"] + "did not meet with " + WHOM["en"] + "."),
    ("en", WHO["en"] + "hasn’t met with " + WHOM["en"] + "."),
    ("en", WHO["en"] + "expressed regret for not attending the forum in [CITY Suva]."),
    ("en", WHO["en"] + "has never visited [COUNTRY Ghana]."),
    ("en", "No meeting was held between " + WHO["en"] + "and " + WHOM["en"] + "."),
    ("ru", WHO["ru"] + "не встречалась с " + WHOM["ru"] + "."),
    ("ru", WHO["ru"] + "не смогла принять участие в форуме в [CITY Суве]."),
    ("ru", WHO["ru"] + "ни разу не посещала [COUNTRY Гану]."),
    ("kk", WHO["kk"] + WHOM["kk"] + "кездеспеді."),
    ("kk", WHO["kk"] + "форумға қатыса алмады."),
    ("kk", WHO["kk"] + "[COUNTRY Ганаға] барған жоқ."),
]
HAPPENED = [
    ("en", WHO["en"] + "not only met with " + WHOM["en"] + ", but also opened a school."),
    ("ru", WHO["ru"] + "не только встретилась с " + WHOM["ru"] + ", но и открыла школу."),
    ("kk", WHO["kk"] + WHOM["kk"] + "кездесті, келісім туралы айтылған жоқ."),
]
CALLED_OFF = [
    ("en", "The visit of " + WHO["en"] + "to [COUNTRY Ghana] did not take place."),
    ("ru", "Визит в [COUNTRY Гану] [POSITION министра иностранных дел [COUNTRY Мальты]] [PERSON Кармен Веллы] не состоялся."),
]


@pytest.mark.parametrize(("language", "text"), DENIED)
def test_what_is_denied_is_no_engagement(language: str, text: str) -> None:
    assert read_marked(text, language) == ()


@pytest.mark.parametrize(("language", "text"), HAPPENED)
def test_what_happened_is_not_denied(language: str, text: str) -> None:
    assert "meeting" in {e.type.value for e in read_marked(text, language)}


@pytest.mark.parametrize(("language", "text"), CALLED_OFF)
def test_what_was_called_off_is_cancelled(language: str, text: str) -> None:
    assert [e.status.value for e in read_marked(text, language)] == ["cancelled"]


def test_a_name_tells_no_time() -> None:
    marked = (
        "[POSITION [COUNTRY Мальтаның] сыртқы істер министрі] [PERSON Ермек Велла] [POSITION [COUNTRY Гананың] сыртқы істер министрі] "
        "[PERSON Кофи Байдумен] телефон арқылы сөйлесті."
    )
    assert [e.status.value for e in read_marked(marked, "kk")] == ["held"]
    marked = "[POSITION Ambassador of [COUNTRY Malta]] [PERSON Will Vella] met with [POSITION Mayor of [CITY Accra]] [PERSON May Osei]."
    assert [e.status.value for e in read_marked(marked, "en")] == ["held"]


def test_a_day_told_within_is_not_the_day_of_another_meeting() -> None:
    marked = (
        "[POSITION Посол [COUNTRY Мальты] в [COUNTRY Гане]] [PERSON Кармен Велла] встретилась с [POSITION министром иностранных дел "
        "[COUNTRY Ганы]] [PERSON Кофи Байду]. [POSITION Посол] проинформировала [POSITION министра] о предстоящем 15 марта референдуме "
        "и ознакомила его с целями реформы."
    )
    assert len(read_marked(marked, "ru")) == 1
