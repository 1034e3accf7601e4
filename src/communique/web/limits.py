"""How much one address may ask of a server: a bucket of requests that fills again by time."""

from collections.abc import Callable
from math import ceil

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

BURST, RATE = 120, 4.0
"""Requests at once, and a second in the long run."""
MOST = 10_000
"""Addresses that are remembered; of more, those that asked longest ago are forgotten."""


class Limits:
    """Refuses requests of an address that asks too much, with the seconds to wait."""

    def __init__(self, app: ASGIApp, *, ticks: Callable[[], float]) -> None:
        self._app, self._ticks = app, ticks
        self._held: dict[str, tuple[float, float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        wait = self.wait(scope["client"][0] if scope.get("client") else "") if scope["type"] == "http" else 0
        if wait:
            refusal = PlainTextResponse("Too many requests; wait a little.\n", 429, {"retry-after": str(wait)})
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def wait(self, address: str) -> int:
        """Seconds until an address may ask again; 0 when it may now, and has."""
        now = self._ticks()
        left, then = self._held.pop(address, (float(BURST), now))
        left = min(float(BURST), left + (now - then) * RATE)
        is_allowed = left >= 1
        self._held[address] = (left - is_allowed, now)
        while len(self._held) > MOST:
            self._held.pop(next(iter(self._held)))
        return 0 if is_allowed else ceil((1 - left) / RATE)
