"""Which meetings deserve an entry: contacts of two sides, not routine background or contacts within one side."""

from communique.claims.meetings.folding import Meeting
from communique.model.page import Page


def worth(page: Page, meeting: Meeting) -> float:
    """A score over 0 for a meeting that deserves an entry."""
    parties = {a.party or a.name for e in meeting for a in e.actors}
    mediators = {a.name for e in meeting for a in e.company.mediators}
    if len(parties) >= 2 or (parties and mediators):
        return 1.0
    if parties and any(e.format in ("visit", "summit", "conference") for e in meeting):
        return 0.5 if any(e.place for e in meeting) else 0.0
    return 0.0
