"""Runs the web application until it is told to stop."""

from __future__ import annotations

import sys
from collections.abc import Callable

import uvicorn

from elshi.store import Store
from elshi.web.app import make_app
from elshi.web.context import WebOptions

__all__ = ["serve"]

SWITCH = 0.0005  # seconds after which a busy thread lets the one that hands out requests go on
GRACE = 10  # seconds for requests under way when the server is told to stop


def serve(open_one: Callable[[], Store], host: str, port: int, options: WebOptions) -> None:
    """Answer on this address and port. Proxies are not trusted to say who asks, unless FORWARDED_ALLOW_IPS names them."""
    sys.setswitchinterval(SWITCH)
    uvicorn.run(
        make_app(open_one, options),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GRACE,
        timeout_keep_alive=30,
        h11_max_incomplete_event_size=64 * 1024,
    )
