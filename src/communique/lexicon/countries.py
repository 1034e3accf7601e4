"""States: their codes, names, demonyms, capitals and the seats that stand for their governments.

Codes are ISO 3166-1 alpha-3, with `XKX` for Kosovo and ISO 3166-3's former codes for states that are gone (`SUN`,
`YUG`, `DDR`, `CSK`, `ZAR`, `VDR`, `YMD`, `SCG`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from communique.lexicon.tables import REMEMBERED, bare, is_acronym, key, parts, rows, written_as_name

KINDS = ("name", "demonym", "capital", "seat")
"""How a word can stand for a state, strongest first: one text in two columns counts as the first."""

_NO_PLURAL = re.compile(r"(?:ese|sh|ch|s|x|men|[hs]man)$")


@dataclass(frozen=True, slots=True)
class Country:
    """One state. `names[0]` is its usual English name; `seats` are palaces, ministries, armies and agencies."""

    code: str
    wikidata: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


def code_of(text: str) -> str:
    """The code a name, demonym, capital or seat stands for ("U.S.", "UKRAINIANS", "the Kremlin's"), or ""."""
    found = _found(text)
    return found[0] if found else ""


def kind_of(text: str) -> str:
    """One of `KINDS`, or "" for a text that stands for no state."""
    found = _found(text)
    return found[1] if found else ""


def is_capital(text: str) -> bool:
    """True for a capital, or another city used for a government."""
    return kind_of(text) == "capital"


def names(code: str) -> tuple[str, ...]:
    """The names of a state, the usual one first; empty for an unknown code."""
    found = countries().get(code)
    return found.names if found else ()


def called(name: str) -> str:
    """A name for readers: the usual one of a state for its code, any other as it is."""
    return next(iter(names(name)), name)


def called_in_turn(names: Iterable[str]) -> str:
    """Names for readers in one line, each once, as of an office: person, role, body, state; "" is no name."""
    return ", ".join(dict.fromkeys(called(name) for name in names if name))


def wikidata(code: str) -> str:
    """The Wikidata item of a state, or ""."""
    found = countries().get(code)
    return found.wikidata if found else ""


def jointly(text: str) -> tuple[str, ...]:
    """The codes of the states that one name stands for together ("the two Koreas"); () for any other name."""
    return _joint().get(key(bare(text)), ())


@cache
def _joint() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({key(row["name"]): tuple(parts(row["codes"])) for row in rows("joint_states")})


@cache
def countries() -> Mapping[str, Country]:
    """Every state by code."""
    return MappingProxyType(
        {
            row["code"]: Country(
                row["code"],
                row["wikidata"],
                tuple(parts(row["names"])),
                tuple(parts(row["demonyms"])),
                tuple(parts(row["capitals"])),
                tuple(parts(row.get("seats", ""))),
            )
            for row in rows("countries")
        }
    )


@cache
def forms() -> Mapping[str, tuple[str, str, bool]]:
    """Every written form, as `tables.key` writes it: code, kind, and whether it must stand in capitals."""
    found: dict[str, tuple[str, str, bool]] = {}
    for kind in KINDS:
        for country in countries().values():
            for form in _forms(country, kind):
                found.setdefault(key(form), (country.code, kind, is_acronym(form)))
    return MappingProxyType(found)


def _forms(country: Country, kind: str) -> tuple[str, ...]:
    if kind == "demonym":
        return country.demonyms + tuple(f"{d}s" for d in country.demonyms if not _NO_PLURAL.search(d))
    return {"name": country.names, "capital": country.capitals, "seat": country.seats}[kind]


@lru_cache(REMEMBERED)
def sharing(seat: str) -> tuple[str, ...]:
    """The codes of all states that have a seat of this name: "Foreign Office"; () for a seat of one state."""
    return _shared_seats().get(key(bare(seat)), ())


@lru_cache(REMEMBERED)
def having(office: str) -> tuple[str, ...]:
    """The codes of all states that have an office of this name: "Foreign Secretary"; () for one that any may have."""
    return _state_offices().get(key(bare(office)), ())


@cache
def _state_offices() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({key(row["office"]): tuple(parts(row["codes"])) for row in rows("state_offices")})


@cache
def _shared_seats() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({key(row["seat"]): tuple(parts(row["codes"])) for row in rows("shared_seats")})


@lru_cache(REMEMBERED)
def _found(text: str) -> tuple[str, str] | None:
    for candidate in (text, bare(text), text[3:] if text[:3] in ("ex-", "Ex-") else ""):
        found = forms().get(key(candidate))
        if found and written_as_name(candidate, found[2]):
            return found[0], found[1]
    return None


def last_year(code: str) -> int:
    """The last year in which a state that is no more acted, 0 for one that is."""
    return _last_years().get(code, 0)


def at_the_time(code: str, year: int) -> str:
    """The former state that a present one's name or capital stands for in a report of a year: "Moscow" in 1985."""
    return next((old for old, first, last in _forerunners().get(code, ()) if first <= year <= last), code)


@cache
def _forerunners() -> Mapping[str, tuple[tuple[str, int, int], ...]]:
    found: dict[str, tuple[tuple[str, int, int], ...]] = {}
    for row in rows("former_states"):
        if row.get("heir"):
            known = found.get(row["heir"], ())
            found[row["heir"]] = (*known, (row["code"], int(row["first"]), int(row["last"])))
    return MappingProxyType(found)


@cache
def _last_years() -> dict[str, int]:
    return {row["code"]: int(row["last"]) for row in rows("former_states")}
