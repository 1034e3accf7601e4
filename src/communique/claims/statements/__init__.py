"""Who said what, through which channel."""

from communique.claims.statements.issued import issued
from communique.claims.statements.spoken import spoken
from communique.model.claim import Claim
from communique.model.page import Page
from communique.model.span import Span

__all__ = ["statements"]


def statements(page: Page) -> tuple[Claim, ...]:
    """What named or described speakers are reported to have said, written, asked, denied or promised, in text order.

    Fields: `speaker`, `mode` (direct, indirect, mixed), `content` (one or several parts), `cue`, `channel`, `to`.
    The sentences of a text that is published as a joint statement or readout are statements of its authors.
    """
    said = spoken(page)
    return tuple(sorted((*said, *issued(page, said)), key=_place))


def _place(claim: Claim) -> Span:
    return min(a.evidence.span for a in claim.arguments if a.role == "content")
