"""Many requests at once: each thread has a store of its own."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from elshi.store import open_store
from elshi.store.tokens import Role
from elshi.web.stores import Stores


def test_whoever_asks_has_the_store_of_its_own_thread(service):
    stores = Stores(lambda: open_store(service.path, create=False))
    shared, meeting = stores.anywhere(), threading.Barrier(3)

    def look(_):
        meeting.wait(10)
        return id(stores.store()), len(list(shared.documents()))

    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(look, range(3)))
    assert len({store for store, _ in found}) == 3
    assert {number for _, number in found} == {3}
    stores.close()


def test_readers_and_writers_at_once_lose_nothing(service):
    def send(number):
        text = f"On {number} March in Oslo nothing happened."
        answers = [service.ask("POST", "documents", Role.EDITOR, json={"text": text}), service.get("records"), service.get("search?q=Oslo")]
        return [answer.status_code for answer in answers], answers[0].json().get("id")

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(send, range(1, 19)))
    assert [statuses for statuses, _ in answers] == [[202, 200, 200]] * 18
    with open_store(service.path) as store:
        assert store.jobs().waiting() == len({job for _, job in answers}) == 18
