"""One meeting by its id: as in the list of all, with its channel, the rounds next to it, and its process of talks."""

from collections.abc import Iterator

import pytest

from communique import Record
from communique.errors import QueryError
from communique.model.claim import Claim
from communique.model.report import Report
from communique.testing import MONDAY, a_claim, a_report
from talks import story


def in_other_rooms() -> tuple[Report, list[Claim]]:
    """Indirect talks of two sides of whom no other meeting is told."""
    said = "Torvik and Chile held indirect talks in Muscat on 2 June."
    report = a_report(said, outlet="Harbour Daily", published="2031-06-03")
    fields = {"format": "talks", "parties": ["Torvik", "Chile"], "when": "2031-06-02", "status": "held"}
    return report, [a_claim(report, "meetings", said=said, **fields)]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("rounds") / "record.db") as found:
        for report, claims in [*story(), in_other_rooms()]:
            found.keep(report, claims, version="1", recorded=MONDAY)
        yield found


def test_a_meeting_is_the_same_alone_as_in_the_list(record: Record) -> None:
    rows = record.meetings()
    assert len(rows) > 2
    assert [record.meeting(row.id).meeting for row in rows] == rows


def test_its_rounds_lead_to_the_meetings_before_and_after(record: Record) -> None:
    first = next(row for row in record.meetings() if row.after)
    (after,) = record.meeting(first.id).rounds
    assert (after.relation, after.id) == ("after", first.after)
    (before,) = [r for r in record.meeting(after.id).rounds if r.relation == "before"]
    assert (before.id, before.when, before.status) == (first.id, "2031-05-05", "held")
    assert "Oslo" in before.about
    assert before.sources


def test_its_process_is_the_one_that_lists_it(record: Record) -> None:
    first = next(row for row in record.meetings() if row.after)
    assert record.meeting(first.id).process == record.processes()[0]


def test_the_channel_comes_with_the_words_that_tell_it(record: Record) -> None:
    indirect = next(row for row in record.meetings() if row.channel == "proximity")
    page = record.meeting(indirect.id)
    assert page.contact is not None
    assert "indirect talks" in page.contact.words[0].quote
    assert (page.rounds, page.process) == ((), None)


def test_talks_through_mediators_rest_on_the_words_that_name_these(record: Record) -> None:
    mediated = next(row for row in record.meetings() if row.channel == "mediated")
    contact = record.meeting(mediated.id).contact
    assert contact is not None
    assert {w.outlet for w in contact.words} == {"The Courier", "Harbour Daily"}


def test_what_is_no_meeting_is_not_found(record: Record) -> None:
    for id in ("none", record.said()[0].id):
        with pytest.raises(QueryError, match="no meeting has this id"):
            record.meeting(id)
