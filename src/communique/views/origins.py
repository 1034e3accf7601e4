"""Where reports have it from, and where they contradict one another."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Protocol

from communique.lexicon.countries import called, called_in_turn
from communique.model.claim import Claim
from communique.model.days import shifted
from communique.model.fact import Dispute, Fact, Origin, Source
from communique.model.labels import plainly
from communique.model.rows import CarrierRow, ChainRow, Credit, DisputeRow, SideRow, SourceRow
from communique.views.words import taking_part, words

NEARBY = 7
"""Days after the last report of something within which an outlet that reported other things was silent about it."""

WATCHED = 60
"""Days after the first report of something up to which an outlet's silence about it is looked at."""


class Header(Protocol):
    """A report without its text."""

    @property
    def id(self) -> str:
        """The report's id."""
        ...

    @property
    def outlet(self) -> str:
        """Who published it."""
        ...

    @property
    def published(self) -> str:
        """When."""
        ...

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def url(self) -> str:
        """Its address."""
        ...


def source(header: Header, origin: Origin, copied: str, credits: Sequence[Credit]) -> SourceRow:
    """A report with what it copies (from the outlet `copied`) and whom it names as its source."""
    return SourceRow(
        header.id,
        header.outlet,
        header.published,
        header.title,
        header.url,
        origin.of,
        copied,
        origin.share,
        origin.paragraphs,
        origin.wire,
        tuple(sorted(credits, key=lambda c: (c.cited.casefold(), c.kind, c.words.claim))),
    )


def credit(claim: Claim, source: Source) -> Credit:
    """A source that a report names."""
    return Credit(claim.get("cited"), claim.get("kind"), claim.get("by"), words(source))


def chain(fact: Fact, active: Callable[[str, str], Iterable[str]]) -> ChainRow:
    """Who reported a fact first, who carried it how much later and from whom, and who did not.

    `active` gives the outlets of which the record has reports from one day to another.
    """
    told = [s for s in fact.sources if s.relation != "denies"]
    start = told[0].published[:10]
    first: dict[str, CarrierRow] = {}
    for source in told:
        lag = (date.fromisoformat(source.published[:10]) - date.fromisoformat(start)).days
        row = CarrierRow(source.outlet, source.published, lag, source.origin, source.relation, words(source))
        first.setdefault(source.outlet, row)
    last = min(told[-1].published[:10], shifted(start, WATCHED))
    silent = set(active(start, shifted(last, NEARBY))) - set(first)
    return ChainRow(
        fact.id,
        fact.kind,
        headline(fact),
        fact.when,
        told[0].origin,
        told[0].published,
        tuple(dict.fromkeys(s.origin for s in told)),
        tuple(first.values()),
        tuple(sorted(silent)),
    )


def disputes(fact: Fact) -> list[DisputeRow]:
    """Every contradiction about a fact, in the order of `dispute_order`."""
    return sorted((dispute(fact, found) for found in fact.disputes), key=lambda row: dispute_order(fact, row))


def dispute_order(fact: Fact, row: DisputeRow) -> tuple[bool, str, str, str, str]:
    """Where a contradiction stands: open ones first, then by the first report of what it is about."""
    return row.state != "open", fact.published, row.kind, row.id, row.type


def dispute(fact: Fact, found: Dispute) -> DisputeRow:
    """One contradiction with the words of every side."""
    sides = tuple(SideRow(side.value, tuple(words(fact.sources[n]) for n in side.given)) for side in found.sides)
    settled = words(fact.sources[found.settled]) if found.settled >= 0 else None
    return DisputeRow(fact.id, fact.kind, headline(fact), fact.when, found.type, found.state, sides, settled)


def headline(fact: Fact) -> str:
    """A fact in a few words, for lists: values as reports give them, nothing written by the program but marks."""
    if fact.kind == "meetings":
        sides, people, _ = taking_part(fact)
        among = " – ".join(map(called, sides or people))
        place = called(fact.get("place"))
        return " ".join(p for p in (fact.get("format") or "meeting", among, f"({place})" if place else "") if p)
    if fact.kind in ("offices", "changes"):
        return called_in_turn(map(fact.get, ("person", "role", "body", "country")))
    if fact.kind == "statements":
        return f"{called(fact.get('speaker'))}: {' … '.join(fact.all('content'))}"
    if fact.kind == "positions":
        return f"{called(fact.get('party'))} {plainly(fact.status)}: {fact.get('issue')}"
    return fact.get("name") or fact.get("what") or fact.get("cited")
