"""What a report adds of how little was said: "the plan was dead, without elaborating", "but did not elaborate"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.model.page import Page
from communique.model.reading import Attribution
from communique.model.span import Span

_MORE = "elaborate|comment|say|specify|name|identify|disclose|discuss|go into|be drawn|provide|offer"
_ASIDE = re.compile(
    r",?\s+(?:without (?:giving|offering|providing|elaborating|specifying|naming|saying|identifying|going into|citing"
    r"|detailing|disclosing|explaining|elaboration|further)\b"
    rf"|(?:but|and) (?:(?:he|she|they) )?(?:(?:did not|didn['’]t|would not|wouldn['’]t|declined to|refused to)"
    rf" (?:{_MORE})\b"
    r"|(?:gave|offered|provided) no (?:details|explanation|further|date|reason|timetable|specifics)\b))[^.;]*$"
)


def without_asides(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """End words before what they were said without, which no speaker says."""
    return [_ended(page, a) for a in found]


def _ended(page: Page, attribution: Attribution) -> Attribution:
    last = attribution.contents[-1]
    aside = None if attribution.mode == "direct" else _ASIDE.search(page.report.text, last.start, last.end)
    if aside is None or aside.start() <= last.start:
        return attribution
    return replace(attribution, contents=(*attribution.contents[:-1], Span(last.start, aside.start())))
