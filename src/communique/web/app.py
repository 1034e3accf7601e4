"""The web application: which address is answered by what."""

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from communique.api import Record, View
from communique.errors import CommuniqueError, QueryError
from communique.web.asked import Asked, asked
from communique.web.assets import assets
from communique.web.listings import LISTINGS, Listing
from communique.web.pages import Pages
from communique.web.safety import Guard, policy
from communique.web.settings import Settings
from communique.web.twins import FORMS, twin

Endpoint = Callable[[Request], Response]
Answer = Callable[[Request, View, Asked], Response]


def application(settings: Settings) -> Starlette:
    """The record of `settings` as a web application."""
    ours = assets()
    pages = Pages(ours, read_only=settings.read_only)
    make = _Endpoints(settings, pages)
    routes = [
        Route("/", make.of(_overview(pages))),
        Route("/static/htmx.js", lambda request: Response(ours.script, media_type="text/javascript")),
        Route("/entry/{id}", make.of(_entry(pages))),
        Route("/entry/{id}.json", make.of(_entry(pages))),
        *(Route(f"/{listing.name}", make.of(_listing(pages, listing))) for listing in LISTINGS),
        *(Route(f"/{listing.name}.{form}", make.of(_twin(listing, form))) for listing in LISTINGS for form in FORMS),
    ]
    guard = Middleware(Guard, hosts=settings.hosts, policy=policy((ours.style_hash,), (ours.script_hash,)))
    return Starlette(routes=routes, middleware=[guard])


class _Endpoints:
    """Opens the record for each request, and turns what a question gets wrong into an answer that says so."""

    def __init__(self, settings: Settings, pages: Pages) -> None:
        self._settings, self._pages = settings, pages

    def of(self, answer: Answer) -> Endpoint:
        """The endpoint that gives this answer."""

        def endpoint(request: Request) -> Response:
            question = Asked({})
            try:
                question = asked(request.query_params)
                with Record.open(self._settings.record, create=False) as record:
                    return answer(request, record.at(), question)
            except QueryError as error:
                return self._pages.page(request, "fault.html", question, status=404, fault=str(error))
            except CommuniqueError as error:
                return PlainTextResponse(f"{error}\n", status_code=503)

        return endpoint


def _overview(pages: Pages) -> Answer:
    def answer(request: Request, view: View, question: Asked) -> Response:
        return pages.page(
            request, "overview.html", question, title="Overview",
            disputes=[r for r in view.disputes() if r.state == "open"][:8], steps=view.next_steps()[:12],
            events=[r for r in view.timeline() if r.when][-12:][::-1],
        )  # fmt: skip

    return answer


def _listing(pages: Pages, listing: Listing) -> Answer:
    def answer(request: Request, view: View, question: Asked) -> Response:
        rows = listing.ask(view, question)
        shown = rows[question.first : question.first + question.size]
        return pages.page(
            request, f"{listing.name}.html", question, title=listing.title, listing=listing, rows=shown,
            total=len(rows),
        )  # fmt: skip

    return answer


def _twin(listing: Listing, form: str) -> Answer:
    def answer(request: Request, view: View, question: Asked) -> Response:
        rows = listing.ask(view, question)
        return twin(form, listing.title, rows[question.first : question.first + question.size], total=len(rows))

    return answer


def _entry(pages: Pages) -> Answer:
    def answer(request: Request, view: View, question: Asked) -> Response:
        entry = view.show(request.path_params["id"])
        return pages.page(request, "entry.html", question, title=entry.title, entry=entry)

    return answer
