"""Who wrote a report, told in lines above it."""

import pytest

from communique.lexicon.bylines import is_byline, past_bylines


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Quill",
        "By Ada Quill and Karl Holm in Torvik",
        "By ADA QUILL, Associated Press Writer",
        "By our diplomatic correspondent",
        "By Our Special Correspondent",
        "Our Correspondent",
        "Staff Reporter",
        "News Desk",
        "Reuters",
        "Published 9 October 2019",
        "Last updated: 9 October 2019, 14:20",
    ],
)
def test_a_line_tells_who_wrote_the_report_or_when_it_went_out(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By Monday all was over.",
        "By Monday both sides had gone",
        "Peace Talks",
        "The reporters waited outside.",
        "From President Holm to President Quill, 23 November",
        "Published reports say that the envoy left.",
    ],
)
def test_text_and_headings_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


def test_a_name_alone_is_passed_on_the_way_to_a_dateline() -> None:
    text = "By Ada Quill\n\nJohn Smith\nPublished 9 October 2019\n\nGENEVA (Reuters) - They met."
    assert text[past_bylines(text, 0) :] == "GENEVA (Reuters) - They met."


def test_where_no_byline_stands_nothing_is_passed() -> None:
    assert past_bylines("GENEVA (Reuters) - They met.", 0) == 0


@pytest.mark.parametrize("by", ["", "By Ada Quill ", "By Ada Quill and Karl Holm ", "By Ada Quill, Karl Ek-Holm "])
def test_notes_for_editors_are_passed_on_the_way_to_a_dateline(by: str) -> None:
    notes = "(LEAD) Torvik-talks(LEAD) Talks open (ATTN: ADDS details in last 3 paras)"
    text = f"\n\n{notes}{by or ' '}LUSEN, Dec. 3 -- They met."
    assert text[past_bylines(text, 0) :] == "LUSEN, Dec. 3 -- They met."
