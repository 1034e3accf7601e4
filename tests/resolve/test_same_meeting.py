"""When claims of several reports speak of one meeting."""

import pytest

from communique.model.claim import Claim
from communique.model.fact import Fact
from communique.model.report import Report
from communique.resolve.items import Group, Rule
from communique.resolve.resolution import resolve
from communique.testing import a_claim, a_report

SIDES = ["NOR", "CHL"]


def met(outlet: str, published: str, /, said: str = "", **fields: object) -> tuple[Report, Claim]:
    words = said or f"{outlet} of {published}: the sides talk."
    report = a_report(words, outlet=outlet, published=published)
    given = {"format": "talks", "parties": SIDES, "status": "held"} | fields
    return report, a_claim(report, "meetings", said=words, **given)  # type: ignore[arg-type]


def meetings(*told: tuple[Report, Claim]) -> list[Fact]:
    found = resolve([r for r, _ in told], [c for _, c in told])
    return [f for f in found.facts if f.kind == "meetings"]


def test_the_same_sides_on_the_same_day_are_one_meeting() -> None:
    (fact,) = meetings(met("Courier", "2031-05-06", when="2031-05-05"), met("Wire", "2031-05-06", when="2031-05-05"))
    assert fact.origins == 2


def test_another_round_is_another_meeting() -> None:
    first = met("Courier", "2031-05-06", when="2031-05-05", place="Geneva")
    second = met("Courier", "2031-06-09", when="2031-06-08", place="Geneva")
    retold = met("Wire", "2031-06-10", when="2031-05-05", place="Geneva")
    assert sorted(len(f.sources) for f in meetings(first, second, retold)) == [1, 2]


def test_talks_that_went_on_in_one_month_are_not_those_of_the_next() -> None:
    begun = met("Courier", "2031-05-06", when="2031-05-05/..", status="under_way", place="Geneva")
    later = met("Wire", "2031-07-09", when="2031-07-08", place="Geneva")
    assert len(meetings(begun, later)) == 2
    assert len(meetings(begun, met("Wire", "2031-05-06", when="2031-05-06", place="Geneva"))) == 1


def test_what_was_to_be_by_a_day_is_what_took_place_before_it_and_nothing_earlier() -> None:
    planned = met("Courier", "2031-05-06", when="../2031-05-15", status="scheduled", place="Geneva")
    assert len(meetings(planned, met("Wire", "2031-05-14", when="2031-05-13", place="Geneva"))) == 1
    assert len(meetings(planned, met("Wire", "2031-05-07", when="2031-04-20", place="Doha"))) == 2


def test_the_opposition_is_the_side_that_another_report_names() -> None:
    described = met("Courier", "2016-02-05", parties=["SYR", "opposition"], when="2016-02-03", place="Geneva")
    named = met("Wire", "2016-02-05", parties=["SYR", "Syrian rebels"], when="2016-02-03", place="Geneva")
    assert len(meetings(described, named)) == 1


def test_a_town_and_its_state_are_one_place_and_two_states_are_two() -> None:
    here = met("Courier", "2031-05-06", place="Geneva")
    assert len(meetings(here, met("Wire", "2031-05-08", place="Switzerland"))) == 1
    assert (
        len(
            meetings(
                met("Courier", "2031-05-06", place="Geneva", when="2031-05-05"), met("Wire", "2031-05-20", place="Doha")
            )
        )
        == 2
    )


def test_the_rebels_are_the_side_that_another_report_names() -> None:
    named = met("Courier", "1989-09-14", parties=["SLV", "FMLN"], when="1989-09-13", place="Mexico City")
    described = met("Wire", "1989-09-16", parties=["SLV", "Salvadoran rebels"], when="1989-09-13/1989-09-15")
    assert len(meetings(named, described)) == 1


def test_two_calls_on_consecutive_days_are_two() -> None:
    people = {"format": "call", "participants": ["Ilva Sorn", "Darro Kest"]}
    calls = [
        met(o, d, when=w, **people)
        for o, d, w in (("Courier", "2031-05-06", "2031-05-05"), ("Wire", "2031-05-07", "2031-05-06"))
    ]
    assert len(meetings(*calls)) == 2


def test_a_leader_who_sees_two_others_of_one_state_on_one_day_has_two_meetings() -> None:
    posts = []
    for person, country in (("Ilva Sorn", "NOR"), ("Darro Kest", "CHL"), ("Pia Lund", "CHL")):
        report = a_report(f"{person}, the envoy.", published="2031-05-01")
        posts.append(
            (report, a_claim(report, "offices", person=person, role="envoy", country=country, status="current"))
        )
    one = met("Courier", "2031-05-06", when="2031-05-05", format="meeting", participants=["Ilva Sorn", "Darro Kest"])
    two = met("Wire", "2031-05-06", when="2031-05-05", format="meeting", participants=["Ilva Sorn", "Pia Lund"])
    assert len(meetings(*posts, one, two)) == 2


def test_a_postponed_meeting_that_is_announced_anew_stays_one() -> None:
    (fact,) = meetings(
        met("Courier", "2031-05-01", when="2031-05-10", status="scheduled", place="Oslo"),
        met("Courier", "2031-05-09", when="2031-05-10", status="postponed", place="Oslo"),
        met("Wire", "2031-05-12", when="2031-05-28", status="scheduled", place="Oslo"),
    )
    assert [t.status for t in fact.life] == ["scheduled", "postponed", "scheduled"]


def test_talks_that_were_put_off_are_no_short_meeting_of_the_same_sides() -> None:
    off = met("Courier", "2031-05-04", when="2031-05-05", status="postponed", place="Oslo")
    meeting = met("Wire", "2031-05-22", when="2031-05-23", status="scheduled", format="meeting", place="Oslo")
    talks = met("Wire", "2031-05-22", when="2031-05-23", status="scheduled", place="Oslo")
    assert len(meetings(off, meeting)) == 2
    assert len(meetings(off, talks)) == 1


def test_what_was_over_is_not_what_is_still_to_come() -> None:
    over = met("Courier", "2031-05-06", when="2031-05-05", place="Geneva")
    planned = met("Wire", "2031-05-07", when="2031-05-12", status="scheduled", place="Geneva")
    assert len(meetings(over, planned)) == 2


def test_copies_of_one_sentence_tell_of_one_meeting_whatever_was_read_from_them() -> None:
    said = "The two delegations sat down again on Monday in the old customs house by the harbour."
    assert (
        len(meetings(met("Courier", "2031-05-06", said), met("Wire", "2031-05-06", said, parties=["NOR", "PER"]))) == 1
    )


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_reports_does_not_matter(turned: bool) -> None:
    told = [
        met(o, d, when="2031-05-05", place=p)
        for o, d, p in (("A", "2031-05-06", "Geneva"), ("B", "2031-05-07", "Oslo"), ("C", "2031-05-08", "Geneva"))
    ]
    found = meetings(*(reversed(told) if turned else told))
    assert [f.id for f in found] == [f.id for f in meetings(*told)]


def test_one_envoy_who_meets_two_people_on_one_day_has_two_meetings() -> None:
    first = met("Courier", "2031-05-05", format="meeting", participants=["Karin Sund", "Jon Dale"], when="2031-05-06")
    second = met("Courier", "2031-05-05", format="meeting", participants=["Karin Sund", "Per Holm"], when="2031-05-06")
    retold = met("Wire", "2031-05-06", format="meeting", participants=["Karin Sund", "Per Holm"], when="2031-05-06")
    assert sorted(len(f.sources) for f in meetings(first, second, retold)) == [1, 2]


def test_what_was_called_off_on_one_day_is_not_what_was_held_the_day_before() -> None:
    held = met("Courier", "2031-05-06", when="2031-05-05", format="meeting")
    off = met("Wire", "2031-05-07", when="2031-05-06", format="meeting", status="cancelled")
    assert len(meetings(held, off)) == 2
    assert len(meetings(held, met("Wire", "2031-05-07", when="2031-05-06", format="meeting"))) == 1


def test_two_meetings_fit_a_claim_alike_whatever_order_the_signs_are_added_up_in() -> None:
    sums = (0.18 + 0.2 + 0.1, 0.1 + 0.18 + 0.2, 0.2 + 0.1 + 0.18)
    assert len(set(sums)) > 1
    fits = {Rule(lambda _: (), lambda *_, total=total: total, 1).fit(Group(1), None) for total in sums}  # type: ignore[arg-type, misc]
    assert len(fits) == 1
