"""Halves the inner layers of a trained network: `python -m training.narrow --model DIR --data ../shared/data --to DIR`.

Layer by layer, from the lowest, the inner units with the greatest influence stay (the spread of their values times
the length of their outgoing weights), and the outer matrix is fitted anew by least squares, so that the layer gives
what the whole one gave (as in Luo et al. 2017, ThiNet, and He et al. 2017, Channel Pruning). What is lost comes back in
training: `python -m training.train --start DIR --inner N`.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, distributed, nn

from training import names, quotations
from training.batches import Batch, Scheme, coded
from training.export import load
from training.losses import attention_mask
from training.network import WIDTH, Annotator, Layer
from training.train import base_model, epoch, piece_table, save

ARTICLES, BATCHES, PIECES = 80, 12, 4000
"""Articles of each data set, and batches of so many word pieces, that the fit is made on."""


def sample(data: Path, scheme: Scheme) -> list[Batch]:
    """Windows of news with and without quotations."""
    tokenizer = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    documents = {
        "polnear": quotations.polnear(data / "quotes/polnear/train")[:ARTICLES],
        "worldwide": names.worldwide(data / "names/worldwide/train")[:ARTICLES],
    }
    sets = {name: [coded(document, scheme) for document in group] for name, group in documents.items()}
    batches = epoch(sets, piece_table(tokenizer), PIECES, random.Random(1))
    return [batch for batch, _ in zip(batches, range(BATCHES), strict=False)]


def passed(model: Annotator, layer: Layer, batches: Sequence[Batch]) -> tuple[Tensor, Tensor]:
    """The inner values of a layer and what its outer matrix makes of them, one row a word piece."""
    inner, outer = list[Tensor](), list[Tensor]()

    def keep(_: nn.Module, given: tuple[Tensor, ...], made: Tensor) -> None:
        inner.append(given[0])
        outer.append(made)

    hook = layer.outer.register_forward_hook(keep)
    for batch in batches:
        model.encode(batch.pieces, batch.features, batch.starts, attention_mask(batch))
    hook.remove()
    real = [torch.arange(b.pieces.shape[1]) < b.lengths.unsqueeze(1) for b in batches]
    return tuple(torch.cat([x[r] for x, r in zip(rows, real, strict=True)]).double() for rows in (inner, outer))  # type: ignore[return-value]


def narrow(layer: Layer, values: Tensor, wanted: Tensor, units: int) -> float:
    """Leaves a layer `units` inner units; gives the share of the spread of its output that is lost."""
    influence = values.std(0) * layer.outer.weight.double().norm(dim=0)
    kept = influence.topk(units).indices.sort().values
    known = torch.cat((values[:, kept], torch.ones(len(values), 1, dtype=torch.double)), 1)
    square = known.T @ known
    square += torch.eye(len(square), dtype=torch.double) * 1e-3 * square.diag().mean()
    fitted = torch.linalg.solve(square, known.T @ wanted)
    lost = (known @ fitted - wanted).square().sum() / (wanted - wanted.mean(0)).square().sum()
    inner, outer = nn.Linear(WIDTH, units), nn.Linear(units, WIDTH)
    inner.weight.copy_(layer.inner.weight[kept])
    inner.bias.copy_(layer.inner.bias[kept])
    outer.weight.copy_(fitted[:-1].T)
    outer.bias.copy_(fitted[-1])
    layer.inner, layer.outer = inner, outer
    return float(lost)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--inner", type=int, default=768, help="inner units a layer keeps")
    given = parser.parse_args()
    distributed.init_process_group("gloo", store=distributed.HashStore(), rank=0, world_size=1)
    model, recipe = load(given.model)
    scheme = Scheme(**{name: tuple(labels) for name, labels in recipe["scheme"].items()})  # type: ignore[attr-defined]
    batches = sample(given.data, scheme)
    with torch.no_grad():
        for number, layer in enumerate(model.encoder.layers):
            lost = narrow(layer, *passed(model, layer, batches), given.inner)
            print(f"layer {number}: {lost:.3f} of the spread lost", flush=True)
    given.to.mkdir(parents=True, exist_ok=True)
    save(model, given.to / "model.safetensors")
    written = json.dumps(recipe | {"inner": given.inner}, indent=1, ensure_ascii=False)
    (given.to / "recipe.json").write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
