"""What became of a step: a later sentence settles it only when it tells the same deed of the same thing and doer."""

import pytest

from communique.model.fact import Fact, Source, Value
from communique.resolve.outcomes import deed, outcome
from communique.testing import a_report

PROMISE = "Veldania will release the 40 fishermen by Saturday, Sorn said."
WHAT = "release the 40 fishermen by Saturday"


def _step(when: str = "2031-05-10", what: str = WHAT, quote: str = PROMISE, who: str = "Veldania") -> Fact:
    values = Value("who", who, (0,)), Value("what", what, (0,)), Value("kind", "action", (0,))
    source = Source("2031-05-07", "Courier", "r", "c", 0, len(quote), quote)
    return Fact("f", "next_steps", "promised", when, when, when, values, (source,), 1)


def _state(*told: tuple[str, str], as_of: str = "2031-06-01", step: Fact | None = None) -> str:
    reports = [a_report(sentence, published=day, outlet=f"Outlet {day}") for day, sentence in told]
    found = outcome(step or _step(), reports, as_of)
    return found.state if found else ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Veldania freed the fishermen on Friday.",
        "The fishermen were released by Veldania at noon.",
        "The 40 fishermen have been freed, a spokesman for Veldania said.",
    ],
)
def test_a_later_report_of_the_same_deed_keeps_a_promise(sentence: str) -> None:
    assert _state(("2031-05-09", sentence)) == "kept"


@pytest.mark.parametrize(
    "sentence",
    [
        "Veldania will release the fishermen on Friday.",
        "Veldania said the fishermen would be released.",
        "Maretia freed the fishermen on Friday.",
        "The fishermen were released by Maretia after a word from Veldania.",
        "Veldania released a statement about the weather, and the fishermen waited.",
        "Veldania freed the fishermen of another crew two years ago.",
        "Veldania released the sailors on Friday.",
        "The fishermen were freed.",
        "Veldania freed the fishermen in January.",
    ],
)
def test_plans_other_doers_other_things_and_other_times_settle_nothing(sentence: str) -> None:
    assert _state(("2031-05-09", sentence)) == ""


def test_fewer_than_promised_is_part_of_it() -> None:
    assert _state(("2031-05-09", "Veldania freed 38 fishermen on Friday.")) == "partly"
    assert _state(("2031-05-09", "Veldania freed some of the fishermen on Friday.")) == "partly"


def test_not_done_by_its_day_is_broken_and_not_done_yet_is_not() -> None:
    told = "The fishermen were not released, a lawyer in Veldania said."
    assert _state(("2031-05-09", told)) == ""
    assert _state(("2031-05-10", told)) == "broken"


def test_the_latest_report_decides_as_of_a_day() -> None:
    told = ("2031-05-10", "Veldania did not release the fishermen."), ("2031-05-11", "Veldania freed the fishermen.")
    assert _state(*told, as_of="2031-05-10") == "broken"
    assert _state(*told) == _state(*reversed(told)) == "kept"


def test_what_is_long_after_its_day_settles_nothing() -> None:
    assert _state(("2031-08-01", "Veldania freed the fishermen.")) == ""


def test_a_passive_promise_has_its_thing_before_the_verb() -> None:
    quote = "Vell promised that the 40 fishermen held in Torvik would be released by Saturday."
    found = deed("released by Saturday", quote)
    assert found is not None
    assert (found.thing, found.count) == (("fishermen",), 40)


def test_a_condition_or_a_refusal_is_no_promise() -> None:
    assert deed("release the fishermen", "Veldania will only release the fishermen if the boats leave.") is None
    assert deed("release the fishermen", "Veldania will not release the fishermen.") is None


def test_the_words_of_the_report_are_the_evidence() -> None:
    report = a_report("The talks went on.", "Veldania freed the fishermen on Friday.", published="2031-05-09")
    found = outcome(_step(), [report], "2031-05-10")
    assert found is not None
    assert report.text[found.start : found.end] == "Veldania freed the fishermen on Friday."
    assert found.signals == ("deed: freed", "of: fishermen", "doer: Veldania")
