"""Who met whom, where and when."""

from communique.model.claim import Claim
from communique.model.page import Page


def meetings(page: Page) -> tuple[Claim, ...]:
    """Who met whom, where and when."""
    return ()
