"""A service over a small store, and who may use it."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from elshi.search.keeping import keep_index
from elshi.store import Provenance, open_store
from elshi.store.tokens import Role
from elshi.web.app import make_app
from elshi.web.context import WebOptions
from tests.doubles import TEXT, make_document, make_engagement

ROOT = "/api/v1"


class Service:
    """A client with three documents behind it, and a token of each role."""

    def __init__(self, path: Path, **options) -> None:
        self.path = path
        with open_store(path) as store:
            for number, day in enumerate(("2026-03-04", "2026-05-01", None)):
                document = make_document(f"note{number}.txt", TEXT + " " * number, title=f"Note {number}", source="Oslo Gazette")
                store.add(document, "en", [make_engagement(document.id, day=day)], Provenance("1", "steps", "tagger"))
            keep_index(store)
            self.secrets = {role: store.tokens().add(role.value, role)[1] for role in Role}
        chosen = WebOptions(**{"rate": None, **options})
        self.app = make_app(lambda: open_store(path, create=False), chosen)
        self.client = TestClient(self.app, base_url="http://127.0.0.1", raise_server_exceptions=False)

    def fresh_client(self) -> TestClient:
        """A client that has no cookies yet."""
        return TestClient(self.app, base_url="http://127.0.0.1", raise_server_exceptions=False)

    def ask(self, method: str, path: str, role: Role | None = None, **request):
        """One request; `role` says whose token goes with it."""
        headers = dict(request.pop("headers", {}))
        if role:
            headers["Authorization"] = f"Bearer {self.secrets[role]}"
        return self.client.request(method, path if path.startswith("/") else f"{ROOT}/{path}", headers=headers, **request)

    def get(self, path: str, role: Role | None = None, **request):
        """What this address answers."""
        return self.ask("GET", path, role, **request)

    def records(self) -> list[str]:
        """The ids of the records."""
        return [item["record"]["id"] for item in self.get("records").json()["items"]]
