"""Who holds or held what."""

from communique.model.claim import Claim
from communique.model.page import Page


def offices(page: Page) -> tuple[Claim, ...]:
    """Who holds or held what."""
    return ()
