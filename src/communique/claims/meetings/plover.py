"""Meetings in PLOVER's terms (the successor of CAMEO): event and mode, after its 2021 crosswalk.

PLOVER recodes a meeting to come as AGREE and a refused or cancelled one as REJECT; the entry keeps its own status too.
"""

from collections.abc import Sequence

from communique.lexicon.countries import code_of

EVENTS = {
    "held": "CONSULT",
    "under_way": "CONSULT",
    "scheduled": "AGREE",
    "proposed": "REQUEST",
    "refused": "REJECT",
    "cancelled": "REJECT",
}
MODES = {"AGREE": "", "REQUEST": "meet", "REJECT": "meet"}


def event(status: str) -> str:
    """The event type of a status; "" for a postponed meeting, for which PLOVER has no type."""
    return EVENTS.get(status, "")


def mode(status: str, form: str, parties: Sequence[str], place: str) -> str:
    """The mode of the event: for a CONSULT by phone, multilateral, on visit, or at a third party's."""
    kind = event(status)
    if kind != "CONSULT":
        return MODES.get(kind, "")
    if form in ("call", "video"):
        return "phone"
    if len(parties) > 2:
        return "multilateral"
    host = code_of(place)
    if form == "visit" or (host and host in parties):
        return "visit"
    return "third-party" if host else ""
