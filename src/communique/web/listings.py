"""The lists of the record: one question, one address, four forms (page, JSON, CSV, Markdown)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from communique.api import View
from communique.web.asked import Asked

Rows = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """A field of a list's form: its name in the address, its label, and the kind of input it is."""

    name: str
    label: str
    type: str = "search"


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: `name` is its path and template, `ask` its question to the record."""

    name: str
    title: str
    says: str
    filters: tuple[Filter, ...]
    ask: Callable[[View, Asked], Rows]


SINCE = Filter("since", "Published since", "date")
PARTY = Filter("party", "Party or person")

LISTINGS = (
    Listing(
        "timeline",
        "Timeline",
        "What happened when: meetings, changes in offices, proposals; oldest first, undated ones last.",
        (PARTY, Filter("since", "From", "date"), Filter("until", "Until", "date")),
        lambda view, asked: view.timeline(party=asked.get("party"), since=asked.get("since"), until=asked.get("until")),
    ),
    Listing(
        "seats",
        "Who sits where",
        "Offices and delegation seats with their holders, as far as reports tell.",
        (Filter("name", "Name, office or body"), Filter("on", "Held on", "date")),
        lambda view, asked: view.who(on=asked.get("on"), name=asked.get("name")),
    ),
    Listing(
        "statements",
        "Statements",
        "Who said what, through which channel.",
        (Filter("words", "Words"), Filter("by", "Speaker"), SINCE),
        lambda view, asked: view.said(asked.get("words"), by=asked.get("by"), since=asked.get("since")),
    ),
    Listing(
        "positions",
        "Positions",
        "Where each side stands on which issue, and since which report.",
        (PARTY, Filter("issue", "Issue"), SINCE),
        lambda view, asked: view.positions(
            party=asked.get("party"), issue=asked.get("issue"), since=asked.get("since")
        ),
    ),
    Listing(
        "proposals",
        "Proposals",
        "Plans, drafts and agreements, and what became of each.",
        (SINCE,),
        lambda view, asked: view.proposals(since=asked.get("since")),
    ),
    Listing(
        "next",
        "Next steps",
        "What was announced, planned, promised or threatened, and whether it is due.",
        (Filter("as_of", "As of", "date"), Filter("every", "Settled ones too", "checkbox")),
        lambda view, asked: view.next_steps(as_of=asked.get("as_of"), every=bool(asked.get("every"))),
    ),
    Listing(
        "sources",
        "Sources",
        "Which reports are copies of which, and whom each names as its source.",
        (),
        lambda view, asked: view.sources(),
    ),
    Listing(
        "disputes",
        "Disputes",
        "Where reports contradict one another, each side in its words.",
        (),
        lambda view, asked: view.disputes(),
    ),
)
"""Every list, in the order of the navigation."""
