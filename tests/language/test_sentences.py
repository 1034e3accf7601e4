from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.sentences import split
from communique.language.tokens import tokenize


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text, tokenize(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The talks ended.", "Nobody signed."],
        ["Mr. Dale met Gen. Roe.", "They spoke for an hour."],
        ["The session opened at 10 a.m. Monday in the capital."],
        ["It broke up at 6 p.m.", "The envoys left."],
        ["“We will not sign.", "We never said we would,” he said."],
        ["“Who asked you?” she said.", "Nobody answered."],
        ["He called it “a farce.”", "She did not."],
        ["The plan has No. 2 and No. 3 annexed.", "Both are short."],
        ["J. B. Roe of Acme Corp. spoke first.", "The others followed."],
        ["Norland joined the U.N. in 1950.", "It left later."],
        ["The U.S. Embassy was shut."],
        ["Is it over?", "No!", "It is not."],
        ["They met (the third time this year.)", "It was short."],
        ["He waited ... and waited.", "Nobody came."],
    ],
)
def test_a_paragraph_falls_into_its_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_paragraphs_are_counted_and_end_sentences() -> None:
    text = "Talks resume\n\nThe envoys met. They left.\nNobody spoke"
    found = split(text, tokenize(text))
    assert [s.paragraph for s in found] == [0, 1, 1, 2]


def test_a_line_that_goes_on_in_lower_case_is_no_paragraph() -> None:
    assert sentences("The envoys met in the\ncapital on Monday.") == ["The envoys met in the\ncapital on Monday."]


def test_a_dateline_that_nothing_sets_off_stands_apart() -> None:
    text = "Talks resume\n\nGENEVA Torvik's opposition will attend. It said so.\n\nGENEVA THEN FELL SILENT."
    found = split(text, tokenize(text))
    assert [(text[s.start : s.end], s.role) for s in found][1:3] == [
        ("GENEVA", "dateline"),
        ("Torvik's opposition will attend.", "body"),
    ]
    assert text[found[-1].start : found[-1].end] == "GENEVA THEN FELL SILENT."


def test_what_an_agency_writes_for_editors_is_a_byline() -> None:
    notes = "(LEAD) Talks open (ATTN: ADDS details) By Ada Quill"
    text = f"Talks open\n\n{notes} LUSEN, Dec. 3 (Yonhap) -- They met. They left."
    found = split(text, tokenize(text))
    assert [(text[s.start : s.end], s.role) for s in found][1:] == [
        (notes, "byline"),
        ("LUSEN, Dec. 3 (Yonhap) -- They met.", "body"),
        ("They left.", "body"),
    ]


@given(st.text(alphabet="aB'’.!? \n“”\"()1", max_size=80))
def test_every_token_is_in_exactly_one_sentence(text: str) -> None:
    tokens = tokenize(text)
    found = split(text, tokens)
    assert [i for s in found for i in range(s.first, s.last)] == list(range(len(tokens)))
    assert all((s.start, s.end) == (tokens[s.first][0], tokens[s.last - 1][1]) for s in found)


GOLD = Path(__file__).parents[2] / "benchmarks" / "gold" / "sentences.txt"


def gold() -> list[list[str]]:
    lines = [line for line in GOLD.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
    return [block.split("\n") for block in "\n".join(lines).strip("\n").split("\n\n") if block]


def test_sentences_of_the_gold_are_found_to_within_two_percent() -> None:
    inner = missed = vain = 0
    for block in gold():
        text = " ".join(block)
        wanted = {len(" ".join(block[:n])) for n in range(1, len(block))}
        found = {s.end for s in split(text, tokenize(text))} - {len(text)}
        inner, missed, vain = inner + len(wanted), missed + len(wanted - found), vain + len(found - wanted)

    assert inner >= 400
    assert 2 * (inner - missed) / (2 * inner - missed + vain) >= 0.98


@pytest.mark.parametrize(
    "parts",
    [
        ["GEN. ROE MET MR. HALE AT 6 P.M. ON FRIDAY.", "THE REST IS RUMOR."],
        ["They recalled Res. 242 and Art. 9, para. 2, of the text.", "It is old."],
        ["1. The parties shall cease fire.", "2. The parties shall meet."],
        ["14.45 GMT: The session resumes.", "All are present."],
        ["“We can wait until Feb.”", "The mediators cannot."],
    ],
)
def test_upper_case_numbers_and_abbreviations_keep_their_stops(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["He leaves on Tuesday.", "During the visit he will speak."],
        ["She met Karin Sund.", "Sund will leave then."],
        ["An aide told Yahoo.Com and News.Az so."],
        ["The U.S.President met Gov.Brown."],
    ],
)
def test_sentences_may_be_glued_together_and_web_addresses_are_one_word(parts: list[str]) -> None:
    assert sentences("".join(parts)) == parts
