"""Which entries a report has once people decided about some, and its rules read it anew."""

from dataclasses import replace

import pytest

from communique.model.claim import Claim
from communique.model.correcting import Decided, Entry
from communique.model.judgement import Correction
from communique.resolve.corrections import entries, is_same
from communique.testing import MONDAY, TUESDAY, a_claim, a_report

FIRST = "Ilva Sorn said the coast was not for sale and that boats would stay out until spring."
SECOND = "Darro Kest met Sorn in Oslo on Monday after a call with her deputy."
REPORT = a_report(FIRST, SECOND)
SAYING = a_claim(
    REPORT, "statements", said=FIRST, speaker="Ilva Sorn", content="the coast was not for sale", cue="said"
)
MEETING = a_claim(REPORT, "meetings", said=SECOND, format="meeting", participants=["Darro Kest", "Sorn"], status="held")


def decided(claim: Claim, *made: Correction, beside: tuple[Claim, ...] = ()) -> Decided:
    return Decided(claim.id, claim, made, {c.id: c for c in beside})


def correction(claim: Claim, action: str, by: str = "Ada", moment: str = MONDAY, **more: str) -> Correction:
    return Correction(claim.id, action, by, "seen", moment, **more)


def found(read: list[Claim], *people: Decided) -> dict[str, Entry]:
    return {e.id: e for e in entries({c.id: c for c in read}, people)}


def anew(claim: Claim, **fields: str | list[str]) -> Claim:
    """The same words read anew with other details."""
    known: dict[str, str | list[str]] = {}
    for a in claim.arguments:
        known[a.role] = [*claim.all(a.role)]
    return a_claim(REPORT, claim.kind, said=claim.evidence[0].quote, made_by="better", **{**known, **fields})


@pytest.mark.parametrize(
    "other",
    [
        anew(MEETING, place="Oslo"),
        anew(MEETING, status="scheduled", when="2031-05-05"),
        anew(MEETING, participants=["Kest"]),
        anew(SAYING, content="the coast was not for sale and that boats would stay out"),
        replace(SAYING, evidence=(REPORT.quote(replace(SAYING.evidence[0].span, end=50)),)),
    ],
)
def test_the_same_words_about_the_same_people_are_one_entry_whatever_the_details(other: Claim) -> None:
    assert is_same(other, MEETING if other.kind == "meetings" else SAYING)


@pytest.mark.parametrize(
    "other",
    [
        anew(SAYING, speaker="Darro Kest"),
        anew(SAYING, content="boats would stay out until spring"),
        anew(MEETING, participants=["Jan Brandt", "NOR"]),
        a_claim(REPORT, "meetings", said=FIRST, participants=["Darro Kest", "Sorn"]),
    ],
)
def test_other_people_other_contents_and_other_passages_are_other_entries(other: Claim) -> None:
    assert not is_same(other, MEETING if other.kind == "meetings" else SAYING)


@pytest.mark.parametrize("read", [[MEETING], [anew(MEETING, place="Oslo")], [anew(MEETING, participants=["Kest"])], []])
def test_what_was_rejected_stays_rejected_however_it_is_read_again(read: list[Claim]) -> None:
    (entry,) = found(read, decided(MEETING, correction(MEETING, "reject"))).values()
    assert (entry.id, entry.state, entry.stands) == (MEETING.id, "rejected", False)


@pytest.mark.parametrize("action", ["accept", "add"])
@pytest.mark.parametrize("read", [[], [anew(MEETING, place="Oslo", status="scheduled")]])
def test_what_was_accepted_or_added_stays_and_a_new_reading_of_it_gives_way(read: list[Claim], action: str) -> None:
    (entry,) = found(read, decided(MEETING, correction(MEETING, action))).values()
    assert (entry.claim, entry.stands) == (MEETING, True)


def test_an_edit_gives_the_value_and_keeps_what_was_read() -> None:
    edit = correction(SAYING, "edit", field="speaker", value="Darro Kest")
    for read in ([SAYING], [anew(SAYING, channel="phone")], [anew(SAYING, speaker="Darro Kest")], []):
        (entry,) = found(read, decided(SAYING, edit)).values()
        assert (entry.claim.get("speaker"), entry.read.get("speaker")) == ("Darro Kest", "Ilva Sorn")
        assert [(c.field, c.read, c.by, c.is_own) for c in entry.changes] == [("speaker", "Ilva Sorn", "Ada", True)]


def test_an_edited_value_rests_on_the_words_that_have_it() -> None:
    edit = correction(SAYING, "edit", field="content", value="boats would stay out until spring")
    (entry,) = found([SAYING], decided(SAYING, edit)).values()
    argument = entry.claim.argument("content")
    assert argument is not None
    argument.evidence.verify(REPORT.text)
    assert argument.evidence.quote == argument.value
    assert not entry.changes[0].is_own


def test_values_that_were_read_keep_their_words_when_a_list_is_edited() -> None:
    edit = correction(MEETING, "edit", field="participants", value="Darro Kest\nIlva Sorn")
    (entry,) = found([MEETING], decided(MEETING, edit)).values()
    kept, new = [a for a in entry.claim.arguments if a.role == "participants"]
    assert kept == MEETING.arguments[1]
    assert (new.value, entry.changes[0].is_own) == ("Ilva Sorn", True)


def test_an_edit_can_say_that_the_report_does_not_say() -> None:
    edit = correction(MEETING, "edit", field="status", value="")
    (entry,) = found([MEETING], decided(MEETING, edit)).values()
    assert (entry.claim.get("status"), entry.changes[0].read) == ("", "held")


def test_of_two_people_the_last_word_counts_until_it_is_taken_back() -> None:
    reject, accept = correction(SAYING, "reject"), correction(SAYING, "accept", "Ben", TUESDAY)
    undo = correction(SAYING, "accept", "Ben", TUESDAY, revokes=accept.id)
    assert found([SAYING], decided(SAYING, reject, accept))[SAYING.id].state == "accepted"
    assert found([SAYING], decided(SAYING, reject, accept, undo))[SAYING.id].state == "rejected"


def test_edits_of_two_people_are_both_kept() -> None:
    one = correction(MEETING, "edit", field="place", value="Oslo")
    other = correction(MEETING, "edit", "Ben", TUESDAY, field="status", value="scheduled")
    (entry,) = found([], decided(MEETING, one, other)).values()
    assert (entry.claim.get("place"), entry.claim.get("status")) == ("Oslo", "scheduled")


def test_what_was_decided_and_undone_is_as_if_it_had_not_been() -> None:
    add = correction(MEETING, "add")
    undone = decided(MEETING, add, correction(MEETING, "add", moment=TUESDAY, revokes=add.id))
    assert found([], undone) == {}
    assert found([MEETING], undone)[MEETING.id].state == "proposed"


def test_entries_that_a_reading_told_apart_stay_apart() -> None:
    call = anew(MEETING, format="call", participants=["Darro Kest", "Sorn"])
    gone = decided(MEETING, correction(MEETING, "reject"), beside=(call,))
    assert [e.stands for e in found([call], gone).values()] == [False, True]
    again = anew(call, place="Oslo")
    assert [e.stands for e in found([again], gone).values()] == [False, True]
    assert [e.stands for e in found([anew(MEETING, place="Oslo")], gone).values()] == [False]


def test_two_entries_that_edits_make_the_same_are_one() -> None:
    other = anew(MEETING, status="scheduled")
    edit = correction(MEETING, "edit", field="status", value="scheduled")
    made = found([MEETING, other], decided(MEETING, edit, beside=(other,)))
    assert list(made) == [MEETING.id]
