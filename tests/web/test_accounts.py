"""Accounts on the pages: who may read, change and administer; sessions, forms, locks, and the log of all of it."""

from __future__ import annotations

import re

import pytest

from elshi.store import open_store
from elshi.store.accounts import MOST_ATTEMPTS
from elshi.store.audit import Act
from elshi.store.tokens import Role
from tests.web.service import Service

PASSWORDS = {"Bekzat": "three red foxes", "Asel": "seven grey herons", "Root": "nine black bears"}
ROLES = {"Bekzat": Role.READER, "Asel": Role.EDITOR, "Root": Role.ADMIN}


class Shared(Service):
    """A server that several people share."""

    def __init__(self, path, **options) -> None:
        super().__init__(path, accounts=True, **options)
        with open_store(path) as store:
            for name, password in PASSWORDS.items():
                store.accounts().add(name, ROLES[name], password)
        self.record = self.records()[0] if not options.get("private") else ""

    def visit(self, name: str | None = None, address: str = "http://127.0.0.1"):
        """A browser, with somebody signed in."""
        client = self.fresh_client()
        client.base_url = address
        if name:
            assert sign_in(client, name, PASSWORDS[name]).status_code == 303
        return client

    def log(self):
        with open_store(self.path) as store:
            return [(entry.who, entry.act, entry.subject) for entry in store.audit().page(50)]


def form_token(client, page="/sign-in"):
    return re.search(r'name="token" value="([^"]+)"', client.get(page).text)[1]


def sign_in(client, name, password, to="/"):
    data = {"token": form_token(client), "name": name, "password": password, "to": to}
    return client.post("/sign-in", data=data, follow_redirects=False)


def send(client, path, page, **data):
    return client.post(path, data={"token": form_token(client, page), **data}, follow_redirects=False)


@pytest.fixture
def shared(tmp_path):
    return Shared(tmp_path / "elshi.db")


def test_everybody_reads_and_only_editors_change(shared):
    page = f"/records/{shared.record}"
    for name, may in ((None, False), ("Bekzat", False), ("Asel", True), ("Root", True)):
        client = shared.visit(name)
        text = client.get(page).text
        assert ('id="mend"' in text) is may
        assert (name or "Sign in") in text
        assert client.get("/read").status_code == (200 if may else 403)
    asel = shared.visit("Asel")
    assert send(asel, f"{page}/correct", page, field="city", value="Bergen").status_code == 303
    assert "Bergen" in asel.get(page).text
    assert "Asel" in asel.get(page).text.split('id="history"')[-1]
    assert ("Asel", Act.CORRECTED, f"{shared.record}: city") in shared.log()


def test_without_a_session_or_with_another_ones_form_nothing_changes(shared):
    page = f"/records/{shared.record}"
    asel, root, nobody = shared.visit("Asel"), shared.visit("Root"), shared.visit()
    other = form_token(root, page)
    for client, token in ((asel, other), (asel, ""), (asel, "x" * 64), (nobody, other), (shared.visit("Bekzat"), other)):
        answer = client.post(f"{page}/correct", data={"token": token, "field": "city", "value": "Bergen"}, follow_redirects=False)
        assert answer.status_code == 403
    assert "Bergen" not in root.get(page).text


def test_a_form_of_before_signing_in_counts_no_more_afterwards(shared):
    client = shared.visit()
    token = form_token(client)
    sign_in(client, "Root", PASSWORDS["Root"])
    assert client.post("/accounts", data={"token": token, "name": "Eve", "password": "x" * 12}, follow_redirects=False).status_code == 403


def test_signing_in_leads_on_but_never_elsewhere(shared):
    assert sign_in(shared.visit(), "Asel", PASSWORDS["Asel"], "/review?level=soon").headers["location"] == "/review?level=soon"
    for elsewhere in ("https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)", "/\n/example.org"):
        assert sign_in(shared.visit(), "Asel", PASSWORDS["Asel"], elsewhere).headers["location"] == "/"
    asel = shared.visit("Asel")
    assert asel.get("/sign-in?to=/people", follow_redirects=False).headers["location"] == "/people"


def test_the_cookie_is_for_this_server_alone_and_goes_with_signing_out(shared):
    client = shared.visit()
    cookie = sign_in(client, "Asel", PASSWORDS["Asel"]).headers["set-cookie"]
    assert re.match(r"elshi_session=[\w-]{40,}; HttpOnly; Max-Age=\d+; Path=/; SameSite=lax$", cookie)
    safe = shared.visit(address="https://desk.example")
    cookie = sign_in(safe, "Asel", PASSWORDS["Asel"]).headers["set-cookie"]
    assert cookie.startswith("__Host-elshi_session=")
    assert "Secure" in cookie
    kept = client.cookies["elshi_session"]
    send(client, "/sign-out", "/account")
    client.cookies.set("elshi_session", kept)
    assert client.get("/account").status_code == 401
    assert [(who, act) for who, act, _ in shared.log()] == [("Asel", Act.SIGNED_OUT), ("Asel", Act.SIGNED_IN), ("Asel", Act.SIGNED_IN)]


def test_wrong_names_and_passwords_are_answered_alike_and_lock_in_the_end(shared):
    client = shared.visit()
    answers = [sign_in(client, name, "wrong wrong") for name in ("Asel", "nobody")]
    told = [re.search(r'role="alert"><p>(.*?)</p>', answer.text)[1] for answer in answers]
    assert told[0] == told[1]
    assert [answer.status_code for answer in answers] == [403, 403]
    for _ in range(MOST_ATTEMPTS):
        sign_in(client, "Asel", "wrong wrong")
    assert sign_in(client, "Asel", PASSWORDS["Asel"]).status_code == 403
    assert ("nobody", Act.REFUSED, "") in shared.log()
    root = shared.visit("Root")
    assert "locked" in root.get("/accounts").text
    send(root, "/accounts/change", "/accounts", name="Asel", act="reopen")
    assert sign_in(client, "Asel", PASSWORDS["Asel"]).status_code == 303


def test_an_address_that_fails_too_often_must_wait(tmp_path):
    shared = Shared(tmp_path / "elshi.db")
    client = shared.visit()
    for number in range(40):
        sign_in(client, f"guess {number}", "wrong wrong")
    assert sign_in(client, "Asel", PASSWORDS["Asel"]).status_code == 403
    acts = [act for _, act, _ in shared.log()]
    assert Act.SIGNED_IN not in acts
    assert len(acts) < 35


def test_where_reading_is_private_pages_lead_to_the_form_and_back(tmp_path):
    shared = Shared(tmp_path / "elshi.db", private=True)
    client = shared.visit()
    answer = client.get("/people?name=a", headers={"accept": "text/html"})
    assert answer.status_code == 401
    assert 'name="to" value="/people?name=a"' in answer.text
    assert "Serikova" not in answer.text
    for path in ("/", "/search", "/suggest?q=se", "/documents/x", "/review"):
        assert client.get(path).status_code == 401
    assert client.get("/static/desk.css").status_code == 200
    assert shared.visit("Bekzat").get("/people").status_code == 200
    assert "private" in shared.visit("Bekzat").get("/people").headers["cache-control"]


def test_only_admins_see_accounts_and_the_log(shared):
    for path in ("/accounts", "/audit"):
        assert [shared.visit(name).get(path).status_code for name in (None, "Bekzat", "Asel", "Root")] == [401, 403, 403, 200]
    for name in ("Bekzat", "Asel"):
        client = shared.visit(name)
        token = form_token(client, "/account")
        assert client.post("/accounts", data={"token": token, "name": "Eve", "password": "y" * 12}).status_code == 403
        assert client.post("/accounts/change", data={"token": token, "name": name, "role": "admin", "act": "role"}).status_code == 403


def test_an_admin_adds_changes_and_closes_accounts(shared):
    root = shared.visit("Root")
    assert send(root, "/accounts", "/accounts", name="Dana <b>", role="editor", password="four blue larks").status_code == 303
    assert "Dana &lt;b&gt;" in root.get("/accounts").text
    assert send(root, "/accounts", "/accounts", name="dana <B>", role="editor", password="four blue larks").status_code == 422
    assert send(root, "/accounts", "/accounts", name="Eve", role="king", password="four blue larks").status_code == 422
    assert "10 to 200" in send(root, "/accounts", "/accounts", name="Eve", role="reader", password="short").text
    dana = shared.visit()
    sign_in(dana, "Dana <b>", "four blue larks")
    assert "Dana" in dana.get("/account").text
    send(root, "/accounts/change", "/accounts", name="Dana <b>", act="role", role="reader")
    assert dana.get("/read").status_code == 403
    send(root, "/accounts/change", "/accounts", name="Dana <b>", act="close")
    assert dana.get("/account").status_code == 401
    assert sign_in(dana, "Dana <b>", "four blue larks").status_code == 403
    page = root.get("/audit").text
    assert "account closed" in page
    assert "Dana &lt;b&gt;: editor" in page


def test_one_changes_ones_own_password(shared):
    asel, elsewhere = shared.visit("Asel"), shared.visit("Asel")
    new = "twelve wild geese"
    assert "wrong" in send(asel, "/account/password", "/account", old="no no no no", password=new, again=new).text
    assert "not the same" in send(asel, "/account/password", "/account", old=PASSWORDS["Asel"], password=new, again="other other").text
    assert send(asel, "/account/password", "/account", old=PASSWORDS["Asel"], password=new, again=new).headers["location"] == "/sign-in"
    assert elsewhere.get("/account").status_code == 401
    assert sign_in(elsewhere, "Asel", new).status_code == 303


def test_without_accounts_there_is_nothing_to_sign_in_to(service):
    assert [service.get(path).status_code for path in ("/sign-in", "/account", "/accounts", "/audit")] == [404] * 4
    assert "Sign in" not in service.get("/").text


def test_a_read_only_server_takes_nothing_from_editors_either(tmp_path):
    shared = Shared(tmp_path / "elshi.db", read_only=True)
    asel = shared.visit("Asel")
    token = form_token(asel, "/account")
    assert asel.post(f"/records/{shared.record}/correct", data={"token": token, "field": "city", "value": "Bergen"}).status_code == 403


def test_what_programs_change_stands_in_the_log_too(shared):
    assert shared.ask("POST", "documents", Role.EDITOR, json={"text": "Aigul Serikova met Jonas Berg."}).status_code == 202
    correction = {"record": shared.record, "field": "city", "value": "Bergen"}
    assert shared.ask("POST", "corrections", Role.EDITOR, json=correction).status_code == 201
    acts = [(who, act) for who, act, _ in shared.log()]
    assert acts == [("editor", Act.CORRECTED), ("editor", Act.SENT)]
