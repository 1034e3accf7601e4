"""Outlets by their names, and the agency that a text names before it begins: "OSLO, May 2 (Northern Wire) -"."""

import re
from functools import lru_cache

from communique.lexicon.outlets import outlet as known_outlet
from communique.lexicon.tables import bare, key
from communique.model.report import Report

HEAD = 160
"""Code points of the body in which a dateline stands."""

_VIA = re.compile(r"\s*\(.*?\)\s*$")
_AGENCY = re.compile(r"\s+(?:news )?agency$", re.IGNORECASE)
_WIRE = re.compile(r"\((?P<wire>[^()\n]{2,40})\)\s*(?:--?|–|—)\s|/(?P<slashed>[A-Z][^/\n]{1,30})/\.?\s")


@lru_cache(maxsize=4096)
def outlet_name(written: str) -> str:
    """One name for an outlet however it is written: "Reuter", "the Reuters news agency (via …)"."""
    plain = bare(_VIA.sub("", written)).strip()
    found = known_outlet(plain) or known_outlet(_AGENCY.sub("", plain))
    return found.name if found else plain


def via(outlet: str) -> str:
    """The agency that an outlet's own name gives in brackets: "The Post (Northern Wire)", or ""."""
    found = _VIA.search(outlet)
    named = re.sub(r"^via\s+|\s+wire$", "", found[0].strip(" ()"), flags=re.IGNORECASE) if found else ""
    known = known_outlet(named) if named else None
    return known.name if known else ""


def is_outlet(written: str, outlet: str) -> bool:
    """True when a name or its initials ("MPA") stand for an outlet."""
    name = outlet_name(outlet)
    initials = "".join(word[0] for word in re.findall(r"[^\W_]+", _VIA.sub("", outlet)) if word[0].isupper())
    return key(outlet_name(written)) == key(name) or (len(initials) > 1 and written.replace(".", "") == initials)


def wire_of(report: Report) -> str:
    """The agency named in the dateline, as written, or ""."""
    found = _WIRE.search(report.text[report.title_end :].lstrip()[:HEAD])
    return (found["wire"] or found["slashed"]).strip() if found else ""
