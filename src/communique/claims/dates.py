"""Where the time expressions of a report stand, and which of them lie ahead."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from communique.claims.datelines import told_in
from communique.model.claim import Field
from communique.model.days import days, shifted
from communique.model.page import Page
from communique.model.reading import Sentence, Timex
from communique.model.span import Span

_LENGTH = re.compile(r"P(?:T(?P<hours>\d+)H|(?P<days>\d+)D|(?P<weeks>\d+)W|(?P<months>\d+)M|(?P<years>\d+)Y)")
_NEXT = frozenset({"next", "coming"})
_LIMITS = frozenset({"before", "by", "until", "till"})
_LATEST = (["no", "later", "than"], ["not", "later", "than"])
_ENDS = ("the end of", "end of")


class Dates:
    """Time expressions by token, without that of the dateline."""

    def __init__(self, page: Page) -> None:
        self._page = page
        told = told_in(page, Span(0, len(page.report.text)))
        self._by_token = {token: timex for timex in told for token in page.tokens_in(timex.span)}
        self._sentences = {page.sentence_of(token).first for token in self._by_token}

    def at(self, token: int) -> Timex | None:
        """The time expression a token is part of."""
        return self._by_token.get(token)

    def are_in(self, sentence: Sentence) -> bool:
        """True for a sentence with a time expression."""
        return sentence.first in self._sentences

    def among(self, tokens: Iterable[int]) -> list[Timex]:
        """The placed dates that these tokens are part of, in their order, each once."""
        known = self._by_token
        found = [known[t] for t in tokens if t in known] if known else []
        return list(dict.fromkeys(t for t in found if t.value and t.type in ("DATE", "TIME")))

    def ahead(self, tokens: Iterable[int]) -> Timex | None:
        """The first date among these tokens that lies on or after the day of publication."""
        return next((t for t in self.among(tokens) if is_ahead(t.value, self._page.report.day)), None)

    def within(self, tokens: Iterable[int]) -> Field | None:
        """The time from publication to a deadline among these tokens: "within ten days", "in the next two weeks"."""
        page = self._page
        lengths = dict.fromkeys(t for token in tokens if (t := self._by_token.get(token)) and t.type == "DURATION")
        for timex in lengths:
            words = page.tokens_in(timex.span)
            before = page.word_before(words[0])
            after = page.tokens[words[-1] + 1].text.casefold() if words[-1] + 1 < len(page.tokens) else ""
            if after in ("of", "after", "before", "from"):
                continue
            is_next = any(page.tokens[t].text.casefold() in _NEXT for t in words)
            until = _later(page.report.day, timex.value) if before == "within" or (before == "in" and is_next) else ""
            if until:
                return f"{page.report.day}/{until}", timex.span
        return None


def bounded(page: Page, timex: Timex) -> str:
    """The value of an expression, open at its start after "before", "by", "until" or "not later than"; what has an end
    told ends on its last day: "by the end of May".
    """
    at = page.tokens_in(timex.span).start
    is_limit = page.word_before(at) in _LIMITS or list(page.tree.folded[max(0, at - 3) : at]) in _LATEST
    if not is_limit or timex.value.startswith(".."):
        return timex.value
    last = days(timex.value)[1] if page.text(timex.span).casefold().startswith(_ENDS) else ""
    if "/" in timex.value and not last:
        return timex.value
    return f"../{last or timex.value}"


def is_ahead(value: str, day: str) -> bool:
    """True when an EDTF value may end on or after `day`; an open end lies ahead."""
    first, last = days(value)
    return last >= day if last else bool(first)


def is_after(value: str, day: str) -> bool:
    """True when an EDTF value begins after `day`; an open start does not."""
    return days(value)[0] > day


def _later(day: str, length: str) -> str:
    """The day on which a length from `day` ends; "" for a length that is no whole number of one unit."""
    found = _LENGTH.fullmatch(length)
    if not found or len(day) < 10:
        return ""
    start = date.fromisoformat(day[:10])
    hours, days, weeks, months, years = (int(found[u] or 0) for u in ("hours", "days", "weeks", "months", "years"))
    over, month = divmod(start.month - 1 + months, 12)
    year = min(start.year + years + over, date.max.year)
    moved = start.replace(year=year, month=month + 1, day=min(start.day, monthrange(year, month + 1)[1]))
    return shifted(moved.isoformat(), days + 7 * weeks + hours // 24)
