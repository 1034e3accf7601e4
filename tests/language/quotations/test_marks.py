"""Pairing quotation marks with tolerance."""

import pytest

from communique.language.quotations.marks import Marks, quoted
from communique.model.span import Span


def inside(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in quoted(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She called it “a good day” in Oslo.",
        'She called it "a good day" in Oslo.',
        "She called it 'a good day' in Oslo.",
        "She called it ‘a good day’ in Oslo.",
        "She called it «a good day» in Oslo.",
        "She called it „a good day” in Oslo.",
    ],
)
def test_every_kind_of_mark_is_paired(text: str):
    assert inside(text) == ["a good day"]


def test_apostrophes_are_no_marks():
    assert inside("The rebels' envoy didn't say it's over.") == []
    assert inside("'The rebels' demands aren't met,' he said.") == ["The rebels' demands aren't met,"]


def test_a_quotation_inside_a_quotation_is_part_of_it():
    assert inside("“They said ‘never’ to us,” he recalled.") == ["They said ‘never’ to us,"]


def test_a_quotation_left_open_at_the_end_of_a_paragraph_goes_on_in_the_next():
    text = "“We came to talk.\n\n“We leave with a plan,” she said."
    assert inside(text) == ["We came to talk.", "We leave with a plan,"]
    assert all(q.whole for q in quoted(text))


def test_a_forgotten_closing_mark_makes_the_extent_a_guess():
    text = 'He said the deal was "close and that the rest was "a detail" only.'
    found = list(quoted(text))
    assert not found[0].whole
    assert inside(text)[1] == "a detail"


def test_a_forgotten_opening_mark_makes_the_extent_a_guess():
    text = 'It took years to agree," he said.'
    found = list(quoted(text))
    assert inside(text) == ["It took years to agree,"]
    assert not found[0].whole


def test_a_closing_mark_after_a_space_still_closes():
    assert inside('"We will go on. "The envoy left.') == ["We will go on. "]


def test_what_stands_inside_marks_is_found():
    text = "He said “yes” twice."
    marks = Marks(text)
    assert marks.around(Span(9, 12)) is not None
    assert marks.around(Span(0, 2)) is None


def test_a_very_long_text_is_read_in_linear_time():
    text = "\n\n".join(["He said \"yes\" and 'no' to the envoy's plan. \"Half open"] * 20_000)
    assert sum(1 for _ in quoted(text)) >= 40_000


@pytest.mark.parametrize("text", ["She called it „a good day“ in Oslo.", "She called it »a good day« in Oslo."])
def test_marks_of_germany_and_its_neighbours_are_paired(text: str):
    assert inside(text) == ["a good day"]


def test_a_quotation_that_nobody_opened_is_one_sentence():
    assert inside("The envoy disagreed. It took years to agree,” he said.") == ["It took years to agree,"]


def test_a_quotation_that_begins_mid_paragraph_goes_on_in_a_paragraph_that_opens_with_a_mark():
    found = list(quoted("“We came,” she said. “We leave.\n\n“We stay away.”"))
    assert [q.whole for q in found] == [True, True, True]
