"""Which cues with words make an attribution where the model proposes none."""

from collections.abc import Sequence

from communique.language.quotations.cues import Hit
from communique.language.quotations.marks import Marks
from communique.model.page import Page
from communique.model.span import Span

_PLAIN = frozenset({"say", "tell", "add", "note", "warn", "stress", "state", "announce", "confirm", "write", "claim"})


def worth(page: Page, marks: Marks, hit: Hit, contents: Sequence[Span], rule: str) -> bool:
    """Whether a cue with these words is an attribution although the model proposes none for it."""
    if rule == "quotation":
        return bool(hit.cue.takes & {"clause", "quote", "writing"})
    if rule in ("clause_after", "fronted", "plain"):
        return hit.cue.lemma in _PLAIN
    return rule == "according_to"
