"""Where towns lie, for the map: capitals, towns and houses in which talks were held, and large towns of the world."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from communique.lexicon.tables import bare, key, parts, rows


@dataclass(frozen=True, slots=True)
class Point:
    """A town in the state `code`: `lat` degrees north, `lon` degrees east."""

    code: str
    lat: float
    lon: float


def point_of(name: str, code: str = "") -> Point | None:
    """Where a town lies; `None` for what the list does not have, or has in another state than `code`, if one is given.

    A state has no point: where in it something happened is not known.
    """
    found = points().get(key(name)) or points().get(key(bare(name).strip(" ,;.")))
    return found if found and code in ("", found.code) else None


@cache
def points() -> Mapping[str, Point]:
    """Every town, by its name as `tables.key` writes it."""
    return MappingProxyType(
        {
            key(name): Point(row["code"], float(row["lat"]), float(row["lon"]))
            for row in (*rows("listed_towns"), *rows("coordinates"))
            for name in parts(row["names"])
        }
    )
