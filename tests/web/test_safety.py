"""Only our own pages reach the record, and nothing a report says becomes part of a page."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from desk_record import BASE, TOKEN, Page
from payloads import payloads
from starlette.testclient import TestClient

from communique.testing import a_claim, a_report
from talks import story

OURS = frozenset(
    "html head meta title link style script body a header nav ul li form label input button select option details "
    "summary main h1 h2 h3 p section article ol dl dt dd table thead tbody tr th td q cite time span mark code kbd "
    "strong div sup s del ins textarea br svg g line path rect circle text footer pre".split()
)
PAYLOADS = payloads()


def test_another_host_is_refused(client: TestClient) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8642", ""):
        assert client.get("/", headers={"host": host}).status_code == 421
    for host in ("localhost:8642", "127.0.0.1", "[::1]:1"):
        assert client.get("/", headers={"host": host}).status_code == 200


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for address in ("/", "/timeline.json", "/nowhere", "/api/v1/openapi.json", "/static/desk.js"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
     {"sec-fetch-site": "same-site"}, {"origin": "http://127.0.0.1:9999"}],
)  # fmt: skip
def test_changes_from_other_sites_are_refused(desk: TestClient, headers: dict[str, str]) -> None:
    report = desk.get("/sources.json").json()["rows"][0]["id"]
    assert desk.post(f"/review/{report}", data={"rule": "x", "action": "accept"}, headers=headers).status_code == 403
    assert desk.post(f"/review/{report}", data={"rule": "x", "action": "accept"}, headers={"origin": BASE}).is_redirect


def test_changes_need_the_token(client_of: Callable[..., TestClient]) -> None:
    client = client_of(story())
    report = client.get("/sources.json").json()["rows"][0]["id"]
    assert client.post(f"/review/{report}", data={"rule": "x", "action": "accept"}).status_code == 403
    assert client.get("/enter?token=another").status_code == 403
    entered = client.get("/enter", params={"token": TOKEN})
    assert entered.headers["location"] == "/"
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.post(f"/review/{report}", data={"rule": "x", "action": "accept"}).status_code == 303


def test_read_only_nothing_opens_the_desk(client_of: Callable[..., TestClient]) -> None:
    client = client_of(story(), token="")
    assert client.get("/enter?token=").status_code == 403
    report = client.get("/sources.json").json()["rows"][0]["id"]
    client.cookies.set("communique_token", "")
    assert client.post(f"/review/{report}", data={"rule": "x", "action": "accept"}).status_code == 403
    assert "<button>Accept" not in client.get(f"/review/{report}").text


def is_ours(html: str) -> bool:
    """True when a page has no element, handler or address but those of our templates."""
    for tag, attributes in Page(html).elements:
        assert tag in OURS, tag
        assert not [name for name in attributes if name.startswith("on") or name == "style"], attributes
        for name in ("href", "src", "action", "formaction"):
            value = attributes.get(name, "")
            assert value == "data:," or value.startswith(("/", "#", "http://", "https://")) or not value, value
    return True


def poisoned(number: int, payload: str):  # type: ignore[no-untyped-def]
    """A report that has the payload in every field, and entries that repeat it."""
    said = f"{payload} said {payload} to {payload}."
    at = f"2031-05-{1 + number % 28:02}"
    report = a_report(said, outlet=payload, title=payload, url=payload, published=at)
    return report, [
        a_claim(report, "statements", speaker=payload, content=payload, mode="direct", cue=payload, to=payload),
        a_claim(report, "positions", party=payload, by=payload, issue=payload, stance="rejects"),
        a_claim(report, "meetings", format="talks", parties=[payload, "Veldania"], place=payload, when=at,
                status="held"),
        a_claim(report, "offices", person=payload, role=payload, country=payload, status="current"),
        a_claim(report, "proposals", name=payload, authors=[payload], status="proposed", when=at),
        a_claim(report, "next_steps", who=[payload], what=payload, kind="meeting", when="2031-06", status="planned"),
        a_claim(report, "citations", cited=payload, kind="newspaper"),
    ]  # fmt: skip


def test_what_reports_say_stays_text(client_of: Callable[..., TestClient]) -> None:
    client = client_of([poisoned(n, p) for n, p in enumerate(PAYLOADS[::10])])
    client.get("/enter", params={"token": TOKEN})
    lists = (
        "timeline",
        "seats",
        "statements",
        "positions",
        "proposals",
        "next",
        "disputes",
        "sources",
        "names",
        "processes",
    )
    addresses = ["/", "/matrix", "/calendar", "/brief", "/search?words=said", *(f"/{name}?size=200" for name in lists)]
    for kind, listing in (("entry", "timeline"), ("report", "sources"), ("review", "sources"), ("name", "names"),
                          ("process", "processes")):  # fmt: skip
        rows = client.get(f"/{listing}.json?size=20").json()["rows"]
        addresses += [f"/{kind}/{row['id']}" for row in rows[:8]]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text[-500:])
        assert is_ours(answer.text)


def test_what_addresses_say_stays_text(client: TestClient) -> None:
    for payload in PAYLOADS:
        asked = quote(payload, safe="")
        for address in (f"/search?words={asked}", f"/timeline?party={asked}&x={asked}", f"/entry/{asked}"):
            answer = client.get(address)
            if answer.headers["content-type"].startswith("text/html"):
                assert is_ours(answer.text)
