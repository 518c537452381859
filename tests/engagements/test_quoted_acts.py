"""What somebody tells of in a quotation is no engagement of the document, however many sentences the quotation has."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

SPOKEN = {
    "en": "[POSITION Foreign Minister of [COUNTRY Malta]] [PERSON Carmen Vella] spoke in the parliament. “It will be our fifth "
    "summit this year. "
    "Other contacts, including a meeting of the prime ministers of [COUNTRY Ghana] and [COUNTRY Peru], were held last week,” she said.",
    "ru": "[POSITION Министр иностранных дел [COUNTRY Мальты]] [PERSON Кармен Велла] выступила в парламенте. «Это будет пятая "
    "встреча за год. "
    "На прошлой неделе состоялась встреча премьер-министров [COUNTRY Ганы] и [COUNTRY Перу]. Были и переговоры», – сказала она.",
    "kk": "[POSITION [COUNTRY Мальтаның] сыртқы істер министрі] [PERSON Кармен Велла] парламентте сөз сөйледі. «Бұл биылғы "
    "бесінші кездесу. "
    "Өткен аптада [COUNTRY Гана] мен [COUNTRY Перу] премьер-министрлерінің кездесуі өтті. Келіссөздер де болды», – деді ол.",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_quotation_of_several_sentences_reports_nothing(language: str) -> None:
    assert read_marked(SPOKEN[language], language) == ()


def test_a_mark_left_open_hides_nothing() -> None:
    marked = (
        "[PERSON Carmen Vella] named it “a new page. [POSITION Foreign Minister of [COUNTRY Malta]] [PERSON Carmen Vella] "
        "met with [POSITION Foreign Minister of [COUNTRY Ghana]] [PERSON Kofi Baidoo]."
    )
    assert len(read_marked(marked, "en")) == 1


def test_names_in_quotation_marks_hide_nothing_between_them() -> None:
    marked = (
        "The forum «Sea» opened. [POSITION Foreign Minister of [COUNTRY Malta]] [PERSON Carmen Vella] met with "
        "[POSITION Foreign Minister of [COUNTRY Ghana]] [PERSON Kofi Baidoo]. They visited the «Harbour» plant."
    )
    assert "meeting" in {e.type.value for e in read_marked(marked, "en")}
