"""The pages about one thing: an entry, a name, a report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import RedirectResponse, Response

from communique.errors import QueryError
from communique.lexicon.countries import called
from communique.model.meeting import MeetingPage
from communique.model.rows import EntryRow, NameRow, Passage
from communique.web import drawings
from communique.web.chained import chained
from communique.web.desk import Answer, Ask
from communique.web.fields import to_edit
from communique.web.marking import paragraphs
from communique.web.pages import titled
from communique.web.twins import twin_of

PRESENT = ("parties", "participants", "mediators")
MOST = 25
"""Rows of one section of a page about a name."""
FEW, ALL = 6, 10_000
"""Passages of one field of an entry, and when all are asked for."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Who took part in a meeting by whose account: for each name whether each of `outlets` gives it."""

    outlets: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[bool, ...]], ...]


def presence(entry: EntryRow) -> Presence:
    """Who is named as taking part, by outlet."""
    named = [(f.role, f.value, {p.outlet for p in f.passages}) for f in entry.fields if f.role in PRESENT and f.value]
    outlets = tuple(sorted(set().union(*(by for *_, by in named)))) if named else ()
    ordered = sorted(named, key=lambda n: (PRESENT.index(n[0]), -len(n[2]), n[1]))
    return Presence(outlets, tuple((role, name, tuple(o in by for o in outlets)) for role, name, by in ordered))


def accounts(entry: EntryRow) -> list[tuple[str, list[Passage]]]:
    """What each outlet said, by outlet, oldest first."""
    found: dict[str, list[Passage]] = {}
    whole = [p for field in entry.fields if field.role in ("evidence", "against") for p in field.passages]
    for passage in sorted(whole, key=lambda p: (p.published, p.outlet, p.report, p.start)):
        found.setdefault(passage.outlet, []).append(passage)
    return list(found.items())


def met(ask: Ask, row: EntryRow) -> MeetingPage | None:
    """What the meeting of an entry is part of; `None` for others."""
    is_meeting = row.type == "fact" and row.kind == "meetings"
    return ask.view.meeting(row.id, as_of=ask.asked.get("as_of")) if is_meeting else None


def entry(ask: Ask) -> Response:
    """One entry with the words of every field."""
    found = ask.view.show(ask.id)
    if found.type == "report":
        return RedirectResponse(ask.asked.at(f"/report/{found.id}"))
    if found.type == "entity":
        return RedirectResponse(ask.asked.at(f"/name/{found.id}"))
    chain = ask.view.chain(found.id) if found.type == "fact" else None
    return ask.page(
        "entry.html",
        title=titled(found.title, found.kind),
        entry=found,
        chain=chain,
        drawing=chained(chain) if chain else None,
        most=ALL if ask.asked.get("every") else FEW,
        presence=presence(found) if found.kind == "meetings" else None,
        meeting=met(ask, found),
        accounts=accounts(found),
        twins=f"/entry/{found.id}",
    )


def entry_as(form: str) -> Answer:
    """An entry in another form."""

    def answer(ask: Ask) -> Response:
        found = ask.view.show(ask.id)
        carriers = ask.view.chain(found.id).carriers if found.type == "fact" else ()
        parts: dict[str, Sequence[Any]] = {"fields": found.fields, "life": found.life, "disputes": found.disputes}
        parts["carriers"] = carriers
        if meeting := met(ask, found):
            parts["contact"] = [meeting.contact] if meeting.contact else []
            parts["rounds"] = meeting.rounds
            parts["processes"] = [meeting.process] if meeting.process else []
        return twin_of(form, found.title, found, parts)

    return answer


def name_sections(ask: Ask, row: NameRow) -> dict[str, list[Any]]:
    """All that is kept about a person, party, body or place, by list."""
    as_of, most = ask.asked.get("as_of"), MOST
    seats = ask.view.who(name=row.name, as_of=as_of, limit=most)
    if row.kind == "person":
        seats = [s for s in seats if s.person in (row.name, *row.names)]
    return {
        "seats": [*seats],
        "positions": [*ask.view.positions(party=row.id, as_of=as_of, limit=most)],
        "statements": [*ask.view.said(by=row.id, as_of=as_of, limit=most)],
        "timeline": [*ask.view.timeline(party=row.id, as_of=as_of, limit=most)],
    }


def one_name(ask: Ask) -> NameRow:
    """The name of the id in the address."""
    found = ask.view.names(id=ask.id, limit=1)
    if not found:
        raise QueryError(f"{ask.id!r}: no person, party, body or place has this id.")
    return found[0]


def name(ask: Ask) -> Response:
    """A person, party, body or place."""
    row = one_name(ask)
    sections = name_sections(ask, row)
    other = ask.asked.get("other")
    return ask.page(
        "name.html",
        title=called(row.name),
        row=row,
        sections=sections,
        tenure=drawings.seats(sections["seats"], person=row.name),
        stances=drawings.positions(sections["positions"]),
        lanes=drawings.events(sections["timeline"]),
        judgements=ask.view.judgements(row.id),
        others=[n for n in ask.view.names(name=other, kind=row.kind, limit=10) if n.id != row.id] if other else [],
        twins=f"/name/{row.id}",
    )


def name_as(form: str) -> Answer:
    """A name in another form."""

    def answer(ask: Ask) -> Response:
        row = one_name(ask)
        return twin_of(form, row.name, row, name_sections(ask, row))

    return answer


def named(ask: Ask) -> Response:
    """The page of a name as written: the only one that goes by it, else the list of those that do."""
    written = str(ask.request.path_params["written"])
    found = ask.view.names(name=written, limit=10)
    exact: Sequence[NameRow] = [row for row in found if written in (row.name, row.country)] or found
    if len(exact) == 1:
        return RedirectResponse(ask.asked.at(f"/name/{exact[0].id}"))
    return RedirectResponse(ask.asked.at("/names", name=written))


def report(ask: Ask) -> Response:
    """A report with its passages highlighted."""
    row = ask.view.read(ask.id)
    words = ask.asked.get("words")
    hits = ask.view.found_in(words, [row.text])[0] if words else []
    return ask.page(
        "report.html",
        title=row.title or "A report without a title",
        row=row,
        paragraphs=paragraphs(row.text, row.entries, hits),
        hits=len(hits),
        twins=f"/report/{row.id}",
    )


def report_as(form: str) -> Answer:
    """A report in another form."""

    def answer(ask: Ask) -> Response:
        row = ask.view.read(ask.id)
        return twin_of(form, row.title, row, {"entries": row.entries})

    return answer


def report_text(ask: Ask) -> Response:
    """A report's text as it is kept."""
    return Response(ask.view.read(ask.id).text, media_type="text/plain; charset=utf-8")


def review(ask: Ask) -> Response:
    """A report beside the entries that were read in it, to be accepted, rejected or edited."""
    row = ask.view.read(ask.id)
    return ask.page(
        "review.html",
        title=f"Review: {row.title or 'a report without a title'}",
        row=row,
        paragraphs=paragraphs(row.text, row.entries),
        fields={e.id: to_edit(e) for e in row.entries} if ask.visitor.may("editor") else {},
        undecided=sorted(Counter(e.made_by for e in row.entries if e.state == "proposed").items()),
    )
