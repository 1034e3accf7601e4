"""The passage that supports an entry."""

from dataclasses import dataclass

from communique.errors import EvidenceError
from communique.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """An anchored quotation: W3C Web Annotation's text-position and text-quote selectors in one.

    Invariant: `text[span.start:span.end] == quote` for the text of report `report`, checked with `verify`.
    """

    report: str
    span: Span
    quote: str

    def verify(self, text: str) -> None:
        """Raise `EvidenceError` unless the passage re-reads to its quote."""
        found = text[self.span.start : self.span.end]
        if found != self.quote or not self.quote:
            raise EvidenceError(
                f"report {self.report}, {self.span.start}..{self.span.end}: expected {self.quote!r}, found {found!r}"
            )
