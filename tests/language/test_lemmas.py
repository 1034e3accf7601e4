import pytest

from communique.language.lemmas import Lemmatizer


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "lemma"),
    [
        ("said", "VERB", "VBD", "say"),
        ("agreed", "VERB", "VBN", "agree"),
        ("agreeing", "VERB", "VBG", "agree"),
        ("rejected", "VERB", "VBD", "reject"),
        ("postponed", "VERB", "VBN", "postpone"),
        ("fled", "VERB", "VBD", "flee"),
        ("submitting", "VERB", "VBG", "submit"),
        ("denies", "VERB", "VBZ", "deny"),
        ("convened", "VERB", "VBD", "convene"),
        ("chaired", "VERB", "VBN", "chair"),
        ("deposed", "VERB", "VBN", "depose"),
        ("rebuking", "VERB", "VBG", "rebuke"),
        ("boycotted", "VERB", "VBD", "boycott"),
        ("freezing", "VERB", "VBG", "freeze"),
        ("Talks", "NOUN", "NNS", "talk"),
        ("parties", "NOUN", "NNS", "party"),
        ("crises", "NOUN", "NNS", "crisis"),
        ("n't", "PART", "RB", "not"),
        ("’ll", "AUX", "MD", "will"),
        ("them", "PRON", "PRP", "they"),
        ("Norland", "PROPN", "NNP", "Norland"),
        ("12,000", "NUM", "CD", "12000"),
    ],
)
def test_lemmas(lemmatizer: Lemmatizer, word: str, upos: str, xpos: str, lemma: str) -> None:
    assert lemmatizer.lemma(word, upos, xpos) == lemma
