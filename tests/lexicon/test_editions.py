"""Marks of editions, notes of correction and notices of withdrawal, as outlets write them."""

import pytest

from communique.lexicon.editions import PLAIN, is_withdrawal, notes, rank


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("(URGENT) Envoys meet in Oslo", 0),
        ("Envoys meet in Oslo", PLAIN),
        ("(LEAD) Envoys meet in Oslo", 2),
        ("(2nd LD) Envoys meet in Oslo", 3),
        ("3RD LEAD: Envoys meet in Oslo", 4),
        ("UPDATE 2-Envoys meet in Oslo", 3),
        ("(Update 4) Envoys meet in Oslo", 5),
        ("REFILE-Envoys meet in Oslo", 80),
        ("CORRECTED-Envoys meet in Oslo", 90),
    ],
)
def test_a_mark_says_which_edition_a_report_is(title: str, place: int) -> None:
    assert rank(title, f"{title}\n\nThey met.") == place


def test_a_mark_may_stand_in_the_first_lines_only() -> None:
    assert rank("Envoys meet", "Envoys meet\n\n(2nd LD) Envoys meet (ATTN: ADDS details)") == 3
    assert rank("Envoys meet", f"Envoys meet\n\n{'They met. ' * 60}(2nd LD)") == PLAIN


@pytest.mark.parametrize(
    "title", ["Update on the talks", "Lead negotiator leaves", "Urgent: aid needed", "Updated: 2031-05-02 17:52"]
)
def test_words_that_are_no_mark_leave_a_report_what_it_is(title: str) -> None:
    assert rank(title, title) == PLAIN


@pytest.mark.parametrize(
    "said",
    [
        "An earlier version of this article misstated the name of the envoy.",
        "This story has been corrected to say that eleven crews were held.",
        "CORRECTION: The talks were held in Oslo, not in Bergen.",
        "The article was amended on 6 May to remove a figure.",
    ],
)
def test_an_outlet_that_corrects_itself_is_quoted_word_for_word(said: str) -> None:
    assert notes(f"Talks open\n\nThe envoys met. They left.\n\n{said}\n\nMore soon.") == (said,)


@pytest.mark.parametrize(
    "said",
    [
        "The treaty has been amended twice.",
        "The minister said the report was wrong.",
        "Correction of the border is the aim of the talks.",
        "The draft was revised on Monday.",
    ],
)
def test_what_others_correct_is_no_note(said: str) -> None:
    assert notes(f"Talks open\n\n{said}") == ()


@pytest.mark.parametrize(
    "said",
    [
        "This story has been withdrawn.",
        "The Courier has retracted this article because it could not be confirmed.",
        "The story headlined “Envoys meet in Oslo” published on 5 May has been withdrawn.",
        "WITHDRAWN: Envoys meet in Oslo",
    ],
)
def test_a_notice_that_a_report_was_withdrawn_is_known(said: str) -> None:
    assert is_withdrawal(f"Envoys meet\n\n{said}")


@pytest.mark.parametrize(
    "said",
    [
        "Veldania has withdrawn its envoy.",
        "The proposal has been withdrawn.",
        "The troops were withdrawn from the strait.",
    ],
)
def test_what_others_withdraw_is_no_notice(said: str) -> None:
    assert not is_withdrawal(f"Envoys leave\n\n{said}")


def test_a_long_report_that_mentions_a_withdrawn_story_is_no_notice() -> None:
    assert not is_withdrawal("This story has been withdrawn. " + "The envoys met in Oslo again. " * 30)
