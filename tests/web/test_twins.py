"""JSON, CSV and Markdown hold the rows of the page, and nothing in them is run by what opens them."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from communique import Record
from communique.model.plain import plain
from communique.testing import a_claim, a_report
from communique.web.listings import LISTINGS


@pytest.mark.parametrize("name", [one.name for one in LISTINGS])
def test_the_twins_of_a_list_hold_its_rows(client: TestClient, name: str) -> None:
    rows = client.get(f"/{name}.json").json()["rows"]
    read = list(csv.DictReader(io.StringIO(client.get(f"/{name}.csv").text)))
    assert [row["id"] for row in read] == [row["id"] for row in rows]
    marks = client.get(f"/{name}.md").text
    assert marks.count("\n|") == len(rows) + 2 if rows else marks.startswith("# ")
    html = client.get(f"/{name}").text
    assert all(row["id"] in html for row in rows)


def test_json_is_the_row_as_python_gives_it(client: TestClient, record: Record) -> None:
    assert client.get("/timeline.json").json()["rows"] == plain(list(record.timeline()))


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_pages_about_one_thing_have_twins(client: TestClient, record: Record, form: str) -> None:
    row = record.timeline()[0]
    name = record.at().names()[0]
    process = record.processes()[0]
    things = (f"/entry/{row.id}", f"/report/{row.sources[0].report}", f"/name/{name.id}", f"/process/{process.id}")
    for address in things:
        answer = client.get(f"{address}.{form}")
        assert answer.status_code == 200
        assert f'href="{address}.{form}"' in client.get(address).text


def test_the_text_of_a_report_is_kept_to_the_letter(client: TestClient, record: Record) -> None:
    report = record.sources()[0].id
    assert client.get(f"/report/{report}.txt").text == record.at().read(report).text


def test_no_cell_is_a_formula_and_no_mark_breaks_a_table(client_of: Callable[..., TestClient]) -> None:
    said = '=HYPERLINK("http://x") | `<b>`'
    report = a_report(f"Ilva Sorn said {said} again.", outlet="=1+1")
    claim = a_claim(report, "statements", speaker="Ilva Sorn", mode="indirect", content=said, cue="said")
    client = client_of([(report, [claim])])
    (row,) = list(csv.DictReader(io.StringIO(client.get("/statements.csv").text)))
    assert row["content"].startswith("'=HYPERLINK")
    line = client.get("/statements.md").text.splitlines()[-1]
    assert "\\| \\`\\<b\\>\\`" in line


def test_what_a_person_changed_is_marked_in_every_twin(desk: TestClient) -> None:
    entry = desk.get("/timeline.json").json()["rows"][0]
    report, claim = entry["sources"][0]["report"], entry["sources"][0]["claim"]
    edit = {"action": "edit", "field.place": "Bergen"}
    assert desk.post(f"/review/{report}/{claim}", data=edit).status_code == 303
    mark = "place corrected by Ada Quill, 2031-06-02, in no words of the report; read: Oslo"
    for address in ("/timeline", f"/entry/{entry['id']}"):
        assert mark in desk.get(f"{address}.csv").text
        assert mark in desk.get(f"{address}.md").text.replace("\\", "")


def test_words_that_stand_no_more_are_marked_in_every_twin(client_of: Callable[..., TestClient]) -> None:
    first = a_report("Sorn will lead.", "Talks open in Oslo.", url="https://courier.example/1", published="2031-05-02")
    later = replace(
        a_report("Kest will lead.", "Talks open in Oslo.", url="https://courier.example/1", published="2031-05-02"),
        modified="2031-05-03",
    )
    said = a_claim(first, "next_steps", said="Sorn will lead.", who=["Sorn"], what="lead", modality="planned")
    client = client_of([(first, [said]), (later, [])])
    (row,) = client.get("/next.json?every=1").json()["rows"]
    assert row["sources"][0]["unsupported_since"]
    assert "[unsupported since 2031-05-03]" in client.get("/next.csv?every=1").text
    assert "unsupported since 2031-05-03" in client.get(f"/entry/{row['id']}.md").text
