"""Offices and seats that changed hands."""

from communique.model.claim import Claim
from communique.model.page import Page


def changes(page: Page, held: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Offices and seats that changed hands."""
    return ()
