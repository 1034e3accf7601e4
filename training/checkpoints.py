"""Trained networks on disk: `model.safetensors` beside `recipe.json`."""

import json
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file

from training.network import MINILM_HEAD, Annotator, Sizes


def recipe_of(folder: Path) -> dict[str, Any]:
    """How the network of `folder` was made."""
    return json.loads((folder / "recipe.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def network_of(recipe: dict[str, Any], vocabulary: int) -> Annotator:
    """An untrained network of the sizes of a recipe; one that does not tell them all is made of MiniLM."""
    labels = (len(recipe["scheme"][column]) for column in ("upos", "xpos", "deprels"))
    sizes = Sizes(
        *labels, layers=recipe["layers"], inner=recipe["inner"], heads=recipe["attention"],
        head=recipe.get("head", MINILM_HEAD), distances=recipe.get("distances", 0),
    )  # fmt: skip
    return Annotator(vocabulary, sizes)


def load(folder: Path) -> tuple[Annotator, dict[str, Any]]:
    """The trained network of `folder`, ready to read, and its recipe."""
    recipe = recipe_of(folder)
    weights = load_file(folder / "model.safetensors")
    model = network_of(recipe, len(weights["encoder.words.weight"]))
    model.load_state_dict(weights)
    return model.eval(), recipe


def save(model: Annotator, path: Path) -> None:
    """Writes the weights of a network."""
    save_file({name: tensor.contiguous() for name, tensor in model.state_dict().items()}, path)


def write_recipe(folder: Path, recipe: dict[str, Any]) -> None:
    """Writes how a network was made beside its weights."""
    text = json.dumps(recipe, indent=1, ensure_ascii=False)
    (folder / "recipe.json").write_text(text + "\n", encoding="utf-8")
