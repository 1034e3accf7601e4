"""Pages about processes of talks: one in full, its twins, and the forms with which editors regroup them."""

from typing import Any

from starlette.responses import RedirectResponse, Response

from communique.errors import QueryError
from communique.lexicon.countries import called
from communique.model.days import days
from communique.model.process import PartRow, ProcessPage, ProcessRow
from communique.web.desk import Answer, Ask, Told
from communique.web.drawings import Lanes, Span, lanes
from communique.web.twins import twin_of

LOOKED_UP = 10
"""Processes that may be joined to one, by what somebody looks for."""
FEW = 10
"""Steps that a page shows; its twins have all."""


def page_of(ask: Ask) -> ProcessPage:
    """The process of the id in the address, with the page of its meetings that is asked for."""
    return ask.view.process(ask.id, as_of=ask.asked.get("as_of"), limit=ask.asked.size, offset=ask.asked.first)


def process(ask: Ask) -> Response:
    """A process of talks: its meetings in order, who took part when, proposals, what is due."""
    found = page_of(ask)
    row = found.process
    if row.id != ask.id:
        return RedirectResponse(ask.asked.at(f"/process/{row.id}"))
    return ask.page(
        "process.html",
        title=row.name,
        row=row,
        found=found,
        people=[p for p in found.parts if p.kind == "person"],
        drawing=presence(found.parts),
        few=FEW,
        has_more=ask.asked.first + len(found.meetings) < row.meetings,
        others=others(ask, row),
        twins=f"/process/{row.id}",
    )


def process_as(form: str) -> Answer:
    """A process in another form."""

    def answer(ask: Ask) -> Response:
        return in_form(form, page_of(ask))

    return answer


def in_form(form: str, found: ProcessPage) -> Response:
    """A page of a process in another form; JSON holds all of it, the others its tables."""
    names = ("meetings", "parts", "proposals", "steps", "decisions")
    sections: dict[str, Any] = {name: getattr(found, name) for name in names}
    return twin_of(form, found.process.name, found, sections)


def presence(parts: tuple[PartRow, ...]) -> Lanes | None:
    """From when to when each of the people took part in meetings with a date."""
    spans = []
    for part in parts:
        first, last = days(part.first)[0] if part.first else "", days(part.last)[1] if part.last else ""
        if part.kind == "person" and first and last:
            who = f"{part.name}, {called(part.side)}" if part.side else part.name
            spans.append(Span(who, "meetings", f"{who}: {part.meetings} meetings", part.seen, first, max(first, last)))
    return lanes(spans)


def others(ask: Ask, row: ProcessRow) -> list[ProcessRow]:
    """Processes that somebody looks for by who takes part in them, to join them to this one."""
    asked = ask.asked.get("other")
    try:
        found = ask.view.processes(party=asked, limit=LOOKED_UP) if asked else []
    except QueryError:  # nobody of this name: the page says that none was found
        found = []
    return [other for other in found if other.id != row.id]


def regroup(told: Told) -> str:
    """Rename a process, join another to it, split meetings off it, or take such a decision back."""
    action, reason, signed = told.get("action"), told.get("reason"), told.signed
    if action == "rename":
        signed.rename_process(told.id, told.get("name"), reason=reason)
    elif action == "join":
        signed.join_processes(told.id, told.get("other"), reason=reason)
    elif action == "split":
        signed.split_process(told.id, *between(told), reason=reason)
    elif action == "undo":
        if told.get("revokes") not in {d.id for d in told.record.process(told.id, limit=0).decisions}:
            raise QueryError(f"{told.get('revokes')!r}: nobody decided this about the process.")
        signed.undo(told.get("revokes"), reason=reason)
        return "/processes"
    else:
        raise QueryError(f"{action!r} is nothing that can be done to a process.")
    return f"/process/{told.id}"


def between(told: Told) -> list[str]:
    """The meetings of a process from one to another."""
    ids = [m.id for m in told.record.process(told.id).meetings]
    first, last = told.get("first"), told.get("last")
    if first not in ids or last not in ids:
        raise QueryError("Meetings are split off from one of the process to another.")
    start, end = sorted((ids.index(first), ids.index(last)))
    return ids[start : end + 1]
