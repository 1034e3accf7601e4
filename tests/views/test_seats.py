"""Who sat where: titles of one seat, whose seat it is, what opened and closed it, and two who are said to hold it."""

from pathlib import Path

import pytest

from communique import Record
from communique.model.rows import SeatRow
from communique.testing import a_claim, a_report

MOMENT = "2031-06-01T08:00:00Z"


def _told(record: Record, outlet: str, published: str, person: str, **fields: str) -> None:
    kind = "changes" if "change" in fields else "offices"
    said = f"{person}, {fields['role']} of Veldania, spoke after the session in Oslo."
    report = a_report(said, outlet=outlet, published=published)
    given = {"country": "Veldania", **({} if kind == "changes" else {"status": "current"}), **fields}
    record.keep(report, [a_claim(report, kind, said=said, person=person, **given)], version="1", recorded=MOMENT)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "seats.db")


def _heads(record: Record, on: str = "") -> list[SeatRow]:
    return record.who(seat="head of the delegation", party="Veldania", on=on)


def test_whoever_leads_or_heads_a_delegation_has_one_seat(record: Record) -> None:
    _told(record, "Courier", "2031-05-02", "Ilva Sorn", role="leader of the delegation")
    _told(record, "Courier", "2031-05-02", "Jan Brok", role="deputy head of the delegation")
    _told(record, "Courier", "2031-05-02", "Mara Dun", role="foreign minister")

    assert [r.person for r in _heads(record)] == ["Ilva Sorn"]


def test_a_seat_of_another_party_is_left_out(record: Record) -> None:
    _told(record, "Courier", "2031-05-02", "Ilva Sorn", role="head of the delegation")
    _told(record, "Courier", "2031-05-02", "Darro Kest", role="head of the delegation", country="Maretia")

    assert [r.person for r in record.who(seat="delegation head", party="Maretia")] == ["Darro Kest"]


def test_a_seat_is_opened_and_closed_by_the_words_of_a_change(record: Record) -> None:
    _told(record, "Courier", "2031-05-02", "Ilva Sorn", role="head of the delegation")
    _told(
        record,
        "Courier",
        "2031-05-10",
        "Jan Brok",
        role="leader of the delegation",
        change="appointed",
        replaces="Ilva Sorn",
        when="2031-05-09",
    )
    _told(record, "Courier", "2031-05-11", "Jan Brok", role="head of the delegation")

    before, after = _heads(record)
    assert (before.person, before.until, after.person, after.since) == (
        "Ilva Sorn",
        "2031-05-09",
        "Jan Brok",
        "2031-05-09",
    )
    assert before.closed is not None
    assert after.opened == before.closed
    assert [r.person for r in _heads(record, "2031-05-05")] == ["Ilva Sorn"]
    assert [r.person for r in _heads(record, "2031-05-12")] == ["Jan Brok"]


def test_the_age_of_the_last_confirmation_is_counted_to_the_day_asked_about(record: Record) -> None:
    _told(record, "Courier", "2031-05-02", "Ilva Sorn", role="head of the delegation")
    _told(record, "Courier", "2031-05-12", "Ilva Sorn", role="head of the delegation")

    assert [r.unconfirmed for r in _heads(record, "2031-05-10")] == [8]
    assert [r.unconfirmed for r in _heads(record, "2031-05-20")] == [8]


def test_two_heads_of_one_delegation_at_a_time_are_a_dispute(record: Record) -> None:
    for published, person in (("02", "Ilva Sorn"), ("03", "Jan Brok"), ("04", "Ilva Sorn"), ("05", "Jan Brok")):
        _told(record, "Courier", f"2031-05-{published}", person, role="head of the delegation")

    assert [(r.person, r.disputes) for r in _heads(record)] == [("Ilva Sorn", ("holder",)), ("Jan Brok", ("holder",))]
