"""Signing in, correcting under one's name, and administering, as people do it: with the keyboard, in three languages, narrow and wide."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import PASSWORD

AXE = Path(__file__).parents[2] / "elshi" / "web" / "islands" / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = [("ru", 1440, "light"), ("kk", 390, "dark"), ("en", 390, "light")]


def sign_in(page, name):
    """With the keyboard alone."""
    page.focus("#name")
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_an_admin_makes_an_account_and_reads_of_it_in_the_log(shared_site, open_page, language, width, scheme):
    page = open_page("/sign-in?to=/accounts", language, width, scheme)
    sign_in(page, "Айгерім")
    page.wait_for_selector(".ledger")
    page.fill("main .entry #name", f"press {language}")
    page.fill("main .entry #password", "four blue larks")
    page.keyboard.press("Enter")
    page.wait_for_selector(f".ledger th:has-text('press {language}')")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("nav.views a[href='/audit']")
    assert page.locator(f".ledger td:has-text('press {language}')").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click(".self")
    page.click("form[action='/sign-out'] button")
    page.wait_for_selector(".self[href='/sign-in']")


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_an_editor_corrects_under_her_name(shared_site, open_page, language, width, scheme):
    page = open_page("/search?type=talks", language, width, scheme)
    page.click(".card .what")
    assert page.locator("#mend").count() == 0
    address = page.url
    page.click(".self")
    sign_in(page, "Dana")
    page.wait_for_selector(".self[href='/account']")
    page.goto(address)
    page.locator("#mend summary").first.click()
    form = page.locator("form[action$='/correct']:has(input[value=venue])")
    form.locator("input[name=value]").fill(f"Skansen {width}")
    form.locator("button").click()
    page.wait_for_load_state()
    assert f"Skansen {width}" in page.inner_text("main")
    assert "Dana" in page.text_content(".history")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here: it comes with the libraries of the islands")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_accounts_shuts_anybody_out(shared_site, open_page, scheme):
    page = open_page("/sign-in", "en", 1440, scheme, bypass_csp=True)
    found = []
    for path in ("/sign-in", "/account", "/accounts", "/audit"):
        page.goto(shared_site.address + path)
        page.add_script_tag(path=str(AXE))
        told = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
        found += [(path, v["id"], v["nodes"][0]["html"][:120]) for v in told["violations"] if v["impact"] in ("serious", "critical")]
        if path == "/sign-in":
            sign_in(page, "Айгерім")
            page.wait_for_selector(".self[href='/account']")
    assert found == []
