"""Credentials are one engagement of the host with all the envoys who hand them over, however often they are told of."""

from __future__ import annotations

import pytest

from tests.engagements.marked import read_marked

CASES = {
    "en": "[POSITION President of [COUNTRY Malta]] [PERSON Carmen Vella] accepted the credentials of three new ambassadors. "
    "The letters of credence were presented by [POSITION Ambassador of [COUNTRY Ghana]] [PERSON Kofi Baidoo], "
    "[POSITION Ambassador of [COUNTRY Peru]] [PERSON Luis Rojas] and [POSITION Ambassador of [COUNTRY Chile]] [PERSON Ana Rivas]. "
    "[PERSON Carmen Vella] congratulated [PERSON Kofi Baidoo] and his colleagues on their appointment.",
    "ru": "[POSITION Президент [COUNTRY Мальты]] [PERSON Кармен Велла] приняла верительные грамоты у трёх новых послов. "
    "Верительные грамоты вручили [POSITION посол [COUNTRY Ганы]] [PERSON Кофи Байду], [POSITION посол [COUNTRY Перу]] [PERSON Луис Рохас] "
    "и [POSITION посол [COUNTRY Чили]] [PERSON Ана Ривас]. [PERSON Кармен Велла] поздравила [PERSON Кофи Байду] с началом работы.",
}


@pytest.mark.parametrize("language", CASES)
def test_one_host_and_all_envoys(language: str) -> None:
    (engagement,) = read_marked(CASES[language], language)
    assert engagement.type.value == "credentials"
    assert sorted(r.value for p in engagement.participants for r in p.represents) == ["CL", "GH", "MT", "PE"]


def test_two_hosts_are_two_engagements() -> None:
    marked = (
        "[POSITION President of [COUNTRY Malta]] [PERSON Carmen Vella] accepted the credentials of [POSITION Ambassador of "
        "[COUNTRY Ghana]] "
        "[PERSON Kofi Baidoo]. [POSITION Ambassador of [COUNTRY Malta]] [PERSON Rita Borg] presented her credentials to "
        "[POSITION President of [COUNTRY Peru]] [PERSON Luis Rojas]."
    )
    assert len(read_marked(marked, "en")) == 2


def test_a_letter_to_somebody_else_is_a_message_of_its_own() -> None:
    marked = (
        "[POSITION President of [COUNTRY Malta]] [PERSON Carmen Vella] met with [POSITION President of [COUNTRY Ghana]] [PERSON "
        "Kofi Baidoo]. "
        "[PERSON Carmen Vella] congratulated [POSITION President of [COUNTRY Peru]] [PERSON Luis Rojas] on his election."
    )
    assert [e.type.value for e in read_marked(marked, "en")] == ["meeting", "message"]


def test_the_head_of_a_state_told_again_by_his_office() -> None:
    marked = (
        "[POSITION Президент] [PERSON Пётр Велла] принял [POSITION посла [COUNTRY Ганы]] [PERSON Луиса Рохаса]. "
        "[POSITION Президент [COUNTRY Мальты]] поздравил [POSITION посла] [PERSON Луиса Рохаса] с назначением."
    )
    (engagement,) = read_marked(marked, "ru")
    assert {p.name.value for p in engagement.participants} == {"Пётр Велла", "Луис Рохас"}


def test_envoys_named_among_others_with_their_states_behind() -> None:
    marked = (
        "[POSITION President of [COUNTRY Malta]] [PERSON Carmen Vella] received today at the palace the letters of credence of five "
        "ambassadors, among them [PERSON Kofi Baidoo] of [COUNTRY Ghana] and [PERSON Luis Rojas] of [COUNTRY Peru]."
    )
    (engagement,) = read_marked(marked, "en")
    assert engagement.type.value == "credentials"
    served = {p.name.value: [r.value for r in p.represents] for p in engagement.participants}
    assert (served["Kofi Baidoo"], served["Luis Rojas"]) == (["GH"], ["PE"])


def test_a_body_behind_a_name_is_whom_it_acts_for() -> None:
    marked = (
        "[PERSON Piet Vos] of the [ORG United Nations Development Programme] met with [POSITION Mayor of [CITY Accra]] [PERSON Ama Osei]."
    )
    (engagement,) = read_marked(marked, "en")
    assert [r.value for r in engagement.participants[0].represents] == ["UNDP"]


def test_chairing_together_is_taking_part() -> None:
    marked = (
        "14 апреля [POSITION заместитель министра иностранных дел [COUNTRY Мальты]] [PERSON Кармен Велла] и [POSITION заместитель министра "
        "иностранных дел [COUNTRY Ганы]] [PERSON Кофи Байду] сопредседательствовали на политических консультациях."
    )
    (engagement,) = read_marked(marked, "ru")
    assert (engagement.type.value, len(engagement.participants)) == ("talks", 2)
