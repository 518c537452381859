"""Header, captions, dateline, paragraphs."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.records import Document, Layout, Span
from elshi.sources import fill_published, find_dateline_day, find_header_day, read_layout

RU = "Министр принял посла соседней страны и обсудил с ним торговлю, дороги, школы и музеи, сообщила пресс-служба ведомства."
RU2 = "Посол передал приглашение посетить книжную ярмарку, которая откроется осенью в столице, и поблагодарил за гостеприимство."
KK = "Министр көрші елдің елшісін қабылдап, сауда, жол, мектеп және мұражай мәселелерін талқылады, деп хабарлады баспасөз қызметі."
KK2 = "Елші күзде елордада ашылатын кітап жәрмеңкесіне шақыру табыстап, қонақжайлық үшін алғысын білдірді."
EN = "The minister received the ambassador of a neighbouring state and discussed trade, roads, schools and museums with her."
EN2 = "The ambassador handed over an invitation to the book fair that opens in the capital in autumn and gave thanks for the welcome."


def document(text: str, title: str | None = None, published: date | None = None) -> Document:
    return Document("d", text, title=title, published=published)


def layout(text: str, title: str | None = None) -> Layout:
    return read_layout(document(text, title), "ru")


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def check_spans(text: str, found: Layout) -> None:
    """Every span lies in the text, each kind is in order, and no two overlap."""
    for spans in (found.header, found.captions, found.body):
        assert list(spans) == sorted(spans)
    every = sorted([*found.header, *found.captions, *found.body, *([found.dateline] if found.dateline else [])])
    assert all(0 <= span.start < span.end <= len(text) for span in every)
    assert all(a.end <= b.start for a, b in pairwise(every))
    for part in (found.dateline_city, found.dateline_date):
        assert part is None or (found.dateline is not None and found.dateline.contains(part))
    assert found.title is None or any(span.contains(found.title) for span in found.header)


def test_an_item_with_everything() -> None:
    text = (
        " date 2026-03-06 МИД: Посол побывал в министерстве \n"
        "Фото: МИД. Встреча в министерстве\n"
        f"Астана. 5 марта. STEPPE TODAY - {RU}\n{RU2}\n"
        "Читайте также: Откроется ярмарка\nТеги: посол, министр\nSTEPPE TODAY\n"
    )
    found = layout(text)
    check_spans(text, found)
    assert words(text, found.header) == ["date 2026-03-06 МИД: Посол побывал в министерстве"]
    assert words(text, found.captions) == ["Фото: МИД. Встреча в министерстве"]
    assert found.dateline == Span(text.index("Астана"), text.index(" Министр"))
    assert found.title is not None
    assert found.title.of(text) == "МИД: Посол побывал в министерстве"
    assert words(text, found.body) == [RU, RU2]


def test_an_item_run_into_one_line() -> None:
    caption = "Фото: МИД. Встреча в городе Алматы"
    text = f"date 2026-03-06 МИД: Послы побывали в министерстве и на выставке {caption} Астана. 5 марта. STEPPE TODAY - {RU} {RU2}"
    found = layout(text)
    check_spans(text, found)
    assert words(text, found.captions) == [caption]
    assert found.dateline_city is not None
    assert found.dateline_city.of(text) == "Астана"
    assert words(text, found.body) == [f"{RU} {RU2}"]


@pytest.mark.parametrize(
    "line",
    [
        "6 марта 2026",
        "6 марта 2026, 14:35",
        "06.03.2026 10:15 | 245 просмотров",
        "Пятница, 6 марта 2026 г.",
        "Опубликовано: 6 марта 2026",
        "Published: March 6, 2026",
        "Friday, 6 March 2026 10:15 GMT",
        "Posted on 06 Mar 2026 at 9.30 am",
        "2026-03-06T10:00:00+05:00",
        "Жарияланды: 2026 жылғы 6 наурыз",
        "6 наурыз 2026 ж. 12:30",
        "Новости / Политика | 2026-03-06",
    ],
)
@pytest.mark.parametrize("lead", [RU, KK, EN])
def test_a_dated_line_on_top_is_header_and_tells_the_publication(line: str, lead: str) -> None:
    text = f"{line}\n\n{lead}"
    found = layout(text)
    check_spans(text, found)
    assert words(text, found.header) == [line]
    assert words(text, found.body) == [lead]
    filled, span = fill_published(document(text), found)
    assert filled.published == date(2026, 3, 6)
    assert span is not None
    assert found.header[0].contains(span)
    assert find_header_day(document(text), found) == (date(2026, 3, 6), span)


def test_a_known_publication_is_not_replaced() -> None:
    text = f"6 марта 2026\n{RU}"
    known = document(text, published=date(2026, 3, 7))
    assert fill_published(known, read_layout(known, "ru")) == (known, None)


def test_a_day_of_two_meanings_or_without_a_year_is_no_publication() -> None:
    for line in ("03/06/2026", "6 марта"):
        text = f"{line}\n{RU}"
        assert fill_published(document(text), layout(text))[0].published is None
    assert find_header_day(document(f"31.02.2026\n{RU}"), layout(f"31.02.2026\n{RU}")) is None


@pytest.mark.parametrize(
    ("published", "expected"),
    [(date(2026, 1, 2), date(2025, 12, 30)), (date(2025, 12, 31), date(2025, 12, 30)), (None, None)],
)
def test_the_dateline_takes_the_year_nearest_to_the_publication(published: date | None, expected: date | None) -> None:
    item = document(f"АСТАНА. 30 декабря. {RU}", published=published)
    assert find_dateline_day(item, read_layout(item, "ru")) == expected


def test_a_leap_day_finds_its_year() -> None:
    item = document(f"АСТАНА. 29 февраля. {RU}", published=date(2025, 1, 5))
    assert find_dateline_day(item, read_layout(item, "ru")) == date(2024, 2, 29)


def test_a_dateline_with_its_year_needs_no_other() -> None:
    item = document(f"Берн, 23 апреля 2026 года – {RU}")
    assert find_dateline_day(item, read_layout(item, "ru")) == date(2026, 4, 23)


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize(
    ("headline", "lead"),
    [("Посол побывал в министерстве", RU), ("Елші министрлікте болды", KK), ("Ambassador visits the ministry", EN)],
)
def test_headlines_are_header_however_often_they_stand(headline: str, lead: str, times: int) -> None:
    text = f"{headline}\n" * times + f"{lead}\n{lead[:-1]} again."
    found = layout(text)
    check_spans(text, found)
    assert words(text, found.header) == [headline] * times
    assert found.title == Span(0, len(headline))
    assert len(found.body) == 2


def test_a_second_headline_and_a_place_line_are_header_too() -> None:
    text = f"Встреча с послом\nО встрече заместителя министра с послом Перу\n{RU}"
    assert words(text, layout(text).header) == text.split("\n")[:2]
    text = f"Press release\nLima, Peru\n12 March 2026\n\n{EN}"
    assert words(text, layout(text).header) == ["Press release", "Lima, Peru", "12 March 2026"]


def test_a_whole_sentence_over_a_dateline_is_header() -> None:
    text = f"The ambassador met the minister.\nLIMA, 3 May – {EN}"
    found = layout(text)
    assert words(text, found.header) == ["The ambassador met the minister."]
    assert words(text, found.body) == [EN]


@pytest.mark.parametrize(
    "headline", ["послы открыли выставку и встретились с губернатором", "DEPUTY SPEAKER OPENS AN EXHIBITION IN THE NORTH"]
)
def test_a_headline_in_small_or_large_letters_over_a_dateline(headline: str) -> None:
    text = f"{headline}\nАСТАНА.  11 МАРТА.  VESTNIK.KZ - {RU}"
    found = layout(text)
    assert words(text, found.header) == [headline]
    assert found.dateline_city is not None
    assert found.dateline_city.of(text) == "АСТАНА"


def test_a_headline_in_capitals_is_no_dateline() -> None:
    text = f"DEPUTY SPEAKER OPENS AN EXHIBITION\n{EN}"
    found = layout(text)
    assert found.dateline is None
    assert words(text, found.body) == [EN]


def test_a_headline_longer_than_a_short_first_sentence() -> None:
    text = f"Генеральный консул встретился с земляками, студентами и руководством области\nНасыщенной выдалась неделя.\n{RU}"
    assert words(text, layout(text).body) == ["Насыщенной выдалась неделя.", RU]


def test_the_given_title_is_known_again_with_the_site_behind_it() -> None:
    text = f"Посол побывал в министерстве.\nПосол побывал в министерстве. – Вестник\n{RU}"
    assert words(text, layout(text, "Посол побывал в министерстве").body) == [RU]


@pytest.mark.parametrize("first", [RU.rstrip("."), "Насыщенной выдалась неделя для посольства в соседней столице."])
def test_a_first_line_is_no_headline_because_it_lacks_a_full_stop_or_is_short(first: str) -> None:
    text = f"{first}\n{RU2}"
    found = layout(text, "Совсем другой заголовок этой заметки")
    assert not found.header
    assert len(found.body) == 2


@pytest.mark.parametrize(
    "caption",
    [
        "Фото: МИД РК",
        "Фото: пресс-служба. На снимке: участники встречи",
        "Фото © Вестник",
        "фото из архива посольства",
        "На фото слева направо: министр и посол",
        "Сурет: Сыртқы істер министрлігі",
        "Суретте: министр мен елші",
        "Фото - gov.kz",
        "Photo: Ministry of Foreign Affairs",
        "Photos : Chancellery of the Senate",
        "(Photo: Embassy)",
        "Photo by Jane Roe",
        "Image credit: Embassy",
        "Pictured: the minister and the ambassador",
    ],
)
@pytest.mark.parametrize("place", ["top", "middle", "end"])
def test_captions_anywhere(caption: str, place: str) -> None:
    text = "\n".join({"top": [caption, RU, RU2], "middle": [RU, caption, RU2], "end": [RU, RU2, caption]}[place])
    found = layout(text)
    check_spans(text, found)
    assert words(text, found.captions) == [caption]
    assert words(text, found.body) == [RU, RU2]


@pytest.mark.parametrize("credit", ["Фото: МИД", "(Фото: МИД)", "Photo: Embassy", "Сурет: министрлік"])
def test_a_credit_at_the_end_of_a_paragraph_is_cut_off(credit: str) -> None:
    text = f"{RU} {credit}\n{RU2}"
    found = layout(text)
    check_spans(text, found)
    assert words(text, found.captions) == [credit]
    assert words(text, found.body) == [RU, RU2]


@pytest.mark.parametrize(
    "tail",
    [
        "/End/",
        "###",
        "* * *",
        "(конец)",
        "ENDS",
        "VPW",
        "STEPPE TODAY",
        "Подробнее: https://example.org/7",
        "Читайте также: Открылась ярмарка",
        "Тағы оқыңыз: Жәрмеңке ашылды",
        "Read also\nBook fair opens in the capital\nTrains will run to the coast",
        "Похожие новости:\nОткрылась ярмарка\nПоезд пойдёт к морю",
        "Теги: посол, министр",
        "#diplomacy #embassy",
        "https://example.org/news/2026/03/06/item",
        "245 просмотров",
        "Автор: Иван Петров",
        "By Jane Roe",
        "Айгүл Серік",
        "Автор\nАйгүл Серік",
        "Также читайте: Погода на завтра\nПодписывайтесь на наш канал!",
        "Источник: пресс-служба",
        "© Вестник. Все права защищены",
        "При использовании материалов ссылка на Вестник обязательна",
        "All rights reserved.",
        "Tel. +7 7172 00 00 00",
        "Inquiries: press office, tel. +7 7172 00 00 00",
        "Поделиться\n12 марта 2026\nВконтакте",
    ],
)
def test_what_follows_the_article_is_left_out(tail: str) -> None:
    text = f"{RU}\n{RU2}\n{tail}\n"
    found = layout(text)
    check_spans(text, found)
    assert words(text, found.body) == [RU, RU2]


@pytest.mark.parametrize(
    "line",
    [
        "Автор проекта меморандума – министр торговли, который подписал его вместе с послом.",
        "Источники в министерстве подтвердили, что посол прибудет в столицу в мае.",
        "Телефон. В понедельник глава ведомства дважды говорил с коллегами из соседних стран.",
        "Подробности переговоров стороны раскрывать не стали.",
        "Фотовыставку открыли посол и министр культуры.",
        "Photographers from both states met the ambassador at the opening.",
        "Contacts between the two ministries will be continued in May, the ambassador said.",
        "By the end of the year the ministers will meet again in the capital.",
        "Related questions were put to the ambassador by members of the committee.",
        "MONDAY, 13 OCTOBER",
        "6 марта",
        "Background",
        "Суретшілер көрмесін министр мен елші ашты.",
        "Күні кеше елші облыс әкімімен кездесті.",
        "Дата следующей встречи будет согласована по дипломатическим каналам.",
    ],
)
def test_what_belongs_to_the_article_stays(line: str) -> None:
    text = f"{RU}\n{line}\n{RU2}"
    found = layout(text)
    assert words(text, found.body) == [RU, line, RU2]


def test_related_headlines_end_where_the_article_goes_on() -> None:
    text = f"{RU}\nЧитайте также:\nОткрылась ярмарка\n{RU2}"
    assert words(text, layout(text).body) == [RU, RU2]


def wrap(paragraph: str, width: int) -> str:
    lines, line = [], ""
    for word in paragraph.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [40, 60, 72, 80])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(("first", "second"), [(RU, RU2), (KK, KK2), (EN, EN2)])
def test_hard_wrapped_paragraphs_are_one_span_each(first: str, second: str, between: str, width: int) -> None:
    first, second = f"{first} {second}", f"{second} {first}"
    text = wrap(first, width) + between + wrap(second, width)
    found = layout(text)
    check_spans(text, found)
    joined = [" ".join(paragraph.split()) for paragraph in words(text, found.body)]
    # Without a blank line a full last line cannot be told from a broken one.
    assert joined == [first, second] or (between == "\n" and joined == [f"{first} {second}"])


def test_a_line_break_inside_a_clause_is_no_paragraph() -> None:
    broken = RU.replace("торговлю, ", "торговлю,\n")
    text = f"{broken}\n{RU2}\n"
    assert words(text, layout(text).body) == [broken, RU2]


def test_a_list_of_names_keeps_its_lines() -> None:
    names = ["Жанна Орлова – Исландия", "Пётр Горин – Перу", "- Алия Сапар – Кения", "1. Иво Марек – Чили"]
    text = "\n".join([RU[:-1] + ":", *names, RU2])
    assert len(layout(text).body) == 6


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028"])
def test_any_line_ends(ends: str) -> None:
    text = ends.join(["6 марта 2026", "", f"АСТАНА. 5 марта. {RU}", RU2, ""])
    found = layout(text)
    check_spans(text, found)
    assert words(text, found.body) == [RU, RU2]


def test_a_text_cut_off_in_mid_word_stays() -> None:
    text = f"{RU}\n{RU2[:50]}"
    assert words(text, layout(text).body) == [RU, RU2[:50]]


@pytest.mark.parametrize(
    "text", ["", "   \n\n", "Посол", "6 марта 2026", "Фото: МИД", "АСТАНА. 5 марта. –", "***", "\ud800", "date 2026-03-06"]
)
def test_scanty_texts(text: str) -> None:
    check_spans(text, layout(text))


ARTICLE = [RU, KK, EN, "Посол", "Read also", "Нью-Йорк", "İ", "\ud800", "²", "_", "1"]
AROUND = ["Фото: МИД", "(Фото: a)", "Теги: а", "/End/", "Read also:\n", "https://a.kz ", "12:30", "#", "date 2026-03-06 "]
DATELINES = ["Астана. 5 марта. ", "ASTANA ", "(AP) ", "– ", "-- ", "/ТАСС/ ", "март 5", "ſept 3", "٣ March 2026"]
MARKS = ["\n", "\r\n", "\n\n", " ", ".", ",", ":", "(", "«", "\u2028", "\x85", "\xa0", "\u200b"]
SCRAPS = st.sampled_from(ARTICLE + AROUND + DATELINES + MARKS)


@settings(max_examples=400, deadline=None)
@given(st.lists(SCRAPS, max_size=14).map("".join), st.sampled_from([None, "Посол", RU]), st.sampled_from(["ru", "kk", "en", "xx"]))
def test_spans_are_sound_for_any_scraps(text: str, title: str | None, code: str) -> None:
    item = document(text, title)
    found = read_layout(item, code)
    check_spans(text, found)
    fill_published(item, found)
    find_dateline_day(item, found)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_spans_are_sound_for_any_text(text: str) -> None:
    check_spans(text, layout(text))


LEADS = [
    (
        "Правительство сменилось на прошлой неделе. Новый министр сразу взялся за дело и начал с гостей.",
        "АСТАНА, 9 фев – Вестник. Министр принял посла.",
        "АСТАНА",
    ),
    (
        "The government changed last week. The new minister set to work at once and began with guests.",
        "OSLO, 9 Feb – Herald. The minister received the envoy.",
        "OSLO",
    ),
    (
        "Үкімет өткен аптада ауысты. Жаңа министр бірден іске кірісіп, қонақтардан бастады.",
        "АСТАНА, 9 ақпан – Хабаршы. Министр елшіні қабылдады.",
        "АСТАНА",
    ),
]


@pytest.mark.parametrize(("lead", "article", "city"), LEADS)
def test_a_dateline_below_a_lead(lead: str, article: str, city: str) -> None:
    text = f"{lead}\n\n{lead}\n\n{article}"
    found = read_layout(Document(id="lead", text=text), "ru")
    assert found.dateline_city is not None
    assert found.dateline_city.of(text) == city
    assert found.body[-1].end == len(text)
