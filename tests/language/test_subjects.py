"""Subjects that a parser hung on their verb by a relation of names."""

from communique.language.subjects import with_subjects
from communique.model.reading import Token


def tokens(*rows: tuple[str, str, str, int, str]) -> tuple[Token, ...]:
    return tuple(
        Token(n * 10, n * 10 + 5, text, text.lower(), upos, xpos, head, deprel)
        for n, (text, upos, xpos, head, deprel) in enumerate(rows)
    )


def test_a_name_that_hangs_on_a_finite_verb_like_an_apposition_is_its_subject():
    found = with_subjects(
        tokens(
            ("Minister", "NOUN", "NN", 1, "nmod:desc"),
            ("Petrova", "PROPN", "NNP", 2, "appos"),
            ("said", "VERB", "VBD", -1, "root"),
        )
    )
    assert [t.deprel for t in found] == ["nmod:desc", "nsubj", "root"]


def test_the_subject_of_a_passive_is_one_of_a_passive():
    found = with_subjects(
        tokens(
            ("Petrova", "PROPN", "NNP", 2, "appos"),
            ("was", "AUX", "VBD", 2, "aux:pass"),
            ("quoted", "VERB", "VBN", -1, "root"),
        )
    )
    assert [t.deprel for t in found] == ["nsubj:pass", "aux:pass", "root"]


def test_a_verb_that_has_a_subject_keeps_its_own():
    given = tokens(
        ("Petrova", "PROPN", "NNP", 2, "appos"),
        ("she", "PRON", "PRP", 2, "nsubj"),
        ("said", "VERB", "VBD", -1, "root"),
    )
    assert with_subjects(given) == given
