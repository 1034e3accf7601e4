"""Where the time expressions of a report stand, and which of them lie ahead."""

from collections.abc import Iterable
from functools import cached_property

from communique.model.page import Page
from communique.model.reading import Timex


class Dates:
    """Time expressions by token."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def at(self, token: int) -> Timex | None:
        """The time expression a token is part of."""
        return self._by_token.get(token)

    def among(self, tokens: Iterable[int]) -> list[Timex]:
        """The placed dates that these tokens are part of, in their order, each once."""
        found = [self._by_token[t] for t in tokens if t in self._by_token]
        return list(dict.fromkeys(t for t in found if t.value and t.type in ("DATE", "TIME")))

    def ahead(self, tokens: Iterable[int]) -> Timex | None:
        """The first date among these tokens that lies on or after the day of publication."""
        return next((t for t in self.among(tokens) if is_ahead(t.value, self._page.report.day)), None)

    @cached_property
    def _by_token(self) -> dict[int, Timex]:
        return {token: timex for timex in self._page.reading.times for token in self._page.tokens_in(timex.span)}


def is_ahead(value: str, day: str) -> bool:
    """True when an EDTF value ends on or after `day`, to the precision it has; an open end lies ahead."""
    end = value.rpartition("/")[2].rstrip("~?%")[:10]
    if end == "..":
        return True
    return end[:1].isdigit() and end.replace("X", "9") >= day[: len(end)]


def is_after(value: str, day: str) -> bool:
    """True when an EDTF value begins after `day`, to the precision it has; an open start does not."""
    start = value.partition("/")[0].rstrip("~?%")[:10]
    return start[:1].isdigit() and start.replace("X", "0") > day[: len(start)]
