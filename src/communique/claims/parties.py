"""The sides in the talks."""

from communique.model.claim import Claim
from communique.model.page import Page


def parties(page: Page, met: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The sides in the talks."""
    return ()
