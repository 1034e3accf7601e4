"""Where and when a report says at its head that it was written."""

from communique.lexicon.datelines import Dateline, dateline
from communique.lexicon.posts import posts
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.reading import Timex
from communique.model.span import Span


@once
def written_at(page: Page) -> Dateline | None:
    """What the dateline says, or None where the text begins without one."""
    return dateline(page.report.text, page.report.title_end)


def dateline_of(page: Page) -> Span | None:
    """The words of the dateline."""
    found = written_at(page)
    return Span(found.start, found.end) if found else None


def told_in(page: Page, span: Span) -> list[Timex]:
    """The time expressions inside `span` but for the dateline's and those under posts, which date what is written and
    nothing that it tells.
    """
    dating = _dating(page)
    return [t for t in page.times_in(span) if not any(words.overlaps(t.span) for words in dating)]


@once
def _dating(page: Page) -> tuple[Span, ...]:
    line = dateline_of(page)
    signed = (post.signed for post in posts(page.report.text, page.report.title_end))
    return (*([line] if line else []), *signed)


def town(page: Page) -> Field | None:
    """The town in the dateline."""
    found = written_at(page)
    return (found.town, Span(found.start, found.town_end)) if found else None
