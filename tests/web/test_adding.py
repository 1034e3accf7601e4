"""An entry that was not found is added by hand: from words marked or quoted, signed, with what was typed kept."""

import json
from collections.abc import Callable
from html import unescape

import pytest
from desk_record import NOW, TOKEN, Page
from starlette.testclient import TestClient

from communique.model.shapes import SHAPES
from communique.testing import a_report
from communique.web.adding import passage
from communique.web.fields import PREFIX
from talks import LONG

SAID = "Fishing crews from both shores waited outside the building with banners"
REPORT = a_report(
    "An envoy waited. “Nobody 🙂 came,” said Livia Moran.",
    "An envoy waited.",
    "Two\nlines.",
    title="One",
    outlet="Post",
)
STATEMENT = {
    "kind": "statements",
    "words": "“Nobody 🙂 came,” said Livia Moran.",
    f"{PREFIX}speaker": "Livia Moran",
    f"{PREFIX}content": "Nobody 🙂 came",
    f"{PREFIX}mode": "direct",
}


@pytest.fixture
def desk(client_of: Callable[..., TestClient]) -> TestClient:
    """A browser that has the token, before a record of a report in which nothing was found."""
    client = client_of([(REPORT, [])])
    assert client.get("/enter", params={"token": TOKEN}).status_code == 303
    return client


def entries(desk: TestClient) -> list[dict[str, object]]:
    return list(desk.get(f"/report/{REPORT.id}.json").json()["entries"])


def typed(html: str) -> dict[str, str]:
    """What the fields of the form hold."""
    form = html[html.index("<label>Words of the report") :]
    found = {}
    for part in form.split("<label>")[1:]:
        name = part.partition('name="')[2].partition('"')[0]
        if "<textarea" in part:
            value = part.partition("<textarea")[2].partition(">\n")[2].partition("</textarea>")[0]
        elif "<select" in part:
            value = part.partition(" selected")[0].rpartition('value="')[2].rstrip('"') if " selected" in part else ""
        else:
            value = part.partition('value="')[2].partition('"')[0]
        found[name] = unescape(value)
    return found


def test_a_statement_is_added_signed_with_its_words_and_shown(desk: TestClient) -> None:
    answer = desk.post(f"/add/{REPORT.id}", data={**STATEMENT, "reason": "missed"})
    assert answer.status_code == 303, answer.text
    (entry,) = entries(desk)
    assert answer.headers["location"] == f"/report/{REPORT.id}#entry-{entry['id']}"
    (row,) = desk.get("/statements.json").json()["rows"]
    assert (row["speaker"], row["content"], row["mode"]) == ("Livia Moran", ["Nobody 🙂 came"], "direct")
    assert row["sources"][0]["quote"] == STATEMENT["words"]
    page = desk.get(f"/review/{REPORT.id}").text
    assert f"added by Ada Quill, {NOW[:10]}" in page
    assert "missed" in json.dumps(entry)


def test_words_that_stand_twice_are_those_that_were_marked(desk: TestClient) -> None:
    words = "An envoy waited."
    later = REPORT.text.rindex(words)
    told = {"kind": "next_steps", "words": words, f"{PREFIX}what": "envoy", f"{PREFIX}modality": "planned"}
    desk.post(f"/add/{REPORT.id}", data={**told, "start": str(later), "end": str(later + len(words))})
    (entry,) = entries(desk)
    assert next(m for m in entry["marks"] if m["role"] == "evidence")["start"] == later  # type: ignore[attr-defined]


def test_a_field_of_several_values_has_one_a_line(desk: TestClient) -> None:
    told = {"kind": "meetings", "words": "An envoy waited.", f"{PREFIX}format": "visit", f"{PREFIX}status": "held"}
    desk.post(f"/add/{REPORT.id}", data={**told, f"{PREFIX}parties": "Veldania\r\nMaretia\r\n", f"{PREFIX}place": ""})
    (row,) = desk.get("/timeline.json").json()["rows"]
    assert sorted(row["parties"]) == ["Maretia", "Veldania"]
    assert row["place"] == ""


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"words": ""}, "Mark the words of the report"),
        ({"words": "Nobody at all came"}, "do not stand in the report"),
        ({f"{PREFIX}speaker": ""}, "needs speaker"),
        ({f"{PREFIX}mode": "sung"}, "mode is one of direct, indirect, mixed"),
        ({"kind": "songs"}, "an entry is one of"),
        ({"kind": "meetings", f"{PREFIX}format": "visit", f"{PREFIX}status": "held", f"{PREFIX}when": "soon"}, "EDTF"),
    ],
)
def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(
    desk: TestClient, wrong: dict[str, str], says: str
) -> None:
    told = {**STATEMENT, "reason": 'a "reason" <i>', **wrong}
    answer = desk.post(f"/add/{REPORT.id}", data=told)
    assert answer.status_code == 422
    assert says in unescape(answer.text)
    assert 'role="alert"' in answer.text
    kept = {name: "" if told.get(name) == "sung" else told.get(name, "") for name in typed(answer.text)}
    assert typed(answer.text) == kept
    assert kept["words"] == told["words"]
    assert not entries(desk)


def test_another_kind_keeps_the_words_that_were_marked(desk: TestClient) -> None:
    start = REPORT.text.index(STATEMENT["words"])
    told = {
        **STATEMENT,
        "start": str(start),
        "end": str(start + len(STATEMENT["words"])),
        "reason": "missed",
        f"{PREFIX}when": "2031-05-07",
        "action": "choose",
        "instead": "changes",
    }
    answer = desk.post(f"/add/{REPORT.id}", data=told)
    assert answer.status_code == 200
    assert not entries(desk)
    shown = typed(answer.text)
    assert (shown["words"], shown["reason"], shown[f"{PREFIX}when"]) == (told["words"], "missed", "2031-05-07")
    hidden = {a.get("name"): a.get("value") for tag, a in Page(answer.text).elements if a.get("type") == "hidden"}
    assert (hidden["kind"], hidden["start"], hidden["end"]) == ("changes", told["start"], told["end"])
    fields = {f"{PREFIX}person": "Livia Moran", f"{PREFIX}change": "appointed"}
    desk.post(f"/add/{REPORT.id}", data={**shown, **hidden, **fields, "instead": "changes"})
    (entry,) = entries(desk)
    assert entry["kind"] == "changes"


def test_each_kind_has_its_fields_with_labels(desk: TestClient) -> None:
    for kind, shape in SHAPES.items():
        html = desk.get(f"/add/{REPORT.id}", params={"kind": kind}).text
        Page(html)
        assert set(shape.fields) == {name.removeprefix(PREFIX) for name in typed(html)} - {"words", "reason"}
    assert desk.get(f"/add/{REPORT.id}?kind=songs").status_code == 404
    assert desk.get("/add/none").status_code == 404


def test_the_report_leads_to_the_form_for_who_may_edit(desk: TestClient, client: TestClient) -> None:
    assert f'action="/add/{REPORT.id}"' in desk.get(f"/report/{REPORT.id}").text
    other = client.get("/sources.json").json()["rows"][0]["id"]
    assert "/add/" not in client.get(f"/report/{other}").text
    assert "open the desk with the address" in client.get(f"/add/{other}").text
    assert client.post(f"/add/{other}", data=STATEMENT).status_code == 403


def test_additions_from_other_sites_are_refused(desk: TestClient) -> None:
    answer = desk.post(f"/add/{REPORT.id}", data=STATEMENT, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert not entries(desk)


def test_words_may_be_broken_into_lines_otherwise_than_in_the_report() -> None:
    text = "\n\n".join(LONG)
    for words in (SAID, SAID.replace(" ", "\r\n", 3), f"  {SAID} "):
        span = passage(text, words)
        assert text[span.start : span.end] == SAID
    assert passage("a  b a b", "a b", ("4", "9")) == passage("xxxxxa b", "a b")
    assert passage("a  b a b", "a b", ("6", "1")) == passage("a  b", "a b", ("x", "9" * 5000))
