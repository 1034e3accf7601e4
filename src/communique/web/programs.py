"""The same views for programs, under `/api/v1`: JSON by pages with entity tags; additions with the token."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.api import Record, View
from communique.errors import CommuniqueError, InputError, QueryError, RecordError
from communique.model.plain import plain
from communique.reading.files import report_of
from communique.reading.jsonl import draft_of
from communique.web.asked import MOMENTS, Asked, asked
from communique.web.book.audit import note
from communique.web.book.file import opened
from communique.web.desk import Desk
from communique.web.finding import NARROWED, next_hits, sought
from communique.web.listings import LISTINGS, Listing
from communique.web.openapi import BODIES, described, faults
from communique.web.settings import Settings
from communique.web.visitors import Visitor, address_of, visitor

BASE = "/api/v1"
LARGEST = 2_000_000
"""Bytes of one addition."""
ENTITY = "application/json"

Body = dict[str, Any]
View1 = Callable[[Request, View, Asked], Body]


NEEDS = "This needs the header 'Authorization: Bearer TOKEN' with a token of yours, or the one that `serve` prints."


@dataclass(frozen=True, slots=True)
class Addition:
    """What a program adds: to which record, what, for whom and when."""

    record: Record
    body: Body
    who: Visitor
    recorded: str


@dataclass(frozen=True, slots=True)
class Fault(Exception):
    """What an answer says that is none (RFC 9457)."""

    status: int
    detail: str


def program_routes(settings: Settings, desk: Desk) -> list[Route]:
    """Every address for programs."""
    api = _Api(settings)
    lists = [Route(f"{BASE}/{listing.name}", api.reads(_rows(listing))) for listing in LISTINGS]
    return [
        Route(BASE, desk.reads(lambda ask: ask.page("programs.html", title="For programs"))),
        Route(f"{BASE}/openapi.json", api.reads(lambda request, view, question: described())),
        *lists,
        Route(f"{BASE}/search", api.reads(_search)),
        Route(
            f"{BASE}/entries/{{id}}", api.reads(lambda request, view, _: plain(view.show(request.path_params["id"])))
        ),
        Route(
            f"{BASE}/reports/{{id}}", api.reads(lambda request, view, _: plain(view.read(request.path_params["id"])))
        ),
        Route(f"{BASE}/names/{{id}}", api.reads(_name)),
        Route(f"{BASE}/processes/{{id}}", api.reads(_process)),
        Route(f"{BASE}/plans/{{id}}", api.reads(_plan)),
        Route(f"{BASE}/reports", api.adds("report", "editor", _add), methods=["POST"]),
        Route(f"{BASE}/corrections", api.adds("correction", "reviewer", _correct), methods=["POST"]),
        Route(f"{BASE}/groupings", api.adds("grouping", "editor", _group), methods=["POST"]),
    ]


def _known(request: Request, *names: str) -> None:
    """Refuses parameters that a list does not have."""
    known = {"page", "size", *MOMENTS, *names}
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        raise Fault(400, f"{unknown[0]!r} is no parameter of this list; it has {', '.join(sorted(known))}.")


def _search(request: Request, view: View, question: Asked) -> Body:
    _known(request, "words", *NARROWED)
    found = sought(view, question)
    return {**plain(found), "next": next_hits(question, request.url.path, found)}


def _rows(listing: Listing) -> View1:
    def answer(request: Request, view: View, question: Asked) -> Body:
        _known(request, *(f.name for f in listing.filters))
        question = question.by(listing.size)
        rows = listing.ask(view, question)
        address = question.next(request.url.path, len(rows) > question.size)
        return {"title": listing.title, "next": address, "rows": plain(list(rows[: question.size]))}

    return answer


def _name(request: Request, view: View, question: Asked) -> Body:
    found = view.names(id=request.path_params["id"], limit=1)
    if not found:
        raise Fault(404, "No person, party, body or place has this id.")
    return dict(plain(found[0]))


def _process(request: Request, view: View, question: Asked) -> Body:
    _known(request)
    id, first = request.path_params["id"], question.first
    found = view.process(id, as_of=question.get("as_of"), limit=question.size, offset=first)
    has_more = first + len(found.meetings) < found.process.meetings
    return {**plain(found), "next": question.next(request.url.path, has_more)}


def _plan(request: Request, view: View, question: Asked) -> Body:
    return dict(plain(view.plan(request.path_params["id"], as_of=question.get("as_of"))))


class _Api:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def reads(self, answer: View1) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            try:
                question = asked(request.query_params)
            except QueryError as error:
                return fault(400, str(error))
            try:
                if self._is_closed(request):
                    return fault(401, NEEDS, headers={"www-authenticate": "Bearer"})
                with Record.open(self._settings.record, create=False) as record:
                    view = record.at(known_by=question.get("known_by"), recorded_by=question.get("recorded_by"))
                    return _tagged(request, answer(request, view, question))
            except Fault as found:
                return fault(found.status, found.detail)
            except CommuniqueError as error:
                return fault(503 if isinstance(error, RecordError) else 404, str(error))

        return endpoint

    def _is_closed(self, request: Request) -> bool:
        is_open = not self._settings.has_users or self._settings.is_public
        return not is_open and not visitor(request, self._settings).name

    def adds(self, kind: str, role: str, add: Callable[[Addition], Body]) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint that keeps an addition of those whose role allows it. A browser's session is no token: what a
        page of another site sends with it must change nothing.
        """

        async def endpoint(request: Request) -> Response:
            try:
                who = await run_in_threadpool(visitor, request, self._settings)
                if not who.name or who.csrf:
                    return fault(401, NEEDS, headers={"www-authenticate": "Bearer"})
                if not who.may(role):
                    return fault(403, f"This is for {role}s.")
                body = _checked(await _read(request), kind)
                return await run_in_threadpool(self._add, request, who, body, add)
            except Fault as found:
                return fault(found.status, found.detail)
            except CommuniqueError as error:
                return fault(503 if isinstance(error, RecordError) else 422, str(error))

        return endpoint

    def _add(self, request: Request, who: Visitor, body: Body, add: Callable[[Addition], Body]) -> Response:
        now = self._settings.now()
        with Record.open(self._settings.record, create=False) as record:
            made = add(Addition(record, body, who, now))
        if self._settings.has_users:
            with opened(self._settings.book) as book:
                about = str(next(iter(made.values())))
                note(book, f"added {request.url.path}", about, at=now, person=who.name, address=address_of(request))
        return Response(_json(made), 201, media_type=ENTITY)


def _add(addition: Addition) -> Body:
    """Keep a report, by the same rules as one that is read from a file."""
    report = report_of(draft_of(addition.body.get("title") or "the report", addition.body), "")
    if isinstance(report, InputError):
        raise report
    (added,) = addition.record.add([replace(report, name="")], recorded=addition.recorded)
    return dict(plain(added))


def _correct(addition: Addition) -> Body:
    body, record = addition.body, addition.record
    entry = next((e for e in record.at().read(body["report"]).entries if e.id == body["claim"]), None)
    if entry is None:
        raise QueryError(f"{body['claim']!r}: this report has no such entry.")
    signed, reason = record.signed(addition.who.name, recorded=addition.recorded), body["reason"]
    if body["action"] != "edit":
        (made,) = getattr(signed, body["action"])(entry.id, reason=reason)
        return {"id": made.id}
    if not addition.who.may("editor"):
        raise Fault(403, "Edits are for editors.")
    value = body.get("value", "").strip()
    if bool(value) == ("values" in body):
        raise QueryError("An edit names a field of the entry and its value, or its values: none where it is not said.")
    values, words = body.get("values", [value]), body.get("words", "")
    return {"id": signed.edit(entry.id, body.get("field", ""), values, words=words, reason=reason).id}


def _group(addition: Addition) -> Body:
    body = addition.body
    signed = addition.record.signed(addition.who.name, recorded=addition.recorded)
    id, others, reason = body["process"], body.get("others", "").split(), body["reason"]
    if body["action"] == "rename":
        return {"id": signed.rename_process(id, body.get("name", ""), reason=reason).id}
    regroup = signed.join_processes if body["action"] == "join" else signed.split_process
    return {"id": regroup(id, *others, reason=reason).id}


async def _read(request: Request) -> bytes:
    read = b""
    async for chunk in request.stream():
        read += chunk
        if len(read) > LARGEST:
            raise Fault(413, f"An addition has at most {LARGEST} bytes.")
    return read


def _checked(read: bytes, kind: str) -> Body:
    """A body that has the fields of its kind, and only those."""
    try:
        body = json.loads(read)
        json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Fault(400, "The body is no JSON in UTF-8.") from None
    found = faults(body, BODIES[kind])
    if found:
        raise Fault(422, found[0])
    return dict(body)


def _json(body: Body) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


def _tagged(request: Request, body: Body) -> Response:
    """The body with its entity tag; nothing but the tag for those who have it."""
    content = _json(body)
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if body.get("next"):
        headers["link"] = f'<{body["next"]}>; rel="next"'
    if tag in [t.strip().removeprefix("W/") for t in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=ENTITY, headers=headers)


def fault(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """An answer that says why it is none (RFC 9457)."""
    body = {"type": "about:blank", "status": status, "detail": detail}
    return Response(_json(body), status, media_type="application/problem+json", headers=headers)
