"""Where meetings are, as rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with the meetings told of there: all, those that were held, the days of the first and last ("" where none
    is dated). `lat` and `lon` are degrees north and east, `None` where no town is named or the list has none.
    """

    id: str
    name: str
    country: str
    lat: float | None
    lon: float | None
    meetings: int
    held: int
    first: str
    last: str
