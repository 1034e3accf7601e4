"""Given names and their short forms ("Joe", "Joseph"), and family names that are written first."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.lexicon.tables import key, parts, rows


def usual(name: str) -> str:
    """The full form that a given name is short for, without case; the name itself when it is none."""
    written = key(name)
    return short_forms().get(written, written)


def is_written_first(family_name: str) -> bool:
    """True for East Asian family names, which stand before the given name ("Kim", "Xi", "Nguyen")."""
    return key(family_name) in family_names()


@cache
def short_forms() -> Mapping[str, str]:
    """Every short form with the full one; a form of several full ones ("Alex") goes with the first in the file."""
    found: dict[str, str] = {}
    for row in rows("given_names"):
        for short in parts(row["short"]):
            found.setdefault(key(short), key(row["full"]))
    return MappingProxyType(found)


@cache
def family_names() -> frozenset[str]:
    """East Asian family names as they are written in Latin letters."""
    return frozenset(key(row["name"]) for row in rows("family_names_first"))
