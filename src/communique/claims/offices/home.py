"""The state whose own officials a report names without it: "SAN SALVADOR -- President Cristiani said".

A dateline alone says where the reporter is; it says whose the officials are where the report names that state most, its
title names it first, or a paper or agency of that state writes for readers at home.
"""

from communique.claims.datelines import written_at
from communique.claims.offices.affiliations import named_states
from communique.lexicon import countries, titles
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.span import Span

HOSTING = frozenset({"host"})
NAMED_ENOUGH = 5
"""A paper's own state is named at least once for so many times that the state named most is."""
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
    """The state of the dateline's town, if the report is about that state above all or a paper there wrote it."""
    found = written_at(page)
    if found is None or not found.state:
        return None
    counts = named_states(page)
    most = max(counts, key=lambda name: (counts[name], name), default="")
    if _receives(page, found.state):
        return None
    named_enough = counts.get(found.state, 0) >= counts[most] / NAMED_ENOUGH if most else False
    is_home = named_enough and not found.is_abroad
    if found.state != most and not (is_home or _leads_title(page, found.state)):
        return None
    return found.state, Span(found.start, found.town_end)


def _receives(page: Page, state: str) -> bool:
    """True for a state that others meet in: "in the Maretian capital", "Maretia, which hosts the talks"."""
    for number, word in enumerate(page.tree.folded):
        if word == "capital" and number and countries.code_of(page.tokens[number - 1].text) == state:
            return True
        if page.tokens[number].lemma in HOSTING and page.tokens[number].upos == "VERB":
            doers = (page.referent_of_head(c) for c in page.children(number, "nsubj"))
            if any(r is not None and state in (r.name, r.country) for r in doers):
                return True
    return False


def _leads_title(page: Page, state: str) -> bool:
    """True for the state that a title names first: what was written there is about it."""
    end = page.report.title_end
    parties = [referent for referent in page.reading.referents if referent.kind == "party"]
    named = [(mention.start, party.name) for party in parties for mention in party.mentions if mention.start < end]
    return min(named, default=(0, ""))[1] == state
