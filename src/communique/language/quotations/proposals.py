"""The model's proposals beside what the rules found."""

from collections.abc import Sequence

from communique.language.quotations.marks import Marks
from communique.model.page import Page
from communique.model.reading import Attribution


def merged(page: Page, marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """What the rules found."""
    return list(found)
