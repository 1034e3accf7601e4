"""How the record is served."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from communique.web.book.file import beside

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names under which a machine reaches itself."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`record` is the record's file. `token` is what a browser or program must show to change anything; without one
    the record is served read-only. `hosts` are the names the server answers to, without port. `reviewer` signs the
    corrections made in the browser, and `now` says when: ISO 8601, UTC.

    With `has_users` people sign in with names and passwords instead, and `ticks` (seconds of a clock that only goes
    forward) keeps any of them from asking too much; with `is_public` everybody may read without signing in.
    """

    record: Path
    now: Callable[[], str]
    token: str = ""
    reviewer: str = ""
    hosts: tuple[str, ...] = LOOPBACK
    has_users: bool = False
    is_public: bool = False
    ticks: Callable[[], float] = time.monotonic

    @property
    def book(self) -> Path:
        """What the desk keeps beside the record."""
        return beside(self.record)
