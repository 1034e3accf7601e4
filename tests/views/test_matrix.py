"""Party by issue by time: issues across wordings, movement proved by two sentences, silence shown as silence."""

import random
from pathlib import Path

import pytest

from communique import Record
from communique.model.matrix import CellRow, IssueRow
from communique.testing import a_claim, a_report

MOMENT = "2031-06-01T08:00:00Z"

Told = tuple[str, str, str, str, str]
"""Outlet, day of May 2031, party, stance and issue."""

STORY: tuple[Told, ...] = (
    ("Courier", "02", "Veldania", "rejects", "a truce"),
    ("Harbour Daily", "03", "Maretia", "demands", "an immediate ceasefire"),
    ("Courier", "09", "Veldania", "accepts", "the cessation of hostilities"),
    ("Courier", "10", "Orsk Front", "demands", "the release of prisoners"),
)


def told(record: Record, outlet: str, day: str, party: str, stance: str, issue: str) -> None:
    said = f"{party} {stance} {issue}, a spokesman told the {outlet} on the quay."
    report = a_report(said, outlet=outlet, published=f"2031-05-{day}")
    claim = a_claim(report, "positions", said=said, party=party, stance=stance, issue=issue)
    record.keep(report, [claim], version="1", recorded=f"2031-05-{day}T20:00:00Z")


@pytest.fixture
def record(tmp_path: Path) -> Record:
    made = Record.open(tmp_path / "matrix.db")
    for one in STORY:
        told(made, *one)
    return made


def row(record: Record, issue: str, **asked: str) -> IssueRow:
    return record.matrix(issue=issue, **asked)[0]


def cell(found: IssueRow, party: str) -> CellRow:
    return next(c for c in found.cells if c.party == party)


def test_one_issue_is_one_row_in_whatever_words(record: Record) -> None:
    found = row(record, "truce")
    assert found.issue == "ceasefire"
    assert found.wordings == ("a truce", "an immediate ceasefire", "the cessation of hostilities")


def test_a_movement_is_the_last_sentence_before_and_the_first_after(record: Record) -> None:
    (move,) = cell(row(record, "ceasefire"), "Veldania").moves
    assert [(s.stance, s.published, s.words.outlet) for s in (move.earlier, move.later)] == [
        ("rejects", "2031-05-02", "Courier"),
        ("accepts", "2031-05-09", "Courier"),
    ]
    assert move.later.words.quote.startswith("Veldania accepts the cessation of hostilities")


def test_who_spoke_of_other_things_is_silent_and_who_is_asked_for_in_vain_unreported(record: Record) -> None:
    assert cell(row(record, "ceasefire"), "Orsk Front").state == "silent"
    words = cell(row(record, "ceasefire"), "Orsk Front").words
    assert words is not None
    assert "the release of prisoners" in words.quote
    assert cell(row(record, "prisoners"), "Maretia").state == "silent"
    assert cell(row(record, "ceasefire", since="2031-05-09"), "Veldania").state == "spoke"


def test_a_party_of_which_the_period_has_nothing_is_unreported_when_it_is_asked_for(record: Record) -> None:
    told(record, "Courier", "20", "Tal Coast League", "supports", "a ceasefire")
    found = record.matrix(issue="ceasefire", since="2031-05-15")
    assert [c.party for c in found[0].cells] == ["Tal Coast League"]
    assert record.matrix(issue="ceasefire", party="Maretia", since="2031-05-15")[0].cells[0].state == "unreported"


@pytest.mark.parametrize(
    ("stance", "issue"),
    [
        ("accepts", "a temporary truce"),
        ("supports", "ending the truce"),
        ("demands", "no truce"),
        ("denies", "a truce"),
        ("accepts", "a truce on the Salt Coast before the spawning season"),
    ],
)
def test_another_issue_or_the_issue_turned_round_proves_no_movement(record: Record, stance: str, issue: str) -> None:
    told(record, "Courier", "06", "Maretia", stance, issue)
    assert cell(row(record, "truce"), "Maretia").moves == ()


def test_reports_of_one_day_that_disagree_prove_no_movement(record: Record) -> None:
    told(record, "Courier", "08", "Maretia", "rejects", "a ceasefire")
    told(record, "Harbour Daily", "08", "Maretia", "supports", "a ceasefire")
    assert cell(row(record, "truce"), "Maretia").moves == ()


def test_a_sentence_that_does_not_name_the_party_proves_nothing(record: Record) -> None:
    said = "They would reject a ceasefire, it was heard on the quay."
    report = a_report("Maretia spoke.", said, outlet="Courier", published="2031-05-08")
    claim = a_claim(report, "positions", said=said, party="Maretia", stance="rejects", issue="a ceasefire")
    record.keep(report, [claim], version="1", recorded=MOMENT)
    assert cell(row(record, "truce"), "Maretia").moves == ()
    assert len(cell(row(record, "truce"), "Maretia").stands) == 2


def test_what_was_known_by_a_day_has_no_later_movement(record: Record) -> None:
    assert record.at(known_by="2031-05-08").matrix(issue="truce")[0].cells[0].moves == ()
    assert record.at(recorded_by="2031-05-08").matrix(issue="truce")[0].cells[0].moves == ()
    assert row(record, "truce", as_of="2031-05-08").until == "2031-05-08"
    assert cell(row(record, "truce", as_of="2031-05-08"), "Veldania").moves == ()


def test_the_matrix_is_the_same_in_any_order_of_reports(tmp_path: Path, record: Record) -> None:
    for number in range(3):
        shuffled = list(STORY)
        random.Random(number).shuffle(shuffled)
        with Record.open(tmp_path / f"{number}.db") as other:
            for one in shuffled:
                told(other, *one)
            assert other.matrix(issue="truce") == record.matrix(issue="truce")
            assert other.matrix() == record.matrix()
