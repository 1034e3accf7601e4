"""The network: a shortened MiniLM encoder over word pieces, and small heads over words."""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.language.features import SHAPES
from communique.lexicon.listed import MASKS
from training.documents import LINK_LABELS, NAME_LABELS, ROLE_LABELS

WIDTH, ATTENTION_HEADS = 384, 12
HEAD = WIDTH // ATTENTION_HEADS
ARC, LABEL, LINK = 256, 64, 64
TAGS = ("upos", "xpos", "names", "source", "cue", "content")
"""The word-wise heads, in the order of their columns."""
BLOCKED = -1e4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels the tagging heads tell apart, how many encoder layers are kept, and their inner units."""

    upos: int
    xpos: int
    deprels: int
    layers: int = 4
    inner: int = 768
    heads: int = ATTENTION_HEADS


class Linear(nn.Linear):
    """A linear layer that, once `rounded`, sees numbers as the shipped graph does: 8 bits in, 7-bit weights.

    Rounding lets gradients pass as if it were not there (Bengio et al. 2013); ranges are taken as onnxruntime's dynamic
    quantisation does, of all values of a window and of each row of weights.
    """

    rounded = False

    def forward(self, x: Tensor) -> Tensor:
        """The product, of rounded numbers where wished."""
        if not self.rounded:
            return super().forward(x)
        weight = self.weight.float()
        step = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-9) / 63
        weight = weight + ((weight / step).round() * step - weight).detach()
        return functional.linear(_in_eight_bits(x.float()), weight, self.bias)


def _in_eight_bits(x: Tensor) -> Tensor:
    with torch.no_grad():
        least, most = x.flatten(1).amin(1).clamp(max=0), x.flatten(1).amax(1).clamp(min=0)
        shape = (-1, *[1] * (x.dim() - 1))
        step = ((most - least) / 255).clamp(min=1e-9).view(shape)
        zero = (-least.view(shape) / step).round()
        off = ((x / step).round() + zero).clamp(0, 255).sub(zero).mul(step).sub(x)
    return x + off


class Layer(nn.Module):
    """One transformer layer with its three projections in one matrix."""

    def __init__(self, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = Linear(WIDTH, 3 * HEAD * heads)
        self.out = Linear(HEAD * heads, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = Linear(WIDTH, inner)
        self.outer = Linear(inner, WIDTH)
        self.norm_outer = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Attention and the inner layer; `mask` is added to the attention scores."""
        size, length, _ = x.shape
        qkv = self.qkv(x).view(size, length, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        scores = qkv[0] @ qkv[1].transpose(-1, -2) * HEAD**-0.5
        attended = (scores if mask is None else scores + mask.to(scores.dtype)).softmax(-1).to(x.dtype) @ qkv[2]
        attended = self.out(attended.transpose(1, 2).reshape(size, length, HEAD * self.heads))
        x = self.norm_attention(x + self.dropout(attended))
        return self.norm_outer(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Word pieces and features in, one vector a piece out."""

    def __init__(self, vocabulary: int, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.sizes = sizes
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.features = nn.ModuleList(nn.Embedding(rows, WIDTH) for rows in (SHAPES + 1, 3, 2, MASKS))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(sizes.inner, sizes.heads, dropout) for _ in range(sizes.layers))
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)  # type: ignore[arg-type]

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """Vectors of the pieces; `features` are shape, position, quotation and lists of each."""
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.kind
        for column, table in enumerate(self.features):
            x = x + table(features[..., column])
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load(self, tensors: Mapping[str, Tensor]) -> None:
        """Takes the weights of a BERT checkpoint; layers and inner units beyond the kept ones are left out."""
        state = {
            "words.weight": tensors["embeddings.word_embeddings.weight"],
            "places.weight": tensors["embeddings.position_embeddings.weight"],
            "kind": tensors["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": tensors["embeddings.LayerNorm.weight"],
            "norm.bias": tensors["embeddings.LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
            "inner": "intermediate.dense", "outer": "output.dense", "norm_outer": "output.LayerNorm",
        }  # fmt: skip
        for i in range(len(self.layers)):
            theirs = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                triple = [tensors[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                state[f"layers.{i}.qkv.{part}"] = torch.cat(triple)
                state |= {f"layers.{i}.{own}.{part}": tensors[f"{theirs}{name}.{part}"] for own, name in names.items()}
            _narrow(state, f"layers.{i}.", self.sizes.inner)
        self.load_state_dict(state, strict=False)


def _narrow(state: dict[str, Tensor], layer: str, inner: int) -> None:
    """Keeps the `inner` units of a layer whose weights, in times out, are largest."""
    into, out = state[f"{layer}inner.weight"], state[f"{layer}outer.weight"]
    kept = (into.norm(dim=1) * out.norm(dim=0)).topk(inner).indices.sort().values
    for name in ("inner.weight", "inner.bias"):
        state[layer + name] = state[layer + name][kept]
    state[f"{layer}outer.weight"] = out[:, kept]


class Annotator(nn.Module):
    """Encoder and heads. Words are read off their first piece; [CLS] stands for the root of every sentence."""

    def __init__(self, vocabulary: int, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(vocabulary, sizes)
        self.tags = Linear(WIDTH, sum(self.tag_widths()))
        self.arc_dependent, self.arc_head = Linear(WIDTH, ARC), Linear(WIDTH, ARC)
        self.arc = Linear(ARC, ARC)
        self.label_dependent, self.label_head = Linear(WIDTH, LABEL), Linear(WIDTH, LABEL)
        self.label = Linear(LABEL + 1, sizes.deprels * (LABEL + 1), bias=False)
        self.link_cue, self.link_word = Linear(WIDTH, LINK * len(LINK_LABELS)), Linear(WIDTH, LINK)
        self.link_bias = Linear(WIDTH, len(LINK_LABELS))
        self.dropout = nn.Dropout(0.2)

    def tag_widths(self) -> list[int]:
        """How many labels each head of `TAGS` tells apart."""
        return [self.sizes.upos, self.sizes.xpos, len(NAME_LABELS), *[len(ROLE_LABELS)] * 3]

    def tag_scores(self, words: Tensor) -> dict[str, Tensor]:
        """Scores of the labels of every word, by head."""
        return dict(zip(TAGS, self.tags(words).split(self.tag_widths(), -1), strict=True))

    def encode(
        self, pieces: Tensor, features: Tensor, starts: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Vectors of the roots, one a window, and of the words."""
        x = self.encoder(pieces, features, mask)
        words = x.gather(1, starts.unsqueeze(-1).expand(-1, -1, WIDTH))
        return self.dropout(x[:, :1]), self.dropout(words)

    def arcs(self, root: Tensor, words: Tensor, sentences: Tensor) -> Tensor:
        """Scores of every candidate head (column 0 the root) of every word; other sentences are blocked."""
        candidates = torch.cat((root, words), 1)
        dependent = self.dropout(functional.gelu(self.arc_dependent(words)))
        head = self.dropout(functional.gelu(self.arc_head(candidates)))
        scores = self.arc(dependent) @ head.transpose(1, 2)
        same = sentences.unsqueeze(2) == sentences.unsqueeze(1)
        allowed = torch.cat((torch.ones_like(same[:, :, :1]), same), 2)
        return torch.where(allowed, scores, torch.full_like(scores, BLOCKED))

    def labels(self, root: Tensor, words: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations between every word and its given head (0 the root)."""
        dependent = self.dropout(functional.gelu(self.label_dependent(words)))
        head = self.dropout(functional.gelu(self.label_head(torch.cat((root, words), 1))))
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, LABEL))
        dependent, head = (functional.pad(x, (0, 1), value=1.0) for x in (dependent, head))
        size, count, _ = words.shape
        left = self.label(dependent).view(size, count, self.sizes.deprels, LABEL + 1)
        return (left @ head.unsqueeze(-1)).squeeze(-1)

    def link_parts(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """For each word: its five queries as a cue, its key, and its bias; `keys @ queries + bias` scores a pair."""
        size, count, _ = words.shape
        queries = self.link_cue(words).view(size, count, len(LINK_LABELS), LINK)
        return queries, functional.gelu(self.link_word(words)), self.link_bias(words)

    def link_scores(self, words: Tensor, window: Tensor, cue: Tensor) -> Tensor:
        """Scores of the link labels of every word for each cue, a word of a window: cues × words × labels."""
        queries, keys, bias = self.link_parts(words)
        return torch.einsum("cld,cwd->cwl", queries[window, cue], keys[window]) + bias[window]
