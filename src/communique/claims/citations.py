"""Where the report got it."""

from communique.model.claim import Claim
from communique.model.page import Page


def citations(page: Page, said: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Where the report got it."""
    return ()
