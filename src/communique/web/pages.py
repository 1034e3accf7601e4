"""Templates and the pages made of them."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from communique.web.asked import Asked
from communique.web.assets import Assets
from communique.web.listings import LISTINGS

SHORT = 8
"""Characters of an id on a page."""


def environment() -> Environment:
    """The templates of the package; everything put into them is escaped."""
    found = Environment(
        loader=PackageLoader("communique.web"), autoescape=select_autoescape(default=True), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    found.filters |= {"plainly": _plainly, "day": _day, "one_line": _one_line}
    found.globals |= {"listings": LISTINGS, "short_id": SHORT}
    return found


class Pages:
    """Makes pages from templates; every page knows the assets, the question asked and whether it may change things."""

    def __init__(self, assets: Assets, *, read_only: bool) -> None:
        self._templates, self._assets, self._read_only = environment(), assets, read_only

    def page(self, request: Request, template: str, asked: Asked, /, status: int = 200, **more: Any) -> Response:
        """One page; `more` is what its template shows."""
        path = request.url.path
        known: Mapping[str, Any] = {
            "assets": self._assets, "asked": asked, "path": path, "read_only": self._read_only,
        }  # fmt: skip
        return HTMLResponse(self._templates.get_template(template).render(**known, **more), status_code=status)


def _plainly(label: str) -> str:
    """A label as words: `under_discussion` gives "under discussion"."""
    return label.replace("_", " ")


def _day(moment: str) -> str:
    return moment[:10]


def _one_line(words: str) -> str:
    return " ".join(words.split())
