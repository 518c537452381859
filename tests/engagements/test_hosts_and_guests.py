"""Who welcomes whom, on whose ground, and for whom those act of whom it is not said."""

from __future__ import annotations

import pytest

from elshi.records import Engagement
from tests.engagements.marked import read_marked, tell_all


def codes(engagement: Engagement) -> dict[str, list[str]]:
    return {p.name.value: [r.value for r in p.represents] for p in engagement.participants}


WELCOMED = {
    "en": (
        "[POS President of [COU Estonia]] [PER Juhan Kask] welcomed his [NOR Finnish] counterpart [PER Pekka Salo], who arrived on a state "
        "visit.",
        {"Juhan Kask": ["EE"], "Pekka Salo": ["FI"]},
    ),
    "ru": (
        "[POS Президент [COU Эстонии]] [PER Юхан Каск] встретил прибывшего с государственным визитом [NOR финляндского] коллегу "
        "[PER Пекку Сало].",
        {"Юхан Каск": ["EE"], "Пекка Сало": ["FI"]},
    ),
    "kk": (
        "[POS [COU Эстония] Президенті] [PER Юхан Каск] мемлекеттік сапармен келген [NOR финляндиялық] әріптесі [PER Пекка Салоны] қарсы "
        "алды.",
        {"Юхан Каск": ["EE"], "Пекка Сало": ["FI"]},
    ),
}


@pytest.mark.parametrize("language", WELCOMED)
def test_who_welcomes_a_visitor_meets_him(language: str) -> None:
    marked, who = WELCOMED[language]
    (meeting,) = read_marked(marked, language)
    assert (meeting.type.value.value, codes(meeting)) == ("meeting", who)
    assert meeting.statements == ()


def test_a_kazakh_converb_has_the_tense_of_the_verb_behind_it() -> None:
    marked = "[DAT Сәрсенбіде] [POS [COU Эстония] Президенті] [PER Юхан Каск] [CIT Тартуға] барып, университетте дәріс {}."
    found = [tell_all(marked.format(verb), "kk")[0][:2] for verb in ("оқиды", "оқыды")]
    assert found == [("visit", "planned"), ("visit", "held")]


def test_kazakh_news_of_a_foreign_capital_is_that_states_own() -> None:
    marked = (
        "[CIT Таллин]. [POS [COU Эстония] Президенті] [PER Юхан Каск] [POS [COU Чили] елшісі] [PER Пабло Рохасты] қабылдады. "
        "[POS Парламент төрағасы] [PER Лийс Вирта] [POS [COU Перу] елшісі] [PER Роса Киспемен] кездесті."
    )
    assert codes(read_marked(marked, "kk")[-1])["Роса Киспе"] == ["PE"]


SIDES = {
    "en": (
        "Consultations between [COU Slovenia] and [COU Chile] took place. The [NOR Slovenian] delegation was led by [POS State Secretary] "
        "[PER Ana Kozel], the [NOR Chilean] by [POS Deputy Minister of Economy] [PER Pablo Rojas]. The co-chairs signed a protocol."
    ),
    "ru": (
        "Состоялись консультации между [COU Словенией] и [COU Чили]. [NOR Словенскую] делегацию возглавляла [POS государственный "
        "секретарь] [PER Ана Козел], [NOR чилийскую] – [POS замминистра экономики] [PER Пабло Рохас]. Сопредседатели подписали протокол."
    ),
    "kk": (
        "[COU Словения] мен [COU Чили] арасындағы консультациялар өтті. [COU Словения] делегациясын [POS мемлекеттік хатшы] "
        "[PER Ана Козел], [COU Чили] делегациясын [POS экономика министрінің орынбасары] [PER Пабло Рохас] басқарды. "
        "Тең төрағалар хаттамаға қол қойды."
    ),
}


@pytest.mark.parametrize("language", SIDES)
def test_each_leads_the_side_named_with_him_and_the_chairs_are_they(language: str) -> None:
    (talks,) = read_marked(SIDES[language], language)
    assert list(codes(talks).values()) == [["SI"], ["CL"]]


TOLD_TWICE = {
    "en": (
        "The [POS foreign minister of [COU Egypt]] met with his [NOR Vietnamese] counterpart [PER Tran Van Binh]. "
        "[POS Minister of Foreign Affairs] [PER Hisham Mansour] and the [POS Foreign Minister of [COU Vietnam]] discussed shipping."
    ),
    "ru": (
        "[POS Глава МИД [COU Египта]] встретился с [NOR вьетнамским] коллегой [PER Чан Ван Бинем]. [POS Министр иностранных дел] "
        "[PER Хишам Мансур] и [POS министр иностранных дел [COU Вьетнама]] обсудили судоходство."
    ),
    "kk": (
        "[POS [COU Мысыр] СІМ басшысы] [NOR вьетнамдық] әріптесі [PER Чан Ван Биньмен] кездесті. [POS Сыртқы істер министрі] "
        "[PER Хишам Мансур] мен [POS [COU Вьетнам] Сыртқы істер министрі] кеме қатынасын талқылады."
    ),
}


@pytest.mark.parametrize("language", TOLD_TWICE)
def test_ministers_told_first_by_their_posts_are_those_named_later(language: str) -> None:
    (meeting,) = read_marked(TOLD_TWICE[language], language)
    assert sorted(map(tuple, codes(meeting).values())) == [("EG",), ("VN",)]
    assert {p.kind.value for p in meeting.participants} == {"person"}
