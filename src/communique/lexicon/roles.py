"""Titles as they are compared across reports."""

import re
from functools import cache, lru_cache

from communique.lexicon.tables import key, parts, rows, word_list
from communique.lexicon.titles import INNER, LINKS, modifiers

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


_DEFENCE = re.compile("defen[cs]e")
_STATUSES = frozenset({"acting", "designate", "former"})
"""What modifiers say of how an office is held, rather than of which it is."""


@lru_cache(maxsize=65536)
def asked_key(role: str) -> str:
    """The seat that a title means to who asks for it: written out ("PM"), and one for all who head a side at talks."""
    plain = seat_key(" ".join(_written_out().get(word, word) for word in key(role).split()))
    return _same().get(plain, plain)


def means(asked: str, role: str, status: str) -> bool:
    """True when who asks for a title means this one, held so: the PM is the prime minister, his deputy is not, nor who
    is acting or to come; one asked for so is.
    """
    wanted, known = asked_key(asked), asked_key(role)
    if wanted in _nouns():
        return known == wanted
    words, have = _words(wanted), [*_words(known), status]
    others = word_list("other_seats") | _STATUSES - {"former"}
    return all(any(h.startswith(w) for h in have) for w in words) and not others & {*have} - {*words}


def wordings(asked: str) -> tuple[str, ...]:
    """Words of which an entry has some, whose title is meant by one that is asked for; `*` ends a beginning."""
    plain = asked_key(asked)
    if plain in _nouns():
        return _nouns()[plain]
    short = (plain.replace(title, short) for short, title in _written_out().items() if title in plain)
    forms = (_words(form) for form in (key(asked), plain, *short))
    found = (" ".join(word for word in form if word not in _STATUSES) for form in forms)
    return tuple(dict.fromkeys(_DEFENCE.sub("defen*", form) for form in found if form))


def _words(title: str) -> list[str]:
    """The words of a title, one for all that say the same of how it is held."""
    found = [word for word in title.replace("-", " ").split() if word not in LINKS | INNER]
    says = [modifiers().get(word, "") for word in found]
    return [what if what in _STATUSES else word for word, what in zip(found, says, strict=True)]


@cache
def _written_out() -> dict[str, str]:
    """What abbreviations of titles stand for."""
    return {row["short"]: row["title"] for row in rows("title_abbreviations")}


@cache
def _same() -> dict[str, str]:
    """Titles of one seat, by the seat."""
    return {title: row["seat"] for row in rows("same_seats") for title in parts(row["titles"])}


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    """The seats of which there are several titles, with nouns of which each of these has one."""
    return {row["seat"]: tuple(parts(row["nouns"])) for row in rows("same_seats")}
