"""A real browser before a real service with the examples in it. Where there is no Chromium, these tests are skipped with a message."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from time import sleep

import pytest
import uvicorn

from elshi.errors import DocumentError
from elshi.pipeline import read_paths
from elshi.pipeline.opening import provenance_of
from elshi.pipeline.working import Worker
from elshi.search.keeping import keep_index
from elshi.store import open_store
from elshi.store.tokens import Role
from elshi.web.app import make_app
from elshi.web.context import WebOptions

EXAMPLES = Path(__file__).parents[2] / "elshi" / "examples"
PASSWORD = "seven grey herons"
PEOPLE = {"Айгерім": Role.ADMIN, "Dana": Role.EDITOR}
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


class Site:
    """A service on a port of its own."""

    def __init__(self, path: Path, runner, settings, **options) -> None:
        self.path, self.runner = path, runner
        with open_store(path) as store:
            for item in runner.run(read_paths([str(EXAMPLES)], settings)):
                if not isinstance(item, DocumentError):
                    store.add(item.document, item.language, item.engagements, provenance_of(runner))
            keep_index(store)
        app = make_app(lambda: open_store(path, create=False), WebOptions(**({"rate": None, "editor": "Asel"} | options)))
        self.server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            sleep(0.02)
        self.address = f"http://127.0.0.1:{self.server.servers[0].sockets[0].getsockname()[1]}"

    def work(self) -> None:
        """Do the jobs that wait."""
        Worker("test", lambda: open_store(self.path), self.runner).work(lambda job, fault: None, once=True)

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)


@pytest.fixture(scope="session")
def chromium():
    api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(chromium, tmp_path_factory, real_runner, settings):
    made = Site(tmp_path_factory.mktemp("site") / "elshi.db", real_runner, settings)
    yield made
    made.close()


@pytest.fixture(scope="module")
def shared_site(chromium, tmp_path_factory, real_runner, settings):
    """A server that several people share."""
    made = Site(tmp_path_factory.mktemp("shared") / "elshi.db", real_runner, settings, editor="", accounts=True)
    with open_store(made.path) as store:
        for name, role in PEOPLE.items():
            store.accounts().add(name, role, PASSWORD)
    yield made
    made.close()


@pytest.fixture
def open_page(chromium, request):
    """Opens a page of the site; at the end nothing may have been said in the console, and nothing asked of anybody else."""
    site = request.getfixturevalue("shared_site" if "shared_site" in request.fixturenames else "site")
    opened, said, asked = [], [], []

    def open_one(path: str, language: str = "en", width: int = 1440, scheme: str = "light", **more):
        context = chromium.new_context(viewport={"width": width, "height": 900}, locale=language, color_scheme=scheme, **more)
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(90_000)  # machines may be busy
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site.address + path)
        return page

    yield open_one
    for context in opened:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith((site.address, "data:"))] == []
