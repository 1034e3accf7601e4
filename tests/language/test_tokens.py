import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.tokens import tokenize


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys didn't sign.", ["The", "envoys", "did", "n't", "sign", "."]),
        ("They’ll meet; we've agreed.", ["They", "’ll", "meet", ";", "we", "'ve", "agreed", "."]),
        ("Norland's ministers' plan", ["Norland", "'s", "ministers", "'", "plan"]),
        ("It cannot last.", ["It", "can", "not", "last", "."]),
        ("a long-running, re-elected leader", ["a", "long", "-", "running", ",", "re-elected", "leader"]),
        ("the U.N. and the U.S.-backed side", ["the", "U.N.", "and", "the", "U.S.", "-", "backed", "side"]),
        ("Mr. Dale met Gen. A. B. Roe", ["Mr.", "Dale", "met", "Gen.", "A.", "B.", "Roe"]),
        ("at 10:30 a.m. on Jan. 5", ["at", "10:30", "a.m.", "on", "Jan.", "5"]),
        ("No. 2 said no.", ["No.", "2", "said", "no", "."]),
        ("$4.5 million, 12,000 men, 40%", ["$", "4.5", "million", ",", "12,000", "men", ",", "40", "%"]),
        ("5km by 10am", ["5", "km", "by", "10", "am"]),
        ("the 1990s and the 5th round", ["the", "1990s", "and", "the", "5th", "round"]),
        ("see https://talks.example/day-2, he said", ["see", "https://talks.example/day-2", ",", "he", "said"]),
        ("write to desk@talks.example or @desk", ["write", "to", "desk@talks.example", "or", "@desk"]),
        ("“Never!” she said…", ["“", "Never", "!", "”", "she", "said", "…"]),
        ("the Ba'ath of al-Shara'a", ["the", "Ba'ath", "of", "al", "-", "Shara'a"]),
        ("AT&T and Q&A", ["AT&T", "and", "Q&A"]),
        ("Why?! -- he asked...", ["Why", "?!", "--", "he", "asked", "..."]),
    ],
)
def test_tokens_follow_the_treebanks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(max_size=200))
def test_tokens_are_in_order_and_leave_out_white_space_only(text: str) -> None:
    at = 0
    for start, end in tokenize(text):
        assert at <= start < end
        assert text[at:start].strip() == ""
        at = end
    assert text[at:].strip() == ""


@given(st.text(alphabet="aB'’.-&3 \n“”", max_size=60))
def test_no_token_holds_white_space(text: str) -> None:
    assert not any(word != word.strip() or " " in word for word in words(text))
