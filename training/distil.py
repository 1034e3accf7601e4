"""What a network learns from larger ones: to give every label the likelihood that they give it together.

The teachers' answers stand also where a data set is silent, so that all texts teach all heads (Hinton et al. 2015).
"""

from collections.abc import Sequence

import torch
from torch import Tensor

from training.batches import IGNORE, Batch
from training.losses import LINK_WEIGHT, WEIGHTS, attention_mask
from training.network import TAGS, Annotator

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
        tags = [t.tag_scores(words) for t, (_, words) in zip(teachers, vectors, strict=True)]
        wanted = {name: _mean([scores[name] for scores in tags]) for name in TAGS}
        wanted["arc"] = _mean([t.arcs(*v, batch.sentences) for t, v in zip(teachers, vectors, strict=True)])
        heads = batch.tags[..., 2]
        heads = torch.where(heads == IGNORE, wanted["arc"].argmax(-1), heads)
        wanted["label"] = _mean([t.labels(*v, heads) for t, v in zip(teachers, vectors, strict=True)])
        window, cue = (real & (wanted["cue"][..., BEGIN] > 0.5)).nonzero(as_tuple=True)
        links = _mean([t.link_scores(v[1], window, cue) for t, v in zip(teachers, vectors, strict=True)])
    given = model.tag_scores(own[1])
    given["arc"], given["label"] = model.arcs(*own, batch.sentences), model.labels(*own, heads)
    parts = {
        f"{name}'": _cross_entropy(given[name], likely, real) * WEIGHTS[name] / count for name, likely in wanted.items()
    }
    linked = _cross_entropy(model.link_scores(own[1], window, cue), links, real[window])
    return parts | {"link'": linked * LINK_WEIGHT / count}


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([s.float().softmax(-1) for s in scores]).mean(0)


def _cross_entropy(scores: Tensor, likely: Tensor, real: Tensor) -> Tensor:
    return -((likely * scores.float().log_softmax(-1)).sum(-1) * real).sum()
