"""Where and when a report says at its head that it was written: "SAN SALVADOR, 5 Sep 89 (AFP) -- ".

A town alone, before a dash or colon, is a dateline where the lexicon knows it.
"""

import re

from communique.lexicon.cities import is_town, state_of_place
from communique.lexicon.outlets import outlet
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.span import Span

_DATELINE = re.compile(
    r"\s*(?:[A-Z]{2}\d{6,10} [^\n]{1,100}\n)?(?:\[[^\]]{2,40}\] )*"  # PA1205013089 Havana PL in Spanish \n [Text]
    r"(?P<town>[A-Z][\w.' ]{1,30}?)(?: \((?P<aside>[^)]{2,30})\))?"  # PORT ROYAL (JAMAICA)
    r"(?:, (?P<rest>[^—–:_-]{1,40}?))?(?: ?\((?P<agency>[^)]{2,80})\))? ?(?:—|–|-{1,2}|:|_)\s"  # , 4 Sep 91 (AFP) --
)


@once
def dateline(page: Page) -> Span | None:
    """The dateline, or None where the text begins without one."""
    found = _DATELINE.match(page.report.text, page.report.title_end)
    return Span(found.start("town"), found.end()) if found and is_town(found["town"]) else None


@once
def town(page: Page) -> Field | None:
    """The town in the dateline."""
    found = _DATELINE.match(page.report.text, page.report.title_end)
    return (found["town"], Span(found.start("town"), found.end("town"))) if found and is_town(found["town"]) else None


@once
def is_local(page: Page) -> bool:
    """True for a dateline as papers of its state write it: "AMMAN —", not "AMMAN, Jordan (AP) —"."""
    found = _DATELINE.match(page.report.text, page.report.title_end)
    beside = [word for word in (found["aside"], found["rest"], found["agency"]) if word] if found else []
    return found is not None and not any(state_of_place(word) or outlet(word) for word in beside)
