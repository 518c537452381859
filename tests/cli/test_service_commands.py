"""elshi serve, work and token as commands."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from elshi.cli import service_commands
from elshi.store import open_store
from tests.doubles import TEXT, make_document, make_runner


def test_a_token_is_shown_once_listed_and_revoked(elshi):
    made = json.loads(elshi("token", "add", "desk", "--role", "editor").out)
    assert made["token"].startswith("elshi_")
    (listed,) = [json.loads(line) for line in elshi("token", "list").out.splitlines()]
    assert (listed["id"], listed["name"], listed["role"], listed["revoked_at"]) == (made["id"], "desk", "editor", None)
    assert made["token"] not in elshi("token", "list").out
    assert elshi("token", "revoke", made["id"][:5]).code == 0
    assert json.loads(elshi("token", "list").out)["revoked_at"]
    assert elshi("token", "revoke", "nothing").code == 1
    assert elshi("token", "add", "desk", "--role", "king").code == 2


def test_work_reads_what_waits_and_says_what_failed(elshi, place, monkeypatch):
    monkeypatch.setattr(service_commands, "open_runner", lambda settings: make_runner())
    with open_store(place / "elshi.db") as store:
        for name, text in (("good", TEXT), ("bad", "stumble")):
            document = make_document(name, text)
            store.jobs().put(
                "read", {"id": document.id, "text": text, "name": name} | dict.fromkeys(("title", "published", "language", "source", "url"))
            )
    result = elshi("work", "--once")
    assert result.code == 1
    assert "good  done" in result.errors
    assert "stumbled" in result.errors
    assert "2 jobs" in result.errors
    assert elshi("work", "--once").code == 0
    assert elshi("records").out.count("Oslo") == 1


def test_a_port_that_is_taken_is_told(elshi):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = elshi("serve", "--port", str(taken.getsockname()[1]))
    assert result.code == 2
    assert "the port is in use" in result.errors


def test_serve_answers_until_it_is_stopped(place):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "elshi", "serve", "--port", str(port), "--private"]
    with subprocess.Popen(command, env={**os.environ}, stderr=subprocess.PIPE, text=True) as server:
        try:
            answer = wait_for(f"http://127.0.0.1:{port}/api/v1/health", server)
            assert answer == 401
        finally:
            server.send_signal(signal.SIGTERM)
            _, errors = server.communicate(timeout=30)
    assert f"http://127.0.0.1:{port};" in errors
    assert "Traceback" not in errors


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the processes where Linux lists them")
def test_several_processes_answer_and_one_that_dies_is_replaced(place):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "elshi", "serve", "--port", str(port), "--no-worker", "--processes", "2"]
    address = f"http://127.0.0.1:{port}/api/v1/health"
    with subprocess.Popen(command, env={**os.environ}, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert wait_for(address, server) == 200
            first = answering(server.pid)
            os.kill(first[0], signal.SIGKILL)
            deadline = monotonic() + 30
            while len(now := answering(server.pid)) < 2 or now == first:
                assert monotonic() < deadline, "nobody takes the place of the process that died"
                sleep(0.1)
            assert first[0] not in now
            assert [wait_for(address, server) for _ in range(8)] == [200] * 8
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=30)
    assert server.returncode == 0
    assert not any(Path(f"/proc/{number}").exists() for number in now)


def answering(parent: int) -> list[int]:
    """The processes that answer for this one."""
    children = map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split())
    return [child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def wait_for(address: str, server: subprocess.Popen) -> int:
    """The status of the first answer."""
    until = monotonic() + 60
    while monotonic() < until:
        try:
            with urlopen(Request(address)) as answer:
                return answer.status
        except URLError as error:
            if hasattr(error, "code"):
                status = error.code
                error.close()
                return status
            assert server.poll() is None, "the server has ended"
            sleep(0.2)
    pytest.fail("the server does not answer")
