"""Labels of transcripts."""

import pytest

from communique.lexicon.turns import label_kind


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Q", "question"),
        ("QUESTION", "question"),
        ("Correspondent Olga Vane", "question"),
        ("Reporter 2", "question"),
        ("AP reporter", "question"),
        ("A", "answer"),
        ("MODERATOR", "chair"),
        ("Speaker 3", "question"),
        ("Mr Speaker", ""),
        ("Note", "heading"),
        ("Editor's note", "heading"),
        ("Ana Petrova", ""),
        ("Press Secretary Jon Dale", ""),
        ("Answer of the week", ""),
    ],
)
def test_a_label_says_who_speaks(label: str, kind: str):
    assert label_kind(label) == kind
