"""How many sides a contact has by its own name: "trilateral talks", "a four-party meeting"."""

import re

from communique.claims.meetings.encounter import Encounter
from communique.model.page import Page

NUMBERS = {"tri": 3, "three": 3, "quadri": 4, "four": 4, "five": 5, "six": 6}
"""Two sides are what every contact has."""

_COUNT = re.compile(
    r"(?:(?P<prefix>tri|quadri)(?:lateral|partite)"
    r"|(?P<word>three|four|five|six)[ -]+(?:way|party|sided|nation|power))\b",
    re.IGNORECASE,
)


def sides_named(page: Page, encounter: Encounter) -> int:
    """The number of sides that a mention tells; 0 where it tells none."""
    heads = encounter.trigger.heads
    if encounter.trigger.verbal:
        return 0
    beside = (c for head in heads for c in page.children(head, "amod", "compound", "nummod"))
    words = {*heads, *(t for c in beside for t in page.subtree(c))}
    found = _COUNT.search(page.words(min(words), max(words) + 1))
    return NUMBERS[(found["prefix"] or found["word"]).lower()] if found else 0
