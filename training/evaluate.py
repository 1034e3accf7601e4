"""Measures the shipped annotator on development data: `python -m training.evaluate --data ../shared/data`.

What is measured, and how, is in `benchmarks.annotator`; this names the data sets and writes one file.
"""

import argparse
import json
from pathlib import Path

from benchmarks.annotator import measure
from communique.language.encoder import Encoder

SETS = {
    "ewt": ("syntax", "syntax/ewt-dev.conllu"),
    "gum-open": ("syntax", "syntax/gum-open-dev.conllu"),
    "worldwide": ("names", "names/worldwide/dev"),
    "polnear": ("quotes", "quotes/polnear/dev"),
    "timebank": ("times", "times/TimeBank"),
    "aquaint": ("times", "times/AQUAINT"),
}
"""What each development set is for, and where it lies."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="another checkpoint than the shipped one")
    parser.add_argument("--to", type=Path)
    given = parser.parse_args()
    encoder = Encoder(weights=given.weights)
    scores = {name: measure({part: given.data / place}, encoder) for name, (part, place) in SETS.items()}
    text = json.dumps({"version": encoder.version, **scores}, indent=1) + "\n"
    if given.to:
        given.to.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
