"""Five hundred payloads, in reports and in addresses, run nowhere: neither with our policy nor without it."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from payloads import payloads
from playwright.sync_api import Browser
from serving import TOKEN, serving
from test_safety import poisoned

from communique import Record
from communique.testing import MONDAY

ALL = payloads()
TOGETHER = 10


@pytest.fixture(scope="module")
def poisoned_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A record whose reports hold all payloads in every field, ten to a report."""
    path = tmp_path_factory.mktemp("poisoned") / "record.db"
    with Record.open(path) as record:
        for number in range(0, len(ALL), TOGETHER):
            report, claims = poisoned(number, " ".join(ALL[number : number + TOGETHER]))
            record.keep(report, claims, version="1", recorded=MONDAY)
        record.resolve()
    with serving(path) as address:
        yield address


@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without the policy"])
def test_payloads_run_nowhere(bypass: bool, poisoned_server: str, browser: Browser) -> None:
    context = browser.new_context(bypass_csp=bypass)
    ran: list[str] = []
    asked: list[str] = []
    context.expose_function("pwned", lambda *_: ran.append("ran"))
    page = context.new_page()
    page.on("dialog", lambda dialog: ran.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{poisoned_server}/enter?token={TOKEN}")
    get = page.request.get
    reports = [row["id"] for row in get(f"{poisoned_server}/sources.json?size=500").json()["rows"]]
    entries = [row["id"] for row in get(f"{poisoned_server}/timeline.json?size=500").json()["rows"]]
    names = [row["id"] for row in get(f"{poisoned_server}/names.json?size=500").json()["rows"]]
    lists = ("timeline", "seats", "statements", "positions", "proposals", "next", "sources", "names", "review")
    addresses = ["/", "/matrix", "/brief", "/calendar", "/search?words=said", *(f"/{name}?size=500" for name in lists)]
    addresses += [f"/report/{id}" for id in reports] + [f"/review/{id}" for id in reports[::10]]
    addresses += [f"/entry/{id}" for id in entries[::20]] + [f"/name/{id}" for id in names[::20]]
    addresses += [f"/search?words={quote(p, safe='')}" for p in ALL[:: 1 if bypass else 10]]
    for address in addresses:
        page.goto(poisoned_server + address, wait_until="domcontentloaded")
        assert not ran, address
    context.close()
    assert all(url.startswith((f"{poisoned_server}/", "data:,")) for url in asked)
