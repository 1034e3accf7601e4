"""Which claims are one fact: meetings with their lives, statements, proposals, steps, offices."""

from communique.model.claim import Claim
from communique.model.fact import Fact
from communique.model.report import Report
from communique.resolve.resolution import resolve
from communique.testing import a_claim, a_report
from talks import story

Kept = tuple[Report, Claim]


def told(outlet: str, day: int, kind: str, /, **fields: str | list[str]) -> Kept:
    report = a_report(f"{outlet} of day {day}: {fields}", outlet=outlet, published=f"2031-05-{day:02}")
    return report, a_claim(report, kind, **fields)


def met(outlet: str, day: int, /, **fields: str | list[str]) -> Kept:
    known: dict[str, str | list[str]] = {"format": "talks", "parties": ["Veldania", "Maretia"], "status": "held"}
    return told(outlet, day, "meetings", **known | fields)


def facts(*kept: Kept, kind: str = "meetings") -> list[Fact]:
    found = resolve([r for r, _ in kept], [c for _, c in kept])
    return [f for f in found.facts if f.kind == kind]


def test_two_outlets_on_one_meeting_make_one_fact_of_two_origins() -> None:
    (fact,) = facts(met("Courier", 6, when="2031-05-05", place="Oslo"), met("Wire", 7, when="2031-05-05"))
    assert (fact.status, fact.when, fact.get("place"), fact.origins) == ("held", "2031-05-05", "Oslo", 2)


def test_meetings_of_other_sides_on_the_same_day_are_two() -> None:
    assert (
        len(facts(met("Courier", 6, when="2031-05-05"), met("Wire", 6, parties=["Veldania", "NOR"], when="2031-05-05")))
        == 2
    )


def test_a_call_and_talks_of_one_day_are_two() -> None:
    assert len(facts(met("Courier", 6, when="2031-05-05"), met("Wire", 6, format="call", when="2031-05-05"))) == 2


def test_two_meetings_in_one_report_stay_two() -> None:
    report = a_report("They met twice.", published="2031-05-08")
    claims = [
        a_claim(report, "meetings", format="talks", parties=["Veldania", "Maretia"], when=when, status="held")
        for when in ("2031-05-05", "2031-05-06")
    ]
    assert len(resolve([report], claims).facts) == 2


def test_rounds_weeks_apart_are_two() -> None:
    assert len(facts(met("Courier", 6, when="2031-05-05"), met("Wire", 21, when="2031-05-20"))) == 2


def test_an_announced_meeting_that_is_held_is_one_with_a_life() -> None:
    (fact,) = facts(
        met("Courier", 2, when="2031-05-05", status="scheduled", place="Oslo"), met("Wire", 6, when="2031-05-05")
    )
    assert [t.status for t in fact.life] == ["scheduled", "held"]
    assert fact.status == "held"


def test_a_meeting_that_was_put_off_and_held_later_is_one_and_no_dispute() -> None:
    (fact,) = facts(
        met("Courier", 2, when="2031-05-05", status="scheduled", place="Oslo"),
        met("Wire", 4, when="2031-05-05", status="postponed", place="Oslo"),
        met("Courier", 16, when="2031-05-15", place="Oslo"),
    )
    assert [t.status for t in fact.life] == ["scheduled", "postponed", "held"]
    assert (fact.when, fact.disputes) == ("2031-05-15", ())


def test_a_plan_retold_after_the_event_does_not_undo_it() -> None:
    (fact,) = facts(met("Courier", 6, when="2031-05-05"), met("Wire", 7, when="2031-05-05", status="scheduled"))
    assert fact.status == "held"


def test_dates_a_day_apart_at_one_place_are_one_meeting_and_a_dispute() -> None:
    (fact,) = facts(met("Courier", 7, when="2031-05-05", place="Oslo"), met("Wire", 7, when="2031-05-06", place="Oslo"))
    (dispute,) = fact.disputes
    assert (dispute.type, dispute.state) == ("date", "open")
    assert {side.value for side in dispute.sides} == {"2031-05-05", "2031-05-06"}


def test_a_month_and_a_day_in_it_are_no_dispute() -> None:
    (fact,) = facts(met("Courier", 7, when="2031-05-05", place="Oslo"), met("Wire", 7, when="2031-05", place="Oslo"))
    assert (fact.when, fact.disputes) == ("2031-05-05", ())


def test_held_against_cancelled_is_a_dispute_about_whether_it_took_place() -> None:
    (fact,) = facts(met("Courier", 6, when="2031-05-05"), met("Wire", 7, when="2031-05-05", status="cancelled"))
    assert [d.type for d in fact.disputes] == ["occurrence"]


def test_other_people_for_one_side_are_a_dispute_and_a_longer_list_is_none() -> None:
    seats = [
        told("Courier", 2, "offices", person="Ilva Sorn", role="envoy", country="NOR", status="current"),
        told("Courier", 3, "offices", person="Jan Brandt", role="envoy", country="NOR", status="current"),
    ]
    sorn, brandt = ["Ilva Sorn", "Darro Kest"], ["Jan Brandt", "Darro Kest"]
    (fact,) = facts(
        *seats,
        met("Courier", 6, when="2031-05-05", participants=sorn),
        met("Wire", 6, when="2031-05-05", participants=brandt),
    )
    assert [d.type for d in fact.disputes] == ["participants"]
    (fact,) = facts(
        *seats,
        met("Courier", 6, when="2031-05-05", participants=sorn),
        met("Wire", 6, when="2031-05-05", participants=["Darro Kest"]),
    )
    assert fact.disputes == ()


def test_other_places_are_a_dispute_unless_one_report_names_both() -> None:
    (fact,) = facts(
        met("Courier", 6, when="2031-05-05", place="Oslo"), met("Wire", 6, when="2031-05-05", place="Bergen")
    )
    assert [d.type for d in fact.disputes] == ["place"]
    both = a_report("They met at the Salt House in Oslo.", outlet="Wire", published="2031-05-06")
    claim = a_claim(
        both,
        "meetings",
        format="talks",
        parties=["Veldania", "Maretia"],
        when="2031-05-05",
        place="Salt House",
        status="held",
    )
    (fact,) = facts(met("Courier", 6, when="2031-05-05", place="Oslo"), (both, claim))
    assert fact.disputes == ()


def test_the_same_words_of_one_speaker_are_one_statement_also_when_cut() -> None:
    words = "we will not give up the coast and we will not sell the fish that live there"
    said = {"speaker": "Ilva Sorn", "mode": "direct", "cue": "said"}
    (fact,) = facts(
        told("Courier", 6, "statements", content=words, **said),
        told("Wire", 7, "statements", content=words.upper() + ".", **said),
        told("Daily", 7, "statements", content=words[:44], **said),
        kind="statements",
    )
    assert len(fact.sources) == 3


def test_short_answers_of_one_speaker_weeks_apart_are_two_statements() -> None:
    said = {"speaker": "Ilva Sorn", "mode": "direct", "cue": "said", "content": "No"}
    assert (
        len(facts(told("Courier", 2, "statements", **said), told("Wire", 28, "statements", **said), kind="statements"))
        == 2
    )


def test_a_plan_is_followed_from_floated_to_signed() -> None:
    (fact,) = facts(
        told("Courier", 2, "proposals", name="nine-point plan", authors=["OMN"], status="floated"),
        told("Wire", 8, "proposals", name="the nine-point plan of Oman", authors=["OMN"], status="agreed"),
        told("Wire", 9, "proposals", name="nine-point plan", status="signed", when="2031-05-09"),
        kind="proposals",
    )
    assert [t.status for t in fact.life] == ["floated", "agreed", "signed"]
    assert (fact.status, fact.when) == ("signed", "2031-05-09")


def test_plans_of_other_numbers_or_authors_are_two() -> None:
    plans = [
        told("Courier", 2, "proposals", name="28 point plan", authors=["USA"], status="floated"),
        told("Wire", 3, "proposals", name="19 point plan", authors=["USA"], status="floated"),
        told("Wire", 4, "proposals", name="prisoner exchange paper", authors=["OMN"], status="floated"),
        told("Daily", 4, "proposals", name="prisoner exchange paper", authors=["NOR"], status="floated"),
    ]
    assert len(facts(*plans, kind="proposals")) == 4


def test_an_office_under_two_titles_is_one() -> None:
    (fact,) = facts(
        told("Courier", 2, "offices", person="Ilva Sorn", role="Foreign Minister", country="NOR", status="current"),
        told(
            "Wire",
            3,
            "offices",
            person="Ilva Sorn",
            role="minister of foreign affairs",
            country="NOR",
            status="current",
        ),
        kind="offices",
    )
    assert fact.origins == 2


def test_two_holders_of_one_seat_at_a_time_are_a_dispute_in_both() -> None:
    def president(outlet: str, day: int, person: str) -> Kept:
        return told(outlet, day, "offices", person=person, role="president", country="NOR", status="current")

    found = facts(
        president("Courier", 2, "Ilva Sorn"),
        president("Wire", 3, "Jan Brandt"),
        president("Courier", 4, "Ilva Sorn"),
        president("Wire", 5, "Jan Brandt"),
        kind="offices",
    )
    assert [[d.type for d in f.disputes] for f in found] == [["holder"], ["holder"]]


def test_the_story_has_its_copies_credits_disputes_and_denial() -> None:
    kept = story()
    found = resolve([r for r, _ in kept], [c for _, claims in kept for c in claims])
    first, second = [f for f in found.facts if f.kind == "meetings"]

    assert first.origins == 1
    assert [s.relation for s in first.sources] == ["own", "copy", "credit"]
    assert {s.origin for s in first.sources} == {"Courier"}
    assert [t.status for t in second.life] == ["scheduled", "postponed", "held", "held"]
    assert [d.type for d in second.disputes] == ["date", "denial"]
    assert second.sources[-1].relation == "denies"
    assert second.origins == 3


def test_the_same_people_at_one_place_and_day_are_one_meeting_whatever_sides_are_named() -> None:
    people = ["Ilva Sorn", "Darro Kest"]
    (fact,) = facts(
        met("Courier", 6, when="2031-05-05", place="Oslo", participants=people, parties=["OMN", "Ilva Sorn"]),
        met("Wire", 6, when="2031-05-05", place="Oslo", participants=people),
    )
    assert fact.origins == 2


def test_words_that_deny_a_meeting_do_not_support_it() -> None:
    said = "Kest denied that he had met Sorn in Muscat."
    report = a_report(said, outlet="Courier", published="2031-05-07")
    meeting = {"format": "meeting", "parties": ["Veldania", "Maretia"], "place": "Muscat", "status": "held"}
    denial = a_claim(
        report, "statements", said=said, speaker="Darro Kest", content="he had met Sorn in Muscat", cue="denied"
    )
    earlier = a_report("Kest had met Sorn in Muscat.", outlet="Wire", published="2031-05-06")
    found = resolve(
        [earlier, report],
        [a_claim(earlier, "meetings", **meeting), a_claim(report, "meetings", said=said, **meeting), denial],
    )
    (fact,) = [f for f in found.facts if f.kind == "meetings"]
    assert fact.origins == 1
    assert [s.relation for s in fact.sources] == ["own", "denies", "denies"]
    assert [side.given for side in fact.disputes[0].sides] == [(0,), (1, 2)]


def test_a_meeting_on_another_day_than_was_planned_is_no_dispute() -> None:
    (fact,) = facts(
        met("Courier", 2, when="2031-05-05", place="Oslo", status="scheduled"),
        met("Wire", 7, when="2031-05-06", place="Oslo"),
    )
    assert (fact.when, fact.disputes) == ("2031-05-06", ())
