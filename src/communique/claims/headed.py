"""Whose secretary-general is meant where a report does not say: that of the one body that it names and that has one."""

from communique.lexicon.bodies import body_of
from communique.model.page import Page

TITLE = "secretary-general"
HEADED = frozenset(
    {
        "Arab League",
        "Association of Southeast Asian Nations",
        "Caribbean Community",
        "Commonwealth of Nations",
        "Gulf Cooperation Council",
        "North Atlantic Treaty Organization",
        "Organisation of Islamic Cooperation",
        "Organization for Security and Co-operation in Europe",
        "Organization of American States",
        "United Nations",
    }
)
"""Bodies of states whose heads are called secretary-general, by their names in the lexicon."""


def headed_body(page: Page, words: str) -> str:
    """The body for which "the Secretary-General", or who is the Secretary-General's, speaks, by its name in the report.

    "" for other words, and where the report names no such body, or several.
    """
    if TITLE not in words.casefold().replace(" ", "-"):
        return ""
    found: dict[str, str] = {}
    for referent in page.reading.referents:
        known = body_of(referent.name) if referent.kind in ("party", "body") else None
        if known is not None and known.name in HEADED:
            found.setdefault(known.name, referent.name)
    return next(iter(found.values())) if len(found) == 1 else ""
