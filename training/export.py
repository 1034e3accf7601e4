"""Writes the trained annotator as one ONNX graph into the package: `python -m training.export --model DIR`.

The word table is kept as 8-bit rows with a scale each, matrices as 8-bit columns with a scale each; labels and recipe
travel in the file's metadata.
"""

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.checkpoints import load
from training.documents import LINK_LABELS, NAME_LABELS
from training.network import TAGS, Annotator
from training.pretrained import minilm_folder

INPUTS = ("pieces", "features", "starts", "sentences")
OUTPUTS = (*TAGS, "arcs", "labels", "queries", "keys", "bias")


class Rows(nn.Module):
    """An embedding table of 8-bit numbers."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (table / scale).round().clamp(-127, 127).to(torch.int8))

    def forward(self, numbers: Tensor) -> Tensor:
        """The rows of the given numbers."""
        return self.rows[numbers].float() * self.scale[numbers]  # type: ignore[index, operator]


class OneWindow(nn.Module):
    """Everything the decoder needs of one window, without padding."""

    def __init__(self, model: Annotator) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, features: Tensor, starts: Tensor, sentences: Tensor) -> tuple[Tensor, ...]:
        """The tensors named in `OUTPUTS`."""
        root, words = self.model.encode(pieces, features, starts)
        arcs = self.model.arcs(root, words, sentences)
        labels = self.model.labels(root, words, arcs.argmax(-1))
        tags = self.model.tag_scores(words)
        return tuple(x.squeeze(0) for x in (*tags.values(), arcs, labels, *self.model.link_parts(words)))


def write(model: Annotator, path: Path) -> None:
    """The graph in 32-bit numbers, but for the word table."""
    model.encoder.words = Rows(model.encoder.words.weight.detach())  # type: ignore[assignment]
    count, words = 12, 9
    example = (
        torch.randint(1000, 2000, (1, count)),
        torch.zeros(1, count, 4, dtype=torch.int64),
        torch.arange(1, words + 1).unsqueeze(0),
        torch.zeros(1, words, dtype=torch.int64),
    )
    axes = {name: {1: "pieces" if name in ("pieces", "features") else "words"} for name in INPUTS}
    axes |= {name: {0: "words"} for name in OUTPUTS}
    axes["arcs"][1] = "candidates"
    torch.onnx.export(
        OneWindow(model), example, path, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip


def quantize(plain: Path, path: Path) -> None:
    """Matrices in 8 bits; 7 are used, so that processors without wide dot products do not overflow."""
    graph = onnx.load(plain).graph
    constants = {tensor.name for tensor in graph.initializer}
    wide = [node.name for node in graph.node if node.op_type == "MatMul" and not constants & set(node.input)]
    quantize_dynamic(
        plain, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"], nodes_to_exclude=wide,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("src/communique/weights"))
    parser.add_argument("--plain", action="store_true", help="keep 32-bit numbers, for comparison")
    given = parser.parse_args()
    model, recipe = load(given.model)
    plain = given.model / "plain.onnx"
    write(model, plain)
    target = given.to / "annotator.onnx"
    shutil.copy(plain, target) if given.plain else quantize(plain, target)
    graph = onnx.load(target)
    labels = {**recipe["scheme"], "names": NAME_LABELS, "links": LINK_LABELS, "window": recipe["window"]}  # type: ignore[dict-item]
    for key, value in (("labels", labels), ("recipe", recipe)):
        entry = graph.metadata_props.add()
        entry.key, entry.value = key, json.dumps(value, ensure_ascii=False)
    onnx.save(graph, target)
    shutil.copy(minilm_folder() / "vocab.txt", given.to / "vocabulary.txt")
    print(target, target.stat().st_size)


if __name__ == "__main__":
    main()
