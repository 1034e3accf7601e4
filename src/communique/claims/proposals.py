"""Plans, drafts and agreements with a life of their own."""

from communique.model.claim import Claim
from communique.model.page import Page


def proposals(page: Page) -> tuple[Claim, ...]:
    """Plans, drafts and agreements with a life of their own."""
    return ()
