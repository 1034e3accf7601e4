"""What all endpoints share: each request opens the record; what a question gets wrong is said in the answer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from communique.api import Record, View
from communique.errors import CommuniqueError, QueryError, RecordError
from communique.signing import Signed
from communique.web.asked import Asked, asked
from communique.web.book.file import opened
from communique.web.book.visits import last_visit
from communique.web.pages import Pages
from communique.web.safety import may_change
from communique.web.settings import Settings
from communique.web.visitors import Visitor, visitor


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
        return self.desk.pages.page(self.request, template, self.asked, status=status, **more)


@dataclass(frozen=True, slots=True)
class Told:
    """One request to change: the record, what the form says, who says it and when."""

    request: Request
    record: Record
    form: FormData
    by: str
    recorded: str

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


Answer = Callable[[Ask], Response]
Change = Callable[[Told], str]
"""Keeps what was told; the address to go to next."""


class Desk:
    """Makes endpoints."""

    def __init__(self, settings: Settings, pages: Pages) -> None:
        self._settings, self.pages = settings, pages

    def last_visit(self, person: str) -> str:
        """When somebody was here before this visit, "" where that is not known."""
        try:
            with opened(self._settings.book) as book:
                return last_visit(book, person, self._settings.now())
        except RecordError:  # a folder that cannot be written to keeps nobody from reading
            return ""

    def reads(self, answer: Answer) -> Callable[[Request], Response]:
        """The endpoint that gives an answer."""

        def endpoint(request: Request) -> Response:
            question = Asked({})
            try:
                question = asked(request.query_params)
                with Record.open(self._settings.record, create=False) as record:
                    view = record.at(known_by=question.get("known_by"), recorded_by=question.get("recorded_by"))
                    return answer(Ask(request, view, question, self, visitor(request, self._settings)))
            except CommuniqueError as error:
                return self._fault(request, question, error)

        return endpoint

    def changes(self, change: Change) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint that keeps what a form says; it wants the token."""

        async def endpoint(request: Request) -> Response:
            if not may_change(request, self._settings.token):
                return PlainTextResponse("Changes need the address with the token that `serve` prints.\n", 403)
            async with request.form(max_files=0, max_fields=20) as form:
                return await run_in_threadpool(self._change, request, form, change)

        return endpoint

    def _change(self, request: Request, form: FormData, change: Change) -> Response:
        try:
            with Record.open(self._settings.record, create=False) as record:
                told = Told(request, record, form, self._settings.reviewer, self._settings.now())
                return RedirectResponse(change(told), 303)
        except CommuniqueError as error:
            return self._fault(request, Asked({}), error)

    def _fault(self, request: Request, question: Asked, error: CommuniqueError) -> Response:
        status = 404 if isinstance(error, QueryError) else 503
        return self.pages.page(request, "fault.html", question, status=status, title="No answer", fault=str(error))
