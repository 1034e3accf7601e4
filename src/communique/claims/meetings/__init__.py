"""Who met whom, where and when.

mentions (a trigger with its arguments) → meetings (mentions folded) → entries
"""

from communique.claims.diplomacy import is_diplomatic
from communique.claims.meetings.completion import complete
from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.folding import fold
from communique.claims.meetings.ranking import Models, Scene, shipped
from communique.claims.meetings.record import record
from communique.claims.meetings.table import Table
from communique.claims.meetings.worth import worth
from communique.model.claim import Claim
from communique.model.page import Page


def meetings(page: Page) -> tuple[Claim, ...]:
    """One entry for each distinct contact of parties in a report, in order of first mention."""
    return found(page, shipped()) if is_diplomatic(page) else ()


def found(page: Page, models: Models) -> tuple[Claim, ...]:
    """The entries that these models make."""
    scene = Scene(page)
    told = complete(page, fold(encounters(scene, models), models.folding))
    table = Table(scene, told)
    judged = ((m, worth(page, m, models.worth)) for m in told)
    return tuple(record(table, m, models, score) for m, score in judged if score > 0)
