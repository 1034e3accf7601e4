"""What became of candidates, and which features decided it."""

from communique.claims.scoring import LinearModel
from communique.claims.verdicts import DOUBLE, UNLIKELY, judged, once_each

MODEL = LinearModel(
    ("entry", "none"), (0.0, 0.0), {"sure": (2.0, -1.0), "unsure": (-1.5, 1.0), "weak": (0.1, 0.0)}, threshold=0.6
)


def test_a_candidate_below_the_threshold_is_no_entry() -> None:
    sure, unsure = judged(MODEL, [("a", ["sure"]), ("b", ["unsure"])])
    assert (sure.is_entry, unsure.is_entry, unsure.why) == (True, False, UNLIKELY)
    assert sure.score > 0.9
    assert unsure.score < 0.1


def test_of_candidates_that_say_the_same_only_those_kept_are_entries() -> None:
    first, second, third = ["x"], ["x"], ["y"]
    verdicts = judged(MODEL, [(first, ["sure"]), (second, ["sure"]), (third, ["unsure"])])
    assert [v.why for v in once_each(verdicts, [first])] == ["", DOUBLE, UNLIKELY]


def test_reasons_are_the_known_features_by_weight() -> None:
    assert MODEL.reasons(["weak", "unsure", "unknown", "sure"]) == [("sure", 3.0), ("unsure", -2.5), ("weak", 0.1)]


def test_reasons_of_a_model_without_none_tell_the_best_label_from_the_next() -> None:
    model = LinearModel(("held", "planned", "refused"), (0.0, 0.0, -9.0), {"was": (1.0, 0.25, 4.0)})
    assert model.reasons(["was"]) == [("was", 0.75)]
