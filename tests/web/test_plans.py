"""The page about one plan and the list of plans with their versions, in every form."""

from collections.abc import Callable

import pytest
from desk_record import Page
from starlette.testclient import TestClient

from communique.testing import a_claim, a_report

FLOATED = "Ostrand has drafted a 12-point border plan."
CUT = "Ostrand's border plan was cut from 12 points to 9."
REFUSED = "Torvik rejected the 9-point plan."


@pytest.fixture
def client(client_of: Callable[..., TestClient]) -> TestClient:
    first = a_report(FLOATED, published="2031-05-02")
    later = a_report(CUT, REFUSED, published="2031-05-06", outlet="Northern Wire")
    drafted = {"authors": ["Ostrand"], "status": "submitted"}
    return client_of(
        [
            (first, [a_claim(first, "proposals", said=FLOATED, name="12-point border plan", **drafted)]),
            (
                later,
                [
                    a_claim(later, "proposals", said=CUT, name="border plan", authors=["Ostrand"], status="revised"),
                    a_claim(
                        later, "positions", said=REFUSED, party="Torvik", issue="the 9-point plan", stance="rejects"
                    ),
                    a_claim(
                        later, "statements", said=REFUSED, speaker="Torvik", content="the 9-point plan", mode="indirect"
                    ),
                ],
            ),
        ]
    )


def _id(client: TestClient) -> str:
    (row,) = client.get("/plans.json").json()["rows"]
    return str(row["id"])


def test_the_list_of_proposals_leads_to_plans_and_from_there_to_one(client: TestClient) -> None:
    assert "/plans" in Page(client.get("/proposals").text).links
    assert f"/plan/{_id(client)}" in Page(client.get("/plans").text).links


def test_a_plan_has_its_versions_and_says_who_refuses_which(client: TestClient) -> None:
    html = client.get(f"/plan/{_id(client)}").text

    for heading in ("Who drafted it", "Versions", "How it went", "Where sides stand on it", "What was said of it"):
        assert heading in html
    assert "version 2, 9 points" in html


def test_a_plan_has_twins_with_the_same_rows(client: TestClient) -> None:
    whole = client.get(f"/plan/{_id(client)}.json").json()

    assert [draft["points"] for draft in whole["plan"]["drafts"]] == [12, 9]
    assert [(row["party"], row["draft"]) for row in whole["reactions"]] == [("Torvik", 2)]
    for form in ("csv", "md"):
        assert FLOATED in client.get(f"/plan/{_id(client)}.{form}").text
    assert client.get(f"/api/v1/plans/{_id(client)}").json()["plan"] == whole["plan"]


def test_a_plan_is_shown_as_of_a_day(client: TestClient) -> None:
    before = client.get(f"/plan/{_id(client)}.json?as_of=2031-05-04").json()

    assert [draft["points"] for draft in before["plan"]["drafts"]] == [12]


def test_a_plan_that_there_is_not_is_not_found(client: TestClient) -> None:
    assert client.get("/plan/none").status_code == 404
    assert client.get("/api/v1/plans/none").status_code == 404
