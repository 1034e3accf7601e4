"""Templates and the pages made of them."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from communique.lexicon.countries import called
from communique.model.fact import Change
from communique.model.labels import outlet_called, plainly
from communique.model.marks import changed_by
from communique.model.shapes import SHAPES, shape_of
from communique.web.asked import MOMENTS, Asked
from communique.web.assets import Assets
from communique.web.chained import branches
from communique.web.listings import LISTINGS
from communique.web.twins import FORMS
from communique.web.visitors import Visitor

SHORT = 8
"""Characters of an id on a page."""

SAID = {"as_of": "what held on", "known_by": "published by", "recorded_by": "recorded by", "on": "held on"}
"""How filters are called on paper, where their names do not say it."""

FORM_NAMES = tuple(zip(FORMS, ("JSON", "CSV", "Markdown"), strict=True))


def environment() -> Environment:
    """The templates of the package; everything put into them is escaped."""
    found = Environment(
        loader=PackageLoader("communique.web"), autoescape=select_autoescape(default=True), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    found.filters |= {
        "plainly": plainly,
        "outlet_called": outlet_called,
        "day": _day,
        "minute": _minute,
        "one_line": one_line,
        "called": called,
        "changed_by": _changed_by,
        "told": told,
        "shown": shown,
        "titled": titled,
        "web": _web,
        "branches": branches,
        "degrees": _degrees,
    }
    found.globals |= {"listings": LISTINGS, "short_id": SHORT, "kinds": tuple(SHAPES), "forms": FORM_NAMES}
    return found


class Pages:
    """Makes pages from templates; every page knows the assets, the question, who asks, and what they may do."""

    def __init__(self, assets: Assets, *, has_users: bool) -> None:
        self._templates, self._assets = environment(), assets
        self._templates.globals["has_users"] = has_users

    def page(
        self, request: Request, template: str, asked: Asked, visitor: Visitor, /, status: int = 200, **more: Any
    ) -> Response:
        """One page for somebody; `more` is what its template shows."""
        known = {
            "assets": self._assets,
            "asked": asked,
            "link": asked.at,
            "path": request.url.path,
            "visitor": visitor,
            "may_change": visitor.may("reviewer"),
            "may_edit": visitor.may("editor"),
            "twins": "",
        }
        html = self._templates.get_template(template).render(**{**known, **more})
        return HTMLResponse(html, status_code=status)


def shown(asked: Asked) -> str:
    """What a page was asked for, for those who read it on paper: the moment, the filters, the page of a list."""
    named = {**asked.moment(), **{name: value for name, value in asked.filters.items() if name not in MOMENTS}}
    plain = {name: plainly(value) if name == "kind" else called(value) for name, value in named.items()}
    parts = [f"{SAID.get(name, plainly(name))} {value}" for name, value in plain.items() if name != "every"]
    parts += ["settled ones too"] if asked.get("every") else []
    parts += [f"page {asked.page}"] if asked.page > 1 else []
    return "; ".join(parts)


def told(value: str, kind: str, role: str) -> str:
    """A value of a field of a kind of entry for readers: labels as words, states by their names."""
    holds = shape_of(kind).fields.get(role)
    return plainly(value) if isinstance(holds, frozenset) else called(value)


def titled(title: str, kind: str) -> str:
    """The title of an entry of a kind, which is made of its values, for readers."""
    labels = {label for holds in shape_of(kind).fields.values() if isinstance(holds, frozenset) for label in holds}
    return " · ".join(plainly(part) if part in labels else called(part) for part in title.split(" · "))


def _changed_by(change: Change) -> str:
    """Who changed what of an entry, with the names of states for readers."""
    return changed_by(change, called)


def _day(moment: str) -> str:
    return moment[:10]


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):.2f}° {plus if value >= 0 else minus}"


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")


def one_line(words: str) -> str:
    """Words without line breaks."""
    return " ".join(words.split())


def _web(address: str) -> str:
    """An address that a link may lead to; "" for scripts and other schemes."""
    return address if address.lower().startswith(("https://", "http://")) else ""
