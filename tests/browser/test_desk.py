"""The desk as people see and use it: every page in three languages, narrow and wide, light and dark. What is
done with the keyboard alone stands in `test_acts.py`."""

from __future__ import annotations

import json
import re
import urllib.request
from pathlib import Path

import pytest

AXE = Path(__file__).parents[2] / "elshi" / "web" / "islands" / "node_modules" / "axe-core" / "axe.min.js"
ISLANDS = Path(__file__).parents[2] / "elshi" / "web" / "static" / "islands.js"
PAGES = (
    "/",
    "/search",
    "/search?view=map",
    "/search?view=timeline",
    "/search?view=network",
    "/people",
    "/countries",
    "/countries/KZ",
    "/countries/KZ/HU",
    "/organisations",
    "/places",
    "/initiatives",
    "/sources",
    "/review",
    "/read",
    "/topics/trade",
)
LOOKS = [("ru", 1440, "light"), ("kk", 390, "dark"), ("en", 390, "light"), ("en", 1440, "dark")]
scripted = pytest.mark.skipif(not ISLANDS.is_file(), reason="the islands are not built: they are when Elshi is installed from a checkout")


def ask(site, path: str):
    with urllib.request.urlopen(f"{site.address}/api/v1/{path}") as answer:
        return json.load(answer)


def first_record(site) -> str:
    found = ask(site, "search?type=talks&limit=1")["items"]
    return f"/records/{found[0]['record']['id']}"


def first_document(site) -> str:
    return f"/documents/{ask(site, 'documents?limit=1')['items'][0]['key']}"


def told_document(site) -> str:
    """A document that tells of an engagement."""
    with urllib.request.urlopen(site.address + first_record(site)) as answer:
        return "/documents/" + re.search(r'href="/documents/([0-9a-f]+)', answer.read().decode())[1]


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_each_page_fits_its_screen(site, open_page, language, width, scheme):
    for path in (*PAGES, first_record(site), first_document(site)):
        page = open_page(path, language, width, scheme)
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.locator("h1").count() == 1, path
        page.context.close()


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here: it comes with the libraries of the islands")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(site, open_page, scheme):
    found = []
    for path in (*PAGES, first_record(site), first_document(site)):
        page = open_page(path, "en", 1440, scheme, bypass_csp=True)
        page.add_script_tag(path=str(AXE))
        told = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
        found += [(path, v["id"], v["nodes"][0]["html"][:120]) for v in told["violations"] if v["impact"] in ("serious", "critical")]
        page.context.close()
    assert found == []


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_a_value_shows_its_sentence_on_hover_and_focus(site, open_page, language, width, scheme):
    page = open_page(first_record(site), language, width, scheme)
    proof = page.locator(".facts .sourced").first.locator(".proof")
    assert not proof.is_visible()
    page.locator(".facts .sourced").first.hover()
    assert proof.is_visible()
    assert proof.locator("mark").count() > 0
    page.mouse.move(0, 0)
    assert not proof.is_visible()
    page.locator(".facts .sourced a, .facts .sourced [tabindex]").first.focus()
    assert proof.is_visible()


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_the_content_is_reached_with_the_tab_key(site, open_page, language, width, scheme):
    page = open_page(first_record(site), language, width, scheme)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@scripted
@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
@pytest.mark.parametrize("view", ["map", "timeline", "network"])
def test_each_view_is_drawn_over_its_table(open_page, view, language, width, scheme):
    page = open_page(f"/search?view={view}", language, width, scheme)
    page.wait_for_selector("figure[data-drawn=yes] canvas")
    assert page.locator("table.behind tr").count() > 0


def test_views_are_tables_without_scripts(open_page):
    page = open_page("/search?view=map", java_script_enabled=False)
    assert page.locator("figure").is_hidden()
    assert page.locator("table.behind tr").count() > 0


@scripted
@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_selected_words_become_a_value(site, open_page, language, width, scheme):
    page = open_page(first_record(site), language, width, scheme)
    page.evaluate("""() => {
        const text = document.querySelector(".telling .passage").firstChild, range = document.createRange();
        const words = text.nodeType === 3 ? text : text.firstChild;
        range.setStart(words, 0); range.setEnd(words, Math.min(5, words.length));
        getSelection().removeAllRanges(); getSelection().addRange(range);
    }""")
    page.wait_for_selector(".picker button")
    picked = page.evaluate("getSelection().toString().trim()")
    label = page.locator("#mend form:has(input[value=venue]) label").text_content().strip()
    page.locator(".picker button", has_text=label).first.click()
    assert page.input_value("#mend form:has(input[value=venue]) input[name=value]") == picked
    with page.expect_navigation():
        page.click("#mend form:has(input[value=venue]) button")
    assert picked in page.inner_text("dl.facts")


SELECT = """(wanted) => {
    const walker = document.createTreeWalker(document.querySelector("article.text"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at); range.setEnd(node, at + wanted.length);
        getSelection().removeAllRanges(); getSelection().addRange(range);
        return true;
    }
    return false;
}"""


@scripted
@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_words_of_a_document_become_a_value_of_the_engagement_they_tell_of(site, open_page, language, width, scheme):
    page = open_page(told_document(site), language, width, scheme)
    words = page.locator(".text p:has(.anchor) mark.m-participant").first.inner_text()
    assert page.evaluate(SELECT, words)
    page.wait_for_selector(".picker button")
    box = page.locator(".picker").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.locator(".picker button").nth(2).click()
    assert page.locator(".pick[open] input[name=value]").input_value() == words
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith(told_document(site))
    page.click("aside .card .what")
    assert words in page.inner_text("dl.facts")
