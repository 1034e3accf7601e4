"""Titles as they are compared across reports."""

import re
from functools import lru_cache

from communique.lexicon.tables import key

_TURNED = re.compile(
    r"^(?P<head>(?:deputy |vice |first deputy )?(?:minister|secretary|head|chief|chair|leader|director)) (?:of|for) "
    r"(?:the )?(?P<field>.+?)(?: affairs)?$"
)


@lru_cache(maxsize=65536)
def role_key(role: str) -> str:
    """A title without case, hyphens and articles, "Minister of Foreign Affairs" turned into "foreign minister"."""
    plain = " ".join(word for word in key(role).replace("-", " ").split() if word != "the")
    turned = _TURNED.match(plain)
    if turned and plain != "secretary of state":
        plain = f"{turned['field']} {turned['head']}"
    return plain.replace("affairs minister", "minister").replace("defense", "defence")


_LEADS_DELEGATION = re.compile(r"(?:.* )?delegation (?:head|leader|chief|chair)")


@lru_cache(maxsize=65536)
def seat_key(role: str) -> str:
    """The seat that a title means: whoever heads, leads or chairs a delegation has one and the same."""
    plain = role_key(role)
    return "delegation head" if _LEADS_DELEGATION.fullmatch(plain) else plain
