import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.features import positions, quoted, shape, windows


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("talks", 1),
        ("Geneva", 2),
        ("UN", 3),
        ("A", 4),
        ("1,200", 5),
        ("G20", 6),
        ("McRoe", 7),
        (",", 0),
        ("U.N.", 3),
        ("'s", 1),
    ],
)
def test_shapes(word: str, expected: int) -> None:
    assert shape(word) == expected


@pytest.mark.parametrize(
    ("marked", "inside"),
    [
        ("“ We will meet ” he said", "0 1 1 1 0 0 0"),
        ('" We will meet " he said', "0 1 1 1 0 0 0"),
        ("`` We will meet '' he said", "0 1 1 1 0 0 0"),
        ("« We will meet » he said", "0 1 1 1 0 0 0"),
        ("the envoys ' plan fell", "0 0 0 0 0"),
        ("“ We go", "0 1 1"),
    ],
)
def test_words_inside_quotation_marks(marked: str, inside: str) -> None:
    words = marked.split()
    spaced = [word not in {"”", '"', "''", "»", "'"} for word in words]
    assert quoted(words, spaced, [0] * len(words)) == [int(flag) for flag in inside.split()]


def test_a_quotation_ends_with_its_paragraph_unless_opened_again() -> None:
    words = ["“", "One", "two", "three", "“", "four", "”"]
    assert quoted(words, [True] * 7, [0, 0, 0, 1, 2, 2, 2]) == [0, 1, 1, 0, 0, 1, 0]


def test_positions() -> None:
    assert positions([0, 0, 1, 2], [0, 0, 0, 1]) == [2, 0, 1, 2]


@given(st.lists(st.integers(1, 60), max_size=40), st.integers(10, 100))
def test_windows_cover_all_sentences_and_keep_the_limit(lengths: list[int], limit: int) -> None:
    found = windows(lengths, limit)
    assert [i for first, last in found for i in range(first, last)] == list(range(len(lengths)))
    assert all(last == first + 1 or sum(lengths[first:last]) <= limit for first, last in found)


@pytest.mark.parametrize("marks", ["„“", "„”", "»«", "«»", "“”", '""'])
def test_words_inside_every_pair_of_double_marks_are_quoted(marks: str) -> None:
    words = ["He", "said", marks[0], "yes", marks[1], "and", "left"]
    spaced = [True, True, True, False, False, True, True]

    assert quoted(words, spaced, [0] * 7) == [0, 0, 0, 1, 0, 0, 0]
