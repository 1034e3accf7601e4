"""Who met whom, where and when.

mentions (a trigger with its arguments) → meetings (mentions folded) → entries
"""

from communique.claims.diplomacy import is_diplomatic
from communique.claims.meetings.completion import complete
from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.folding import Meeting, fold
from communique.claims.meetings.ranking import shipped
from communique.claims.meetings.record import record
from communique.claims.meetings.worth import features
from communique.claims.verdicts import Verdict
from communique.claims.verdicts import judged as verdicts_of
from communique.model.claim import Claim
from communique.model.page import Page

MODEL = "meetings"


def meetings(page: Page) -> tuple[Claim, ...]:
    """One entry for each distinct contact of parties in a report, in order of first mention."""
    return tuple(entry(page, verdict) for verdict in judged(page) if verdict.is_entry)


def judged(page: Page) -> list[Verdict[Meeting]]:
    """Every contact that a report tells of and whether it deserves an entry, in order of first mention."""
    if not are_sought(page):
        return []
    models = shipped()
    folded = complete(page, fold(encounters(page, models), models.folding))
    return verdicts_of(models.worth, ((meeting, features(page, meeting)) for meeting in folded))


def are_sought(page: Page) -> bool:
    """True for a report about dealings between sides."""
    return is_diplomatic(page)


def entry(page: Page, verdict: Verdict[Meeting]) -> Claim:
    """The entry that a contact makes, or would make."""
    return record(page, verdict.candidate, shipped(), verdict.score)
