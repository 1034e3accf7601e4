"""Titles of texts that are published as such."""

import pytest

from communique.lexicon.issued import delivered, is_joint, leading, text_kind


def test_a_joint_statement_is_a_text_of_several():
    title = "Joint Statement on the Meeting in Oslo"
    assert text_kind(title) == (0, 15)
    assert is_joint(title)


def test_a_readout_has_one_author():
    assert text_kind("Readout of the President's Call") is not None
    assert not is_joint("Readout of the President's Call")


def test_a_headline_about_a_statement_is_no_text_of_its_own():
    assert text_kind("Maretia rejects joint statement") is None


@pytest.mark.parametrize(
    ("title", "kind", "who"),
    [
        ("Full text of President Ana Petrova's address to the council", "address", "President Ana Petrova"),
        ("Full text: Jon Dale's speech at the opening", "speech", "Jon Dale"),
        ("Remarks by President Petrova at the opening of the talks", "Remarks", "President Petrova"),
        ("Bridge: Statement by the envoy on behalf of the Lantern Union", "Statement", "the Lantern Union"),
    ],
)
def test_a_title_says_whose_speech_stands_below(title: str, kind: str, who: str):
    found = delivered(title)
    assert found is not None
    assert (title[slice(*found.kind)], title[slice(*found.who)]) == (kind, who)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Following is the full text of the address by Maretian President Ana Petrova to the council:", "Petrova"),
        ("Jon Dale, deputy foreign minister of Torvik, released the following statement on Monday:", "Jon Dale"),
        ("Here is the text of the communique issued by the Norrin Front:", "the Norrin Front"),
    ],
)
def test_a_sentence_with_a_colon_may_lead_to_a_text(sentence: str, who: str):
    found = leading(sentence)
    assert found is not None
    assert who in sentence[slice(*found.who)]


@pytest.mark.parametrize("sentence", ["The minister issued the following statement.", "She set out three conditions:"])
def test_other_sentences_lead_to_none(sentence: str):
    assert leading(sentence) is None


def test_a_line_in_brackets_and_an_answer_lead_to_a_text_too():
    speech = "[Speech by Maretian President Ana Petrova on Army Day, in Orsa -- recorded]"
    reply = "A spokesman for the ministry gave the following answer to a question about U.S. moves:"
    for sentence, who in ((speech, "Maretian President Ana Petrova"), (reply, "A spokesman for the ministry")):
        found = leading(sentence)
        assert found is not None
        assert sentence[slice(*found.who)] == who


def test_a_style_is_no_part_of_whose_a_text_is():
    title = "STATEMENT BY H.E. MR. JON DALE, MINISTER OF TORVIK, AT THE COUNCIL"
    found = delivered(title)
    assert found is not None
    assert title[slice(*found.who)] == "MR. JON DALE"
