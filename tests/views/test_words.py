"""Who is shown in which role where reports differ."""

from communique.resolve.resolution import resolve
from communique.testing import a_claim, a_report
from communique.views.words import taking_part

Told = tuple[list[str], list[str]]


def shown(*told: Told) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Sides, people and mediators of a meeting of which each report tells these sides and mediators."""
    reports = [
        a_report("The envoys met in Oslo.", outlet=f"Outlet {n}", published="2031-05-05") for n in range(len(told))
    ]
    claims = [
        a_claim(r, "meetings", format="talks", parties=sides, mediators=between, when="2031-05-05", status="held")
        for r, (sides, between) in zip(reports, told, strict=True)
    ]
    (fact,) = (f for f in resolve(reports, claims).facts if f.kind == "meetings")
    sides, people, mediators = taking_part(fact)
    return tuple(sorted(sides)), people, mediators


def test_whom_most_reports_call_a_mediator_is_one_and_no_side() -> None:
    assert shown((["CHL", "PER", "NOR"], []), (["CHL", "PER"], ["NOR"])) == (("CHL", "PER"), (), ("NOR",))


def test_whom_most_reports_call_a_side_is_no_mediator() -> None:
    told: tuple[Told, ...] = ((["CHL", "NOR"], []), (["CHL", "NOR"], []), (["CHL", "PER"], ["NOR"]))
    assert shown(*told) == (("CHL", "NOR", "PER"), (), ())


def test_a_meeting_keeps_two_sides() -> None:
    assert shown((["CHL", "NOR"], ["NOR"])) == (("CHL", "NOR"), (), ())
