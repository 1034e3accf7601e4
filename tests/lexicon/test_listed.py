from hypothesis import given
from hypothesis import strategies as st

from communique.lexicon.listed import FAMILY, GIVEN, MASKS, PLACE, listed


def test_a_town_of_several_words_is_one_place() -> None:
    assert all(mask & PLACE for mask in listed(["in", "Rio", "de", "Janeiro", "today"])[1:4])


def test_one_word_can_stand_in_several_lists() -> None:
    assert listed(["Victoria"])[0] & (PLACE | GIVEN) == PLACE | GIVEN
    assert listed(["Silva"])[0] & FAMILY


def test_states_and_accents_are_known() -> None:
    assert listed(["Ukraine"])[0] & PLACE
    assert listed(["Bogotá"])[0] & PLACE
    assert listed(["José"])[0] & GIVEN


def test_words_without_a_capital_are_in_no_list() -> None:
    assert listed(["reading", "victoria", "\u2014", "1921"]) == [0, 0, 0, 0]


@given(st.lists(st.text(max_size=9), max_size=12))
def test_every_word_has_one_mask(words: list[str]) -> None:
    found = listed(words)
    assert len(found) == len(words)
    assert all(0 <= mask < MASKS for mask in found)
