"""Who met whom, where and when.

mentions (a trigger with its arguments) → meetings (mentions folded) → entries
"""

from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.folding import fold
from communique.claims.meetings.record import record
from communique.claims.meetings.worth import worth
from communique.model.claim import Claim
from communique.model.page import Page


def meetings(page: Page) -> tuple[Claim, ...]:
    """One entry for each distinct contact of parties in a report, in order of first mention."""
    folded = fold(encounters(page))
    return tuple(record(page, meeting, score) for meeting in folded if (score := worth(page, meeting)) > 0)
