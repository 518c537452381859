"""Web pages that lie in files."""

import time
from datetime import date

import pytest

from elshi.errors import UnreadableDocument
from elshi.records import Document
from elshi.sources import read_content

SENTENCES = (
    "Министр иностранных дел принял в четверг посла соседней страны.",
    "Собеседники сверили расписание встреч до конца года и обсудили поставки зерна.",
    "Посол передал приглашение посетить книжную ярмарку, которая откроется осенью.",
)
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(head: str = "", body: str = f"<article><h1>Посол принят в министерстве</h1>{ARTICLE}</article>") -> str:
    menu = "<nav><ul><li><a href='/'>Главная</a></li><li><a href='/n'>Новости</a></li></ul></nav>"
    head = f"<head><title>Посол принят в министерстве</title>{head}</head>"
    return f"<!DOCTYPE html><html>{head}<body>{menu}{body}<footer>2026</footer></body></html>"


def read(html: str, encoding: str = "utf-8", suffix: str = "") -> Document | Exception:
    [found] = read_content(html.encode(encoding), "page.html", suffix)
    return found


def document(html: str, encoding: str = "utf-8") -> Document:
    found = read(html, encoding)
    assert isinstance(found, Document), found
    return found


def test_the_article_without_the_menu_and_the_title() -> None:
    found = document(page())
    assert all(sentence in found.text for sentence in SENTENCES)
    assert "Новости" not in found.text
    assert found.title == "Посол принят в министерстве"
    assert found.published is None


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", None, "utf-8"])
def test_pages_in_8_bit_encodings(declared: str | None) -> None:
    encoding = "koi8-r" if declared == "koi8-r" else "cp1251"
    head = f'<meta charset="{declared}">' if declared else ""
    assert SENTENCES[0] in document(page(head), encoding).text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-03-06T10:00:00+05:00">',
        '<meta itemprop="datePublished" content="2026-03-06">',
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2026-03-06T08:00:00Z"}]}</script>',
        '<meta name="pubdate" content="2026-03-06"><meta property="article:published_time" content="2026-03-06T01:00:00">',
    ],
)
def test_the_day_of_publication_is_what_the_metadata_states(head: str) -> None:
    assert document(page(head)).published == date(2026, 3, 6)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:published_time" content="last week">',
        '<meta property="article:modified_time" content="2026-03-06">',
        '<meta name="pubdate" content="2026-03-06"><meta itemprop="datePublished" content="2025-01-01">',
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        '<link rel="canonical" href="https://example.org/2024/01/02/item">',
    ],
)
def test_no_day_where_the_metadata_does_not_agree_on_one(head: str) -> None:
    assert document(page(head)).published is None


@pytest.mark.parametrize("body", ["", "<p>Hi</p>", "<div><a href='/'>Главная</a></div>", "<script>let x = 1</script>"])
def test_a_page_without_an_article_is_said_to_be_one(body: str) -> None:
    found = read(page(body=body).replace("<title>Посол принят в министерстве</title>", ""))
    assert isinstance(found, UnreadableDocument)
    assert found.reason == "no article text found"


def test_a_text_named_html_without_markup_is_a_text() -> None:
    found = read("Просто текст: 2 < 3, посол прибыл.", suffix=".html")
    assert isinstance(found, Document)
    assert found.text.startswith("Просто")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + ARTICLE + "</div>" * 100_000,
        "<div>" * 20_000 + ARTICLE,
        "<b>" * 30_000 + ARTICLE,
        "<table><tr><td>" * 3_000 + ARTICLE,
        "<" * 40_000 + ARTICLE,
        "<!--" + "-" * 100_000,
        "<p " + "a=1 " * 20_000 + ">" + ARTICLE,
    ],
    ids=["deep", "less deep", "inline", "tables", "open tags", "comment", "attributes"],
)
def test_hostile_markup_ends_soon_and_as_a_value(body: str) -> None:
    begun = time.process_time()
    assert isinstance(read(page(body=body)), (Document, UnreadableDocument))
    assert time.process_time() - begun < 5


def test_a_page_too_large_for_an_article_is_refused() -> None:
    found = read(page(body="<br>" * 100_000))
    assert isinstance(found, UnreadableDocument)
    assert "too large" in found.reason


def test_controls_and_surrogates_in_a_page_do_no_harm() -> None:
    html = page(body=f"<article><p>\x01\x02{SENTENCES[0]}\ufffe</p>{ARTICLE}</article>")
    assert SENTENCES[1] in document(html).text
    # A code point that is half a character cannot be written in UTF-8; bytes that try are damaged text.
    [found] = read_content(html.encode().replace("\ufffe".encode(), b"\xed\xa0\x80"), "page.html")
    assert isinstance(found, Document)
