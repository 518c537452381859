"""Datelines of many agencies, in three languages; and what only looks like one."""

import pytest

from elshi.sources.dateline import match_dateline

RU = "Министр принял посла соседней страны и обсудил с ним торговлю, дороги, школы и музеи, сообщила пресс-служба ведомства."
KK = "Министр көрші елдің елшісін қабылдап, сауда, жол, мектеп және мұражай мәселелерін талқылады, деп хабарлады баспасөз қызметі."
EN = "The minister received the ambassador of a neighbouring state and discussed trade, roads, schools and museums with her."

# The dateline, its city, its day; a text in the language of the city follows.
RUSSIAN = [
    ("Астана. 5 марта. STEPPE TODAY -", "Астана", "5 марта"),
    ("АСТАНА. КАЗИНФОРМ –", "АСТАНА", None),
    ("Анталья. Trend:", "Анталья", None),
    ("Баку. 5 мая.", "Баку", "5 мая"),
    ("БАКУ, 18 марта –", "БАКУ", "18 марта"),
    ("Пекин, 6 мая /Синьхуа/ --", "Пекин", "6 мая"),
    ("МОСКВА, 5 марта. /ТАСС/.", "МОСКВА", "5 марта"),
    ("АНКАРА /АА/ -", "АНКАРА", None),
    ("ПЕКИН --", "ПЕКИН", None),
    ("РИГА, 26 февраля. ЛАНТА –", "РИГА", "26 февраля"),
    ("Берн, 23 апреля 2026 года –", "Берн", "23 апреля 2026 года"),
    ("г. Астана, 5 марта 2026 года.", "Астана", "5 марта 2026 года"),
    ("НЬЮ-ДЕЛИ.  21  МАРТА.  NOVOSTI.KZ  -", "НЬЮ-ДЕЛИ", "21  МАРТА"),
    ("Тегеран, ИРНА –", "Тегеран", None),
    ("5 марта, Астана –", "Астана", "5 марта"),
    ("ТАСС, 5 марта –", None, "5 марта"),
    ("(Астана, 12 марта)", "Астана", "12 марта"),
    ("[Рига, 2 мая 2026 г.] –", "Рига", "2 мая 2026 г."),
    ("БАКУ –", "БАКУ", None),
    ("ТАЛЛИН.", "ТАЛЛИН", None),
    ("Нижний Новгород, 14 июня —", "Нижний Новгород", "14 июня"),
]
KAZAKH = [
    ("ДУШАНБЕ. 4 шілде. –", "ДУШАНБЕ", "4 шілде"),
    ("АСТАНА. 27 ақпан.", "АСТАНА", "27 ақпан"),
    ("АЛМАТЫ, 5 наурыз – ҚазАқпарат.", "АЛМАТЫ", "5 наурыз"),
    ("НЬЮ-ЙОРК. 24 қыркүйек. ҚазАқпарат –", "НЬЮ-ЙОРК", "24 қыркүйек"),
    ("Нұр-Сұлтан. ҚазАқпарат. 5 наурыз –", "Нұр-Сұлтан", "5 наурыз"),
    ("ҚАЗАН. 17 қазан. ҚАЗИНФОРМ –", "ҚАЗАН", "17 қазан"),
    ("ВАРШАВА. 23 мамыр –", "ВАРШАВА", "23 мамыр"),
    ("Амман, 2026 жылғы 24 сәуір –", "Амман", "2026 жылғы 24 сәуір"),
    ("Астана, 2026 ж. 6 мамыр –", "Астана", "2026 ж. 6 мамыр"),
    ("ТҮРКІСТАН. 12 мамыр /ХАБАР/ –", "ТҮРКІСТАН", "12 мамыр"),
    ("Ташкент (ӨзА) –", "Ташкент", None),
    ("ҚазАқпарат –", None, None),
    ("АСТАНА.", "АСТАНА", None),
]
ENGLISH = [
    ("ASTANA. May 12. KAZNEWS –", "ASTANA", "May 12"),
    ("Muscat, 29 Jan (GNA) --", "Muscat", "29 Jan"),
    ("MUSCAT, Oct 4 (SeaNews / Oman Coast Agency - 4th Oct, 2025 ) :", "MUSCAT", "Oct 4"),
    ("New York (VPW) –", "New York", None),
    ("GENEVA, March 3 /AGENCY/.", "GENEVA", "March 3"),
    ("TASHKENT (UzA) —", "TASHKENT", None),
    ("VIENNA (SD) -", "VIENNA", None),
    ("Amman -", "Amman", None),
    ("ABU DHABI, 7th October, 2025 (ENW) --", "ABU DHABI", "7th October, 2025"),
    ("KUALA LUMPUR, April 9 --", "KUALA LUMPUR", "April 9"),
    ("Washington, D.C., March 5 (Reuters) –", "Washington", "March 5"),
    ("ALMATY, Kazakhstan (AP) —", "ALMATY", None),
    ("Baku, Azerbaijan, May 5 –", "Baku", "May 5"),
    ("HANOI, Vietnam —", "HANOI", None),
    ("ASTANA 5 March –", "ASTANA", "5 March"),
    ("WARSAW/NEW DELHI, 16 October 2025.", "WARSAW/NEW DELHI", "16 October 2025"),
    ("The Hague, 4 May –", "The Hague", "4 May"),
    ("KAZINFORM –", None, None),
    ("ASTANA. April 25. Steppe Newswire -", "ASTANA", "April 25"),
    ("LONDON, Sept. 3 (Xinhua) --", "LONDON", "Sept. 3"),
    ("Ulaanbaatar /STEPPE NEWS/", "Ulaanbaatar", None),
    ("Abu Dhabi – 12 May 2026:", "Abu Dhabi", "12 May 2026"),
    ("Cairo- 5 May 2026:", "Cairo", "5 May 2026"),
    ("ISLAMABAD:", "ISLAMABAD", None),
    ("TALLINN.", "TALLINN", None),
]
CASES = [(*case, text) for cases, text in ((RUSSIAN, RU), (KAZAKH, KK), (ENGLISH, EN)) for case in cases]


@pytest.mark.parametrize(("written", "city", "day", "lead"), CASES)
def test_dateline_with_city_and_day(written: str, city: str | None, day: str | None, lead: str) -> None:
    text = f"{written} {lead}"
    found = match_dateline(text, 0, len(text))
    assert found is not None
    assert found.span.of(text) == written
    assert (found.city.of(text) if found.city else None) == city
    assert (found.day.span.of(text) if found.day else None) == day


@pytest.mark.parametrize(
    "written", ["Баку, 18 марта, ВЕСТНИК", "OSLO, 4 MAY 2026 .", "АЛМАТЫ, 5 наурыз – ҚазАқпарат", "Астана, 5 марта 2026 года"]
)
def test_a_dateline_may_be_a_line_of_its_own(written: str) -> None:
    found = match_dateline(written, 0, len(written))
    assert found is not None
    assert found.span.of(written) == written


@pytest.mark.parametrize(
    "text",
    [
        f"Казахстан – страна послов. {RU}",
        f"Президент Ерлан Сагинтаев – {RU}",
        f"В Астане 5 марта состоялась встреча. {RU}",
        f"5 марта в Астане состоялась встреча. {RU}",
        f"Антониу Перейра (Португалия) – {RU}",
        f"МИД – {RU}",
        f"ООН. {RU}",
        f"(Фото) {RU}",
        f"(5 марта) {RU}",
        f"Астана стала местом встречи. {RU}",
        f"Астана. {RU}",
        f"5 наурызда Астанада кездесу өтті. {KK}",
        f"Елші Айдос Серікұлы – {KK}",
        f"2026 жылғы 5 наурызда кездесу өтті. {KK}",
        f"President Smith – {EN}",
        f"UPDATE: {EN}",
        f"Moderators /and guests/ {EN}",
        f"Ambassador Jane Roe – a career diplomat – {EN}",
        f"On May 5, Astana hosted a forum. {EN}",
        f"May 5 was a long day. {EN}",
        f"Spain (Madrid) hosted a forum. {EN}",
        f"Astana, Kazakhstan hosted a forum. {EN}",
        "Послы – Рига",
        "",
        "5 мая",
        "—",
        "АСТАНА",
    ],
)
def test_what_only_looks_like_a_dateline(text: str) -> None:
    assert match_dateline(text, 0, len(text)) is None


def test_a_dateline_inside_a_longer_text_keeps_its_offsets() -> None:
    text = f"Заголовок\n{RUSSIAN[0][0]} {RU}"
    start = text.index("Астана")
    found = match_dateline(text, start, len(text))
    assert found is not None
    assert found.city is not None
    assert found.city.of(text) == "Астана"
    assert found.agency is not None
    assert found.agency.of(text) == "STEPPE TODAY"
