"""Pages fit where they are read: on paper, on a small screen, with words that have no end."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from serving import TOKEN, serving

from communique import Record
from communique.testing import MONDAY, TUESDAY, a_claim, a_report
from communique.web.book import people
from communique.web.book.file import beside, opened

LONG = "Thesupremeandmostexcellentgazetteofthelanternislandsandallthewatersaround"
A4 = {"width": 718, "height": 1047}
"""The inside of an A4 page with margins of a centimetre, in pixels of CSS."""
PARTIES = "Ardenia Borduria Cordovia Danubia Elbonia Freedonia Graustark Hyrkania Illyria".split()


@pytest.fixture(scope="module")
def server(lantern: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example, with an outlet and a process of long names, and a position of many parties."""
    path = tmp_path_factory.mktemp("sizes") / "record.db"
    shutil.copy(lantern, path)
    report = a_report(*(f"{p} wants a truce." for p in PARTIES), outlet=LONG, title=LONG * 2, published="2031-05-12")
    stands = [a_claim(report, "positions", party=p, issue="a truce", stance="demands") for p in PARTIES]
    with Record.open(path) as record:
        record.keep(report, stands, version="1", recorded=TUESDAY)
        process = record.processes()[0].id
        record.signed("Ada Quill", recorded=TUESDAY).rename_process(process, "X" * 180)
    with serving(path) as address:
        yield address


def opened_at(browser: Browser, server: str, width: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(f"{server}/enter?token={TOKEN}")
    return page


def beyond(page: Page) -> list[str]:
    """What stands beyond the right edge of the page, or is cut off there."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll("main *")].filter(e => {
                const box = e.getBoundingClientRect();
                return box.width && box.right > document.documentElement.clientWidth + 1;
            }).map(e => e.outerHTML.slice(0, 80))"""
        )
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_long_words_are_broken(browser: Browser, server: str, width: int) -> None:
    page = opened_at(browser, server, width)
    id = page.request.get(f"{server}/processes.json").json()["rows"][0]["id"]
    for route in ("/", "/sources", "/news", "/processes", f"/process/{id}", f"/process/{id}?other=Veldania"):
        page.goto(server + route)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, route
    page.goto(server)
    assert not beyond(page)
    for entry in page.locator(".columns section").all():
        wide = entry.evaluate("e => e.scrollWidth - e.clientWidth")
        assert wide <= 0, entry.inner_text()
    page.context.close()


@pytest.mark.parametrize("route", ["/names", "/places", "/processes", "/timeline", "/next?every=1", "/positions"])
def test_on_a_small_screen_each_cell_says_what_it_is(browser: Browser, server: str, route: str) -> None:
    page = opened_at(browser, server, 390)
    page.goto(server + route)
    heads = page.locator("main thead").first.locator("th").all_text_contents()
    cells = page.locator("main table").first.locator("tbody tr").first.locator("td")
    labels = cells.evaluate_all("cells => cells.map(c => getComputedStyle(c, '::before').content)")
    assert labels == [f'"{head}: "' for head in heads]
    page.context.close()


@pytest.mark.parametrize("route", ["/matrix", "/calendar?month=2031-05", "/timeline", "/seats", "/sources", "/places"])
def test_nothing_is_cut_off_on_paper(browser: Browser, server: str, route: str) -> None:
    page = opened_at(browser, server, A4["width"])
    page.emulate_media(media="print")
    page.goto(server + route)
    assert not beyond(page)
    page.context.close()


def test_paper_says_what_it_shows(browser: Browser, server: str) -> None:
    page = opened_at(browser, server, A4["width"])
    page.goto(f"{server}/timeline?party=Veldania&known_by=2031-05-07")
    assert not page.locator(".shown").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".shown").inner_text() == "Shown: published by 2031-05-07; party Veldania."
    page.context.close()


def test_back_shows_nothing_to_whoever_comes_after(
    browser: Browser, lantern: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("left") / "record.db"
    shutil.copy(lantern, path)
    with opened(beside(path)) as book:
        people.add(book, "Rea Reader", "reader", "four random words here", now=MONDAY)
    with serving(path, has_users=True) as base:
        page = browser.new_context().new_page()
        page.goto(f"{base}/timeline")
        page.get_by_label("Name").fill("Rea Reader")
        page.get_by_label("Password").fill("four random words here")
        page.get_by_role("button", name="Sign in").click()
        page.goto(f"{base}/statements")
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url(f"{base}/login")
        page.wait_for_load_state()
        page.go_back()
        assert page.url.startswith(f"{base}/login")
        page.context.close()
