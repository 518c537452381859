"""What the commands on the service do, once their arguments are known: serving, working, tokens. Each returns the exit code."""

from __future__ import annotations

import errno
import socket
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial

from elshi.cli.beside import work_beside
from elshi.cli.failures import translate_failure
from elshi.cli.identity import find_login_name, login_name
from elshi.cli.messages import count
from elshi.cli.messages import translate as _
from elshi.cli.output import print_line, tell
from elshi.errors import UsageError
from elshi.pipeline import open_runner
from elshi.pipeline.working import Worker, name_worker
from elshi.records.serialise import encode
from elshi.search.keeping import keep_index
from elshi.settings import Settings
from elshi.store import Store, open_store
from elshi.store.audit import Act
from elshi.store.jobs import Job
from elshi.store.tokens import Role

__all__ = ["Manner", "run_add_token", "run_list_tokens", "run_revoke_token", "run_serve", "run_work"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")  # where the user of the machine is the only one who asks


@dataclass(frozen=True, slots=True)
class Manner:
    """How to serve. `worker`: read what is sent, too; `accounts`: people sign in to change something; None for whenever others could ask
    (another address than this machine's own) or somebody has made an account. So many `processes` answer."""

    read_only: bool = False
    private: bool = False
    accounts: bool | None = None
    worker: bool = True
    processes: int = 1


def run_serve(settings: Settings, host: str, port: int, manner: Manner) -> int:
    """Serve the pages and the interface for programs until the user stops it."""
    from elshi.web.context import WebOptions
    from elshi.web.serving import serve, serve_together

    _make_sure_free(host, port)
    with open_store(settings.store) as store:
        keep_index(store)
        anybody = store.accounts().anybody()
    own = host in LOOPBACK
    accounts = manner.accounts if manner.accounts is not None else anybody or not own
    alone = own and not accounts
    options = WebOptions(
        read_only=manner.read_only,
        private=manner.private,
        hosts=LOOPBACK if alone else None,
        editor=login_name() if alone and not manner.read_only else "",
        accounts=accounts,
    )
    if accounts and not anybody:
        tell(_("nobody can sign in yet; make an account with: elshi user add NAME --role admin"))
    tell(_("serving {store} at {address}; stop with Ctrl+C").format(store=settings.shown_store, address=f"http://{_shown(host)}:{port}"))
    with work_beside(settings) if manner.worker and not manner.read_only else nullcontext():
        open_one = partial(open_store, settings.store, create=False)
        if manner.processes > 1:
            serve_together(open_one, host, port, options, manner.processes)
        else:
            serve(open_one, host, port, options)
    return 0


def run_work(settings: Settings, *, once: bool, quiet: bool = False) -> int:
    """Do the jobs that wait, until there are none or until the user stops it; `quiet` tells only of what failed."""
    done = 0

    def follow(job: Job, fault: str | None) -> None:
        nonlocal done
        done += 1
        if fault or not quiet:
            tell(f"{job.id}  {job.body.get('id', '')}  {translate_failure(fault) if fault else _('done')}")

    def open_one() -> Store:
        return open_store(settings.store)

    try:
        failed = Worker(name_worker(), open_one, open_runner(settings)).work(follow, once=once)
    except KeyboardInterrupt:
        failed = 0
    if not quiet:
        tell(count("{number} job", "{number} jobs", done))
    return 1 if failed else 0


def run_add_token(settings: Settings, *, name: str, role: Role) -> int:
    """Make a token and print it, for the only time."""
    with open_store(settings.store) as store:
        token, secret = store.tokens().add(name, role)
        store.audit().note(find_login_name(), Act.TOKEN_ADDED, f"{token.id} {token.name}: {role.value}")
    print_line({"id": token.id, "name": token.name, "role": token.role.value, "token": secret})
    tell(_("keep the token now: nothing can show it again"))
    return 0


def run_list_tokens(settings: Settings) -> int:
    """Print the tokens without what is secret of them."""
    with open_store(settings.store, create=False) as store:
        for token in store.tokens().all():
            print_line(encode(token))
    return 0


def run_revoke_token(identifier: str, settings: Settings) -> int:
    """Let a token count no more."""
    with open_store(settings.store, create=False) as store:
        token = store.tokens().revoke(identifier)
        store.audit().note(find_login_name(), Act.TOKEN_REVOKED, f"{token.id} {token.name}")
    tell(_("revoked: {name}").format(name=f"{token.id} {token.name}"))
    return 0


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _make_sure_free(host: str, port: int) -> None:
    """Raise UsageError where nothing can be served at this address."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        reason = "the port is in use" if error.errno == errno.EADDRINUSE else str(error)
        raise UsageError(f"cannot serve at {host}:{port}: {reason}") from error
