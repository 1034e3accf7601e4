"""Who met whom, where and when.

mentions (a trigger with its arguments) → meetings (mentions folded, visits joined) → entries
"""

from communique.claims.diplomacy import is_diplomatic
from communique.claims.meetings.completion import complete
from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.folding import Meeting, fold
from communique.claims.meetings.journeys import joined
from communique.claims.meetings.ranking import Models, Scene, shipped
from communique.claims.meetings.record import record
from communique.claims.meetings.table import Table
from communique.claims.meetings.telling import weighed
from communique.claims.meetings.worth import features
from communique.claims.verdicts import Verdict
from communique.claims.verdicts import judged as verdicts_of
from communique.model.claim import Claim
from communique.model.page import Page, once

MODEL = "meetings"


def meetings(page: Page) -> tuple[Claim, ...]:
    """One entry for each distinct contact of parties in a report, in order of first mention."""
    return _entries(_as_shipped(page), shipped()) if are_sought(page) else ()


def found(page: Page, models: Models) -> tuple[Claim, ...]:
    """The entries that these models make."""
    return _entries(_table(page, models), models)


def judged(page: Page) -> list[Verdict[Meeting]]:
    """Every contact that a report tells of and whether it deserves an entry, in order of first mention."""
    return _weighed(_as_shipped(page), shipped()) if are_sought(page) else []


def are_sought(page: Page) -> bool:
    """True for a report about dealings between sides."""
    return is_diplomatic(page)


def entry(page: Page, verdict: Verdict[Meeting]) -> Claim:
    """The entry that a contact makes, or would make."""
    return record(_as_shipped(page), verdict.candidate, shipped(), verdict.score)


def _entries(table: Table, models: Models) -> tuple[Claim, ...]:
    return tuple(record(table, v.candidate, models, v.score) for v in _weighed(table, models) if v.is_entry)


@once
def _as_shipped(page: Page) -> Table:
    return _table(page, shipped())


def _table(page: Page, models: Models) -> Table:
    scene = Scene(page)
    folded = fold(weighed(page, encounters(scene, models), models.mentions), models.folding)
    return Table(scene, joined(complete(page, folded)))


def _weighed(table: Table, models: Models) -> list[Verdict[Meeting]]:
    return verdicts_of(models.worth, ((meeting, features(table.page, meeting)) for meeting in table.meetings))
