"""Random corrections by several people hold, at once and after another reading of every report."""

import random
from pathlib import Path

import pytest

from benchmarks.corrections import corrected
from talks import story


@pytest.mark.parametrize("seed", range(3))
def test_no_random_correction_is_lost_or_undone_by_a_later_reading(tmp_path: Path, seed: int) -> None:
    found, changed = corrected(tmp_path / "record.db", story(), random.Random(seed), 40)
    assert found == []
    assert changed > 3
