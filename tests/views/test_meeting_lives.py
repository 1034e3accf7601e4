"""Meetings with their lives, rounds, and who was there by whose account."""

from communique.model.rows import MeetingRow
from communique.resolve.resolution import resolve
from communique.testing import a_claim, a_report
from communique.views.meetings import meetings

SIDES = ["NOR", "CHL"]


def rows(*told: tuple[str, str, str, dict[str, object]]) -> list[MeetingRow]:
    """Meetings of reports given as outlet, day of publication, words and fields."""
    reports = [a_report(said, outlet=outlet, published=day) for outlet, day, said, _ in told]
    claims = [
        a_claim(report, "meetings", said=said, **({"format": "talks", "parties": SIDES} | fields))  # type: ignore[arg-type]
        for report, (_, _, said, fields) in zip(reports, told, strict=True)
    ]
    return meetings(resolve(reports, claims).facts)


def plan(when: str = "2031-05-10", **more: object) -> dict[str, object]:
    return {"when": when, "status": "scheduled"} | more


def held(when: str = "2031-05-10", **more: object) -> dict[str, object]:
    return {"when": when, "status": "held"} | more


def test_a_meeting_lives_from_a_rumour_to_its_end_and_every_step_has_its_words() -> None:
    (row,) = rows(
        ("Courier", "2031-05-01", "The sides may meet on 10 May.", plan()),
        ("Wire", "2031-05-03", "The sides will meet on 10 May, the ministry said.", plan()),
        ("Post", "2031-05-04", "Both capitals announced a meeting on 10 May.", plan()),
        ("Wire", "2031-05-10", "The sides met on Saturday.", held()),
    )
    assert [s.status for s in row.life] == ["rumoured", "scheduled", "confirmed", "held"]
    assert [s.words.outlet for s in row.life] == ["Courier", "Wire", "Post", "Wire"]


def test_a_second_report_of_the_same_origin_confirms_nothing() -> None:
    (row,) = rows(
        ("Wire", "2031-05-03", "The sides will meet on 10 May, the ministry said.", plan()),
        ("Wire", "2031-05-04", "They are to sit down on 10 May.", plan()),
    )
    assert [s.status for s in row.life] == ["scheduled"]


def test_rounds_of_the_same_sides_are_chained_in_order() -> None:
    one, two, three = rows(
        ("Wire", "2031-05-11", "The first round ended.", held("2031-05-10")),
        ("Wire", "2031-06-11", "The second round ended.", held("2031-06-10")),
        ("Wire", "2031-07-11", "The third round ended.", held("2031-07-10")),
    )
    assert (one.before, two.before, three.before) == ("", one.id, two.id)
    assert (one.after, two.after, three.after) == (two.id, three.id, "")


def test_other_sides_are_no_round() -> None:
    _, two = rows(
        ("Wire", "2031-05-11", "The first round ended.", held("2031-05-10")),
        ("Wire", "2031-06-11", "The others met.", held("2031-06-10", parties=["NOR", "PER"])),
    )
    assert two.before == ""


def test_participants_are_listed_by_outlet_with_those_who_leave_them_out() -> None:
    (row,) = rows(
        ("Wire", "2031-05-11", "Sorn and Kest met.", held(participants=["Ilva Sorn", "Darro Kest"])),
        ("Post", "2031-05-11", "Sorn led the talks.", held(participants=["Ilva Sorn"])),
    )
    people = {p.name: (p.outlets, p.missing, p.is_agreed) for p in row.present if p.role == "participants"}
    assert people["Ilva Sorn"] == (("Post", "Wire"), (), True)
    assert people["Darro Kest"] == (("Wire",), ("Post",), False)


def test_the_channel_is_what_most_origins_say_and_mediated_where_only_mediators_are_named() -> None:
    (row,) = rows(("Wire", "2031-05-11", "The sides sat in separate rooms.", held()))
    assert row.channel == "proximity"
    (row,) = rows(("Wire", "2031-05-11", "They met.", held(mediators=["OMN"])))
    assert row.channel == "mediated"
    (row,) = rows(("Wire", "2031-05-11", "They met.", held()))
    assert row.channel == ""
