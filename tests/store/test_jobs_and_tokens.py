"""Jobs are taken once at a time, again if their worker dies, and given up in the end; tokens are known by their secrets alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from elshi.errors import UnknownRecord
from elshi.store import open_store
from elshi.store.jobs import MOST_TRIES, JobState
from elshi.store.tokens import Role
from tests.databases import ask


@pytest.fixture
def store(address):
    with open_store(address) as opened:
        yield opened


@pytest.fixture
def clock(store, monkeypatch):
    """Time that passes when the test says so."""
    now = [1000.0]
    jobs = store.jobs()
    monkeypatch.setattr(jobs, "_clock", lambda: now[0])
    return now


def test_the_oldest_job_is_taken_first_and_by_one_worker(store):
    jobs = store.jobs()
    one, other = jobs.put("read", {"id": "1"}), jobs.put("read", {"id": "2"})
    assert jobs.waiting() == 2
    assert [jobs.take("a", 60).id, jobs.take("b", 60).id] == [one.id, other.id]
    assert jobs.take("c", 60) is None
    assert (jobs.job(one.id).state, jobs.job(one.id).tries) == (JobState.RUNNING, 1)
    assert jobs.finish(one.id, "a", {"n": 1})
    assert jobs.job(one.id).result == {"n": 1}
    assert jobs.fail(other.id, "b", "no luck")
    assert (jobs.job(other.id).state, jobs.job(other.id).fault) == (JobState.FAILED, "no luck")


def test_the_same_work_waits_once_and_can_be_asked_for_again_when_done(store):
    jobs = store.jobs()
    first = jobs.put("read", {"id": "1"})
    assert jobs.put("read", {"id": "1"}).id == first.id
    jobs.take("a", 60)
    assert jobs.put("read", {"id": "1"}).id == first.id
    jobs.finish(first.id, "a", {})
    assert jobs.put("read", {"id": "1"}).id != first.id


def test_a_job_whose_worker_died_is_taken_again_and_the_dead_cannot_answer(store, clock):
    jobs = store.jobs()
    job = jobs.put("read", {"id": "1"})
    jobs.take("dead", 60)
    clock[0] += 59
    assert jobs.take("b", 60) is None
    assert jobs.keep(job.id, "dead", 60)
    clock[0] += 59
    assert jobs.take("b", 60) is None
    clock[0] += 2
    assert jobs.take("b", 60).tries == 2
    assert not jobs.keep(job.id, "dead", 60)
    assert not jobs.finish(job.id, "dead", {"wrong": True})
    assert not jobs.fail(job.id, "dead", "wrong")
    assert jobs.finish(job.id, "b", {"right": True})
    assert jobs.job(job.id).result == {"right": True}


def test_a_job_that_kills_its_workers_is_given_up(store, clock):
    jobs = store.jobs()
    job = jobs.put("read", {"id": "1"})
    for _ in range(MOST_TRIES):
        assert jobs.take("a", 60).id == job.id
        clock[0] += 61
    assert jobs.take("a", 60) is None
    assert jobs.job(job.id).state is JobState.FAILED
    assert str(MOST_TRIES) in jobs.job(job.id).fault


def test_workers_at_once_never_get_the_same_job(tmp_path):
    path = tmp_path / "elshi.db"
    with open_store(path) as store:
        wanted = sorted(store.jobs().put("read", {"id": str(n)}).id for n in range(40))

    def take(worker: int) -> list[str]:
        with open_store(path) as store:
            taken = []
            while (job := store.jobs().take(f"worker {worker}", 60)) is not None:
                taken.append(job.id)
            return taken

    with ThreadPoolExecutor(4) as pool:
        assert sorted(job for taken in pool.map(take, range(4)) for job in taken) == wanted


def test_an_unknown_job(store):
    with pytest.raises(UnknownRecord):
        store.jobs().job("nothing")


def test_a_token_is_known_by_its_secret_and_the_secret_by_nobody(store, address):
    token, secret = store.tokens().add("desk", Role.EDITOR)
    assert store.tokens().find(secret) == token
    assert store.tokens().find(secret + "x") is None
    assert store.tokens().find("") is None
    dump = str(ask(address, "SELECT * FROM token"))
    assert token.id in dump
    assert secret not in dump
    assert secret.removeprefix("elshi_") not in dump


def test_a_revoked_token_counts_no_more_and_is_remembered(store):
    token, secret = store.tokens().add("desk", Role.READER)
    store.tokens().add("other", Role.ADMIN)
    revoked = store.tokens().revoke(token.id[:6])
    assert revoked.revoked_at is not None
    assert store.tokens().find(secret) is None
    assert [known.name for known in store.tokens().all()] == ["desk", "other"]
    assert store.tokens().revoke(token.id).revoked_at == revoked.revoked_at
    for wrong in ("", "zz"):
        with pytest.raises(UnknownRecord):
            store.tokens().revoke(wrong)


def test_roles_allow_what_lesser_ones_do():
    assert [role.allows(Role.EDITOR) for role in Role] == [False, True, True]
