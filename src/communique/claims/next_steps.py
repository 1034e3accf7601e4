"""What is announced for a time after publication."""

from communique.model.claim import Claim
from communique.model.page import Page


def next_steps(page: Page, met: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What is announced for a time after publication."""
    return ()
