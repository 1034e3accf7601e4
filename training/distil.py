"""What a network learns from larger ones: to give every label the likelihood that they give it together.

The teachers' answers stand also where a data set is silent, so that all texts teach all heads (Hinton et al. 2015). A
teacher answers sensibly only for the kinds of text on which its own head was taught: one that read treebanks together
with news of which the syntax is not annotated comes to tell the two apart, and its trees of news are worth nothing. So
each subject has teachers of its own, which have read nothing but texts annotated for it.
"""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from training.batches import IGNORE, Batch
from training.losses import LINK_WEIGHT, WEIGHTS, attention_mask
from training.network import Annotator

SUBJECTS = {"syntax": ("upos", "xpos"), "names": ("names",), "quotations": ("source", "cue", "content")}
"""The word-wise heads of each subject; arcs and their labels are syntax, links are quotations."""
BEGIN = 1
"""The label of a first word in the heads of sources, cues and contents."""

Vectors = tuple[Tensor, Tensor]
Teachers = Mapping[str, Sequence[Annotator]]
"""The networks that teach each of `SUBJECTS`."""


def lessons(model: Annotator, teachers: Teachers, batch: Batch, own: Vectors) -> dict[str, Tensor]:
    """The weighted cross-entropies of each head between its teachers' mean likelihoods and the model's.

    `own` are the model's vectors of roots and words for the batch.
    """
    real = batch.sentences >= 0
    given = model.tag_scores(own[1])
    parts = dict[str, Tensor]()
    for subject, networks in teachers.items():
        with torch.no_grad():
            vectors = [t.encode(batch.pieces, batch.features, batch.starts, attention_mask(batch)) for t in networks]
            tags = [t.tag_scores(words) for t, (_, words) in zip(networks, vectors, strict=True)]
            wanted = {name: _mean([scores[name] for scores in tags]) for name in SUBJECTS[subject]}
        parts |= {name: WEIGHTS[name] * _cross_entropy(given[name], wanted[name], real) for name in wanted}
        if subject == "syntax":
            parts |= _of_trees(model, networks, batch, vectors, own)
        if subject == "quotations":
            cues = real & (wanted["cue"][..., BEGIN] > 0.5)
            parts["link"] = LINK_WEIGHT * _of_links(model, networks, real, cues, vectors, own)
    return {f"{name}'": value / real.sum() for name, value in parts.items()}


def _of_trees(
    model: Annotator, networks: Sequence[Annotator], batch: Batch, vectors: Sequence[Vectors], own: Vectors
) -> dict[str, Tensor]:
    real = batch.sentences >= 0
    with torch.no_grad():
        arcs = _mean([t.arcs(*v, batch.sentences) for t, v in zip(networks, vectors, strict=True)])
        heads = batch.tags[..., 2]
        heads = torch.where(heads == IGNORE, arcs.argmax(-1), heads)
        labels = _mean([t.labels(*v, heads) for t, v in zip(networks, vectors, strict=True)])
    given = {"arc": (model.arcs(*own, batch.sentences), arcs), "label": (model.labels(*own, heads), labels)}
    return {name: WEIGHTS[name] * _cross_entropy(*pair, real) for name, pair in given.items()}


def _of_links(
    model: Annotator,
    networks: Sequence[Annotator],
    real: Tensor,
    cues: Tensor,
    vectors: Sequence[Vectors],
    own: Vectors,
) -> Tensor:
    window, cue = cues.nonzero(as_tuple=True)
    with torch.no_grad():
        links = _mean([t.link_scores(v[1], window, cue) for t, v in zip(networks, vectors, strict=True)])
    return _cross_entropy(model.link_scores(own[1], window, cue), links, real[window])


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([s.float().softmax(-1) for s in scores]).mean(0)


def _cross_entropy(scores: Tensor, likely: Tensor, real: Tensor) -> Tensor:
    return -((likely * scores.float().log_softmax(-1)).sum(-1) * real).sum()
