"""A source as found, and the sources that are the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.lexicon.tables import key
from communique.model.claim import Field
from communique.model.page import Page
from communique.model.span import Span

ISSUED = frozenset({"press_release", "document"})


@dataclass(frozen=True, slots=True)
class Source:
    """One source: what is cited, its kind, who spoke there, and how far its word can be held to somebody.

    `grade` is on_record, anonymous, or relayed (an outlet that passes on what others said).
    """

    cited: Field
    kind: str
    by: Field | None
    grade: str
    evidence: Span
    rule: str


def distinct(sources: Iterable[Source]) -> list[Source]:
    """The first of those with the same name, kind and speaker."""
    kept: dict[tuple[str, str, str], Source] = {}
    for source in sources:
        by = source.by[0] if source.by else ""
        named = key(source.cited[0]).removeprefix("the ")
        kept.setdefault((named, "" if source.kind in ISSUED else source.kind, key(by)), source)
    return list(kept.values())


def clause(page: Page, place: Span) -> Span:
    """The sentence around a place, as evidence."""
    sentence = page.sentence_at(place.start)
    return sentence.span if sentence else place
