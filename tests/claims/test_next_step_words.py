"""What the scorers of next steps are told of the words in, beside and above a step."""

import pytest

from communique.claims.holders import Voices
from communique.claims.next_steps import words
from communique.claims.next_steps.actors import options
from communique.claims.next_steps.candidates import candidates
from communique.claims.next_steps.choice import described
from communique.claims.offices import offices
from communique.claims.statements import statements


def read(annotate, text, verb):
    """A page, who speaks there, and the step whose words begin so."""
    page = annotate(text, published="2005-07-11")
    voices = Voices(page, statements(page), offices(page))
    return page, voices, next(c for c in candidates(page, voices) if page.text(c.what).startswith(verb))


def test_the_words_of_a_step_are_told_but_for_its_names(annotate):
    page, _, step = read(annotate, "Norway will free forty prisoners near Bergen on Friday.", "free")

    found = set(words.content(page, step))

    assert {"has=free", "has=prisoner"} <= found
    assert "has=bergen" not in found


def test_the_words_beside_a_step_are_told_names_by_their_kind_alone(annotate):
    page, _, step = read(annotate, "The envoy said Norway will soon send a delegation.", "send")

    found = set(words.neighbours(page, step))

    assert {"before-head=soon", "before-trigger=soon", "behind-head=a"} <= found


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("The rebels will free forty prisoners.", "sort=people NNS"),
        ("Norway will free forty prisoners.", "sort=PROPN"),
        ("The talks will free nobody.", "sort=meeting"),
        ("The accord will free forty prisoners.", "sort=document"),
        ("Any envoy will free them.", "subject-det=any"),
        ("Norway and Portugal will free forty prisoners.", "holders=2"),
    ],
)
def test_what_a_subject_is_called_is_told(annotate, text, feature):
    page, voices, step = read(annotate, text, "free")

    assert feature in set(words.subject(page, voices, step))


def test_reports_on_dealings_between_sides_are_told_from_others(annotate):
    talks = "Negotiators of Norway and Portugal met. The two governments will sign a ceasefire and a treaty on Friday."
    shop = "The bakery will sign a lease on Friday."

    assert "diplomatic=True" in set(words.matter(*read(annotate, talks, "sign")[::2]))
    assert "diplomatic=False" in set(words.matter(*read(annotate, shop, "sign")[::2]))


def test_the_verb_above_a_step_and_what_opens_its_clause_are_told(annotate):
    page, _, step = read(annotate, "Norway fears that the rebels will leave the talks.", "leave")

    found = set(words.governing(page, step))

    assert {"verb=fear", "verb-tag=VBZ", "under=that"} <= found


def test_whom_a_passive_names_may_take_the_step(annotate):
    text = "Norway and Portugal met in Lisbon. The draft will be discussed by Finland on Friday."
    page, voices, step = read(annotate, text, "discussed")

    assert any("FIN" in one.names and "by" in one.ways for one in options(page, voices, step, ()))


def test_those_whom_the_sentence_names_are_told_from_others(annotate):
    text = "Norway and Portugal met in Lisbon. Finland will send an envoy on Friday."
    page, voices, step = read(annotate, text, "send")
    told = {one.names: features for one, features in described(page, voices, step, options(page, voices, step, ()))}

    assert "here=all" in told[("FIN",)]
    assert any("here=none" in features for names, features in told.items() if "FIN" not in names)
