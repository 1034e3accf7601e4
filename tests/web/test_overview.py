"""The overview says what is new since somebody was there last, and what could not be read."""

from pathlib import Path

import pytest
from desk_record import BASE, TOKEN, Page, kept
from starlette.testclient import TestClient

from communique import Record
from communique.model.problem import Problem
from communique.testing import TUESDAY, a_report
from communique.web.app import application
from communique.web.book.file import beside
from communique.web.settings import Settings
from talks import story


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record that learnt seven more reports on Tuesday, one of which could not be read."""
    found = tmp_path / "record.db"
    kept(found, story()[:2])
    with Record.open(found) as record:
        for report, claims in story()[2:]:
            record.keep(report, claims, version="1", recorded=TUESDAY)
        broken = a_report("Words that stopped a rule.", outlet="Radio Skerry", published="2031-05-23", title="Broken")
        problems = [Problem("meetings", "fault", "The rule stopped; report it.", broken.id)]
        record.keep(broken, [], version="1", recorded=TUESDAY, problems=problems)
    return found


def desk(path: Path, *moments: str) -> TestClient:
    times = iter(moments)
    settings = Settings(path, now=lambda: next(times), token=TOKEN, reviewer="Ada Quill")
    client = TestClient(application(settings), base_url=BASE)
    client.cookies.set("communique_token", TOKEN)
    return client


def test_what_is_new_is_what_was_recorded_since_the_last_visit(path: Path) -> None:
    client = desk(path, "2031-05-05T09:00:00Z", "2031-05-06T09:00:00Z", "2031-05-06T09:30:00Z", "2031-05-07T09:00:00Z")
    assert "Recorded last" in client.get("/").text
    for _ in range(2):  # the second look belongs to the same visit
        html = client.get("/").text
        assert "New since your last visit" in html
        assert "here last on <time datetime=" in html
        assert "2031-05-05 09:00" in html
        assert html.count('<span class="more">recorded 2031-05-06') == 5
    assert "No report has been added since" in client.get("/").text


def test_nobody_in_particular_asks_by_address_and_leaves_no_trace(path: Path) -> None:
    settings = Settings(path, now=lambda: "2031-05-07T09:00:00Z")
    client = TestClient(application(settings), base_url=BASE)
    assert "Recorded last" in client.get("/").text
    assert "No report has been added since" in client.get("/?since=2031-05-07").text
    assert 'href="/news?since=2031-05-06"' in client.get("/?since=2031-05-06").text
    assert not beside(path).exists()


def test_a_folder_that_cannot_be_written_to_keeps_nobody_from_reading(path: Path) -> None:
    beside(path).mkdir()
    assert desk(path, "2031-05-07T09:00:00Z").get("/").status_code == 200


def test_each_new_report_says_what_it_brought_and_what_it_told_again(path: Path) -> None:
    rows = TestClient(application(Settings(path, now=str)), base_url=BASE).get("/news.json?since=2031-05-06").json()
    by_title = {(row["id"], change["title"]): change["is_new"] for row in rows["rows"] for change in row["changes"]}
    assert set(by_title.values()) == {True, False}


def test_what_could_not_be_read_is_named_with_its_report(path: Path) -> None:
    client = TestClient(application(Settings(path, now=str)), base_url=BASE)
    assert "1 problem of reading" in client.get("/").text
    page = Page(client.get("/problems").text)
    assert "The rule stopped; report it." in page.text
    (row,) = client.get("/problems.json").json()["rows"]
    assert f"/report/{row['id']}" in page.links
    assert row["code"] == "fault"


def test_counts_are_those_of_the_moment(path: Path) -> None:
    client = TestClient(application(Settings(path, now=str)), base_url=BASE)
    reports = len(client.get("/sources.json?known_by=2031-05-07").json()["rows"])
    page = Page(client.get("/?known_by=2031-05-07").text)
    assert f"{reports} reports, the last of 2031-05-07; no problems of reading" in page.text
    assert client.get("/problems.json?known_by=2031-05-07").json()["rows"] == []
    assert "9 reports, the last of 2031-05-24; 1 problem of reading" in Page(client.get("/").text).text


def test_what_is_new_and_the_brief_each_say_which_day_they_mean(path: Path) -> None:
    client = TestClient(application(Settings(path, now=str)), base_url=BASE)
    html = client.get("/?known_by=2031-05-30").text
    shown, written = (part.partition("</form>")[0] for part in html.split('<form class="filters" ')[1:])
    assert 'action="/"' in shown
    assert 'Recorded since <input type="date" name="since" value="2031-05-06"' in shown
    assert 'action="/brief"' in written
    assert 'Published since <input type="date" name="since" value="2031-04-14"' in written
    assert 'name="known_by" value="2031-05-30"' in shown
    assert 'name="known_by" value="2031-05-30"' in written
    assert "No report has been added since" not in client.get("/?since=2031-05-06").text
    assert 'Recorded since <input type="date" name="since" value="2031-05-05"' in client.get("/?since=2031-05-05").text
