"""What the words beside a side's mentions say of its standing."""

from collections.abc import Callable

from communique.claims.standing import body_kind, standing
from communique.model.page import Page

Annotate = Callable[..., Page]


def signs(page: Page, name: str) -> set[str]:
    referent = next(r for r in page.reading.referents if r.name == name)
    return set(standing(page, referent.mentions))


def test_what_a_side_does_is_told_from_what_is_done_to_it(annotate: Annotate) -> None:
    page = annotate("Eritrea rejected the plan. Norway told Ethiopia that it would wait.")
    assert "is:subject:takes:rejects" in signs(page, "ERI")
    assert "is:object:says" in signs(page, "ETH")
    assert "is:subject:says" in signs(page, "NOR")


def test_with_whom_talks_are_held_and_who_has_an_army(annotate: Annotate) -> None:
    page = annotate("There will be talks with Eritrea. The army of Ethiopia withdrew.")
    assert "is:with:talks" in signs(page, "ERI")
    assert "is:has organ" in signs(page, "ETH")


def test_one_of_a_list_stands_where_the_first_of_it_stands(annotate: Annotate) -> None:
    page = annotate("Eritrea and Ethiopia rejected the plan.")
    assert "is:subject:takes:rejects" in signs(page, "ETH")


def test_words_for_a_role_tell_it_of_their_subject_and_their_owner(annotate: Annotate) -> None:
    page = annotate("Norway will guarantee the accord. Observers from Kenya were there.")
    assert "is:role:guarantor" in signs(page, "NOR")
    assert "is:role:observer" in signs(page, "KEN")


def test_what_happens_twice_happens_often(annotate: Annotate) -> None:
    page = annotate("Eritrea rejected the plan. Eritrea rejected the draft.")
    assert "is often:subject:takes:rejects" in signs(page, "ERI")


def test_a_body_is_what_the_lexicon_or_the_last_word_of_its_name_says() -> None:
    assert "body:organization" in set(body_kind("United Nations"))
    assert "head:council" in set(body_kind("Lantern Islands Fishing Council"))
    assert set(body_kind("True Wells")) == {"called:nothing"}
