"""A described side and the movement that the report calls so, in sentences of our own about wars of the past."""

from collections.abc import Callable

from communique.model.page import Page

Annotate = Callable[..., Page]


def parties(page: Page) -> dict[str, int]:
    return {r.name: len(r.mentions) for r in page.reading.referents if r.kind == "party"}


def test_the_rebels_are_the_only_movement_that_a_report_names_again_and_again(annotate: Annotate) -> None:
    text = (
        "Angola and UNITA signed a truce in Lusaka. UNITA said its troops would leave Huambo. UNITA promised to free "
        "prisoners. Angolan rebels have fought the government since 1975."
    )
    found = parties(annotate(text))
    assert "Angolan rebels" not in found
    assert found["UNITA"] >= 4


def test_rebels_stay_apart_where_two_movements_are_named_alike(annotate: Annotate) -> None:
    text = "UNITA and FNLA took part in the war. UNITA left. FNLA stayed. Angolan rebels fought on."
    assert "Angolan rebels" in parties(annotate(text))


def test_a_movement_is_called_by_what_tells_most_of_it_and_not_by_movement(annotate: Annotate) -> None:
    text = "The Afghan Taliban took the town. The Taliban movement said that it would hold it. The Taliban left."
    assert "Afghan Taliban" in parties(annotate(text))
