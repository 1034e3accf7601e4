"""The state whose own officials a report names without it: "SAN SALVADOR -- President Cristiani said".

A dateline alone says where the reporter is; it says whose the officials are where the report names that state most.
"""

import re

from communique.claims.offices.affiliations import is_code
from communique.lexicon import titles
from communique.lexicon.cities import is_town, state_of_place
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.span import Span

_DATELINE = re.compile(
    r"\s*(?P<town>[A-Z][\w.' ]{1,30}?)(?: \([^)]{2,30}\))?"  # PORT ROYAL (JAMAICA)
    r"(?:, [^—–:_-]{1,40}?)?(?: ?\([^)]{2,40}\))? ?(?:—|–|-{1,2}|:|_)\s"  # , 4 Sep 91 (AFP) --
)
STATE_OFFICES = frozenset(
    "president premier minister chancellor king queen prince emir sultan senator presidential secretary spokesman "
    "spokeswoman spokesperson adviser advisor general ambassador".split()
)
"""Words of titles that are a state's where nothing else is said."""
OF_BODIES = frozenset({"secretary", "general"})
"""Together the words of a body's title: "Secretary-General"."""


def is_of_state(role: str) -> bool:
    """True for a title that is a state's where nothing else is said."""
    words = set(titles.norm((role,)))
    return bool(STATE_OFFICES & (words - OF_BODIES if words >= OF_BODIES else words))


@once
def home(page: Page) -> Field | None:
    """The state of the town in the dateline, if the report is about that state above all; else None."""
    text, start = page.report.text, page.report.title_end
    found = _DATELINE.match(text, start)
    state = state_of_place(found["town"]) if found and is_town(found["town"]) else ""
    if found is None or not state or state != _named_most(page):
        return None
    return state, Span(found.start("town"), found.end("town"))


def _named_most(page: Page) -> str:
    """The state that the report names most as an actor."""
    named = [r for r in page.reading.referents if r.kind == "party" and is_code(r.name)]
    return max(named, key=lambda r: (len(r.mentions), r.name)).name if named else ""
