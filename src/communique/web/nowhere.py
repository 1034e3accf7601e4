"""What is answered at addresses that there are not, and where an address is asked in a way that it does not take."""

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from communique.errors import CommuniqueError
from communique.web.asked import Asked
from communique.web.desk import Desk
from communique.web.programs import BASE, fault
from communique.web.visitors import Visitor, visitor

SAYS = {
    404: "There is no page at this address.",
    405: "This address takes what a form sends; there is no page to be read here.",
}
SAYS_PROGRAMS = {404: "There is nothing at this address; see /api/v1/openapi.json.", 405: "Not in this way."}


def nowhere(desk: Desk) -> Callable[[Request, Exception], Response]:
    """The answer: a page like any other, for programs problem details."""

    def answer(request: Request, error: Exception) -> Response:
        status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (404, None)
        allowed = dict(headers or {})
        if request.url.path.startswith(f"{BASE}/"):
            return fault(status, SAYS_PROGRAMS[status], allowed)
        more = {"title": "No such page", "fault": SAYS[status]}
        page = desk.pages.page(request, "fault.html", Asked({}), _whoever(request, desk), status=status, **more)
        page.headers.update(allowed)
        return page

    return answer


def _whoever(request: Request, desk: Desk) -> Visitor:
    try:
        return visitor(request, desk.settings)
    except CommuniqueError:  # the page can do without
        return Visitor()
