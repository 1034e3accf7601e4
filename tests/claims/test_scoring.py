"""The linear scorer."""

import pytest

from communique.claims.scoring import NONE, LinearModel, load

MODEL = LinearModel(
    labels=(NONE, "demands", "rejects"),
    bias=(1.0, 0.0, 0.0),
    weights={"word=urge": (-2.0, 2.0, 0.0), "not": (0.0, -1.0, 3.0)},
)


def test_probabilities_add_up_to_one():
    assert sum(MODEL.probabilities(["word=urge", "not"]).values()) == pytest.approx(1.0)


def test_unknown_features_count_nothing():
    assert MODEL.probabilities(["never seen"]) == MODEL.probabilities([])


def test_the_best_label_is_never_none_but_the_score_tells_how_likely_it_is():
    label, score = MODEL.best([])

    assert label != NONE
    assert score < 0.5


def test_features_pull_towards_their_label():
    assert MODEL.best(["word=urge"])[0] == "demands"
    assert MODEL.best(["not"])[0] == "rejects"


@pytest.mark.parametrize("name", ["positions", "next_steps", "next_step_modalities", "proposals"])
def test_shipped_weights_have_one_number_a_label(name):
    model = load(name)

    assert all(len(row) == len(model.labels) for row in model.weights.values())
    assert len(model.bias) == len(model.labels)
