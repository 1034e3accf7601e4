"""Who said what, through which channel."""

from communique.model.claim import Claim
from communique.model.page import Page


def statements(page: Page) -> tuple[Claim, ...]:
    """Who said what, through which channel."""
    return ()
