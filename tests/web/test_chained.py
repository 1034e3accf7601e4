"""Who had something from whom: each outlet once, beside those it comes from, in the list as in the drawing."""

from desk_record import Page
from starlette.testclient import TestClient

from communique import Record
from communique.web.chained import branches, chained


def test_every_carrier_stands_in_one_branch(record: Record) -> None:
    rows = record.at().retold()
    assert rows
    for row in rows:
        held = [c for b in branches(row) for c in ((b.own,) if b.own else ()) + b.carried]
        assert sorted(c.outlet for c in held) == sorted(c.outlet for c in row.carriers)


def test_who_had_it_from_somebody_is_drawn_to_the_right(record: Record) -> None:
    row = next(r for r in record.at().retold() if {c.relation for c in r.carriers} > {"own"})
    drawing = chained(row)
    assert drawing
    assert len(drawing.edges) == sum(c.relation != "own" for c in row.carriers)
    assert all(x1 < x2 for x1, _, x2, _, _ in drawing.edges)
    assert max(n.x for n in drawing.nodes) < drawing.width


def test_an_entry_shows_who_had_it_from_whom_and_who_was_silent(client: TestClient, record: Record) -> None:
    row = next(r for r in record.at().retold() if {c.relation for c in r.carriers} > {"own"})
    page = Page(client.get(f"/entry/{row.id}").text)
    assert "Who had it from whom" in page.text
    assert "independent source" in page.text
    assert any(tag == "svg" for tag, _ in page.elements)
    assert client.get(f"/entry/{row.id}.json").json()["carriers"][0]["outlet"] == row.carriers[0].outlet


def test_events_can_be_asked_for_by_party_and_day(client: TestClient) -> None:
    every = client.get("/chains.json").json()["rows"]
    assert every
    assert client.get("/chains.json?since=2040-01-01").json()["rows"] == []
    assert client.get("/chains.json?party=Veldania").json()["rows"]
    assert client.get("/chains?as_of=2031-05-06").status_code == 200
