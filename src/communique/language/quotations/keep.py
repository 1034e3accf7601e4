"""Which cues with words make an attribution: what news calls saying, not every verb that may report."""

from collections.abc import Sequence

from communique.language.quotations.cues import Hit
from communique.language.quotations.marks import Marks
from communique.model.page import Page
from communique.model.span import Span


def worth(page: Page, marks: Marks, hit: Hit, contents: Sequence[Span], rule: str) -> bool:
    """Whether a cue with these words is an attribution."""
    takes = hit.cue.takes
    marked = any(marks.within(c) for c in contents)
    if rule == "object":
        return bool(takes & {"object"}) or marked or ("ground" in takes and _grounded(page, hit))
    if rule == "clause_after":
        return bool(takes & {"clause", "mental"})
    if rule == "infinitive":
        return hit.cue.lemma not in ("agree",) or marked
    return True


def _grounded(page: Page, hit: Hit) -> bool:
    words = {page.tokens[c].text.casefold() for t in page.children(hit.head) for c in page.children(t, "case", "mark")}
    return bool(words & {"of", "for", "over", "as", "from"})
