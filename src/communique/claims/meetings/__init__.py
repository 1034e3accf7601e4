"""Who met whom, where and when.

mentions (a trigger with its arguments) → meetings (mentions folded) → entries
"""

from communique.claims.diplomacy import is_diplomatic
from communique.claims.meetings.completion import complete
from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.folding import fold
from communique.claims.meetings.ranking import shipped
from communique.claims.meetings.record import record
from communique.claims.meetings.worth import worth
from communique.model.claim import Claim
from communique.model.page import Page


def meetings(page: Page) -> tuple[Claim, ...]:
    """One entry for each distinct contact of parties in a report, in order of first mention."""
    if not is_diplomatic(page):
        return ()
    models = shipped()
    folded = complete(page, fold(encounters(page, models), models.folding))
    return tuple(record(page, m, models, score) for m in folded if (score := worth(page, m, models.worth)) > 0)
