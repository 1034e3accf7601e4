from training.thresholds import steady


def test_a_broad_height_is_taken_and_a_lucky_peak_is_not() -> None:
    scores = {t / 40: 0.4 for t in range(4, 34)} | {t / 40: 0.5 for t in range(8, 17)} | {30 / 40: 0.6}
    assert 8 / 40 <= steady(scores) <= 16 / 40
