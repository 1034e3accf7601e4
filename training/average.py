"""Averages two networks of one shape, weight by weight: `python -m training.average --first DIR --second DIR --to DIR`.

A network that was trained on from another and the one it started from often read better together than either: what the
second learnt is kept, what it forgot comes back (Wortsman et al. 2022, Robust fine-tuning of zero-shot models).
"""

import argparse
from pathlib import Path

from training.checkpoints import load, recipe_of, save, write_recipe


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])  # type: ignore[union-attr]
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("--second", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="how much of the second")
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    model, recipe = load(given.second)
    first = load(given.first)[0].state_dict()
    own = model.state_dict()
    model.load_state_dict({name: first[name].lerp(tensor, given.share) for name, tensor in own.items()})
    given.to.mkdir(parents=True, exist_ok=True)
    save(model, given.to / "model.safetensors")
    write_recipe(given.to, recipe | {"averaged": {"with": recipe_of(given.first), "share": given.share}})


if __name__ == "__main__":
    main()
