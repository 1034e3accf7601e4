"""For whom the figures of world politics since 1945 speak, and when: what a desk officer knows beside the report.

It stands in where a report does not say: "Briand" needs no title. Nobody is taken for a figure by a surname that two of
them share at the time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from communique.lexicon.countries import countries
from communique.lexicon.given_names import is_written_first
from communique.lexicon.people import is_first_name
from communique.lexicon.tables import key, parts, rows

LAST = 9999
"""The year after which nobody is known to have stopped."""

_GENERATIONS = frozenset(("jr", "sr", "ii", "iii"))


@dataclass(frozen=True, slots=True)
class Figure:
    """`party` is a state's code or the name of a group or body; the years are the first and last of speaking for it."""

    name: str
    party: str
    first: int
    last: int


def party_of(name: str, year: int) -> str:
    """The party that the bearer of a full name spoke for in a year; "" for nobody who is known."""
    return _only(_by_name().get(_plain(name), ()), year)


def is_private(name: str, year: int) -> bool:
    """True for a known figure who spoke for nobody in a year."""
    known = _by_name().get(_plain(name), ())
    return bool(known) and not _then(known, year)


def state_of(name: str, year: int, *, titled: bool = False) -> str:
    """The state of the bearer of a full name: the one spoken for in a year, or the only one in life.

    A surname will do where one figure has it at the time and nobody has it for a first name: "Zarif", but not
    "Kim"; behind a title of office a first name is a surname all the same: "President Nelson".
    """
    written = _plain(name)
    known = _by_name().get(written, ())
    party = _only(known, year) or ("" if _then(known, year) or len({f.party for f in known}) != 1 else known[0].party)
    if not known and " " not in written and (titled or not is_first_name(written)):
        party = _only(_by_surname().get(written, ()), year) or (titled and _in_common(written, year)) or ""
    return party if party in countries() else ""


def _plain(name: str) -> str:
    """A name as it is looked up: without single letters between its words and "Jr." behind them."""
    first, *rest = key(name.replace(",", " ").replace(" - ", "-")).split() or [""]
    return " ".join((first, *(word for word in rest if len(word) > 1 and word not in _GENERATIONS)))


def _in_common(surname: str, year: int) -> str:
    """The party for which all of a surname speak in a year, or ""."""
    parties = {figure.party for figure in _then(_by_surname().get(surname, ()), year)}
    return parties.pop() if len(parties) == 1 else ""


def _only(known: tuple[Figure, ...], year: int) -> str:
    then = {(figure.name, figure.party) for figure in _then(known, year)}
    return then.pop()[1] if len(then) == 1 else ""


def _then(known: tuple[Figure, ...], year: int) -> list[Figure]:
    return [figure for figure in known if figure.first <= year <= figure.last]


@cache
def _listed() -> tuple[tuple[Figure, tuple[str, ...]], ...]:
    """Every figure with the names as they are looked up, the usual one first."""
    found = []
    for row in rows("figures"):
        figure = Figure(row["name"], row["party"], int(row["from"]), int(row["to"] or LAST))
        found.append((figure, tuple(dict.fromkeys(map(_plain, (row["name"], *parts(row["also"])))))))
    return tuple(found)


@cache
def _by_name() -> Mapping[str, tuple[Figure, ...]]:
    found: dict[str, tuple[Figure, ...]] = {}
    for figure, forms in _listed():
        for form in forms:
            found[form] = (*found.get(form, ()), figure)
    return MappingProxyType(found)


@cache
def _by_surname() -> Mapping[str, tuple[Figure, ...]]:
    """By the last word of each name, or its first where family names stand first; "Sisi" for "al-Sisi" too."""
    found: dict[str, tuple[Figure, ...]] = {}
    for figure, forms in _listed():
        surnames = {surname for form in forms if (surname := _surname(form))}
        for written in {w for s in surnames for w in (s, s.removeprefix("al-").removeprefix("el-"))}:
            found[written] = (*found.get(written, ()), figure)
    return MappingProxyType(found)


def _surname(name: str) -> str:
    first, _, last = name.partition(" ")
    return "" if not last else first if is_written_first(first) else last.rsplit(" ", 1)[-1]
