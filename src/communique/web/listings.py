"""The lists of the record: one question, one address, four forms (page, JSON, CSV, Markdown)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from communique.api import View
from communique.model import rows
from communique.model.news import NewsRow, ProblemRow
from communique.model.place import PlaceRow
from communique.model.plan import PlanRow
from communique.model.process import ProcessRow
from communique.web.asked import PAGE_SIZE, Asked

Rows = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """A field of a list's form: its name in the address, its label, and the kind of input it is."""

    name: str
    label: str
    type: str = "search"


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: `name` is its path and template, `row` what its rows are, `ask` its question to the record."""

    name: str
    title: str
    says: str
    filters: tuple[Filter, ...]
    row: type
    ask: Callable[[View, Asked], Rows]
    is_in_menu: bool = True
    size: int = PAGE_SIZE


LONG = 15
"""Rows on a page where each is long."""
SINCE = Filter("since", "Published since", "date")
PARTY = Filter("party", "Party or person")
KIND = Filter("kind", "Person, party, body or place")


def _next_steps(view: View, asked: Asked) -> Rows:
    return view.next_steps(**asked.these("party", "as_of"), every=bool(asked.get("every")), **asked.window)


def _last(asked: Asked) -> str:
    return min((day for day in (asked.get("until"), asked.get("as_of")) if day), default="")


LISTINGS = (
    Listing(
        "processes",
        "Processes",
        "Processes of talks: meetings of the same sides over time; the one with the latest meeting first.",
        (PARTY, Filter("since", "Met since", "date")),
        ProcessRow,
        lambda view, asked: view.processes(**asked.these("party", "since", "as_of"), **asked.window),
    ),
    Listing(
        "timeline",
        "Timeline",
        "What happened when: meetings, changes in offices, proposals; oldest first, undated ones last.",
        (PARTY, Filter("since", "From", "date"), Filter("until", "Until", "date")),
        rows.TimelineRow,
        lambda view, asked: view.timeline(**asked.these("party", "since", "until", "as_of"), **asked.window),
    ),
    Listing(
        "seats",
        "Who sits where",
        "Offices and delegation seats with their holders, as far as reports tell.",
        (Filter("name", "Name, office or body"), Filter("on", "Held on", "date")),
        rows.SeatRow,
        lambda view, asked: view.who(**asked.these("on", "name", "as_of"), **asked.window),
    ),
    Listing(
        "statements",
        "Statements",
        "Who said what, through which channel.",
        (Filter("words", "Words"), Filter("by", "Speaker"), SINCE),
        rows.SaidRow,
        lambda view, asked: view.said(asked.get("words"), **asked.these("by", "since", "as_of"), **asked.window),
    ),
    Listing(
        "positions",
        "Positions",
        "Where each side stands on which issue, and since which report.",
        (PARTY, Filter("issue", "Issue"), SINCE),
        rows.PositionRow,
        lambda view, asked: view.positions(**asked.these("party", "issue", "since", "as_of"), **asked.window),
    ),
    Listing(
        "proposals",
        "Proposals",
        "Plans, drafts and agreements, and what became of each.",
        (PARTY, SINCE),
        rows.ProposalRow,
        lambda view, asked: view.proposals(**asked.these("party", "since", "as_of"), **asked.window),
    ),
    Listing(
        "plans",
        "Plans and their versions",
        "Proposals that are versions of one plan as one: by their points, by revisions, by answers of another side.",
        (PARTY, Filter("since", "Came up since", "date")),
        PlanRow,
        lambda view, asked: view.plans(**asked.these("party", "since", "as_of"), **asked.window),
        is_in_menu=False,
        size=LONG,
    ),
    Listing(
        "next",
        "Next steps",
        "What was announced, planned, promised or threatened, and whether it is due.",
        (PARTY, Filter("every", "Settled ones too", "checkbox")),
        rows.StepRow,
        _next_steps,
    ),
    Listing(
        "disputes",
        "Disputes",
        "Where reports contradict one another, each side in its words.",
        (PARTY,),
        rows.DisputeRow,
        lambda view, asked: view.disputes(**asked.these("party", "as_of"), **asked.window),
    ),
    Listing(
        "sources",
        "Reports",
        "Every report, which others it copies, and whom it names as its source.",
        (),
        rows.SourceRow,
        lambda view, asked: view.sources(**asked.these("as_of"), **asked.window),
    ),
    Listing(
        "chains",
        "Who had it first",
        "Events that more than one outlet tells: who told of each first, who carried it from whom, who did not tell.",
        (PARTY, Filter("since", "From", "date"), Filter("until", "Until", "date")),
        rows.ChainRow,
        lambda view, asked: view.retold(**asked.these("party", "since"), until=_last(asked), **asked.window),
        is_in_menu=False,
        size=LONG,
    ),
    Listing(
        "places",
        "Map",
        "Where meetings were held or are to be, the places with most of them first.",
        (Filter("since", "From", "date"), Filter("until", "Until", "date")),
        PlaceRow,
        lambda view, asked: view.places(since=asked.get("since"), until=_last(asked), **asked.window),
    ),
    Listing(
        "names",
        "Names",
        "People, parties, bodies and places, with the forms in which reports write them.",
        (Filter("name", "Name"), KIND),
        rows.NameRow,
        lambda view, asked: view.names(**asked.these("name", "kind"), **asked.window),
    ),
    Listing(
        "news",
        "New",
        "Reports in the order in which the record learnt them, the last first, and what each changed.",
        (Filter("since", "Recorded since", "date"),),
        NewsRow,
        lambda view, asked: view.news(**asked.these("since"), **asked.window),
        is_in_menu=False,
        size=LONG,
    ),
    Listing(
        "problems",
        "Not read",
        "What could not be read, in which report, and what to do about it.",
        (),
        ProblemRow,
        lambda view, asked: view.problems(**asked.window),
        is_in_menu=False,
    ),
    Listing(
        "review",
        "Review",
        "Reports by date, and how many of their entries a person has looked at.",
        (),
        rows.QueueRow,
        lambda view, asked: view.queue(**asked.window),
    ),
)
"""Every list, in the order of the navigation."""
