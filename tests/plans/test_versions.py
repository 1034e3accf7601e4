"""Plans across reports: which proposals are versions of one, their points, and who accepts or refuses them."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from communique import Record
from communique.errors import QueryError
from communique.model.claim import Claim
from communique.model.report import Report
from communique.testing import MONDAY, a_claim, a_report

Told = tuple[Report, list[Claim]]

OSTRAND, TORVIK = ["Ostrand"], ["Torvik"]

FLOATED = "Ostrand has drafted a 28-point plan for the Salt Coast, two envoys said."
CUT = "Negotiators in Bern cut the plan from 28 points to 19, a mediator said."
LATER = "Ostrand's 19-point plan was sent to both capitals."


def told(published: str, said: str, *rest: str, outlet: str = "Courier", **fields: object) -> Told:
    """A report that tells of a proposal."""
    report = a_report(said, *rest, outlet=outlet, published=published)
    given = {"status": "submitted", **fields}
    return report, [a_claim(report, "proposals", said=said, **given)]  # type: ignore[arg-type]


def story() -> list[Told]:
    """A plan of 28 points that becomes one of 19."""
    return [
        told("2031-05-02", FLOATED, name="28-point plan for the Salt Coast", authors=OSTRAND),
        told("2031-05-04", "Torvik called the 28-point plan unfair.", name="28-point plan", outlet="Wire"),
        told("2031-05-06", CUT, name="plan", outlet="Wire", status="revised"),
        told("2031-05-08", LATER, name="19-point plan", authors=OSTRAND, outlet="Post"),
    ]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "plans.db") as opened:
        yield opened


def keep(record: Record, *found: Told) -> Record:
    for report, claims in found:
        record.keep(report, claims, version="1", recorded=MONDAY)
    return record


def test_a_plan_of_28_points_that_was_cut_to_19_is_one_plan_with_two_versions(record: Record) -> None:
    (row,) = keep(record, *story()).at().plans()

    assert [(d.number, d.how, d.points) for d in row.drafts] == [(1, "first", 28), (2, "points", 19)]
    assert "28 points became 19" in [link.reason for link in row.links]
    assert [a.name for a in row.authors] == ["Ostrand"]
    assert row.authors[0].words.quote == FLOATED


def test_every_version_says_since_when_until_when_by_whom_and_in_which_words(record: Record) -> None:
    (row,) = keep(record, *story()).at().plans()
    first, second = row.drafts

    assert (first.first, first.last, first.outlets) == ("2031-05-02", "2031-05-06", ("Courier", "Wire"))
    assert (second.first, second.last, second.outlets) == ("2031-05-06", "2031-05-08", ("Wire", "Post"))
    assert second.words.quote == CUT


def test_the_order_in_which_reports_were_added_changes_no_version(tmp_path: Path) -> None:
    seen = set()
    for n, order in enumerate(permutations(story())):
        with Record.open(tmp_path / f"{n}.db") as made:
            seen.add(repr(keep(made, *order).at().plans()))
    assert len(seen) == 1


@pytest.mark.parametrize("day", ["2031-05-02", "2031-05-04", "2031-05-06", "2031-05-08"])
def test_what_was_known_by_a_day_is_what_the_reports_of_that_day_alone_amount_to(tmp_path: Path, day: str) -> None:
    with Record.open(tmp_path / "all.db") as whole, Record.open(tmp_path / "part.db") as part:
        keep(whole, *story())
        keep(part, *(t for t in story() if t[0].published <= day))

        assert whole.at(known_by=day).plans() == part.at().plans()


def test_as_of_a_day_a_plan_has_the_versions_that_were_told_of_by_then(record: Record) -> None:
    keep(record, *story())

    assert [d.points for d in record.at().plans(as_of="2031-05-05")[0].drafts] == [28]
    assert record.at().plans(as_of="2031-05-01") == []


def test_two_plans_of_one_author_stay_two_where_nothing_shows_that_one_became_the_other(record: Record) -> None:
    keep(
        record,
        told(
            "2031-05-02",
            "Ostrand sent a 12-point fishing plan.",
            name="12-point fishing plan",
            authors=OSTRAND,
        ),
        told("2031-05-03", "Ostrand's 9-point prison plan followed.", name="9-point prison plan", authors=OSTRAND),
    )
    assert len(record.at().plans()) == 2


def test_two_plans_of_as_many_points_by_two_authors_stay_two(record: Record) -> None:
    keep(
        record,
        told("2031-05-02", "Ostrand sent a 10-point plan.", name="10-point plan", authors=OSTRAND),
        told("2031-05-03", "Maretia sent a 10-point plan.", name="10-point plan", authors=["Maretia"]),
    )
    assert len(record.at().plans()) == 2


def test_a_plan_of_the_next_season_is_another_plan(record: Record) -> None:
    keep(
        record,
        told("2031-05-02", "Ostrand sent a 28-point plan.", name="28-point plan", authors=OSTRAND),
        told("2031-09-02", "Ostrand sent a 19-point plan.", name="19-point plan", authors=OSTRAND),
    )
    assert len(record.at().plans()) == 2


def test_a_truce_is_no_version_of_a_plan(record: Record) -> None:
    keep(
        record,
        told("2031-05-02", "Ostrand sent a 28-point plan.", name="28-point plan", authors=OSTRAND),
        told("2031-05-03", "Ostrand offered a revised truce.", name="revised truce", authors=OSTRAND),
    )
    assert len(record.at().plans()) == 2


def test_a_revised_version_of_a_plan_is_a_version_whose_points_nobody_gave(record: Record) -> None:
    said = "Mediators handed over an amended version of the 12-point border plan."
    keep(
        record,
        told("2031-05-02", "Ostrand drafted a 12-point border plan.", name="12-point border plan", authors=OSTRAND),
        told("2031-05-05", said, name="12-point border plan"),
    )
    (row,) = record.at().plans()
    assert [(d.how, d.points) for d in row.drafts] == [("first", 12), ("revised", 0)]


def test_an_answer_by_another_side_is_a_version_of_what_it_answers(record: Record) -> None:
    plan, answer = "Ostrand's 28-point border plan arrived.", "Torvik presented a counter-proposal on Tuesday."
    report = a_report(plan, answer, published="2031-05-06")
    of = {"name": "28-point border plan", "authors": OSTRAND, "status": "submitted"}
    claims = [
        a_claim(report, "proposals", said=plan, **of),  # type: ignore[arg-type]
        a_claim(report, "proposals", said=answer, name="counter-proposal", authors=TORVIK, status="submitted"),
    ]
    (row,) = keep(record, (report, claims)).at().plans()

    assert [(d.how, d.authors) for d in row.drafts] == [("first", ("Ostrand",)), ("counter", ("Torvik",))]


def test_a_share_that_rose_by_so_many_points_makes_no_version(record: Record) -> None:
    said = "The index rose from 28 points to 31 as the plan became known."
    keep(
        record,
        told("2031-05-02", "Ostrand drafted a border plan.", name="border plan", authors=OSTRAND),
        told("2031-05-03", "Ostrand's border plan leaked.", said, name="border plan", authors=OSTRAND),
    )
    (row,) = record.at().plans()
    assert [(d.how, d.points) for d in row.drafts] == [("first", 0)]


def test_points_that_a_report_lists_stand_with_their_words_and_version(record: Record) -> None:
    said = "Ostrand's 28-point plan for the Salt Coast has been published:"
    lines = "1. Both fleets leave the strait.", "2. Prisoners go home by June."
    rest = "The plan would require Torvik to open two ports."
    keep(record, told("2031-05-02", said, *lines, rest, name="28-point plan", authors=OSTRAND))
    (row,) = record.at().plans()
    found = record.at().plan(row.id).points

    assert [(p.number, p.text, p.draft) for p in found] == [
        (0, "Torvik to open two ports", 1),
        (1, "Both fleets leave the strait.", 1),
        (2, "Prisoners go home by June.", 1),
    ]
    assert found[1].words.quote == lines[0]


def test_a_list_that_follows_no_document_gives_no_points(record: Record) -> None:
    keep(
        record,
        told(
            "2031-05-02",
            "Ostrand sent a 28-point plan.",
            "The visitors saw three towns:",
            "1. Bern.",
            "2. Oslo.",
            name="28-point plan",
        ),
    )
    (row,) = record.at().plans()
    assert record.at().plan(row.id).points == ()


def test_who_accepts_and_who_refuses_which_version_is_told_since_a_day(record: Record) -> None:
    report = a_report(
        "Torvik rejected the 28-point plan.", "Maretia accepted the 19-point plan.", "Sorn said the plan was dead.",
        published="2031-05-09",
    )  # fmt: skip
    first, second, third = report.text.split("\n\n")
    claims = [
        a_claim(report, "positions", said=first, party="Torvik", issue="the 28-point plan", stance="rejects"),
        a_claim(report, "positions", said=second, party="Maretia", issue="the 19-point plan", stance="accepts"),
        a_claim(
            report,
            "statements",
            said=third,
            speaker="Ilva Sorn",
            content="the plan was dead",
            mode="indirect",
            cue="said",
        ),
        a_claim(report, "proposals", said=second, name="19-point plan", status="agreed"),
    ]
    keep(record, *story(), (report, claims))
    (row,) = record.at().plans()
    found = record.at().plan(row.id[:6])

    assert [(r.party, r.stance, r.draft, r.since) for r in found.reactions] == [
        ("Torvik", "rejects", 1, "2031-05-09"),
        ("Maretia", "accepts", 2, "2031-05-09"),
    ]
    assert [(r.speaker, r.draft) for r in found.remarks] == [("Ilva Sorn", 0)]


def test_a_plan_is_found_by_the_id_of_any_of_its_proposals(record: Record) -> None:
    (row,) = keep(record, *story()).at().plans()

    assert len(row.ids) > 1
    assert {record.at().plan(id).plan for id in row.ids} == {row}


def test_an_id_of_no_proposal_is_refused_in_words(record: Record) -> None:
    with pytest.raises(QueryError, match="no proposal has this id"):
        keep(record, *story()).at().plan("abcdef")


def test_plans_that_came_up_since_a_day_are_whole(record: Record) -> None:
    keep(record, *story(), told("2031-03-01", "Maretia sent a 5-point plan.", name="5-point plan", authors=["Maretia"]))

    (row,) = record.at().plans(since="2031-05-01")
    assert [d.points for d in row.drafts] == [28, 19]
    assert record.at().plans(since="2031-05-05") == []
