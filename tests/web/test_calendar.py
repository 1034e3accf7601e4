"""The calendar holds what is due in its month, however much is due before it, and its twins the same."""

from collections.abc import Callable

import pytest
from desk_record import NOW, Page
from starlette.testclient import TestClient

from communique import Record
from communique.testing import a_claim, a_report
from communique.web.answers import CALENDAR
from communique.web.months import weeks

SOON, LATE = "2031-06", "2031-09"
VERBS = "inspect paint lengthen shorten widen sell lease survey clear".split()


@pytest.fixture
def calendar(client_of: Callable[..., TestClient]) -> TestClient:
    """June has more steps than there is room for, September two with a day and one without."""
    due = [(f"{SOON}-{1 + n % 28:02}", f"{VERBS[n % 9]} pier {n} of the harbour") for n in range(CALENDAR + 5)]
    due += [(f"{LATE}-04", "close the strait"), (f"{LATE}-05", "count the votes"), (LATE, "reopen the old archive")]
    said = [f"The envoy will {what}." for _, what in due]
    report = a_report(*said, published="2031-05-30")
    given = {"who": ["Torvik"], "kind": "action", "modality": "planned"}
    steps = [
        a_claim(report, "next_steps", said=words, what=what, when=when, **given)
        for words, (when, what) in zip(said, due, strict=True)
    ]
    return client_of([(report, steps)])


def test_a_later_month_has_its_steps_though_many_come_before(calendar: TestClient) -> None:
    page = Page(calendar.get(f"/calendar?month={LATE}").text)
    assert all(what in page.text for what in ("close the strait", "count the votes", "reopen the old archive"))
    assert "pier" not in page.text


def test_a_month_with_more_steps_than_it_has_room_for_says_so(calendar: TestClient) -> None:
    assert f"The first {CALENDAR} steps" in Page(calendar.get("/calendar").text).text
    assert "The first" not in Page(calendar.get(f"/calendar?month={LATE}").text).text


@pytest.mark.parametrize("month", [SOON, LATE])
def test_the_twins_of_a_month_hold_its_steps_alone(calendar: TestClient, month: str) -> None:
    assert f'href="/calendar.json?month={month}"' in calendar.get(f"/calendar?month={month}").text
    rows = calendar.get(f"/calendar.json?month={month}").json()["rows"]
    assert len(rows) == (CALENDAR if month == SOON else 3)
    assert all(row["when"].startswith(month) for row in rows)
    assert len(calendar.get(f"/calendar.csv?month={month}").text.splitlines()) == len(rows) + 1


def test_steps_of_a_period_are_asked_for_in_python(record: Record) -> None:
    every = record.next_steps(every=True)
    assert [s.when for s in record.next_steps(every=True, during="2031")] == [s.when for s in every if s.when]
    assert record.next_steps(every=True, during="2051") == []


def test_a_month_is_shown_by_whole_weeks() -> None:
    assert weeks("2031-05") == "2031-04-28/2031-06-01"


def test_what_the_list_asks_for_is_kept_in_the_calendar_and_back(calendar: TestClient) -> None:
    asked = "party=Torvik&every=1"
    assert f"/calendar?{asked}" in Page(calendar.get(f"/next?{asked}").text).links
    page = Page(calendar.get(f"/calendar?{asked}&as_of=2031-06-01").text)
    assert f"/next?{asked}&as_of=2031-06-01" in page.links
    assert "Only what names Torvik" in page.text


def test_the_calendar_of_a_party_has_its_steps_alone(client: TestClient) -> None:
    rows = client.get("/calendar.json?month=2031-05&every=1").json()["rows"]
    own = client.get("/calendar.json?month=2031-05&every=1&party=Veldania").json()["rows"]
    assert own == [row for row in rows if "Veldania" in row["who"]]
    assert 0 < len(own) < len(rows)
    assert client.get("/calendar?party=Nowhere").status_code == 404


def test_proposals_and_plans_keep_the_party_asked_for(client: TestClient) -> None:
    assert "/plans?party=Maretia" in Page(client.get("/proposals?party=Maretia").text).links
    assert "/proposals?party=Maretia" in Page(client.get("/plans?party=Maretia").text).links


def test_the_calendar_of_an_empty_record_is_that_of_today(client_of: Callable[..., TestClient]) -> None:
    page = Page(client_of([]).get("/calendar").text)
    assert f"Next steps in {NOW[:7]}" in page.text
    assert "Nothing is due in this month" in page.text
