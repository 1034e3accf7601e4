"""What an address asks for: filters, the moment, the page of a list, and the form of the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from communique.errors import QueryError
from communique.model.days import days

PAGE_SIZE = 50
"""Rows of a list on one page."""
MOST = 500
"""Rows that a program may ask for at once."""
MOMENTS = ("as_of", "known_by", "recorded_by")
"""What held, what was published, what was recorded: the three clocks, each by the end of a day."""
DAYS = (*MOMENTS, "since", "until", "on")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `filters` by name without the empty ones, `page` from 1, `size` rows a page."""

    filters: Mapping[str, str]
    page: int = 1
    size: int = PAGE_SIZE

    def get(self, name: str) -> str:
        """One filter; "" when it was not given."""
        return self.filters.get(name, "")

    @property
    def first(self) -> int:
        """The number of the page's first row, from 0."""
        return (self.page - 1) * self.size

    def address(self, path: str, **changes: str) -> str:
        """The address of the same question with some changes; a filter changed to "" is left out."""
        filters = {name: value for name, value in {**self.filters, **changes}.items() if value}
        return f"{path}?{urlencode(filters)}" if filters else path

    def moment(self) -> dict[str, str]:
        """The clocks that are set."""
        return {name: self.filters[name] for name in MOMENTS if name in self.filters}


def asked(query: Mapping[str, str]) -> Asked:
    """The question of a query string. Raises `QueryError` for days and numbers that are none."""
    filters = {name: value.strip() for name, value in query.items() if value.strip()}
    for name in DAYS:
        if name in filters and not _is_day(filters[name]):
            raise QueryError(f"{name}={filters[name]!r} is no date; write YYYY-MM-DD.")
    page, size = filters.pop("page", "1"), filters.pop("size", str(PAGE_SIZE))
    if not (page.isascii() and page.isdigit() and size.isascii() and size.isdigit() and int(page) and int(size)):
        raise QueryError(f"page={page!r}, size={size!r}: both are whole numbers from 1.")
    return Asked(filters, min(int(page), 10**6), min(int(size), MOST))


def _is_day(value: str) -> bool:
    try:
        return len(value) == len("2031-05-03") and days(value)[0] == value
    except ValueError:
        return False
