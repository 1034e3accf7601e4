"""Time expressions."""

from communique.model.page import Page
from communique.model.reading import Timex


def times(page: Page) -> tuple[Timex, ...]:
    """Time expressions."""
    return ()
