"""What a network learns from larger ones: to give every label the likelihood that they give it together.

The teachers' answers stand also where a data set is silent, so that all texts teach all heads (Hinton et al. 2015).
"""

from collections.abc import Sequence

import torch
from torch import Tensor

from training.batches import IGNORE, Batch
from training.losses import WEIGHTS, attention_mask
from training.network import Annotator

TAGS = ("upos", "xpos", "names", "source", "cue", "content")
WEIGHT = 1.0
"""Of what the teachers say, against what the data say."""
LINK_WEIGHT = 0.7
BEGIN = 1
"""The label of a first word in the heads of sources, cues and contents."""

Vectors = tuple[Tensor, Tensor]


def lessons(model: Annotator, teachers: Sequence[Annotator], batch: Batch, own: Vectors) -> dict[str, Tensor]:
    """The weighted cross-entropies of each head between the teachers' mean likelihoods and the model's.

    `own` are the model's vectors of roots and words for the batch.
    """
    real = batch.sentences >= 0
    count = real.sum()
    with torch.no_grad():
        vectors = [t.encode(batch.pieces, batch.features, batch.starts, attention_mask(batch)) for t in teachers]
        tags = [_tags(t, v) for t, v in zip(teachers, vectors, strict=True)]
        wanted = {name: _mean([scores[name] for scores in tags]) for name in TAGS}
        wanted["arc"] = _mean([t.arcs(*v, batch.sentences) for t, v in zip(teachers, vectors, strict=True)])
        heads = batch.tags[..., 2]
        heads = torch.where(heads == IGNORE, wanted["arc"].argmax(-1), heads)
        wanted["label"] = _mean([t.labels(*v, heads) for t, v in zip(teachers, vectors, strict=True)])
        window, cue = (real & (wanted["cue"][..., BEGIN] > 0.5)).nonzero(as_tuple=True)
        links = _mean([_links(t, v, window, cue) for t, v in zip(teachers, vectors, strict=True)])
    given = _tags(model, own)
    given["arc"], given["label"] = model.arcs(*own, batch.sentences), model.labels(*own, heads)
    parts = {
        f"{name}'": _cross_entropy(given[name], likely, real) * WEIGHT * WEIGHTS[name] / count
        for name, likely in wanted.items()
    }
    asked = real[window]
    parts["link'"] = _cross_entropy(_links(model, own, window, cue), links, asked) * WEIGHT * LINK_WEIGHT / count
    return parts


def _tags(model: Annotator, vectors: Vectors) -> dict[str, Tensor]:
    return dict(zip(TAGS, model.tags(vectors[1]).split(model.tag_widths(), -1), strict=True))


def _links(model: Annotator, vectors: Vectors, window: Tensor, cue: Tensor) -> Tensor:
    """Scores of the link labels of every word for each cue: cues × words × labels."""
    queries, keys, bias = model.link_parts(vectors[1])
    return torch.einsum("cld,cwd->cwl", queries[window, cue], keys[window]) + bias[window]


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([s.float().softmax(-1) for s in scores]).mean(0)


def _cross_entropy(scores: Tensor, likely: Tensor, real: Tensor) -> Tensor:
    return -((likely * scores.float().log_softmax(-1)).sum(-1) * real).sum()
