"""Towns in which talks are held, and large ones of the world, with the state they lie in.

Capitals are in the lexicon of states. A town under another power's control stands with the state that the United
Nations' membership recognises; the list places events, it judges no claim.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from communique.lexicon.countries import code_of, is_capital, kind_of
from communique.lexicon.tables import bare, key, parts, rows


@lru_cache(maxsize=65536)
def state_of_place(name: str) -> str:
    """The code of the state that a place is, or lies in, or ""."""
    plain = bare(name).strip(" ,;.")
    town = cities().get(key(plain), "")
    return town or (code_of(plain) if kind_of(plain) in ("name", "capital") else "")


@lru_cache(maxsize=65536)
def is_town(name: str) -> bool:
    """True for a town or district of the lists, false for a state."""
    plain = bare(name).strip(" ,;.")
    return key(plain) in cities() or is_capital(plain)


@cache
def cities() -> Mapping[str, str]:
    """The state of every town, by its name as `tables.key` writes it."""
    listed = {key(row["names"]): row["code"] for row in rows("listed_towns")}
    chosen = {key(town): row["code"] for row in rows("cities") for town in parts(row["cities"])}
    return MappingProxyType(listed | chosen)
