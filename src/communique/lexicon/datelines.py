"""What a dateline says: where a report was written, when, and which agency's it is.

Agencies and papers write it in many ways: "GENEVA (Reuters) - ", "PARIS, 4 Sep 91 (AFP) -- ", "ROME, Italy — ",
"MOSCOW, November 25. /TASS/. ", "Tehran, IRNA – ", "NEW DELHI, Nov 26 (PTI) ". Some archives keep the town alone:
"GENEVA Syria's government".
"""

import re
from dataclasses import dataclass

from communique.lexicon.bylines import past_bylines
from communique.lexicon.cities import is_town, state_of_place
from communique.lexicon.listed import is_listed_place
from communique.lexicon.outlets import Outlet, outlet, states_of

_PLACE = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}?"
_DATELINE = re.compile(
    r"\s*(?:[A-Z]{2}\d{6,10} [^\n]{1,100}\n)?(?:\[[^\]]{2,40}\] )*"  # PA1205013089 Havana PL in Spanish \n [Text]
    rf"(?P<town>{_PLACE})(?:/{_PLACE})*(?: \((?P<aside>[^)\n]{{2,40}})\))?"  # PORT ROYAL (JAMAICA)
    r"(?:[,.] (?P<rest>[^—–:_()/\n-]{1,40}?))?(?: ?[(/](?P<agency>[^)/\n]{2,80})[)/])?"  # , 4 Sep 91 (AFP)
    r"\.? ?(?:(?:—|–|-{1,2}|:|_)\s|(?(agency)(?P<bare>(?<=\W)\s)|(?!)))"  # /TASS/. The
    r"(?:\[[^\]\n]{2,40}\] )*(?![a-z])"  # [TEXT]
)
_CAPITALS = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4}?"
_BARE = re.compile(
    rf"\s*(?P<town>{_CAPITALS})(?:/{_CAPITALS})*(?:, (?P<rest>[A-Z][a-z]\w+(?: [A-Z][a-z]\w+)?))? "
    r"(?=[\"“‘'(]?(?:[A-Z][\w’'-]*[a-z]|(?:A|I|[A-Z]{2}|(?:[A-Z]\.){2,})[ '’]))(?=[^\n]{0,80}[a-z]{3})"
)
"""A town in capitals, and its state if need be, before a text that is not in capitals."""
_ALIKE = frozenset("ANDORRA DJIBOUTI GUATEMALA KUWAIT LUXEMBOURG MONACO PANAMA SINGAPORE".split())
"""Towns whose state is called as they are."""
_HEADQUARTERS = frozenset({"UNITED NATIONS"})
_OF_AGENCY = re.compile(r"[, ]")
_DATE = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{2,4})?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: its town as written at `start:town_end`; the town's state and the agency, if the lexicon knows them.

    `end` is where the text proper begins; offsets are code points of the text. `is_abroad` when it is written for
    readers elsewhere: the state stands after the town, or an agency of no state or of another state than the town's.
    """

    town: str
    state: str
    start: int
    town_end: int
    end: int
    agency: Outlet | None
    is_abroad: bool


def dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline at `start`, or behind bylines there, else None: the lexicon knows its town, agency, or state."""
    start = past_bylines(text, start)
    return _marked(text, start) or unmarked(text, start)


def unmarked(text: str, start: int = 0) -> Dateline | None:
    """A town in capitals that nothing sets off from the text, as in copies of what agencies write for all the world."""
    found = _BARE.match(text, start)
    if found is None:
        return None
    town, known = found["town"], is_town(found["town"]) or found["town"] in _ALIKE | _HEADQUARTERS
    if not (state_of_place(found["rest"]) if found["rest"] else known):
        return None
    state = state_of_place(town) or state_of_place(found["rest"] or "")
    return Dateline(town, state, found.start("town"), found.end("town"), found.end(), None, is_abroad=True)


def _marked(text: str, start: int) -> Dateline | None:
    found = _DATELINE.match(text, start)
    if found is None:
        return None
    beside = [word for word in (found["aside"], found["rest"], found["agency"]) if word]
    agency = next((known for word in beside if (known := _agency(word))), None)
    in_capitals = found["town"].isupper()
    is_dated = _is_dated(found["rest"]) and ":" not in found[0]
    is_known = is_town(found["town"]) or (in_capitals and (is_dated or is_listed_place(found["town"])))
    if agency is None and (found["bare"] or not is_known):
        return None
    state = state_of_place(found["town"]) if is_town(found["town"]) else ""
    told = any(state_of_place(word) for word in beside)
    is_abroad = told or (agency is not None and state not in states_of(agency))
    return Dateline(found["town"], state, found.start("town"), found.end("town"), found.end(), agency, is_abroad)


def _is_dated(rest: str | None) -> bool:
    """True when a date follows the town, whatever town: "STRELSAU, March 14 (Strelsau Gazette) - "."""
    return rest is not None and _DATE.fullmatch(rest) is not None


def _agency(words: str) -> Outlet | None:
    """The agency among the words beside a town: alone, or last after a date ("November 26, 2025, SPA")."""
    known = outlet(words) or outlet(_OF_AGENCY.split(words)[-1])
    return known if known and known.kind == "news_agency" else None
