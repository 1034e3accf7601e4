"""Processes of talks at the desk: overview, list, a page for each with its twins, and the forms that regroup them."""

import csv
import io
from collections.abc import Callable

import pytest
from desk_record import NOW, TOKEN, Page
from starlette.testclient import TestClient

from communique import Record
from communique.model.claim import Claim
from communique.model.plain import plain
from communique.model.report import Report
from communique.testing import a_claim, a_report
from talks import story

BEARER = {"authorization": f"Bearer {TOKEN}"}


def other_talks() -> list[tuple[Report, list[Claim]]]:
    """Two meetings of Veldania with somebody else."""
    kept = []
    for day in ("2031-04-01", "2031-04-20"):
        report = a_report(f"Veldania and Chile met on {day}.", published=day)
        claim = a_claim(report, "meetings", parties=["Veldania", "Chile"], when=day, status="held")
        kept.append((report, [claim]))
    return kept


@pytest.fixture
def desk(client_of: Callable[..., TestClient]) -> TestClient:
    """A browser that has the token, before a record of two processes."""
    client = client_of([*story(), *other_talks()])
    assert client.get("/enter", params={"token": TOKEN}).status_code == 303
    return client


def listed(desk: TestClient) -> dict[str, str]:
    """The ids of the processes by their names."""
    return {row["name"]: row["id"] for row in desk.get("/processes.json").json()["rows"]}


MAIN, OTHER = "Maretia–Veldania talks, 2031", "Chile–Veldania talks, 2031"


def test_the_overview_and_the_list_lead_to_each_process_with_words(client: TestClient, record: Record) -> None:
    (row,) = record.processes()
    for address in ("/", "/processes"):
        page = Page(client.get(address).text)
        assert f"/process/{row.id}" in page.links
        assert MAIN in page.text
        assert row.sources[0].quote in " ".join(page.text.split())


def test_a_process_shows_its_meetings_who_took_part_proposals_and_what_is_due(
    client: TestClient, record: Record
) -> None:
    (row,) = record.processes()
    html = client.get(f"/process/{row.id}").text
    text = " ".join(Page(html).text.split())
    for words in ("2031-05-05", "held", "Ilva Sorn", "Mediators", "Muscat", "list of prisoners", "Who took part"):
        assert words in text
    assert 'class="lanes"' in html
    assert "<button>Rename" not in html


def test_the_id_of_a_meeting_leads_to_its_process(client: TestClient, record: Record) -> None:
    (row,) = record.processes()
    answer = client.get(f"/process/{row.last}?known_by=2031-05-23")
    assert answer.headers["location"] == f"/process/{row.id}?known_by=2031-05-23"


def test_the_twins_of_a_process_hold_all_of_it(client: TestClient, record: Record) -> None:
    (row,) = record.processes()
    page = record.process(row.id)
    assert client.get(f"/process/{row.id}.json").json() == plain(page)
    lines = list(csv.DictReader(io.StringIO(client.get(f"/process/{row.id}.csv").text)))
    assert [line["id"] for line in lines if line["section"] == "meetings"] == [m.id for m in page.meetings]
    assert "## parts" in client.get(f"/process/{row.id}.md").text


def test_the_meetings_of_a_process_come_by_pages(client: TestClient, record: Record) -> None:
    (row,) = record.processes()
    first = client.get(f"/api/v1/processes/{row.id}?size=1").json()
    second = client.get(first["next"]).json()
    assert [m["id"] for m in (*first["meetings"], *second["meetings"])] == [
        m.id for m in record.process(row.id, limit=2).meetings
    ]
    assert 'rel="next"' in client.get(f"/process/{row.id}?size=1").text


def test_a_process_is_renamed_signed_and_dated_and_that_undone(desk: TestClient) -> None:
    id = listed(desk)[MAIN]
    answer = desk.post(f"/process/{id}", data={"action": "rename", "name": "Salt Coast talks", "reason": "usual"})
    assert answer.headers["location"] == f"/process/{id}"
    assert listed(desk)["Salt Coast talks"] == id
    (decision,) = desk.get(f"/process/{id}.json").json()["decisions"]
    assert (decision["by"], decision["recorded"], decision["reason"]) == ("Ada Quill", NOW, "usual")
    assert decision["id"] in desk.get(f"/process/{id}").text
    desk.post(f"/process/{id}", data={"action": "undo", "revokes": decision["id"]})
    assert MAIN in listed(desk)


def test_somebody_looks_up_another_process_and_joins_it(desk: TestClient) -> None:
    ids = listed(desk)
    page = desk.get(f"/process/{ids[MAIN]}?other=Chile").text
    assert OTHER in page
    assert f'value="{ids[OTHER]}"' in page
    desk.post(f"/process/{ids[MAIN]}", data={"action": "join", "other": ids[OTHER]})
    assert list(listed(desk).values()) == [ids[MAIN]]
    assert desk.get(f"/process/{ids[OTHER]}").headers["location"] == f"/process/{ids[MAIN]}"
    assert "No other process" in desk.get(f"/process/{ids[MAIN]}?other=Nowhere").text


def test_meetings_from_one_to_another_are_split_off(desk: TestClient) -> None:
    id = listed(desk)[MAIN]
    meetings = [m["id"] for m in desk.get(f"/process/{id}.json").json()["meetings"]]
    desk.post(f"/process/{id}", data={"action": "split", "first": meetings[-1], "last": meetings[-1]})
    rest = desk.get(f"/process/{id}.json").json()["meetings"]
    assert [m["id"] for m in rest] == meetings[:-1]
    assert len(desk.get("/processes.json").json()["rows"]) == 3


@pytest.mark.parametrize(
    "form",
    [{"action": "rename", "name": ""}, {"action": "split", "first": "x", "last": "y"}, {"action": "scatter"},
     {"action": "join", "other": "ffffffffffffffff"}, {"action": "undo", "revokes": "ffffffffffffffff"}],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_says_why(desk: TestClient, form: dict[str, str]) -> None:
    answer = desk.post(f"/process/{listed(desk)[MAIN]}", data=form)
    assert answer.status_code == 404
    assert 'role="alert"' in answer.text


def test_who_may_only_read_regroups_nothing(client: TestClient, record: Record) -> None:
    (row,) = record.processes()
    assert client.post(f"/process/{row.id}", data={"action": "rename", "name": "x"}).status_code == 403


def test_programs_regroup_with_a_token(client_of: Callable[..., TestClient]) -> None:
    client = client_of([*story(), *other_talks()])
    ids = listed(client)
    body = {"process": ids[MAIN], "action": "join", "others": ids[OTHER], "reason": "one matter"}
    assert client.post("/api/v1/groupings", json=body).status_code == 401
    assert client.post("/api/v1/groupings", json=body, headers=BEARER).status_code == 201
    named = {"process": ids[MAIN], "action": "rename", "name": "Salt Coast talks", "reason": "usual"}
    assert client.post("/api/v1/groupings", json=named, headers=BEARER).status_code == 201
    assert listed(client) == {"Salt Coast talks": ids[MAIN]}
    assert client.post("/api/v1/groupings", json={**body, "others": "none"}, headers=BEARER).status_code == 422


def test_the_parts_of_a_process_are_told_apart_by_their_days(desk: TestClient) -> None:
    id = listed(desk)[MAIN]
    meetings = desk.get(f"/process/{id}.json").json()["meetings"]
    desk.post(f"/process/{id}", data={"action": "split", "first": meetings[-1]["id"], "last": meetings[-1]["id"]})
    parts = [f"Maretia–Veldania talks, {part}" for part in ("2031-05-05", "2031-05-22")]
    assert set(listed(desk)) == {*parts, OTHER}
    text = desk.get("/processes").text
    assert all(part in text for part in parts)
    looked_up = desk.get(f"/process/{listed(desk)[OTHER]}?other=Maretia").text
    assert all(part in looked_up for part in parts)
