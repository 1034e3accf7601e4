"""Where the report got it."""

from communique.model.claim import Claim
from communique.model.page import Page

__all__ = ["citations"]


def citations(page: Page, said: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Where the report got it."""
    return ()
