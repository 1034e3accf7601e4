"""Titles of texts that are published as such."""

from communique.lexicon.issued import is_joint, text_kind


def test_a_joint_statement_is_a_text_of_several():
    title = "Joint Statement on the Meeting in Oslo"
    assert text_kind(title) == (0, 15)
    assert is_joint(title)


def test_a_readout_has_one_author():
    assert text_kind("Readout of the President's Call") is not None
    assert not is_joint("Readout of the President's Call")


def test_a_headline_about_a_statement_is_no_text_of_its_own():
    assert text_kind("Maretia rejects joint statement") is None
