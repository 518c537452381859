"""Takes pictures of every page, over the examples, for people to look at: `python -m quality.screenshots FOLDER`.

Needs Chromium and Playwright. With `--readme` only the two that the README shows, into `docs/images`.
"""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from elshi.errors import DocumentError
from elshi.pipeline import open_runner, read_paths
from elshi.pipeline.opening import provenance_of
from elshi.records import Subject
from elshi.search.keeping import keep_index
from elshi.settings import Settings
from elshi.store import open_store
from elshi.web.app import make_app
from elshi.web.context import WebOptions

__all__ = ["main", "serve_examples"]

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PAGES = {
    "today": "/",
    "search": "/search",
    "map": "/search?view=map",
    "timeline": "/search?view=timeline",
    "network": "/search?view=network",
    "people": "/people",
    "countries": "/countries",
    "country": "/countries/KZ",
    "pair": "/countries/KZ/PT",
    "organisations": "/organisations",
    "places": "/places",
    "topic": "/topics/trade",
    "initiatives": "/initiatives",
    "sources": "/sources",
    "review": "/review",
    "read": "/read",
}
LOOKS = [(language, width, scheme) for language in ("ru", "kk", "en") for width in (390, 1440) for scheme in ("light", "dark")]


@contextmanager
def serve_examples() -> Iterator[tuple[str, dict[str, str]]]:
    """A service over the examples: its address, and the pages with those of a record and a document."""
    settings = Settings.from_environment()
    runner = open_runner(settings)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "elshi.db"
        with open_store(path) as store:
            for item in runner.run(read_paths([str(ROOT / "elshi" / "examples")], settings)):
                if not isinstance(item, DocumentError):
                    store.add(item.document, item.language, item.engagements, provenance_of(runner))
            keep_index(store)
            members = max(store.shelf(Subject.ENGAGEMENT).clusters(), key=len)
            key = store.reports_under(members[0])[0].document
        app = make_app(lambda: open_store(path, create=False), WebOptions(rate=None, editor="Asel"))
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}", {**PAGES, "record": f"/records/{min(members)}", "document": f"/documents/{key}"}
        server.should_exit = True
        thread.join(10)


def _shoot(browser: Browser, address: str, target: Path, look: tuple[str, int, str], whole: bool = True) -> None:
    language, width, scheme = look
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale=language, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_timeout(1500 if "view=" in address else 100)
    page.screenshot(path=target, full_page=whole)
    context.close()


def main() -> None:
    """Take the pictures."""
    chromium = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if chromium is None:
        raise SystemExit("no Chromium here: apt-get install chromium")
    folder = IMAGES if sys.argv[1:] == ["--readme"] else Path(sys.argv[1] if sys.argv[1:] else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with serve_examples() as (address, pages), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        if folder == IMAGES:
            for name in ("record", "document"):
                _shoot(browser, address + pages[name], folder / f"{name}.png", ("en", 1200, "light"), whole=False)
            return
        for look in LOOKS:
            for name, path in pages.items():
                target = folder / f"{name}-{'-'.join(map(str, look))}.png"
                _shoot(browser, address + path, target, look)
        print(f"{len(LOOKS) * len(pages)} pictures in {folder}")


if __name__ == "__main__":
    main()
