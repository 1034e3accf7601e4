"""What all endpoints share: each request opens the record; what a question gets wrong is said in the answer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from communique.api import Record, View
from communique.errors import CommuniqueError, QueryError, RecordError
from communique.signing import Signed
from communique.web.asked import Asked, asked
from communique.web.book.audit import note
from communique.web.book.file import opened
from communique.web.book.visits import last_visit
from communique.web.pages import Pages
from communique.web.settings import Settings
from communique.web.visitors import Visitor, address_of, visitor


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to read: the record as of the moment asked for, and the question."""

    request: Request
    view: View
    asked: Asked
    desk: "Desk"
    visitor: Visitor

    @property
    def id(self) -> str:
        """The id in the address."""
        return str(self.request.path_params["id"])

    def page(self, template: str, /, status: int = 200, **more: object) -> Response:
        """A page that answers."""
        return self.desk.pages.page(self.request, template, self.asked, self.visitor, status=status, **more)


@dataclass(frozen=True, slots=True)
class Told:
    """One request to change: the record, what the form says, who says it and when. `about` takes what the audit is to
    say, where that is not the address to go to.
    """

    request: Request
    record: Record
    form: FormData
    visitor: Visitor
    recorded: str
    settings: Settings
    about: list[str] = field(default_factory=list)

    @property
    def by(self) -> str:
        """Who says it."""
        return self.visitor.name

    @property
    def id(self) -> str:
        """The id in the address."""
        return str(self.request.path_params["id"])

    @property
    def signed(self) -> Signed:
        """What that person decides."""
        return self.record.signed(self.by, recorded=self.recorded)

    def get(self, name: str) -> str:
        """One field of the form as text; "" when it was not given."""
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def needs(self, role: str) -> None:
        """Raises `Forbidden` when the role of who says it does not allow this."""
        if not self.visitor.may(role):
            raise Forbidden(f"This is for {role}s.")


Answer = Callable[[Ask], Response]
Change = Callable[[Told], str]
"""Keeps what was told; the address to go to next, "" where the form is to be shown again."""
Retry = Callable[[Ask, FormData, str], Response]
"""The form again, with what was typed and what is wrong with it."""


class Forbidden(Exception):
    """What somebody's role does not allow."""


class Overtaken(Exception):
    """What somebody else changed since the page was made from which a change comes."""


class Desk:
    """Makes endpoints."""

    def __init__(self, settings: Settings, pages: Pages) -> None:
        self.settings, self.pages = settings, pages

    def last_visit(self, person: str) -> str:
        """When somebody was here before this visit, "" where that is not known."""
        try:
            with opened(self.settings.book) as book:
                return last_visit(book, person, self.settings.now())
        except RecordError:  # a folder that cannot be written to keeps nobody from reading
            return ""

    def reads(self, answer: Answer, role: str = "reader") -> Callable[[Request], Response]:
        """The endpoint that gives an answer to those whose role allows it; on a desk for one, and where it is public,
        everybody may read.
        """

        def endpoint(request: Request) -> Response:
            question, who = Asked({}), Visitor()
            try:
                who = visitor(request, self.settings)
                if not self._may_read(who, role):
                    return self._closed(request, who)
                question = asked(request.query_params)
                with Record.open(self.settings.record, create=False) as record:
                    view = record.at(known_by=question.get("known_by"), recorded_by=question.get("recorded_by"))
                    return answer(Ask(request, view, question, self, who))
            except CommuniqueError as error:
                return self._fault(request, question, who, error)

        return endpoint

    def _may_read(self, who: Visitor, role: str) -> bool:
        is_open = not self.settings.has_users or self.settings.is_public
        return who.may(role) or (role == "reader" and is_open)

    def _closed(self, request: Request, who: Visitor) -> Response:
        """To the page for signing in, for those who have not; programs are told so."""
        if who.name or "text/html" not in request.headers.get("accept", ""):
            return PlainTextResponse("This is not for everybody; sign in at /login.\n", 403 if who.name else 401)
        where = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?{urlencode({'next': where})}", 303)

    def changes(
        self, change: Change, role: str = "reviewer", again: Retry | None = None
    ) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint that keeps what a form says, for those whose role allows it; what cannot be kept goes to the
        form `again`, where there is one.
        """

        async def endpoint(request: Request) -> Response:
            try:
                who = await run_in_threadpool(visitor, request, self.settings)
            except CommuniqueError as error:
                return self._fault(request, Asked({}), Visitor(), error)
            if not who.may(role):
                how = (
                    "somebody who may" if self.settings.has_users else "the address with the token that `serve` prints"
                )
                return PlainTextResponse(f"Changes need {how}.\n", 403)
            async with request.form(max_files=0, max_fields=20) as form:
                if who.csrf and form.get("csrf") != who.csrf:
                    return PlainTextResponse("This form is not of this session; load the page again.\n", 403)
                return await run_in_threadpool(self._change, request, form, who, change, again)

        return endpoint

    def _change(self, request: Request, form: FormData, who: Visitor, change: Change, again: Retry | None) -> Response:
        try:
            with Record.open(self.settings.record, create=False) as record:
                told = Told(request, record, form, who, self.settings.now(), self.settings)
                try:
                    leads_to, fault = change(told), ""
                except QueryError as error:
                    if again is None:
                        raise
                    leads_to, fault = "", str(error)
                if again and not leads_to:
                    return again(Ask(request, record.at(), Asked({}), self, who), form, fault)
            if self.settings.has_users:
                self._note(request, told, leads_to)
            return RedirectResponse(leads_to, 303)
        except Forbidden as error:
            return PlainTextResponse(f"{error}\n", 403)
        except Overtaken as error:
            return self._refused(request, Asked({}), who, 409, str(error))
        except CommuniqueError as error:
            return self._fault(request, Asked({}), who, error)

    def _note(self, request: Request, told: Told, leads_to: str) -> None:
        about = " ".join(told.about) or f"{told.get('action')} {leads_to}".strip()
        with opened(self.settings.book) as book:
            action, address = f"changed {request.url.path}", address_of(request)
            note(book, action, about, at=told.recorded, person=told.by, address=address)

    def _fault(self, request: Request, question: Asked, who: Visitor, error: CommuniqueError) -> Response:
        return self._refused(request, question, who, 404 if isinstance(error, QueryError) else 503, str(error))

    def _refused(self, request: Request, question: Asked, who: Visitor, status: int, fault: str) -> Response:
        return self.pages.page(request, "fault.html", question, who, status=status, title="No answer", fault=fault)
