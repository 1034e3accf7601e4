"""Every page can be reached from the overview, is well formed, and links to nothing that is not there."""

import re
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from desk_record import BASE, Page, settings_of
from starlette.testclient import TestClient

from communique import Record
from communique.web.app import application
from communique.web.listings import LISTINGS


@pytest.fixture(scope="module")
def pages(client: TestClient) -> dict[str, str]:
    """Every page that links lead to from the overview, by address."""
    found: dict[str, str] = {}
    waiting = ["/", "/matrix", "/calendar", "/brief", "/search?words=round", "/api/v1"]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        answer = client.get(address)
        if answer.status_code == 307:
            found[address] = ""
            waiting.append(answer.headers["location"])
            continue
        assert answer.status_code == 200, (address, answer.text)
        is_page = answer.headers["content-type"].startswith("text/html")
        found[address] = answer.text if is_page else ""
        if is_page and "month=" not in address:
            links = (urldefrag(link)[0] for link in Page(answer.text).links)
            waiting += [link for link in links if link.startswith("/")]
    return found


def test_the_overview_leads_to_every_page(pages: dict[str, str]) -> None:
    paths = {address.partition("?")[0] for address in pages}
    assert {f"/{one.name}" for one in LISTINGS} <= paths
    for kind in ("entry", "report", "name", "review", "named", "process"):
        assert any(path.startswith(f"/{kind}/") for path in paths), kind


def test_every_page_names_itself_once_and_has_a_language_and_a_heading(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        if html:
            page = Page(html)
            assert [tag for tag, _ in page.elements].count("h1") == 1, address
            assert html.partition("<svg")[0].count("<title>") == 1, address
            assert ("html", {"lang": "en"}) in page.elements


def test_ids_are_unique_and_links_within_a_page_lead_somewhere(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        page = Page(html)
        assert len(page.ids) == len(set(page.ids)), address
        for link in page.links:
            if link.startswith("#"):
                assert link[1:] in page.ids, (address, link)


def test_links_to_the_words_of_a_report_lead_to_an_entry_there(pages: dict[str, str], client: TestClient) -> None:
    links = {link for html in pages.values() for link in Page(html).links if "#entry-" in link and "/report/" in link}
    assert links
    for link in links:
        path, entry = urldefrag(link)
        assert entry in Page(client.get(path).text).ids


def test_no_page_needs_a_script_or_is_heavy(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        assert len(html.encode()) < 100_000, address
        scripts = [attrs for tag, attrs in Page(html).elements if tag == "script"]
        assert bool(scripts) == address.startswith("/review/"), address
        for attrs in scripts:
            assert attrs["integrity"].startswith("sha256-")


def test_a_meeting_shows_who_took_part_by_whose_account_and_how_it_went(client: TestClient, record: Record) -> None:
    row = next(r for r in record.timeline() if r.place == "Oslo" and r.mediators)
    text = Page(client.get(f"/entry/{row.id}").text).text
    for words in ("Who took part", "Ilva Sorn", "The Courier", "Radio Skerry", "What each outlet said", "How it went"):
        assert words in text


def test_a_person_has_a_tenure_chart_whose_open_ends_are_explained(client: TestClient, record: Record) -> None:
    (person,) = record.at().names(name="Ilva Sorn")
    html = client.get(f"/name/{person.id}").text
    assert 'class="lanes"' in html
    assert "end not reported" in html
    assert "no report gives this beginning or end" in html


def test_a_name_as_written_leads_to_its_page(client: TestClient, record: Record) -> None:
    (person,) = record.at().names(name="Ilva Sorn")
    assert client.get("/named/Ilva%20Sorn").headers["location"] == f"/name/{person.id}"
    assert client.get("/named/Nobody%20Here").headers["location"].startswith("/names?name=Nobody")


def test_both_sides_of_a_dispute_stand_side_by_side_in_their_words(client: TestClient, record: Record) -> None:
    row = record.disputes()[0]
    text = " ".join(Page(client.get("/disputes").text).text.split())
    for side in row.sides:
        assert " ".join(side.sources[0].quote.split())[:60] in text


def test_what_nobody_knows_is_not_found_and_says_so(client: TestClient) -> None:
    unknown = ("/entry/ffffffffffffffff", "/report/none", "/name/none", "/review/none", "/process/none")
    malformed = ("/statements?since=tomorrow", "/timeline?page=0", "/calendar?month=13")
    malformed += (
        "/search?words=a%00b",
        "/statements?words=%00",
        "/timeline?page=1000000",
        f"/timeline?page={'9' * 5000}",
    )
    unanswered = ("/timeline?party=Nowhere", "/matrix?party=Nowhere")
    for address in (*unknown, *malformed, *unanswered):
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert 'role="alert"' in answer.text


def test_a_list_asked_in_vain_keeps_its_form(client: TestClient) -> None:
    assert 'value="Nowhere"' in client.get("/timeline?party=Nowhere").text


def test_a_record_that_is_gone_is_named(tmp_path: Path) -> None:
    gone = TestClient(application(settings_of(tmp_path / "none.db")), base_url=BASE)
    answer = gone.get("/timeline")
    assert answer.status_code == 503
    assert "none.db" in answer.text


def test_lists_come_by_pages_that_link_to_one_another(client: TestClient, record: Record) -> None:
    rows = record.said()
    first = client.get("/statements.json?size=1")
    assert first.json()["rows"][0]["id"] == rows[0].id
    assert first.headers["link"] == f'<{first.json()["next"]}>; rel="next"'
    second = client.get(first.json()["next"])
    assert second.json()["rows"][0]["id"] == rows[1].id
    assert 'rel="next"' in client.get("/statements?size=1").text
    assert 'rel="next"' not in client.get("/statements").text


def test_one_control_sets_the_moment_and_links_keep_it(client: TestClient) -> None:
    html = client.get("/timeline?known_by=2031-05-06").text
    later = {w["report"] for row in client.get("/timeline.json").json()["rows"] for w in row["sources"]}
    known = {
        w["report"] for row in client.get("/timeline.json?known_by=2031-05-06").json()["rows"] for w in row["sources"]
    }
    assert later - known
    assert not any(report in html for report in later - known)
    page = Page(html)
    inside = [link for link in page.links if link.startswith(("/entry/", "/report/", "/statements"))]
    assert inside
    assert all("known_by=2031-05-06" in link for link in inside)
    assert "Back to now" in page.text


def test_each_clock_takes_its_part_away(client: TestClient) -> None:
    now = client.get("/timeline.json").json()["rows"]
    for clock, day in (("as_of", "2031-05-06"), ("known_by", "2031-05-06"), ("recorded_by", "2031-05-01")):
        then = client.get(f"/timeline.json?{clock}={day}").json()["rows"]
        assert len(then) < len(now), clock


def test_the_values_that_were_read_are_parted_and_each_change_stands_apart(desk: TestClient) -> None:
    row = desk.get("/timeline.json").json()["rows"][0]
    report, claim = row["sources"][0]["report"], row["sources"][0]["claim"]
    edit = {"action": "edit", "field.mediators": "Chile", "field.place": "Bergen"}
    desk.post(f"/review/{report}/{claim}", data=edit)
    html = desk.get("/timeline").text
    assert "read: Norway, Oman</span>\n" in html
    assert "read: Oslo</span>\n" in html


def test_pages_name_states_and_labels_in_words(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        if html and not address.startswith("/review/"):
            found = re.findall(r".{0,30}\b(?:NOR|OMN|\w+_\w+)\b.{0,30}", Page(html).text.partition("As of")[2])
            assert not found, (address, found)


def test_a_search_names_states_in_words_and_narrows_by_their_codes(client: TestClient) -> None:
    page = Page(client.get("/search?words=Oslo").text)
    assert "Norway (1)" in page.text
    assert "/search?words=Oslo&party=NOR" in page.links
    assert "NOR" not in page.text


def test_an_entry_of_one_report_names_states_and_labels_in_words(client: TestClient, record: Record) -> None:
    (plan,) = record.proposals()
    text = Page(client.get(f"/entry/{plan.sources[0].claim}").text).text
    assert "list of prisoners · Maretia · under discussion" in text
    assert "status: under discussion" in text
