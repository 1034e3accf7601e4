"""The shipped network: the words of one text in, labels, trees and chunks out.

A text is read in windows of whole sentences, one window a pass, so that what is found never depends on other texts.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from communique.language import features
from communique.language.decoding import Chunk, agreed, chunks, tree
from communique.language.sentences import split
from communique.language.tokens import tokenize
from communique.language.wordpieces import cutter
from communique.lexicon.listed import listed
from communique.model.reading import Sentence

_MOST_PIECES = 32
"""Of a longer word, an address as a rule, the rest is not read."""

_SLOW_FUSIONS = ["SkipLayerNormFusion"]
"""Adding and normalising in one step, which onnxruntime does number by number: five times the time of two steps."""

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text and what the network is told of each; `bounds` are first and last of each sentence."""

    text: str
    offsets: list[tuple[int, int]]
    words: list[str]
    sentences: tuple[Sentence, ...]
    shapes: list[int]
    positions: list[int]
    quoted: list[int]
    listed: list[int]


@dataclass(frozen=True, slots=True)
class Tagged:
    """One value a word, numbers in the whole text; chunk labels are kinds.

    `links` holds for each cue its sources and contents; `sources` and `contents` are found without regard to cues.
    """

    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[Chunk]
    contents: list[Chunk]
    sources: list[Chunk]
    links: list[tuple[list[Chunk], Chunk, list[Chunk]]]


def read_words(text: str) -> Words:
    """Tokenises and splits a text, and gathers the features of its words."""
    offsets = tokenize(text)
    sentences = split(text, offsets)
    words = [text[start:end] for start, end in offsets]
    paragraphs, numbers = [], []
    for number, sentence in enumerate(sentences):
        paragraphs += [sentence.paragraph] * (sentence.last - sentence.first)
        numbers += [number] * (sentence.last - sentence.first)
    spaced = [start == 0 or text[start - 1].isspace() for start, _ in offsets]
    return Words(
        text, offsets, words, sentences, list(map(features.shape, words)),
        features.positions(numbers, paragraphs), features.quoted(words, spaced, paragraphs),
        listed(words),
    )  # fmt: skip


class Network:
    """The loaded graph, its labels, and the word pieces it reads.

    `weights` is a folder with another `annotator.onnx` than the shipped one, and its vocabulary if it has its own.
    Raises FileNotFoundError where there is none.
    """

    def __init__(self, threads: int, weights: Path | None = None) -> None:
        shipped = files("communique") / "weights"
        folder = weights or shipped
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        if not (folder / "annotator.onnx").is_file():
            raise FileNotFoundError(f"{folder}: no annotator.onnx in it. Name a folder that `training.export` wrote.")
        with as_file(folder / "annotator.onnx") as graph:
            self.session = onnxruntime.InferenceSession(
                graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW_FUSIONS
            )
        metadata = self.session.get_modelmeta().custom_metadata_map
        self.labels = json.loads(metadata["labels"])
        recipe = json.loads(metadata["recipe"])
        self.version = f"annotator-{recipe['data'][:8]}-{recipe['steps']}"
        self.outputs = [output.name for output in self.session.get_outputs()]
        own = folder / "vocabulary.txt"
        vocabulary = (own if own.is_file() else shipped / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
        self.pieces, self.begin, self.stop = cutter(vocabulary)

    def tag(self, words: Words) -> Tagged:
        """Reads one text window by window, and gathers the findings."""
        tagged = Tagged([], [], [], [], [], [], [], [])
        pieces = [self.pieces(word)[:_MOST_PIECES] for word in words.words]
        names = []
        for bounds in self._windows(words, pieces):
            first = bounds[0][0]
            scores = self._run(words, pieces, bounds)
            names.append(scores["names"])
            _decode(tagged, scores, self.labels, [(a - first, b - first) for a, b in bounds], first)
        if names:
            tagged.names.extend(chunks(agreed(words.words, np.concatenate(names))))
        for sentence in words.sentences:
            _join(tagged, sentence)
        return tagged

    def _windows(self, words: Words, pieces: Sequence[Sequence[int]]) -> Iterator[list[tuple[int, int]]]:
        """Runs of sentences, as first and last word; one too long for a window comes in parts."""
        limit = self.labels["window"] - 2
        bounds, lengths = [], []
        for sentence in words.sentences:
            first, size = sentence.first, 0
            for i in range(sentence.first, sentence.last):
                if size + len(pieces[i]) > limit and i > first:
                    bounds.append((first, i))
                    lengths.append(size)
                    first, size = i, 0
                size += len(pieces[i])
            bounds.append((first, sentence.last))
            lengths.append(size)
        for low, high in features.windows(lengths, limit):
            yield bounds[low:high]

    def _run(self, words: Words, pieces: Sequence[Sequence[int]], bounds: Sequence[tuple[int, int]]) -> Arrays:
        first, last = bounds[0][0], bounds[-1][1]
        own = pieces[first:last]
        counts = [len(ids) for ids in own]
        told = (words.shapes, words.positions, words.quoted, words.listed)
        columns = np.array([column[first:last] for column in told]).T
        columns[:, 0] += 1
        spread = np.zeros((1, sum(counts) + 2, len(told)), dtype=np.int64)
        spread[0, 1:-1] = np.repeat(columns, counts, axis=0)
        inputs = {
            "pieces": np.array([[self.begin, *(i for ids in own for i in ids), self.stop]]),
            "features": spread,
            "starts": (1 + np.cumsum([0, *counts[:-1]]))[None],
            "sentences": np.repeat(np.arange(len(bounds)), [b - a for a, b in bounds])[None],
        }
        return dict(zip(self.outputs, self.session.run(None, inputs), strict=True))


def _decode(
    tagged: Tagged, scores: Arrays, labels: dict[str, Any], bounds: Sequence[tuple[int, int]], base: int
) -> None:
    """Adds the findings of the window that begins with word `base`."""
    tagged.upos.extend(_likeliest(scores["upos"], labels["upos"]))
    tagged.xpos.extend(_likeliest(scores["xpos"], labels["xpos"]))
    heads = tree(scores["arcs"], bounds)
    relations = scores["labels"]
    root = labels["deprels"].index("root")
    relations[:, root] = np.where(heads < 0, np.inf, -np.inf)
    tagged.deprels.extend(_likeliest(relations, labels["deprels"]))
    tagged.heads.extend(head + base if head >= 0 else -1 for head in heads.tolist())
    tagged.contents.extend(_moved(chunk, base) for chunk in chunks(scores["content"]))
    tagged.sources.extend(_moved(chunk, base) for chunk in chunks(scores["source"]))
    for cue in chunks(scores["cue"]):
        pair = scores["keys"] @ scores["queries"][cue.first].T + scores["bias"]
        found = [_moved(chunk, base) for chunk in chunks(pair)]
        sources, contents = ([chunk for chunk in found if chunk.label == kind] for kind in (0, 1))
        tagged.links.append((sources, _moved(cue, base), contents))


def _join(tagged: Tagged, sentence: Sentence) -> None:
    """Makes one tree of those of a sentence that was too long for a window: later ones hang on the first."""
    first, *others = (n for n in range(sentence.first, sentence.last) if tagged.heads[n] < 0)
    for root in others:
        tagged.heads[root], tagged.deprels[root] = first, "parataxis"


def _likeliest(scores: NDArray[np.float32], labels: Sequence[str]) -> Iterator[str]:
    """The label of each word."""
    return map(labels.__getitem__, scores.argmax(1).tolist())


def _moved(chunk: Chunk, base: int) -> Chunk:
    return Chunk(chunk.first + base, chunk.last + base, chunk.label)
