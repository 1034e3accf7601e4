"""Who says what: attributions assembled from the model's proposals, quotation marks and syntax."""

from communique.language.quotations.assemble import assemble
from communique.model.page import Page
from communique.model.reading import Attribution

__all__ = ["attributions"]


def attributions(page: Page) -> tuple[Attribution, ...]:
    """Every attribution of a report in text order.

    The model's raw proposals (`made_by` "model") arrive in the reading. Contents leave out "that", cue and speaker;
    words wholly inside quotation marks are given without the marks.
    """
    return assemble(page)
