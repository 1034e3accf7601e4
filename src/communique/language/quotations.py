"""Who says what: assembled attributions."""

from communique.model.page import Page
from communique.model.reading import Attribution


def attributions(page: Page) -> tuple[Attribution, ...]:
    """Who says what: assembled attributions."""
    return page.reading.attributions
