"""Where a party stands on an issue."""

from communique.model.claim import Claim
from communique.model.page import Page


def positions(page: Page, said: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Where a party stands on an issue."""
    return ()
