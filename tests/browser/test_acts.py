"""Each act of a desk officer, with the keyboard alone, in three languages, narrow and wide, light and dark."""

from __future__ import annotations

import json
import re
import urllib.request

import pytest

from tests.browser.test_desk import LOOKS, ask, first_record, scripted, told_document

TEXTS = {
    "ru": "4 марта в Осло посол Казахстана Айгуль Серикова встретилась с министром торговли Норвегии Ларсом Виком.",
    "kk": "4 наурызда Ослода Қазақстан елшісі Айгүл Серікова Норвегияның сауда министрі Ларс Викпен кездесті.",
    "en": "On 4 March in Oslo the ambassador of Kazakhstan Aigul Serikova met the Norwegian trade minister Lars Vik.",
}
TYPED = {"ru": "Каз", "kk": "Қаз", "en": "Kaz"}
ASKED = {"ru": "Эстония", "kk": "Эстония", "en": "Estonia"}
MOST_STEPS = 400
in_each_look = pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)


def go_to(page, selector: str) -> None:
    """Press Tab until this is reached."""
    for _ in range(MOST_STEPS):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {selector} on {page.url}")


def press(page, selector: str, key: str = "Enter") -> None:
    """Reach something with Tab and press a key that leads to another page."""
    go_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press(key)


def undo_last(page, site, record: str) -> None:
    page.goto(site.address + record)
    go_to(page, ".history summary")
    page.keyboard.press("Enter")
    press(page, ".history button")


def in_queue(page, record: str) -> bool:
    return page.locator(f'.queue .what[href="{record}"]').count() == 1


def two_tellings(site) -> tuple[str, str]:
    """Two records of one kind."""
    items = ask(site, "search?type=meeting&limit=2")["items"]
    return tuple(f"/records/{item['record']['id']}" for item in items)


@in_each_look
def test_a_newcomer_pastes_a_text_and_sees_what_it_says(site, open_page, language, width, scheme):
    page = open_page("/", language, width, scheme)
    press(page, "nav.rooms a[href='/read']")
    go_to(page, "#text")
    page.keyboard.insert_text(f"{TEXTS[language]} ({width})")
    go_to(page, "#source")
    page.keyboard.insert_text(f"desk-{language}-{width}.example")
    go_to(page, "main button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/read/*")
    site.work()
    page.wait_for_url("**/documents/*", timeout=20_000)
    assert page.locator(".text p:not(.legend) mark.m-participant").count() == 2
    press(page, "aside .card .what")
    title = page.inner_text("h1")
    assert re.search("Сери|Сері|Seri", title)
    assert re.search("Вик|Vik", title)


@in_each_look
def test_a_file_is_read(site, open_page, tmp_path, language, width, scheme):
    path = tmp_path / f"{language}-{width}.txt"
    path.write_text(TEXTS[language].replace("4 ", "5 ", 1), encoding="utf-8")
    page = open_page("/read", language, width, scheme)
    page.set_input_files("#file", path)
    go_to(page, "main button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/read/*")
    site.work()
    page.wait_for_url("**/documents/*", timeout=20_000)
    assert page.locator("aside .card").count() == 1


@in_each_look
def test_a_search_is_typed_narrowed_and_widened(open_page, language, width, scheme):
    page = open_page("/", language, width, scheme)
    go_to(page, "#find")
    page.keyboard.insert_text(ASKED[language])
    with page.expect_navigation():
        page.keyboard.press("Enter")
    total = page.inner_text("h1")
    assert re.search("[1-9]", total)
    press(page, ".facets a")
    assert page.locator(".chips li").count() == 1
    press(page, ".chips a")
    assert page.inner_text("h1") == total


@in_each_look
def test_what_is_shown_is_taken_along(open_page, language, width, scheme):
    page = open_page("/search?type=talks", language, width, scheme)
    go_to(page, ".exports a[href*=csv]")
    with page.expect_download() as told:
        page.keyboard.press("Enter")
    rows = told.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) > 1


@scripted
@in_each_look
def test_names_are_suggested_and_chosen(open_page, language, width, scheme):
    page = open_page("/", language, width, scheme)
    go_to(page, "#find")
    page.keyboard.type(TYPED[language], delay=20)
    page.wait_for_selector("#suggestions a")
    page.keyboard.press("ArrowDown")
    wanted = page.get_attribute("#suggestions a[aria-selected=true]", "href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")


@in_each_look
def test_a_country_is_pinned_and_taken_off(open_page, language, width, scheme):
    page = open_page("/", language, width, scheme)
    go_to(page, "#pin")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    chosen = page.locator("#pin option:checked").inner_text()
    press(page, ".pin button")
    assert page.locator(".pinned").get_attribute("aria-label") == chosen
    press(page, ".pinned button")
    assert page.locator(".pinned").count() == 0


@scripted
@in_each_look
@pytest.mark.parametrize("key", ["a", "x"])
def test_the_queue_is_worked_through_with_one_key_each_and_undone(site, open_page, key, language, width, scheme):
    page = open_page("/review", language, width, scheme)
    page.keyboard.press("j")
    second = page.locator("[data-item]").nth(1).locator(".what").get_attribute("href")
    with page.expect_navigation():
        page.keyboard.press(key)
    assert not in_queue(page, second)
    undo_last(page, site, second)
    page.goto(f"{site.address}/review")
    assert in_queue(page, second)


@scripted
@in_each_look
def test_a_value_is_corrected_from_the_queue_and_taken_back(site, open_page, language, width, scheme):
    page = open_page("/review", language, width, scheme)
    record = page.locator("[data-item] .what").first.get_attribute("href")
    with page.expect_navigation():
        page.keyboard.press("o")
    go_to(page, "#mend summary")
    page.keyboard.press("Enter")
    go_to(page, "#mend form:has(input[value=venue]) input[name=value]")
    before = page.input_value("#mend form:has(input[value=venue]) input[name=value]")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("Skansen Hall")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Skansen Hall" in page.inner_text("dl.facts")
    assert "Asel" in page.text_content(".history")
    undo_last(page, site, record)
    assert page.input_value("#mend form:has(input[value=venue]) input[name=value]") == before


@in_each_look
def test_two_records_are_joined_and_parted_again(site, open_page, language, width, scheme):
    one, other = two_tellings(site)
    page = open_page(one, language, width, scheme)
    told = page.locator(".telling").count()
    go_to(page, "#mend summary")
    page.keyboard.press("Enter")
    go_to(page, "#mend form[action$='/join'] input[name=other]")
    page.keyboard.insert_text(site.address + other)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".telling").count() > told
    joined = page.url.removeprefix(site.address)
    go_to(page, "#mend summary")
    page.keyboard.press("Enter")
    press(page, "#mend form[action$='/part'] button")
    page.goto(site.address + joined)
    assert page.locator(".telling").count() >= told
    assert {one, other} <= {f"/records/{item['record']['id']}" for item in ask(site, "search?type=meeting&limit=50")["items"]}


@in_each_look
def test_a_document_is_corrected_without_scripts(site, open_page, language, width, scheme):
    city = f"Bergen{language}{width}"
    page = open_page(told_document(site), language, width, scheme, java_script_enabled=False)
    page.locator(".pick summary").first.click()
    form = page.locator(".pick form").first
    form.locator("select").select_option("city")
    form.locator("input[name=value]").fill(city)
    form.locator("button").click()
    page.wait_for_url("**/documents/*")
    assert city in page.inner_text("aside")


def test_what_was_looked_at_is_taken_along_as_annotated_documents(site, open_page):
    page = open_page(first_record(site))
    press(page, ".verdict button[value=accepted]")
    with urllib.request.urlopen(f"{site.address}/review/annotations.jsonl") as answer:
        lines = answer.read().decode().splitlines()
    assert all("engagements" in json.loads(line) for line in lines)
    undo_last(page, site, page.url.removeprefix(site.address))
