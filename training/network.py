"""The network: an encoder of the BERT family over word pieces, and small heads over words."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.language.features import SHAPES
from communique.lexicon.listed import MASKS
from training.documents import LINK_LABELS, NAME_LABELS, ROLE_LABELS

ATTENTION_HEADS = 12
"""Of a layer that was made no smaller."""
MINILM_HEAD = 32
"""Width of an attention head."""
PLACES = 512
"""Word pieces a text may have at most."""
FURTHEST = 128
"""Word pieces that are further from each other than this are as far as any."""
ARC, LABEL, LINK = 256, 64, 64
TAGS = ("upos", "xpos", "names", "source", "cue", "content")
"""The word-wise heads, in the order of their columns."""
BLOCKED = -1e4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels the tagging heads tell apart, and what the encoder is made of.

    `head` is the width of one attention head, `distances` how many classes of distances between two word pieces have a
    weight in attention (none in MiniLM, 32 in MPNet).
    """

    upos: int
    xpos: int
    deprels: int
    layers: int = 4
    inner: int = 768
    heads: int = ATTENTION_HEADS
    head: int = MINILM_HEAD
    distances: int = 0

    @property
    def width(self) -> int:
        """Length of the vector of a word piece."""
        return ATTENTION_HEADS * self.head


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

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.heads, self.head = sizes.heads, sizes.head
        self.qkv = Linear(sizes.width, 3 * sizes.head * sizes.heads)
        self.out = Linear(sizes.head * sizes.heads, sizes.width)
        self.norm_attention = nn.LayerNorm(sizes.width, eps=1e-12)
        self.inner = Linear(sizes.width, sizes.inner)
        self.outer = Linear(sizes.inner, sizes.width)
        self.norm_outer = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Attention and the inner layer; `mask` is added to the attention scores."""
        size, length, _ = x.shape
        qkv = self.qkv(x).view(size, length, 3, self.heads, self.head).permute(2, 0, 3, 1, 4)
        scores = qkv[0] @ qkv[1].transpose(-1, -2) * self.head**-0.5
        attended = (scores if mask is None else scores + mask.to(scores.dtype)).softmax(-1).to(x.dtype) @ qkv[2]
        attended = self.out(attended.transpose(1, 2).reshape(size, length, self.head * self.heads))
        x = self.norm_attention(x + self.dropout(attended))
        return self.norm_outer(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Word pieces and features in, one vector a piece out."""

    def __init__(self, vocabulary: int, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.sizes = sizes
        self.words = nn.Embedding(vocabulary, sizes.width)
        self.places = nn.Embedding(PLACES, sizes.width)
        self.kind = nn.Parameter(torch.zeros(sizes.width))
        self.features = nn.ModuleList(nn.Embedding(rows, sizes.width) for rows in (SHAPES + 1, 3, 2, MASKS))
        self.distances = nn.Embedding(sizes.distances, sizes.heads) if sizes.distances else None
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)  # type: ignore[arg-type]

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """Vectors of the pieces; `features` are shape, position, quotation and lists of each."""
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.kind
        for column, table in enumerate(self.features):
            x = x + table(features[..., column])
        x = self.dropout(self.norm(x))
        if self.distances is not None:
            weights = self.distances(distance_classes(pieces.shape[1], self.sizes.distances, pieces.device))
            mask = weights.permute(2, 0, 1) if mask is None else weights.permute(2, 0, 1) + mask
        for layer in self.layers:
            x = layer(x, mask)
        return x


def distance_classes(length: int, classes: int, device: torch.device) -> Tensor:
    """The class of the distance from each word piece (row) to each (column), as in T5 (Raffel et al. 2020) and MPNet.

    One half of the classes is for pieces that follow; of each half one half is for single distances, the other for
    ranges that widen up to `FURTHEST`.
    """
    places = torch.arange(length, device=device)
    distance = places[None, :] - places[:, None]
    half, single = classes // 2, classes // 4
    far = distance.abs().clamp(min=1)
    wide = single + ((far / single).log() / math.log(FURTHEST / single) * (half - single)).long()
    return torch.where(far < single, distance.abs(), wide.clamp(max=half - 1)) + half * (distance > 0)


class Annotator(nn.Module):
    """Encoder and heads. Words are read off their first piece; [CLS] stands for the root of every sentence."""

    def __init__(self, vocabulary: int, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(vocabulary, sizes)
        self.tags = Linear(sizes.width, sum(self.tag_widths()))
        self.arc_dependent, self.arc_head = Linear(sizes.width, ARC), Linear(sizes.width, ARC)
        self.arc = Linear(ARC, ARC)
        self.label_dependent, self.label_head = Linear(sizes.width, LABEL), Linear(sizes.width, LABEL)
        self.label = Linear(LABEL + 1, sizes.deprels * (LABEL + 1), bias=False)
        self.link_cue = Linear(sizes.width, LINK * len(LINK_LABELS))
        self.link_word = Linear(sizes.width, LINK)
        self.link_bias = Linear(sizes.width, len(LINK_LABELS))
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
        words = x.gather(1, starts.unsqueeze(-1).expand(-1, -1, self.sizes.width))
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
