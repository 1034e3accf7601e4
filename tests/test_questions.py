"""What can be asked about meetings and chains, from a record in a file."""

from pathlib import Path

import pytest

from communique import Record
from communique.errors import QueryError
from communique.testing import MONDAY, a_claim, a_report
from talks import story


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    made = Record.open(tmp_path_factory.mktemp("questions") / "r.db")
    for report, claims in story():
        made.keep(report, claims, version="1", recorded=MONDAY)
    return made


def test_meetings_come_with_lives_whose_steps_have_their_words(record: Record) -> None:
    first, *_ = record.meetings()
    assert (first.place, first.status, first.channel) == ("Oslo", "held", "mediated")
    assert [s.status for s in first.life] == ["held"]
    assert first.life[0].words.quote.startswith("The delegations of Veldania and Maretia opened talks")


def test_who_was_there_by_whose_account_is_told(record: Record) -> None:
    first, *_ = record.meetings(party="Veldania")
    sorn = next(p for p in first.present if p.name == "Ilva Sorn")
    assert sorn.is_agreed
    assert set(sorn.outlets) == {"The Courier", "Harbour Daily"}


def test_meetings_can_be_asked_for_by_days_status_and_party(record: Record) -> None:
    assert {m.status for m in record.meetings(status="held")} == {"held"}
    assert [m.place for m in record.meetings(until="2031-05-10")] == ["Oslo"]
    assert record.meetings(party="Norway", since="2031-05-10") == []


def test_a_page_knows_rounds_that_stand_on_other_pages(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.db") as record:
        for month in ("05", "06", "07"):
            said = f"Delegations of Veldania and Maretia met in Oslo on 3 {month}."
            report = a_report(said, outlet="The Courier", published=f"2031-{month}-04")
            fields = {"format": "talks", "place": "Oslo", "when": f"2031-{month}-03", "status": "held"}
            claim = a_claim(report, "meetings", said=said, parties=["Veldania", "Maretia"], **fields)
            record.keep(report, [claim], version="1", recorded=MONDAY)
        whole = record.meetings()
        assert [m.before for m in whole] == ["", whole[0].id, whole[1].id]
        assert [m.after for m in whole] == [whole[1].id, whole[2].id, ""]
        assert [record.meetings(limit=1, offset=n)[0] for n in range(3)] == whole


def test_a_chain_names_the_first_outlet_its_relays_and_the_silent(record: Record) -> None:
    first, *_ = record.chains()
    assert first.first == "Courier"
    assert {(c.outlet, c.lag, c.relation) for c in first.carriers} >= {("Radio Skerry", 1, "credit")}
    assert first.origins == ("Courier",)
    assert not {c.outlet for c in first.carriers} & set(first.silent)


def test_chains_are_asked_for_by_kind_and_day(record: Record) -> None:
    assert {c.kind for c in record.chains(kind="statements")} == {"statements"}
    assert len(record.chains(since="2031-05-20")) < len(record.chains())
    with pytest.raises(QueryError, match=r"'gossip'.*Kinds are"):
        record.chains(kind="gossip")


def test_an_empty_record_has_no_meetings_and_no_chains(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.db") as empty:
        assert (empty.meetings(), empty.chains()) == ([], [])
