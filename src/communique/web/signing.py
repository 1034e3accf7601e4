"""Signing in and out, on a server with users."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from communique.web.asked import Asked
from communique.web.book import audit, people, sessions
from communique.web.book.file import opened
from communique.web.book.passwords import is_right
from communique.web.pages import Pages
from communique.web.settings import Settings
from communique.web.visitors import SESSION, Visitor, address_of, csrf_of, visitor

WRONG = "This name and password do not belong together."
OFTEN = "Too many wrong passwords; wait a quarter of an hour."


class Signing:
    """The endpoints."""

    def __init__(self, settings: Settings, pages: Pages) -> None:
        self._settings, self._pages = settings, pages

    def form(self, request: Request) -> Response:
        """Where to sign in."""
        return self._form(request, ours(request.query_params.get("next", "")))

    def _form(self, request: Request, leads_to: str, name: str = "", *, fault: str = "", status: int = 200) -> Response:
        more = {"title": "Sign in", "leads_to": leads_to, "name": name, "fault": fault}
        return self._pages.page(request, "login.html", Asked({}), Visitor(), status=status, **more)

    def enters(self) -> Callable[[Request], Awaitable[Response]]:
        """Signs somebody in."""
        return self._posted(self._enter)

    def leaves(self) -> Callable[[Request], Awaitable[Response]]:
        """Signs somebody out."""
        return self._posted(self._leave)

    def _posted(self, done: Callable[[Request, FormData], Response]) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            async with request.form(max_files=0, max_fields=10) as form:
                return await run_in_threadpool(done, request, form)

        return endpoint

    def _enter(self, request: Request, form: FormData) -> Response:
        name, password, leads_to = (str(form.get(field, "")) for field in ("name", "password", "next"))
        name, leads_to = " ".join(name.split())[: people.LONGEST], ours(leads_to)
        address, now = address_of(request), self._settings.now()
        with opened(self._settings.book, writes=False) as book:
            if audit.is_too_often(book, name, address, now=now):
                return self._form(request, leads_to, name, fault=OFTEN, status=429)
            secret = people.secret_of(book, name)
        if not is_right(password, secret):
            with opened(self._settings.book) as book:
                audit.note(book, audit.REFUSED, name, at=now, person="", address=address)
            return self._form(request, leads_to, name, fault=WRONG, status=403)
        with opened(self._settings.book) as book:
            shown = sessions.begin(book, name, now=now)
            audit.note(book, "signed in", "", at=now, person=name, address=address)
        answer = RedirectResponse(leads_to, 303)
        answer.set_cookie(
            SESSION, shown, httponly=True, samesite="strict", secure=request.url.scheme == "https", path="/"
        )
        return answer

    def _leave(self, request: Request, form: FormData) -> Response:
        shown = request.cookies.get(SESSION, "")
        who = visitor(request, self._settings)
        if who.name and form.get("csrf") == csrf_of(shown):
            with opened(self._settings.book) as book:
                sessions.end(book, shown)
                audit.note(
                    book, "signed out", "", at=self._settings.now(), person=who.name, address=address_of(request)
                )
        answer = RedirectResponse("/login", 303)
        answer.delete_cookie(SESSION, path="/")
        return answer


def ours(address: str) -> str:
    """An address on this server to go on to; the overview for any other."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours else "/"
