"""The web application: which address is answered by what."""

from collections.abc import Callable, Iterator

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from communique.web import adding, admin, answers, changing, finding, planned, processes, subjects, versions
from communique.web.assets import Assets, assets
from communique.web.desk import Desk
from communique.web.limits import Limits
from communique.web.listings import LISTINGS
from communique.web.nowhere import nowhere
from communique.web.pages import Pages
from communique.web.programs import program_routes
from communique.web.safety import COOKIE, Guard, is_token, policy
from communique.web.settings import Settings
from communique.web.signing import Signing
from communique.web.twins import FORMS


def application(settings: Settings) -> Starlette:
    """The record of `settings` as a web application."""
    ours = assets()
    desk = Desk(settings, Pages(ours, has_users=settings.has_users))
    routes = [*_scripts(ours), *_whole(desk), *_things(desk), *_changes(desk), *program_routes(settings, desk)]
    routes += _signing(settings, desk) if settings.has_users else [Route("/enter", _enter(settings))]
    hashes = policy((ours.style_hash,), (ours.htmx_hash, ours.desk_hash))
    kept = [Middleware(Guard, hosts=settings.hosts, policy=hashes, has_users=settings.has_users)]
    if settings.has_users:
        kept.append(Middleware(Limits, ticks=settings.ticks))
    unknown = nowhere(desk)
    app = Starlette(routes=routes, middleware=kept, exception_handlers={404: unknown, 405: unknown})
    app.router.redirect_slashes = False
    return app


def _scripts(ours: Assets) -> Iterator[Route]:
    for name, script in (("htmx", ours.htmx), ("desk", ours.desk)):
        answer = PlainTextResponse(script, media_type="text/javascript", headers={"cache-control": "max-age=86400"})
        yield Route(f"/static/{name}.js", answer)


def _whole(desk: Desk) -> Iterator[Route]:
    """Pages about the record as a whole."""
    yield Route("/", desk.reads(answers.overview))
    for listing in LISTINGS:
        yield Route(f"/{listing.name}", desk.reads(answers.listed(listing)))
        for form in FORMS:
            yield Route(f"/{listing.name}.{form}", desk.reads(answers.listed_as(listing, form)))
    yield Route("/matrix", desk.reads(answers.position_matrix))
    yield Route("/calendar", desk.reads(answers.calendar))
    yield Route("/search", desk.reads(finding.search))
    for form in FORMS:
        yield Route(f"/calendar.{form}", desk.reads(answers.calendar_as(form)))
        yield Route(f"/search.{form}", desk.reads(finding.search_as(form)))
    yield Route("/brief", desk.reads(answers.brief))
    yield Route("/brief.md", desk.reads(answers.brief_as_markdown))


def _things(desk: Desk) -> Iterator[Route]:
    """Pages about one thing."""
    forms = (
        ("entry", subjects.entry, subjects.entry_as),
        ("name", subjects.name, subjects.name_as),
        ("report", subjects.report, subjects.report_as),
        ("process", processes.process, processes.process_as),
        ("versions", versions.versions, versions.versions_as),
        ("plan", planned.plan, planned.plan_as),
    )
    for path, page, form_of in forms:
        for form in FORMS:
            yield Route(f"/{path}/{{id}}.{form}", desk.reads(form_of(form)))
        if path == "report":
            yield Route("/report/{id}.txt", desk.reads(subjects.report_text))
        yield Route(f"/{path}/{{id}}", desk.reads(page))
    yield Route("/named/{written:path}", desk.reads(subjects.named))
    yield Route("/review/{id}", desk.reads(subjects.review))
    yield Route("/add/{id}", desk.reads(adding.form))


def _changes(desk: Desk) -> Iterator[Route]:
    yield Route("/review/{id}", desk.changes(changing.decide_all), methods=["POST"])
    yield Route("/review/{id}/{claim}", desk.changes(changing.decide), methods=["POST"])
    yield Route("/add/{id}", desk.changes(adding.add, "editor", adding.again), methods=["POST"])
    yield Route("/name/{id}/join", desk.changes(changing.join, "editor"), methods=["POST"])
    yield Route("/process/{id}", desk.changes(processes.regroup, "editor"), methods=["POST"])


def _signing(settings: Settings, desk: Desk) -> Iterator[Route]:
    """Who may use a server with users, and the pages for its admins."""
    signing = Signing(settings, desk.pages)
    yield Route("/login", signing.form)
    yield Route("/login", signing.enters(), methods=["POST"])
    yield Route("/logout", signing.leaves(), methods=["POST"])
    yield Route("/users", desk.reads(admin.users, "admin"))
    yield Route("/users", desk.changes(admin.change, "admin"), methods=["POST"])
    yield Route("/audit", desk.reads(admin.done, "admin"))
    for form in FORMS:
        yield Route(f"/audit.{form}", desk.reads(admin.done_as(form), "admin"))


def _enter(settings: Settings) -> Callable[[Request], Response]:
    """Where the address that `serve` prints leads: the browser keeps the token, and it leaves the address."""

    def endpoint(request: Request) -> Response:
        token = request.query_params.get("token", "")
        if not is_token(token, settings.token):
            return PlainTextResponse("This is not the token that `serve` printed.\n", 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", path="/")
        return answer

    return endpoint
