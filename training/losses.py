"""What training makes small: for each head a sum over the words it knows, divided by the words of the batch."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORE, Batch
from training.network import BLOCKED, Annotator

WEIGHTS = {"upos": 1.0, "xpos": 0.7, "names": 2.5, "source": 1.5, "cue": 1.5, "content": 1.5, "arc": 1.0, "label": 1.0}
LINK_WEIGHT = 0.7
COLUMNS = {"upos": 0, "xpos": 1, "source": 4, "cue": 5, "content": 6}
"""The columns of `Batch.tags` that hold labels of one word each."""


def losses(model: Annotator, batch: Batch, vectors: tuple[Tensor, Tensor]) -> dict[str, Tensor]:
    """The weighted loss of each head over one batch; `vectors` are those of its roots and words."""
    root, words = vectors
    count = (batch.sentences >= 0).sum()
    parts = _tag_losses(model, batch, words) | _tree_losses(model, batch, root, words)
    parts = {name: value * WEIGHTS[name] / count for name, value in parts.items()}
    if len(batch.cues):
        parts["link"] = LINK_WEIGHT * _link_loss(model, batch, words) / count
    return parts


def attention_mask(batch: Batch) -> Tensor:
    """What is added to the scores of attention, so that nothing attends to padding: batch × 1 × 1 × pieces."""
    padding = torch.arange(batch.pieces.shape[1], device=batch.lengths.device) >= batch.lengths.unsqueeze(1)
    return torch.zeros(padding.shape, device=padding.device).masked_fill(padding, BLOCKED)[:, None, None, :]


def _known(scores: Tensor, tags: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1).float(), tags.flatten(), ignore_index=IGNORE, reduction="sum")


def _allowed(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log of the probability of all allowed labels together."""
    scores = scores.float()
    kept = scores.masked_fill(~allowed, -1e9).logsumexp(-1)
    return (scores.logsumexp(-1) - kept).sum()


def _tag_losses(model: Annotator, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    scores = model.tag_scores(words)
    known = {name: _known(scores[name], batch.tags[..., column]) for name, column in COLUMNS.items()}
    return known | {"names": _allowed(scores["names"], batch.names)}


def _tree_losses(model: Annotator, batch: Batch, root: Tensor, words: Tensor) -> dict[str, Tensor]:
    rows = (batch.tags[..., 2] != IGNORE).any(1)
    if not rows.any():
        return {}
    root, words, tags = root[rows], words[rows], batch.tags[rows]
    heads = tags[..., 2]
    labels = model.labels(root, words, heads.clamp(min=0))
    known = torch.where(heads == IGNORE, heads, tags[..., 3])
    return {"arc": _known(model.arcs(root, words, batch.sentences[rows]), heads), "label": _known(labels, known)}


def _link_loss(model: Annotator, batch: Batch, words: Tensor) -> Tensor:
    scores = model.link_scores(words, *batch.cues.T)
    known = batch.links.any(-1)
    return _allowed(scores[known], batch.links[known])
