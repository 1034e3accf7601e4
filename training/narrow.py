"""Makes a trained network smaller: `python -m training.narrow --model DIR --data ../shared/data --inner N --to DIR`.

Layer by layer, from the lowest, the attention heads and the inner units with the greatest influence stay (the spread of
their values times the length of their outgoing weights), and the matrix behind them is fitted anew by least squares, so
that the layer gives what the whole one gave (as in Luo et al. 2017, ThiNet, and He et al. 2017, Channel Pruning). What
is lost comes back in training: `python -m training.train --start DIR --teacher TEACHER`.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training import names, quotations
from training.batches import Batch, Scheme, coded
from training.checkpoints import load, save, write_recipe
from training.losses import attention_mask
from training.network import ATTENTION_HEADS, Annotator, Layer, Linear
from training.pretrained import tokenizer
from training.train import epoch, moved, piece_table

ARTICLES, BATCHES, PIECES = 80, 12, 4000
"""Articles of each data set, and batches of so many word pieces, that the fit is made on."""


def sample(data: Path, scheme: Scheme) -> list[Batch]:
    """Windows of news with and without quotations."""
    documents = {
        "polnear": quotations.polnear(data / "quotes/polnear/train")[:ARTICLES],
        "worldwide": names.worldwide(data / "names/worldwide/train")[:ARTICLES],
    }
    sets = {name: [coded(document, scheme) for document in group] for name, group in documents.items()}
    batches = epoch(sets, piece_table(tokenizer()), PIECES, random.Random(1))
    return [batch for batch, _ in zip(batches, range(BATCHES), strict=False)]


def passed(model: Annotator, linear: Linear, batches: Sequence[Batch]) -> tuple[Tensor, Tensor]:
    """What goes into a linear layer of the model and what it makes of it, one row a word piece."""
    into, out = list[Tensor](), list[Tensor]()

    def keep(_: nn.Module, given: tuple[Tensor, ...], made: Tensor) -> None:
        into.append(given[0])
        out.append(made)

    hook = linear.register_forward_hook(keep)
    for batch in batches:
        model.encode(batch.pieces, batch.features, batch.starts, attention_mask(batch))
    hook.remove()
    numbers = [torch.arange(b.pieces.shape[1], device=b.lengths.device) for b in batches]
    real = [row < b.lengths.unsqueeze(1) for b, row in zip(batches, numbers, strict=True)]
    return tuple(torch.cat([x[r] for x, r in zip(rows, real, strict=True)]).double() for rows in (into, out))  # type: ignore[return-value]


def narrow(linear: Linear, values: Tensor, wanted: Tensor, *, units: int, together: int = 1) -> tuple[Tensor, Linear]:
    """The `units` inputs of greatest influence, `together` of them as one, and a layer that makes do with them."""
    influence = (values.std(0) * linear.weight.double().norm(dim=0)).square().view(-1, together).sum(1)
    groups = influence.topk(units // together).indices.sort().values
    kept = (groups.unsqueeze(1) * together + torch.arange(together, device=groups.device)).flatten()
    known = torch.cat((values[:, kept], torch.ones_like(values[:, :1])), 1)
    square = known.T @ known
    square += torch.eye(len(square), dtype=torch.double, device=square.device) * 1e-3 * square.diag().mean()
    fitted = torch.linalg.solve(square, known.T @ wanted)
    lost = (known @ fitted - wanted).square().sum() / (wanted - wanted.mean(0)).square().sum()
    print(f"{len(kept)} of {values.shape[1]} inputs: {float(lost):.3f} of the spread lost", flush=True)
    return kept, layer_of(fitted[:-1].T, fitted[-1])


def rows(linear: Linear, kept: Tensor) -> Linear:
    """The layer with some of its outputs alone."""
    return layer_of(linear.weight[kept], linear.bias[kept])


def layer_of(weight: Tensor, bias: Tensor) -> Linear:
    """A linear layer with these numbers, where they lie."""
    made = Linear(weight.shape[1], weight.shape[0]).to(weight.device)
    made.weight.copy_(weight)
    made.bias.copy_(bias)
    return made


def narrow_attention(model: Annotator, layer: Layer, batches: Sequence[Batch], heads: int) -> None:
    """Leaves a layer so many attention heads."""
    kept, layer.out = narrow(
        layer.out, *passed(model, layer.out, batches), units=heads * layer.head, together=layer.head
    )
    width = layer.heads * layer.head
    layer.qkv = rows(layer.qkv, torch.cat([kept, kept + width, kept + 2 * width]))
    layer.heads = heads


def narrow_inner(model: Annotator, layer: Layer, batches: Sequence[Batch], units: int) -> None:
    """Leaves a layer so many inner units."""
    kept, layer.outer = narrow(layer.outer, *passed(model, layer.outer, batches), units=units)
    layer.inner = rows(layer.inner, kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--inner", type=int, default=768, help="inner units a layer keeps")
    parser.add_argument("--attention", type=int, default=ATTENTION_HEADS, help="attention heads a layer keeps")
    parser.add_argument("--device", default="cpu")
    given = parser.parse_args()
    model, recipe = load(given.model)
    model.to(given.device)
    scheme = Scheme(**{name: tuple(labels) for name, labels in recipe["scheme"].items()})
    batches = [moved(batch, torch.device(given.device)) for batch in sample(given.data, scheme)]
    with torch.no_grad():
        for layer in model.encoder.layers:
            assert isinstance(layer, Layer)
            narrow_attention(model, layer, batches, given.attention)
            narrow_inner(model, layer, batches, given.inner)
    given.to.mkdir(parents=True, exist_ok=True)
    save(model, given.to / "model.safetensors")
    write_recipe(given.to, recipe | {"inner": given.inner, "attention": given.attention})


if __name__ == "__main__":
    main()
