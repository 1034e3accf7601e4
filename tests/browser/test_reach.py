"""Everybody can use every route: nothing found by axe-core (WCAG 2.2 AA), and no page is wider than its window."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from serving import TOKEN, serving

from communique import Record
from communique.testing import MONDAY, a_report
from communique.web.book import people
from communique.web.book.file import beside, opened

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run(document, {runOnly: tags}).then(
    result => result.violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html + n.failureSummary)]))"""

WINDOWS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 700}, "color_scheme": "light"},
    "narrow and dark": {"viewport": {"width": 320, "height": 700}, "color_scheme": "dark"},
    "zoomed to 200 %": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2, "color_scheme": "light"},
}

ROUTES = (
    "/", "/processes", "/timeline", "/seats", "/statements", "/positions", "/proposals", "/next", "/disputes",
    "/sources", "/names", "/review", "/matrix", "/calendar", "/search?words=talks", "/brief", "/api/v1", "/news",
    "/problems", "/chains", "/places", "/plans", "/?since=2031-05-01", "/timeline?party=Nowhere", "/entry/none",
    "/timeline?known_by=2031-05-06&as_of=2031-05-06",
)  # fmt: skip

ADDRESS = "https://courier.example/islands"
FIRST = a_report("Sorn will lead the team.", "Talks open in Oslo.", url=ADDRESS, title="Talks")
CORRECTED = replace(
    a_report("Kest will lead the team.", "Talks open in Oslo.", url=ADDRESS, title="Talks, corrected"),
    modified="2031-05-03",
)


@pytest.fixture(scope="module")
def server(lantern: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example, with a report that its outlet corrected."""
    path = tmp_path_factory.mktemp("served") / "record.db"
    shutil.copy(lantern, path)
    with Record.open(path) as record:
        for report in (FIRST, CORRECTED):
            record.keep(report, [], version="1", recorded=MONDAY)
    with serving(path) as address:
        yield address


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing(window: str, server: str, browser: Browser) -> None:
    context = browser.new_context(**WINDOWS[window])
    page = context.new_page()
    page.goto(f"{server}/enter?token={TOKEN}")
    found = {}
    for route in (*ROUTES, *_things(server, page)):
        page.goto(server + route)
        page.evaluate(AXE)
        faults = page.evaluate(RUN, TAGS)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if faults or wide > 0:
            found[route] = (faults, wide)
    context.close()
    assert not found


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing_where_people_sign_in(
    window: str, lantern: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("signed") / "record.db"
    shutil.copy(lantern, path)
    with opened(beside(path)) as book:
        people.add(book, "Ada Admin", "admin", "four random words here", now="2031-06-01T00:00:00Z")
        people.add(book, "Rea Reader", "reader", "four random words here", now="2031-06-01T00:00:00Z")
    with serving(path, has_users=True) as base:
        context = browser.new_context(**WINDOWS[window])
        page = context.new_page()
        page.goto(f"{base}/timeline")
        found = {}

        def look() -> None:
            page.evaluate(AXE)
            faults = page.evaluate(RUN, TAGS)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if faults or wide > 0:
                found[page.url] = (faults, wide)

        look()
        page.get_by_label("Name").fill("Ada Admin")
        page.get_by_label("Password").fill("four random words here")
        page.get_by_role("button", name="Sign in").click()
        assert page.url == f"{base}/timeline"
        for route in ("/", "/users", "/audit"):
            page.goto(base + route)
            look()
        page.get_by_role("button", name="Sign out").click()
        assert page.url == f"{base}/login"
        context.close()
    assert not found


def _things(server: str, page: Any) -> list[str]:
    """A page about one thing of each sort."""
    get = page.request.get
    found = []
    listings = (("timeline", "entry"), ("proposals", "entry"), ("proposals", "plan"), ("sources", "report"))
    for listing, kind in (*listings, ("sources", "review"), ("sources", "versions"), ("sources", "add")):
        found.append(f"/{kind}/{get(f'{server}/{listing}.json').json()['rows'][2]['id']}")
    found.append(f"/process/{get(f'{server}/processes.json').json()['rows'][0]['id']}?other=Veldania")
    found += [f"/versions/{CORRECTED.id}", f"/add/{CORRECTED.id}?kind=offices"]
    meeting = next(r for r in get(f"{server}/timeline.json").json()["rows"] if r["kind"] == "meetings")
    names = get(f"{server}/names.json").json()["rows"]
    kinds = {row["kind"]: row["id"] for row in names}
    return [*found, f"/entry/{meeting['id']}", *(f"/name/{id}" for id in kinds.values())]
