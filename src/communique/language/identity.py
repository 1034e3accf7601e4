"""Who is who within one report."""

from communique.model.page import Page
from communique.model.reading import Referent


def referents(page: Page) -> tuple[Referent, ...]:
    """Who is who within one report."""
    return ()
