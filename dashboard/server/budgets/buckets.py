"""Token buckets, one for each client, in bounded memory."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from dashboard.server.budgets.allowances import Allowance

MOST_CLIENTS = 10_000
"""Those remembered. Of more, the ones not seen for longest begin with a full bucket again."""
NEVER = 10.0
"""The seconds to wait for what is given back by others, which nobody knows."""


class Queue:
    """One line for all who ask for more than is theirs: however many they are, so much is done."""

    def __init__(self, allowance: Allowance, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._clock = allowance.a_minute / 60, clock
        self._free = float("-inf")

    def book(self, cost: float = 1.0) -> float:
        """Stand in line for so much; the seconds until it is one's turn."""
        now = self._clock()
        if not self._rate:
            return 0.0
        self._free = max(self._free, now) + cost / self._rate
        return self._free - now


class Buckets:
    """What each client has left of an allowance. Nothing here waits, and any thread may ask."""

    def __init__(
        self,
        allowance: Allowance,
        clock: Callable[[], float] = time.monotonic,
        most: int = MOST_CLIENTS,
    ) -> None:
        self._most_left, self._rate = allowance.at_once, allowance.a_minute / 60
        self._clock, self._most = clock, most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many clients are remembered."""
        return len(self._left)

    def take(self, client: str, cost: float = 1.0) -> float:
        """Take so much and return 0; or take nothing and return the seconds until it is there."""
        cost = min(cost, self._most_left)  # what is more than all is waited for as all
        with self._lock:
            left, now = self._now(client)
            taken = left >= cost
            self._keep(client, left - cost if taken else left, now)
        return 0.0 if taken else self._until(cost - left)

    def book(self, client: str, cost: float) -> float:
        """Take so much, there or not; the seconds until the debt is paid.

        Nobody gets deeper into debt than a full bucket.
        """
        with self._lock:
            left, now = self._now(client)
            left = max(left - cost, -self._most_left)
            self._keep(client, left, now)
        return 0.0 if left >= 0 else self._until(-left)

    def give_back(self, client: str, cost: float = 1.0) -> None:
        """Return what is no longer used."""
        with self._lock:
            left, now = self._now(client)
            self._keep(client, min(left + cost, self._most_left), now)

    def _until(self, lacking: float) -> float:
        return lacking / self._rate if self._rate else NEVER

    def _now(self, client: str) -> tuple[float, float]:
        """What is left at this moment. A clock that went back adds nothing and takes nothing."""
        now = self._clock()
        left, at = self._left.get(client, (self._most_left, now))
        return min(left + max(now - at, 0.0) * self._rate, self._most_left), now

    def _keep(self, client: str, left: float, now: float) -> None:
        self._left[client] = (left, now)
        self._left.move_to_end(client)
        while len(self._left) > self._most:
            self._left.popitem(last=False)
