"""How often a client may ask: a bucket of requests for each, which fills again as time passes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

__all__ = ["Rates"]

KNOWN = 10_000  # clients that are remembered; those longest unheard of are forgotten first


class Rates:
    """So many requests a second from one client in the long run, and `burst` of them at once. No rate is no limit."""

    def __init__(self, rate: float | None, burst: float, clock: Callable[[], float] = monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str, *, take: bool = True) -> float:
        """Take one request of this client's, or with `take=False` only look; gives 0, or the seconds after which it may be asked again."""
        if self._rate is None:
            return 0.0
        now = self._clock()
        left, then = self._buckets.pop(client, (self._burst, now))
        left = min(self._burst, left + (now - then) * self._rate)
        allowed = left >= 1
        self._buckets[client] = (left - 1 if allowed and take else left, now)
        if len(self._buckets) > KNOWN:
            self._buckets.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._rate
