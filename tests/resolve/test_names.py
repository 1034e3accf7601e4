"""Names of people: spellings are one name, people of one surname are two."""

import pytest

from communique.resolve.names import compare, fits, is_whole, near

SAME = [
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Volodymyr Zelenskiy", "Vladimir Zelensky"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Mohammed bin Salman", "Mohamed bin Salman Al Saud"),
    ("DANIEL ORTEGA", "Daniel Ortega"),
    ("Joseph R. Biden, Jr.", "Joe Biden"),
    ("Lee Jae Myung", "Lee Jae-myung"),
    ("Enrique Peña Nieto", "Enrique Pena Nieto"),
    ("Dr. Saeb Erekat", "Saeb Erakat"),
    ("Donald J. Trump", "Donald Trump"),
    ("Leonid Kuchma", "Leonid Kutchma"),
]
DIFFERENT = [
    ("Kim Jong Un", "Kim Jong Il"),
    ("Park Geun-hye", "Park Chung-hee"),
    ("George W. Bush", "George H. Bush"),
    ("Mohammed bin Salman", "Mohammed bin Nayef"),
    ("Jan Kerry", "John Kerry"),
    ("Moon Jae-in", "Moon Chung-in"),
    ("Ilva Sorn", "Ilvo Sern"),
    ("Ahmed Hassan", "Ahmed Hussein"),
    ("Abdullah bin Zayed", "Abdullah bin Khaled"),
    ("Robert Menendez", "Roberta Menendez"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_of_one_name_are_one(left: str, right: str) -> None:
    match = compare(left, right)
    assert match.score >= 0.9
    assert match.reason


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_names_of_two_people_are_two(left: str, right: str) -> None:
    assert compare(left, right).score < 0.9


@pytest.mark.parametrize(("left", "right"), SAME + DIFFERENT)
def test_a_comparison_is_the_same_both_ways(left: str, right: str) -> None:
    assert compare(left, right).score == compare(right, left).score


def test_a_short_name_fits_the_whole_one_it_is_cut_from() -> None:
    assert fits("Kerry", "John Kerry")
    assert fits("J. Kerry", "John Kerry")
    assert fits("Lee", "Lee Jae Myung")
    assert not fits("J. Kerry", "Bob Kerry")
    assert not fits("John", "John Kerry")


def test_a_whole_name_has_two_written_out_parts() -> None:
    assert is_whole("Ilva Sorn")
    assert not is_whole("Sorn")
    assert not is_whole("I. Sorn")
    assert not is_whole("al-Sorn")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Gregorio Rosa Chavez", "Gregorio Rosas Chavez"),
        ("Salim al-Muslat", "Salem Meslet"),
        ("Tavin Erdahl", "Recep Tavin Erdahl"),
    ],
)
def test_names_nearly_of_one_spelling_are_near(left: str, right: str) -> None:
    assert near(left, right).score >= 0.9
    assert near(right, left).score >= 0.9


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Salman bin Abdulaziz", "Mohammed bin Salman bin Abdulaziz"),
        ("Mario Rojas", "Jesus Rojas"),
        ("John Kerry", "John Kirby"),
        ("Eli Cohen", "Ron Cohen"),
        ("George W. Bush", "George H. Bush"),
    ],
)
def test_names_of_two_people_are_not_near(left: str, right: str) -> None:
    assert near(left, right).score == 0


def test_romanisations_of_a_korean_name_are_one() -> None:
    assert compare("Kim Koo", "Kim Gu").score > 0.9
    assert compare("Chung Euisun", "Euisun Chung").score > 0.9
    assert compare("Lee Jae Myung", "Lee Jae-yong").score == 0
