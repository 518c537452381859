"""Runs the web application until it is told to stop, in this process or in several that answer at one address."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from time import monotonic, sleep
from typing import Any

import uvicorn

from elshi.errors import UsageError
from elshi.store import Store
from elshi.web.app import make_app
from elshi.web.context import WebOptions

__all__ = ["serve", "serve_together"]

SWITCH = 0.0005  # seconds after which a busy thread lets the one that hands out requests go on
GRACE = 10  # seconds for requests under way when the server is told to stop
GLANCE = 0.5  # seconds between two looks whether to stop, and whether the process that keeps the others still lives
BRIEF, OFTEN = 5.0, 3  # a process that ends after fewer seconds, so many times in a row, would end again
RUBBISH = (20_000, 50, 100)  # what is remembered stays: to look through all of it for rubbish takes long, and finds little
BACKLOG = 2048  # connections that may wait
MANNER: dict[str, Any] = {
    "log_level": "warning",
    "server_header": False,
    "timeout_graceful_shutdown": GRACE,
    "timeout_keep_alive": 30,
    "h11_max_incomplete_event_size": 64 * 1024,
}


def serve(open_one: Callable[[], Store], host: str, port: int, options: WebOptions) -> None:
    """Answer on this address and port. Proxies are not trusted to say who asks, unless FORWARDED_ALLOW_IPS names them."""
    _settle()
    uvicorn.run(make_app(open_one, options), host=host, port=port, **MANNER)


def serve_together(open_one: Callable[[], Store], host: str, port: int, options: WebOptions, processes: int) -> None:
    """The same from so many processes, each with a memory and limits of its own; one that dies is replaced. `open_one` goes to each of
    them, and must be something that can be sent. Raises UsageError where a process cannot go on serving."""
    listening = _listen(host, port, processes)
    with _told_to_stop() as stop:
        crew = [_start(open_one, options, heard) for heard in listening]
        short = 0
        try:
            while not stop.is_set() and short < OFTEN:
                wait([process.sentinel for process, _ in crew], GLANCE)
                for place, (process, since) in enumerate(crew):
                    if not process.is_alive() and not stop.is_set():
                        short = short + 1 if monotonic() - since < BRIEF else 0
                        crew[place] = _start(open_one, options, listening[place])
        finally:
            for process, _ in crew:
                process.terminate()
            for process, _ in crew:
                process.join()
    if short >= OFTEN:
        raise UsageError(f"a process that should answer at {host}:{port} ends again and again")


def _settle() -> None:
    """Make this process one that answers many small requests, none of which should wait long."""
    sys.setswitchinterval(SWITCH)
    gc.freeze()
    gc.set_threshold(*RUBBISH)


def _listen(host: str, port: int, processes: int) -> list[socket.socket]:
    """A socket for each process. Linux deals connections out to them; elsewhere they share one, and who is quickest takes what comes."""
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    apart = sys.platform == "linux"
    made = []
    for _ in range(processes if apart else 1):
        heard = socket.socket(family, socket.SOCK_STREAM)
        heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if apart:
            heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        heard.bind(address)
        heard.listen(BACKLOG)
        made.append(heard)
    return made if apart else made * processes


def _start(open_one: Callable[[], Store], options: WebOptions, heard: socket.socket) -> tuple[BaseProcess, float]:
    """A process that answers on this socket, and since when."""
    process = get_context("spawn").Process(target=_answer, args=(open_one, options, heard, os.getpid()), daemon=True)
    process.start()
    return process, monotonic()


def _answer(open_one: Callable[[], Store], options: WebOptions, heard: socket.socket, parent: int) -> None:
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    _settle()
    try:
        uvicorn.Server(uvicorn.Config(make_app(open_one, options), **MANNER)).run(sockets=[heard])
    except KeyboardInterrupt:  # it has stopped, and says so as programs do
        return


def _watch(parent: int) -> None:
    """End this process when the one that keeps it has been killed."""
    while os.getppid() == parent:
        sleep(GLANCE)
    os._exit(0)


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """Set as soon as the user or the system wants an end."""
    told = threading.Event()
    before = {each: signal.signal(each, lambda *_: told.set()) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield told
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
