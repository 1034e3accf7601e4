"""Lines that were broken to fit a width end nothing."""

import re
import textwrap

from hypothesis import given
from hypothesis import strategies as st

from communique.model.lines import broken_to_fit, flowing
from communique.model.report import Report

NEWS = (
    "Envoys of Torvik and Maretia met in Oslo on Friday for a second day of talks about the fishing grounds between "
    "the two countries, and agreed to meet again within a month. The Torvik delegation was led by Foreign Minister "
    "Karin Sund, who told reporters that the gaps had narrowed. Maretian negotiator Jon Dale said that his side "
    "would study a draft."
)
WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=9), min_size=120, max_size=300)


def test_lines_within_a_width_end_nothing_but_those_at_the_end_of_a_paragraph_do() -> None:
    text = "\n\n".join([textwrap.fill(NEWS, 60), textwrap.fill(NEWS, 60)])
    ends = broken_to_fit(text)
    assert {text[end] for end in ends} == {"\n"}
    assert len(ends) == text.count("\n") - 2


def test_paragraphs_lists_and_headlines_keep_their_lines() -> None:
    points = "\n".join(f"- Both sides agreed on point number {n} of the draft that was before them" for n in range(9))
    links = "\n".join(f"Envoys Of Torvik And Maretia Met In Oslo For Talks, Day {n} Of The Round" for n in range(9))
    assert not broken_to_fit("\n".join([NEWS] * 9))
    assert not broken_to_fit(points)
    assert not broken_to_fit(links)
    assert not broken_to_fit("")


def test_a_report_flows_by_the_same_id_and_the_rest_is_itself() -> None:
    report = Report("", "2031-05-02", "", textwrap.fill(NEWS, 60))
    whole = Report("", "2031-05-02", "", NEWS)
    assert flowing(report).text == NEWS
    assert flowing(report).id == report.id
    assert flowing(whole) is whole


@given(WORDS, st.integers(50, 110))
def test_no_offset_moves_and_only_ends_of_lines_change(words: list[str], width: int) -> None:
    text = textwrap.fill(" ".join(words), width)
    read = flowing(Report("", "2031-05-02", "", text)).text
    assert len(read) == len(text)
    assert re.sub(r"\s", " ", read) == re.sub(r"\s", " ", text)
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(text, read, strict=True))
