"""Entries are accepted, rejected, edited and that undone; names are joined and parted; all of it signed and dated."""

from html import unescape
from typing import Any

from desk_record import NOW
from starlette.testclient import TestClient

from communique.model.shapes import SHAPES
from communique.web.fields import PREFIX


def a_report(desk: TestClient) -> dict[str, Any]:
    """The report with most entries."""
    row = max(desk.get("/review.json").json()["rows"], key=lambda r: r["entries"])
    return dict(desk.get(f"/report/{row['id']}.json").json())


def decided(desk: TestClient, report: str, entry: str, **told: str) -> dict[str, Any]:
    answer = desk.post(f"/review/{report}/{entry}", data=told)
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == f"/review/{report}#entry-{entry}"
    return next(e for e in desk.get(f"/report/{report}.json").json()["entries"] if e["id"] == entry)


def test_an_entry_begins_as_proposed_and_is_accepted_with_name_and_day(desk: TestClient) -> None:
    report = a_report(desk)
    entry = report["entries"][0]
    assert entry["state"] == "proposed"
    after = decided(desk, report["id"], entry["id"], action="accept")
    assert after["state"] == "accepted"
    (decision,) = after["decisions"]
    assert (decision["by"], decision["recorded"]) == ("Ada Quill", NOW)
    assert "accepted" in desk.get(f"/review/{report['id']}").text
    assert max(row["decided"] for row in desk.get("/review.json").json()["rows"]) == 1


def test_a_rejected_entry_leaves_the_record_and_comes_back_when_that_is_undone(desk: TestClient) -> None:
    report = a_report(desk)
    entry = next(e for e in report["entries"] if e["kind"] == "statements")
    said = {row["id"] for row in desk.get("/statements.json").json()["rows"]}
    after = decided(desk, report["id"], entry["id"], action="reject", reason="not a name")
    assert after["state"] == "rejected"
    assert after["decisions"][0]["reason"] == "not a name"
    counts = {r["id"]: len(r["sources"]) for r in desk.get("/statements.json").json()["rows"]}
    assert entry["fact"] not in counts or counts[entry["fact"]] >= 1
    again = decided(desk, report["id"], entry["id"], action="undo", revokes=after["decisions"][0]["id"])
    assert again["state"] == "proposed"
    assert again["decisions"][0]["is_undone"]
    assert {row["id"] for row in desk.get("/statements.json").json()["rows"]} == said


def of_kind(report: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(e for e in report["entries"] if e["kind"] == kind)


def values(entry: dict[str, Any], field: str) -> list[str]:
    return [mark["value"] for mark in entry["marks"] if mark["role"] == field]


def fields_of(desk: TestClient, report: str, entry: str) -> dict[str, str]:
    """What the fields of an entry's form hold, and which there are."""
    html = desk.get(f"/review/{report}").text.partition(f'id="entry-{entry}"')[2].partition('class="editing"')[2]
    html = html.partition("</details>")[0]
    found = {}
    for part in html.split('name="field.')[1:]:
        name, _, rest = part.partition('"')
        if "</textarea>" in rest:
            found[name] = rest.partition(">\n")[2].partition("</textarea>")[0]
        elif "</select>" in rest:
            found[name] = rest.partition('" selected')[0].rpartition('value="')[2] if " selected" in rest else ""
        else:
            found[name] = rest.partition('value="')[2].partition('"')[0]
    return {name: unescape(value) for name, value in found.items()}


def typed(fields: dict[str, str], **changes: str) -> dict[str, str]:
    """A form in which some fields were typed anew."""
    return {f"{PREFIX}{name}": value for name, value in {**fields, **changes}.items()}


def test_an_edit_gives_a_field_another_value(desk: TestClient) -> None:
    report = a_report(desk)
    entry = of_kind(report, "statements")
    fields = fields_of(desk, report["id"], entry["id"])
    after = decided(desk, report["id"], entry["id"], action="edit", **typed(fields, speaker="Darro Kest"))
    assert after["state"] == "edited"
    assert [(d["field"], d["value"]) for d in after["decisions"]] == [("speaker", "Darro Kest")]
    assert values(after, "speaker") == ["Darro Kest"]


def test_the_fields_hold_what_is_there_one_value_a_line_and_the_others_stay(desk: TestClient) -> None:
    report = a_report(desk)
    entry = of_kind(report, "meetings")
    fields = fields_of(desk, report["id"], entry["id"])
    assert set(fields) >= set(SHAPES["meetings"].fields)
    assert fields["parties"].splitlines() == values(entry, "parties") == ["Veldania", "Maretia"]
    assert (fields["status"], fields["topic"]) == ("held", "")
    changes = {"parties": "Veldania\r\n Maretia \r\nNorway\r\n", "topic": "Salt Coast"}
    after = decided(desk, report["id"], entry["id"], action="edit", **typed(fields, **changes))
    assert values(after, "parties") == ["Veldania", "Maretia", "Norway"]
    assert values(after, "topic") == ["Salt Coast"]
    assert values(after, "place") == values(entry, "place")
    page = desk.get(f"/review/{report['id']}").text
    assert "edit parties: Veldania; Maretia; Norway by Ada Quill" in page


def test_a_form_from_before_another_edit_takes_nothing_back(desk: TestClient) -> None:
    report = a_report(desk)
    entry = of_kind(report, "meetings")
    fields = fields_of(desk, report["id"], entry["id"])
    decided(desk, report["id"], entry["id"], action="edit", seen="", **typed(fields, place="Bergen"))
    told = {"action": "edit", "seen": "", **typed(fields, topic="Salt Coast")}
    answer = desk.post(f"/review/{report['id']}/{entry['id']}", data=told)
    assert answer.status_code == 409
    assert "Ada Quill edited this entry" in answer.text
    after = decided(desk, report["id"], entry["id"], action="accept", seen="")
    assert (values(after, "place"), values(after, "topic")) == (["Bergen"], [])


def test_a_field_is_emptied(desk: TestClient) -> None:
    report = a_report(desk)
    entry = of_kind(report, "meetings")
    fields = fields_of(desk, report["id"], entry["id"])
    after = decided(desk, report["id"], entry["id"], action="edit", **typed(fields, place="", mediators=" "))
    assert values(after, "place") == values(after, "mediators") == []
    assert values(after, "participants") == values(entry, "participants")
    assert "edit place: not said by Ada Quill" in desk.get(f"/review/{report['id']}").text


def test_fields_of_few_values_offer_them(desk: TestClient) -> None:
    report = a_report(desk)
    page = desk.get(f"/review/{report['id']}").text
    for option in ("cancelled", "summit", "open_to"):
        assert f'<option value="{option}">' in page


def test_an_edit_that_says_nothing_new_or_nothing_known_keeps_nothing(desk: TestClient) -> None:
    report = a_report(desk)
    entry = of_kind(report, "meetings")
    fields = fields_of(desk, report["id"], entry["id"])
    for told, says in (
        (typed(fields), "Nothing was changed"),
        (typed(fields, nothing="x"), "An edit names a field"),
        (typed(fields, place="Bergen", status="sung"), "status is one of"),
        (typed(fields, place="Bergen", when="soon"), "EDTF"),
        (typed(dict.fromkeys(fields, "")), "reject it instead"),
    ):
        answer = desk.post(f"/review/{report['id']}/{entry['id']}", data={"action": "edit", **told})
        assert answer.status_code == 404
        assert says in unescape(answer.text)
        assert 'role="alert"' in answer.text
    assert all(not e["decisions"] for e in desk.get(f"/report/{report['id']}.json").json()["entries"])


def test_what_cannot_be_done_changes_nothing(desk: TestClient) -> None:
    report = a_report(desk)
    entry = report["entries"][0]["id"]
    for address, told in (
        (f"/review/{report['id']}/{entry}", {"action": "praise"}),
        (f"/review/{report['id']}/{entry}", {"action": "undo", "revokes": "none"}),
        (f"/review/{report['id']}/none", {"action": "accept"}),
        ("/review/none/none", {"action": "accept"}),
        (f"/review/{report['id']}", {"action": "edit", "rule": "testing"}),
    ):
        assert desk.post(address, data=told).status_code == 404
    assert all(e["state"] == "proposed" for e in desk.get(f"/report/{report['id']}.json").json()["entries"])


def test_all_undecided_entries_of_a_rule_are_decided_at_once(desk: TestClient) -> None:
    report = a_report(desk)
    first = report["entries"][0]["id"]
    decided(desk, report["id"], first, action="reject")
    desk.post(f"/review/{report['id']}", data={"rule": "testing", "action": "accept"})
    states = {e["id"]: e["state"] for e in desk.get(f"/report/{report['id']}.json").json()["entries"]}
    assert states.pop(first) == "rejected"
    assert set(states.values()) == {"accepted"}


def test_rules_are_named_with_how_many_entries_they_leave_to_be_decided(desk: TestClient) -> None:
    report = a_report(desk)
    count = len(report["entries"])
    page = desk.get(f"/review/{report['id']}").text
    assert f'<option value="testing">testing ({count})</option>' in page
    assert page.count("rule testing</span>") == count
    decided(desk, report["id"], report["entries"][0]["id"], action="reject")
    assert f"testing ({count - 1})" in desk.get(f"/review/{report['id']}").text
    desk.post(f"/review/{report['id']}", data={"rule": "testing", "action": "accept"})
    assert "All undecided" not in desk.get(f"/review/{report['id']}").text


def test_a_report_whose_entries_were_rejected_is_checked_and_not_accepted(desk: TestClient) -> None:
    report = a_report(desk)
    count = len(report["entries"])
    decided(desk, report["id"], report["entries"][0]["id"], action="accept")
    desk.post(f"/review/{report['id']}", data={"rule": "testing", "action": "reject"})
    (row,) = (row for row in desk.get("/review.json").json()["rows"] if row["id"] == report["id"])
    assert (row["decided"], row["rejected"]) == (count, count - 1)
    page = desk.get("/review").text
    assert f"{count}, {count - 1} of them rejected" in page
    assert ">checked<" in page
    assert ">accepted<" not in page


def names_of(desk: TestClient) -> dict[str, str]:
    return {
        row["name"]: row["id"] for row in desk.get("/names.json?size=500").json()["rows"] if row["kind"] == "person"
    }


def test_two_spellings_are_joined_and_parted_again(desk: TestClient) -> None:
    before = names_of(desk)
    one, other = before["Ilva Sorn"], before["Darro Kest"]
    assert "Darro Kest" in desk.get(f"/name/{one}?other=Darro+Kest").text
    joined = desk.post(f"/name/{one}/join", data={"other": other})
    assert joined.status_code == 303
    for id in (one, other):
        assert "Ilva Sorn" in desk.get(f"/name/{id}").text
    assert len(names_of(desk)) == len(before) - 1
    (row,) = desk.get("/names.json?name=Darro+Kest").json()["rows"]
    assert set(row["names"]) >= {"Ilva Sorn", "Darro Kest"}
    page = desk.get(f"/name/{row['id']}").text
    assert "Ada Quill, 2031-06-02" in page
    revokes = page.partition('name="revokes" value="')[2].partition('"')[0]
    assert desk.post(f"/name/{row['id']}/join", data={"revokes": revokes}).status_code == 303
    assert names_of(desk) == before
    after = desk.get(f"/name/{one}").text
    assert "undone by Ada Quill, 2031-06-02" in after
    assert 'name="revokes"' not in after
    assert "unsure" not in after


def test_a_form_of_a_name_is_parted_from_the_others(desk: TestClient) -> None:
    before = names_of(desk)
    desk.post(f"/name/{before['Ilva Sorn']}/join", data={"other": before["Darro Kest"]})
    (row,) = desk.get("/names.json?name=Darro+Kest").json()["rows"]
    revokes = desk.get(f"/name/{row['id']}").text.partition('name="revokes" value="')[2].partition('"')[0]
    desk.post(f"/name/{row['id']}/join", data={"revokes": revokes})
    answer = desk.post(f"/name/{before['Ilva Sorn']}/join", data={"form": "Ilva Sorn"})
    assert answer.status_code == 404
    assert "only name" in answer.text


def test_things_of_two_kinds_are_never_one(desk: TestClient) -> None:
    rows = desk.get("/names.json?size=500").json()["rows"]
    person, place = (next(r for r in rows if r["kind"] == kind) for kind in ("person", "place"))
    answer = desk.post(f"/name/{person['id']}/join", data={"other": place["id"]})
    assert answer.status_code == 404
    assert "cannot be the same" in answer.text
