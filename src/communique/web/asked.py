"""What an address asks for: filters, the moment, the page of a list, and the form of the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from communique.errors import QueryError
from communique.model.days import days

PAGE_SIZE = 50
"""Rows of a list on one page."""
MOST = 500
"""Rows that a program may ask for at once."""
LAST = 999_999
"""The last page that may be asked for; lists end long before."""
MOMENTS = ("as_of", "known_by", "recorded_by")
"""What held, what was published, what was recorded: the three clocks, each by the end of a day."""
DAYS = (*MOMENTS, "since", "until", "on")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `filters` by name without the empty ones, `page` from 1, `size` rows a page (`is_sized` when the
    question says so).
    """

    filters: Mapping[str, str]
    page: int = 1
    size: int = PAGE_SIZE
    is_sized: bool = False

    def by(self, size: int) -> "Asked":
        """The same question by pages of this size, if it names none."""
        return self if self.is_sized else replace(self, size=size)

    def get(self, name: str) -> str:
        """One filter; "" when it was not given."""
        return self.filters.get(name, "")

    def these(self, *names: str) -> dict[str, Any]:
        """Some filters by name, as a view takes them."""
        return {name: self.get(name) for name in names}

    @property
    def first(self) -> int:
        """The number of the page's first row, from 0."""
        return (self.page - 1) * self.size

    @property
    def window(self) -> dict[str, Any]:
        """The rows of the page, and one more that tells whether there is another page."""
        return {"limit": self.size + 1, "offset": self.first}

    def address(self, path: str, **changes: str) -> str:
        """The address of the same question with some changes; a filter changed to "" is left out."""
        filters = {name: value for name, value in {**self.filters, **changes}.items() if value}
        return f"{path}?{urlencode(filters)}" if filters else path

    def next(self, path: str, has_more: bool) -> str:
        """The address of the next page; "" on the last one."""
        return self.address(path, page=str(self.page + 1), size=str(self.size)) if has_more else ""

    def at(self, path: str, **filters: str) -> str:
        """The address of another page as of the same moment."""
        return Asked({**filters, **self.moment()}).address(path)

    def moment(self) -> dict[str, str]:
        """The clocks that are set."""
        return {name: self.filters[name] for name in MOMENTS if name in self.filters}


def asked(query: Mapping[str, str]) -> Asked:
    """The question of a query string. Raises `QueryError` for days, numbers and texts that are none."""
    for name, value in query.items():
        if "\x00" in name + value:
            raise QueryError(f"{name}={value!r} holds a character that no text has.")
    filters = {name: value.strip() for name, value in query.items() if value.strip()}
    for name in DAYS:
        if name in filters and not is_day(filters[name]):
            raise QueryError(f"{name}={filters[name]!r} is no date; write YYYY-MM-DD.")
    page, size = (query.get(name, "") or usual for name, usual in (("page", "1"), ("size", str(PAGE_SIZE))))
    filters.pop("page", None), filters.pop("size", None)
    if not (_is_number(page, LAST) and _is_number(size, MOST)):
        said = f"page={page[:20]!r}, size={size[:20]!r}"
        raise QueryError(f"{said}: both are whole numbers from 1, a page at most {LAST} and a size at most {MOST}.")
    return Asked(filters, int(page), int(size), bool(query.get("size")))


def _is_number(value: str, most: int) -> bool:
    """True for a whole number from 1 to `most`; one of thousands of digits is not even read."""
    return value.isascii() and value.isdigit() and len(value) <= len(str(most)) and 1 <= int(value) <= most


def is_day(value: str) -> bool:
    """True for `YYYY-MM-DD`."""
    try:
        return len(value) == len("2031-05-03") and days(value)[0] == value
    except ValueError:
        return False
