"""Turns documents into windows of numbers, and windows into padded batches."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from communique.language import features
from communique.lexicon.listed import listed
from training.documents import LINK_LABELS, NAME_LABELS, Attribution, Document
from training.labels import ALL

IGNORE = -100
_NAME = {label: i for i, label in enumerate(NAME_LABELS)}
_ROLE_OF_LINK = {"source": (1, 2), "content": (3, 4)}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_SINGLE = str.maketrans({"“": "'", "”": "'", "‘": "'", "’": "'", '"': "'"})

Numbers = np.ndarray
Pieces = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels of each tagging head, in the order of their rows."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """A document in numbers, one row a word; `IGNORE` where its data set is silent."""

    document: Document
    tags: Numbers  # upos, xpos, head (root: the word itself), deprel, source, cue, content
    names: Numbers  # allowed labels, one column a label
    shapes: Numbers
    positions: Numbers
    quoted: Numbers
    listed: Numbers


def scheme_of(documents: Sequence[Document]) -> Scheme:
    """Every label that occurs, in alphabetical order."""
    columns = ({label for d in documents for label in getattr(d, name)} for name in ("upos", "xpos", "deprels"))
    return Scheme(*(tuple(sorted(column)) for column in columns))


def coded(document: Document, scheme: Scheme) -> Coded:
    """The numbers of one document."""
    words = document.words
    tags = np.full((len(words), 7), IGNORE, dtype=np.int64)
    for column, (name, labels) in enumerate((("upos", scheme.upos), ("xpos", scheme.xpos))):
        tags[: len(getattr(document, name)), column] = [labels.index(tag) for tag in getattr(document, name)]
    if document.heads:
        tags[:, 2] = document.heads
        tags[:, 3] = [scheme.deprels.index(label) for label in document.deprels]
    _code_roles(document, tags)
    names = np.ones((len(words), len(NAME_LABELS)), dtype=bool)
    for i, allowed in enumerate(document.names):
        if allowed is not ALL:
            names[i] = False
            names[i, [_NAME[label] for label in allowed]] = True
    paragraphs = [word.paragraph for word in words]
    quoted = features.quoted([word.text for word in words], [word.spaced for word in words], paragraphs)
    positions = features.positions([word.sentence for word in words], paragraphs)
    shapes = [features.shape(word.text) for word in words]
    lists = listed([word.text for word in words])
    return Coded(document, tags, names, np.array(shapes), np.array(positions), np.array(quoted), np.array(lists))


def _code_roles(document: Document, tags: Numbers) -> None:
    """BIO over sources, cues and contents; of contents inside each other the outermost stays."""
    if not document.quotes:
        return
    known = np.array(document.quotes)
    sure = all(attribution.sure_of_source for attribution in document.attributions)
    for column, role in enumerate(("source", "cue", "content"), start=4):
        spans = sorted({getattr(attribution, role) for attribution in document.attributions}, key=len)
        owner = np.full(len(known), -1)
        for number, span in enumerate(spans):
            owner[list(span)] = number
        before = np.concatenate(([-1], owner[:-1]))
        labels = np.where(owner < 0, 0, np.where(owner == before, 2, 1))
        tags[:, column] = np.where(known & (sure or role != "source"), labels, IGNORE)


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` of a coded document as the model sees them in one pass."""

    source: Coded
    first: int
    last: int
    pieces: list[list[int]]
    shapes: Numbers
    positions: Numbers
    listed: Numbers

    def __len__(self) -> int:
        return sum(map(len, self.pieces)) + 2


def cut(document: Coded, pieces: Pieces, limit: int, rng: random.Random | None) -> Iterator[Window]:
    """The windows of a document; with `rng` of varied size, case and quotation marks."""
    words = document.document.words
    text = [word.text for word in words]
    shapes, positions = document.shapes, document.positions
    if rng:
        limit = rng.choice((limit, limit, limit, limit * 2 // 3, limit // 2))
        if rng.random() < 0.1:
            positions = np.where((positions == 2) & (np.arange(len(words)) > 0), 1, positions)
        style = rng.random()
        if style < 0.12:
            text = [word.translate(_STRAIGHT if style < 0.06 else _SINGLE) for word in text]
    found = [list(pieces(word)) for word in text]
    bounds = _sentence_bounds(document, [len(ids) for ids in found], limit - 2)
    lengths = [sum(len(found[i]) for i in range(a, b)) for a, b in bounds]
    for low, high in features.windows(lengths, limit - 2):
        first, last = bounds[low][0], bounds[high - 1][1]
        cased = _cased(shapes[first:last], rng)
        lists = document.listed[first:last]
        if (cased != shapes[first:last]).any() and not np.isin(cased, (2, 3, 4, 7)).any():
            lists = np.zeros_like(lists)
        yield Window(document, first, last, found[first:last], cased, positions[first:last], lists)


def _sentence_bounds(document: Coded, lengths: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """First and last word of each sentence, one longer than a window in pieces."""
    bounds: list[tuple[int, int]] = []
    first = size = 0
    for i, word in enumerate(document.document.words):
        if i > first and (word.sentence != document.document.words[i - 1].sentence or size + lengths[i] > limit):
            bounds.append((first, i))
            first, size = i, 0
        size += lengths[i]
    return [*bounds, (first, len(lengths))]


def _cased(shapes: Numbers, rng: random.Random | None) -> Numbers:
    """Some windows all in capitals, some all in lower case."""
    chance = rng.random() if rng else 1.0
    if chance < 0.06:
        return np.where(np.isin(shapes, (1, 2, 7)), 3, shapes)
    return np.where(np.isin(shapes, (2, 3, 4, 7)), 1, shapes) if chance < 0.10 else shapes


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one size; the columns of `tags` are those of `Coded.tags`, heads counted from 1, 0 the root."""

    pieces: Tensor
    features: Tensor  # shape, position, quoted, listed for each piece
    lengths: Tensor
    starts: Tensor  # the first piece of each word; padded with 0
    sentences: Tensor  # padded with -1
    tags: Tensor
    names: Tensor
    cues: Tensor  # one row a cue: window, word
    links: Tensor  # one row a cue: allowed link labels of each word; none allowed where nothing is known


def collate(windows: Sequence[Window], special: tuple[int, int]) -> Batch:
    """One batch; `special` are the numbers of [CLS] and [SEP]."""
    width, words = max(map(len, windows)), max(window.last - window.first for window in windows)
    size = len(windows)
    pieces, extra = np.zeros((size, width), dtype=np.int64), np.zeros((size, width, 4), dtype=np.int64)
    starts, sentences = np.zeros((size, words), dtype=np.int64), np.full((size, words), -1, dtype=np.int64)
    tags = np.full((size, words, 7), IGNORE, dtype=np.int64)
    names = np.ones((size, words, len(NAME_LABELS)), dtype=bool)
    for row, window in enumerate(windows):
        count, ids = window.last - window.first, [i for word in window.pieces for i in word]
        counts = [len(word) for word in window.pieces]
        pieces[row, : len(window)] = [special[0], *ids, special[1]]
        starts[row, :count] = 1 + np.cumsum([0, *counts[:-1]])
        quoted = window.source.quoted[window.first : window.last]
        columns = (window.shapes + 1, window.positions, quoted, window.listed)
        for column, values in enumerate(columns):
            extra[row, 1 : 1 + len(ids), column] = np.repeat(values, counts)
        own = window.source.document.words[window.first : window.last]
        sentences[row, :count] = [word.sentence for word in own]
        tags[row, :count] = _tags(window)
        names[row, :count] = window.source.names[window.first : window.last]
    cues, links = _links(windows, words)
    arrays = (pieces, extra, np.array([len(window) for window in windows]), starts, sentences, tags, names, cues, links)
    return Batch(*(torch.from_numpy(array) for array in arrays))


def _tags(window: Window) -> Numbers:
    tags = window.source.tags[window.first : window.last].copy()
    numbers = np.arange(window.first, window.last)
    inside = (tags[:, 2] >= window.first) & (tags[:, 2] < window.last)
    heads = np.where(tags[:, 2] == numbers, 0, tags[:, 2] - window.first + 1)
    tags[:, 2] = np.where(inside, heads, IGNORE)
    return tags


def _links(windows: Sequence[Window], words: int) -> tuple[Numbers, Numbers]:
    cues, rows = [], []
    for number, window in enumerate(windows):
        for attribution in window.source.document.attributions:
            if attribution.cue and window.first <= attribution.cue[0] < window.last:
                cues.append((number, attribution.cue[0] - window.first))
                rows.append(_link_row(window, attribution, words))
    if not cues:
        return np.zeros((0, 2), dtype=np.int64), np.zeros((0, words, len(LINK_LABELS)), dtype=bool)
    return np.array(cues), np.stack(rows)


def _link_row(window: Window, attribution: Attribution, words: int) -> Numbers:
    allowed = np.zeros((words, len(LINK_LABELS)), dtype=bool)
    count = window.last - window.first
    allowed[:count, 0] = True
    if not attribution.sure_of_source:
        allowed[:count, 1:3] = True
    for role, (begin, inside) in _ROLE_OF_LINK.items():
        before = None
        for word in getattr(attribution, role):
            if window.first <= word < window.last:
                allowed[word - window.first] = False
                allowed[word - window.first, inside if word - 1 == before else begin] = True
            before = word
    return allowed
