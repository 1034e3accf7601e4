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
