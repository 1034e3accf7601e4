"""The views for programs: as described, by pages, with entity tags; additions with the token only."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from desk_record import NOW, TOKEN
from starlette.testclient import TestClient

from communique.errors import InputError
from communique.reading.files import read_files
from communique.web.listings import LISTINGS
from talks import story

BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    return dict(client.get("/api/v1/openapi.json").json())


def validated(described: dict[str, Any], path: str, body: object) -> None:
    schema = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator({**schema, "components": described["components"]}).validate(body)


@pytest.mark.parametrize("name", [one.name for one in LISTINGS])
def test_lists_are_as_described(client: TestClient, described: dict[str, Any], name: str) -> None:
    body = client.get(f"/api/v1/{name}").json()
    assert body["rows"] == client.get(f"/{name}.json").json()["rows"]
    validated(described, f"/api/v1/{name}", body)


def test_single_things_are_as_described(client: TestClient, described: dict[str, Any]) -> None:
    entry = client.get("/api/v1/timeline").json()["rows"][0]
    for kind, id in (("entries", entry["id"]), ("reports", entry["sources"][0]["report"]),
                     ("names", client.get("/api/v1/names").json()["rows"][0]["id"]),
                     ("processes", client.get("/api/v1/processes").json()["rows"][0]["id"])):  # fmt: skip
        validated(described, f"/api/v1/{kind}/{{id}}", client.get(f"/api/v1/{kind}/{id}").json())


def test_the_pages_of_a_list_make_the_whole(client: TestClient) -> None:
    whole = client.get("/api/v1/statements").json()["rows"]
    address, rows = "/api/v1/statements?size=2", []
    while address:
        body = client.get(address).json()
        rows += body["rows"]
        address = body["next"]
    assert rows == whole


def test_who_has_the_answer_gets_its_tag_only(client: TestClient) -> None:
    first = client.get("/api/v1/timeline")
    again = client.get("/api/v1/timeline", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/timeline", headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("timeline?since=yesterday", 400),
        ("timeline?colour=red", 400),
        ("timeline?page=0", 400),
        ("timeline?size=501", 400),
        ("timeline?page=1000000", 400),
        (f"timeline?page={'9' * 5000}", 400),
        ("timeline?party=a%00b", 400),
        ("search?words=a%00b", 400),
        ("timeline?party=Nowhere", 404),
        ("entries/none", 404),
        ("reports/none", 404),
        ("names/none", 404),
        ("processes/none", 404),
    ],
)
def test_faults_are_problem_details(client: TestClient, address: str, status: int) -> None:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_a_report_is_added_read_and_dated(client_of: Callable[..., TestClient]) -> None:
    client = client_of(story())
    text = "OSLO, May 30 - Veldania and Maretia will hold a third round of talks in Oslo on June 3."
    body = {"outlet": "Northern Wire", "published": "2031-05-30", "title": "Third round set", "text": text}
    assert client.post("/api/v1/reports", json=body).status_code == 401
    added = client.post("/api/v1/reports", json=body, headers=BEARER)
    assert added.status_code == 201
    assert added.json()["is_new"]
    assert added.json()["claims"]
    assert client.get(f"/api/v1/reports/{added.json()['report']}").json()["title"] == "Third round set"
    assert not client.post("/api/v1/reports", json=body, headers=BEARER).json()["is_new"]


def test_a_correction_is_added_signed_and_dated(client_of: Callable[..., TestClient]) -> None:
    client = client_of(story())
    report = client.get("/api/v1/sources").json()["rows"][0]["id"]
    entry = client.get(f"/api/v1/reports/{report}").json()["entries"][0]["id"]
    body = {"report": report, "claim": entry, "action": "reject", "reason": "misread"}
    assert client.post("/api/v1/corrections", json=body).status_code == 401
    assert client.post("/api/v1/corrections", json=body, headers=BEARER).status_code == 201
    after = client.get(f"/api/v1/reports/{report}").json()["entries"][0]
    assert after["state"] == "rejected"
    assert (after["decisions"][0]["by"], after["decisions"][0]["recorded"]) == ("Ada Quill", NOW)


def test_an_edit_gives_a_field_one_value_or_several_or_none(client_of: Callable[..., TestClient]) -> None:
    client = client_of(story())
    report = client.get("/api/v1/sources").json()["rows"][0]["id"]

    def meeting() -> dict[str, Any]:
        entries = client.get(f"/api/v1/reports/{report}").json()["entries"]
        return dict(next(e for e in entries if e["kind"] == "meetings"))

    def told(**more: Any) -> int:
        body = {"report": report, "claim": meeting()["id"], "action": "edit", "reason": "misread", **more}
        return client.post("/api/v1/corrections", json=body, headers=BEARER).status_code

    def values(field: str) -> list[str]:
        return [m["value"] for m in meeting()["marks"] if m["role"] == field]

    assert told(field="parties", values=["Veldania", "Maretia", "Norway"]) == 201
    assert values("parties") == ["Veldania", "Maretia", "Norway"]
    assert told(field="place", value="Bergen") == 201
    assert values("place") == ["Bergen"]
    assert told(field="place", values=[]) == 201
    assert values("place") == []
    wrong: list[dict[str, Any]] = [{}, {"value": " "}, {"value": "Bergen", "values": ["Oslo"]}]
    wrong += [{"values": "Oslo"}, {"values": [1]}]
    assert [told(field="place", **one) for one in wrong] == [422] * len(wrong)
    assert values("place") == []


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"{", 400),
        (b"\xff", 400),
        (b"[]", 422),
        (b"{}", 422),
        (b'{"outlet": "x", "published": "May", "text": "x"}', 422),
        (b'{"outlet": "x", "published": "2031-05-30", "text": " "}', 422),
        (b'{"outlet": 1, "published": "2031-05-30", "text": "x"}', 422),
        (b'{"outlet": "x", "published": "2031-05-30", "text": "x", "more": 1}', 422),
        (b'{"outlet": "x", "published": "2031-05-30", "text": "\\ud800"}', 400),
        (b" " * 2_000_001, 413),
    ],
)
def test_bad_additions_are_refused_with_a_reason(
    client_of: Callable[..., TestClient], content: bytes, status: int
) -> None:
    answer = client_of(story()[:1]).post("/api/v1/reports", content=content, headers=BEARER)
    assert answer.status_code == status
    assert answer.json()["detail"]


FRENCH = (
    "Les délégations de Veldanie et de Marétie se sont rencontrées lundi à Oslo, après deux ans sans contact. "
    "Elles ont parlé des prisonniers et des îles, et se retrouveront dans une semaine."
)


@pytest.mark.parametrize(
    ("text", "why"),
    [(FRENCH, "the report is not in English (language 'fr')"), ("Talks\0 open in Oslo.", "this is no text")],
)
def test_what_the_command_would_not_add_is_refused_in_its_words(
    client_of: Callable[..., TestClient], tmp_path: Path, text: str, why: str
) -> None:
    client = client_of(story()[:1])
    before = client.get("/api/v1/sources").json()["rows"]
    body = {"outlet": "Northern Wire", "published": "2031-05-30", "text": text}
    answer = client.post("/api/v1/reports", json=body, headers=BEARER)
    assert answer.status_code == 422
    assert why in answer.json()["detail"]
    assert client.get("/api/v1/sources").json()["rows"] == before
    lines = tmp_path / "reports.jsonl"
    lines.write_text(json.dumps(body), encoding="utf-8")
    (error,) = read_files([str(lines)])
    assert isinstance(error, InputError)
    assert str(error).partition(": ")[2] == answer.json()["detail"].partition(": ")[2]
