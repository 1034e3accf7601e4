"""The page of a meeting: how the sides talked, the rounds before and after it, and the process that it is part of."""

import csv
import io

from desk_record import Page
from starlette.testclient import TestClient

from communique import Record
from communique.model.meeting import MeetingPage
from communique.model.plain import plain


def mediated(record: Record) -> MeetingPage:
    return record.meeting(next(row.id for row in record.meetings() if row.channel == "mediated"))


def test_a_meeting_shows_its_channel_and_leads_to_the_next_round_and_its_process(
    client: TestClient, record: Record
) -> None:
    page = mediated(record)
    html = Page(client.get(f"/entry/{page.meeting.id}").text)
    text = " ".join(html.text.split())
    assert "Channel of contact mediated" in text
    assert f"Round after {page.rounds[0].when}" in text
    assert page.process is not None
    assert {f"/entry/{page.rounds[0].id}", f"/process/{page.process.id}"} <= set(html.links)


def test_a_channel_that_nobody_tells_is_said_not_to_be(client: TestClient, record: Record) -> None:
    row = next(row for row in record.meetings() if not row.channel)
    assert "Channel of contact not said" in " ".join(Page(client.get(f"/entry/{row.id}").text).text.split())


def test_the_twins_of_a_meeting_hold_the_same(client: TestClient, record: Record) -> None:
    page = mediated(record)
    address = f"/entry/{page.meeting.id}"
    found = client.get(f"{address}.json").json()
    assert found["contact"] == [plain(page.contact)]
    assert found["rounds"] == plain(list(page.rounds))
    assert found["processes"] == [plain(page.process)]
    sections = {line["section"] for line in csv.DictReader(io.StringIO(client.get(f"{address}.csv").text))}
    assert {"fields", "contact", "rounds", "processes"} <= sections
    for section in ("contact", "rounds", "processes"):
        assert f"## {section}" in client.get(f"{address}.md").text


def test_what_is_no_meeting_has_no_such_section(client: TestClient, record: Record) -> None:
    html = client.get(f"/entry/{record.said()[0].id}").text
    assert "Channel of contact" not in html
    assert "contact" not in client.get(f"/entry/{record.said()[0].id}.json").json()
