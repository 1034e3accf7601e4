"""Turns a shipped graph back into a network that can be trained on: `python -m training.restore --to DIR`.

The inverse of `training.export`, but for what 8 bits have lost; a network trained with `--rounded` loses nothing that
it used.
"""

import argparse
import json
from pathlib import Path

import onnx
import torch
from onnx.numpy_helper import to_array
from torch import Tensor, nn

from training.checkpoints import network_of, save, write_recipe
from training.network import Annotator, Linear

SHIPPED = Path("src/communique/weights/annotator.onnx")
HEADS = (
    "arc_dependent", "arc_head", "arc", "label_dependent", "label_head", "label", "tags", "link_cue", "link_word",
    "link_bias",
)  # fmt: skip
"""The layers after the encoder in the order in which the graph uses them."""


def tensors(graph: onnx.GraphProto) -> tuple[dict[str, Tensor], list[Tensor]]:
    """The weights of a graph that kept their names, and its matrices, which did not, in the order of their use."""
    found = {tensor.name: torch.from_numpy(to_array(tensor).copy()) for tensor in graph.initializer}
    named = {name.removeprefix("model."): tensor for name, tensor in found.items() if name.startswith("model.")}
    rows, scale = named.pop("encoder.words.rows"), named.pop("encoder.words.scale")
    named["encoder.words.weight"] = rows.float() * scale
    matrices = [
        (tensor.float() * found[name.replace("_quantized", "_scale")]).T
        for name, tensor in found.items()
        if name.endswith("_quantized")
    ]
    return named, matrices


def linear_layers(model: Annotator) -> list[nn.Module]:
    """The linear layers of a network in the order in which the graph uses them."""
    inside = [module for layer in model.encoder.layers for module in layer.children() if isinstance(module, Linear)]
    return [*inside, *(getattr(model, name) for name in HEADS)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])  # type: ignore[union-attr]
    parser.add_argument("--graph", type=Path, default=SHIPPED)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    shipped = onnx.load(given.graph)
    recipe = next(json.loads(entry.value) for entry in shipped.metadata_props if entry.key == "recipe")
    named, matrices = tensors(shipped.graph)
    model = network_of(recipe, len(named["encoder.words.weight"]))
    model.load_state_dict(named, strict=False)
    with torch.no_grad():
        for layer, matrix in zip(linear_layers(model), matrices, strict=True):
            layer.weight.copy_(matrix)  # type: ignore[operator, union-attr]
    given.to.mkdir(parents=True, exist_ok=True)
    save(model, given.to / "model.safetensors")
    write_recipe(given.to, recipe)


if __name__ == "__main__":
    main()
