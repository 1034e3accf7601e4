"""The pages about the record as a whole: overview, lists, matrix, calendar, brief."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from starlette.responses import Response

from communique.errors import QueryError
from communique.model.days import shifted
from communique.model.rows import StepRow, TimelineRow
from communique.web import drawings
from communique.web.asked import MOST
from communique.web.desk import Answer, Ask
from communique.web.listings import LISTINGS, Listing
from communique.web.maps import mapped
from communique.web.matrices import matrix
from communique.web.months import month, weeks
from communique.web.twins import twin

LATELY = (3, 10, 40)
"""Days before the last report whose events the overview shows: the fewest that have enough."""
FEW = 8
"""Rows of one section of the overview or of a search."""
FEWER = 5
"""Reports that the overview shows as new, and processes."""
CALENDAR = 75
"""Steps of a month that the calendar has room for."""
DRAWN: dict[str, Callable[[Any], object]] = {"timeline": drawings.events, "sources": drawings.layers, "places": mapped}
"""The drawings of lists."""


def overview(ask: Ask) -> Response:
    """Processes, what is new since the last visit, what is due, what is disputed, what happened lately, what was not
    read.
    """
    last = ask.view.last_day
    as_of = ask.asked.get("as_of")
    until = min(day for day in (last, as_of) if day) if last else ""
    since, events = _lately(ask, until)
    reports, problems = ask.view.counts()
    visited = ask.asked.get("since") or (ask.desk.last_visit(ask.visitor.name) if ask.visitor.name else "")
    news = ask.view.news(since=visited, limit=FEWER + 1)
    return ask.page(
        "overview.html",
        title="Overview",
        reports=reports,
        problems=problems,
        last=last,
        since=since,
        visited=visited,
        learnt=visited[:10] or (news[0].recorded[:10] if news else ""),
        news=news,
        few=FEWER,
        troubles=ask.view.problems(limit=FEW) if problems else [],
        steps=ask.view.next_steps(as_of=as_of, limit=FEW),
        disputes=[row for row in ask.view.disputes(as_of=as_of, limit=FEW) if row.state == "open"],
        events=events,
        processes=ask.view.processes(as_of=as_of, limit=FEWER + 1),
    )


def _lately(ask: Ask, until: str) -> tuple[str, list[TimelineRow]]:
    """The last dated events up to a day, latest first, and the day from which on they were looked for."""
    since, events = "", list[TimelineRow]()
    for days in LATELY if until else ():
        since = shifted(until, -days)
        events = ask.view.timeline(since=since, until=until, limit=MOST)
        if len(events) >= FEW:
            break
    return since, events[-FEW:][::-1]


def listed(listing: Listing) -> Answer:
    """The page of a list."""

    def answer(ask: Ask) -> Response:
        ask = replace(ask, asked=ask.asked.by(listing.size))
        try:
            rows, fault = list(listing.ask(ask.view, ask.asked)), ""
        except QueryError as error:
            rows, fault = [], str(error)
        shown = rows[: ask.asked.size]
        draw = DRAWN.get(listing.name)
        return ask.page(
            "listing.html",
            status=404 if fault else 200,
            title=listing.title,
            listing=listing,
            rows=shown,
            fault=fault,
            has_more=len(rows) > ask.asked.size,
            drawing=draw(shown) if draw else None,
            twins=ask.request.url.path,
        )

    return answer


def listed_as(listing: Listing, form: str) -> Answer:
    """A list in another form."""

    def answer(ask: Ask) -> Response:
        ask = replace(ask, asked=ask.asked.by(listing.size))
        rows = listing.ask(ask.view, ask.asked)
        more = ask.asked.next(ask.request.url.path, len(rows) > ask.asked.size)
        return twin(form, listing.title, rows[: ask.asked.size], more=more)

    return answer


def position_matrix(ask: Ask) -> Response:
    """Who stands where on what."""
    try:
        rows, fault = ask.view.positions(**ask.asked.these("party", "issue", "since", "as_of"), limit=MOST), ""
    except QueryError as error:
        rows, fault = [], str(error)
    listing = next(one for one in LISTINGS if one.name == "positions")
    return ask.page(
        "matrix.html",
        status=404 if fault else 200,
        title="Position matrix",
        matrix=matrix(rows),
        is_cut=len(rows) == MOST,
        fault=fault,
        listing=listing,
        twins="/positions",
    )


def calendar(ask: Ask) -> Response:
    """What is due on the days of a month."""
    name, steps = _due(ask)
    return ask.page(
        "calendar.html",
        title=f"Next steps in {name}",
        month=month(name, steps[:CALENDAR]),
        most=CALENDAR if len(steps) > CALENDAR else 0,
        twins="/calendar",
    )


def calendar_as(form: str) -> Answer:
    """The steps of a month in another form."""

    def answer(ask: Ask) -> Response:
        name, steps = _due(ask)
        return twin(form, f"Next steps in {name}", month(name, steps[:CALENDAR]).steps)

    return answer


def _due(ask: Ask) -> tuple[str, Sequence[StepRow]]:
    """The month that is asked for, else that of the first step, of the last report or of today, and the steps on its
    page, with one more than it has room for where there are more.
    """
    asked, name = {**ask.asked.these("party", "as_of"), "every": bool(ask.asked.get("every"))}, ask.asked.get("month")
    if not name:
        first = ask.view.next_steps(**asked, limit=FEW)
        dated = [step.when[:7] for step in first if re.match(r"\d{4}-\d\d(?!\d)", step.when)]
        name = dated[0] if dated else (ask.view.last_day or ask.desk.settings.now())[:7]
    try:
        during = weeks(name)
    except ValueError:
        raise QueryError(f"month={name!r} is no month; write YYYY-MM.") from None
    return name, ask.view.next_steps(during=during, **asked, limit=CALENDAR + 1)


def brief(ask: Ask) -> Response:
    """What the record learnt since a day."""
    return ask.page("brief.html", title="Brief", brief=ask.view.brief(**ask.asked.these("party", "since")))


def brief_as_markdown(ask: Ask) -> Response:
    """The same, as Markdown."""
    return Response(ask.view.brief(**ask.asked.these("party", "since")), media_type="text/markdown; charset=utf-8")
