"""Runs the shipped network over reports: words with their syntax, sentences, names, and who said what.

A report is read in windows of whole sentences, one window a pass, so that what is found never depends on the other
reports of a batch. Offsets are code points of the text given.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from communique.language import features
from communique.language.decoding import Chunk, chunks, tree
from communique.language.lemmas import Lemmatizer
from communique.language.sentences import split
from communique.language.tokens import tokenize
from communique.model.reading import Attribution, Name, Sentence, Token
from communique.model.span import Span

MADE_BY = "encoder"
"""The `made_by` of attributions found here."""

_SPECIAL = ("CLS", "SEP", "UNK")

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Parse:
    """What the network found in one text. Attributions are raw: the network's spans, no rule applied."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]


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
    )  # fmt: skip


class Encoder:
    """The network of the package. Nothing is loaded before the first text; `threads` are used inside one pass."""

    def __init__(self, *, threads: int = 1) -> None:
        self._threads = threads
        self._loaded: Network | None = None

    @property
    def version(self) -> str:
        """Names the weights: the recipe's data and steps."""
        return self.network.version

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """What the network finds in each text; the same whatever the other texts are."""
        return [self.network.parse(read_words(text)) for text in texts]

    @property
    def network(self) -> "Network":
        """The loaded graph, for measuring it."""
        if self._loaded is None:
            self._loaded = Network(self._threads)
        return self._loaded


class Network:
    """The loaded graph, its labels, and the word pieces it reads."""

    def __init__(self, threads: int) -> None:
        folder = files("communique") / "weights"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(
            (folder / "annotator.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        metadata = self.session.get_modelmeta().custom_metadata_map
        self.labels = json.loads(metadata["labels"])
        recipe = json.loads(metadata["recipe"])
        self.version = f"annotator-{recipe['data'][:8]}-{recipe['steps']}"
        self.outputs = [output.name for output in self.session.get_outputs()]
        self.lemmatizer = Lemmatizer()
        tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self.begin, self.stop, unknown = (tokenizer.encode(f"[{s}]", add_special_tokens=False).ids[0] for s in _SPECIAL)

        @lru_cache(maxsize=50_000)
        def pieces(word: str) -> tuple[int, ...]:
            return tuple(tokenizer.encode(word, add_special_tokens=False).ids) or (unknown,)

        self.pieces = pieces

    def parse(self, words: Words) -> Parse:
        """Everything found in one text."""
        tagged = self.tag(words)
        return Parse(
            self._tokens(words, tagged),
            words.sentences,
            tuple(_name(words, chunk, self.labels["names"]) for chunk in tagged.names),
            tuple(_attribution(words, *link) for link in tagged.links),
        )

    def tag(self, words: Words) -> Tagged:
        """Reads one text window by window, and gathers the findings."""
        tagged = Tagged([], [], [], [], [], [], [], [])
        pieces = [self.pieces(word) for word in words.words]
        for bounds in self._windows(words, pieces):
            first = bounds[0][0]
            scores = self._run(words, pieces, bounds)
            _decode(tagged, scores, self.labels, [(a - first, b - first) for a, b in bounds], first)
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
        columns = np.array((words.shapes[first:last], words.positions[first:last], words.quoted[first:last])).T
        columns[:, 0] += 1
        spread = np.zeros((1, sum(counts) + 2, 3), dtype=np.int64)
        spread[0, 1:-1] = np.repeat(columns, counts, axis=0)
        inputs = {
            "pieces": np.array([[self.begin, *(i for ids in own for i in ids), self.stop]]),
            "features": spread,
            "starts": (1 + np.cumsum([0, *counts[:-1]]))[None],
            "sentences": np.repeat(np.arange(len(bounds)), [b - a for a, b in bounds])[None],
        }
        return dict(zip(self.outputs, self.session.run(None, inputs), strict=True))

    def _tokens(self, words: Words, tagged: Tagged) -> tuple[Token, ...]:
        rows = zip(words.offsets, words.words, tagged.upos, tagged.xpos, tagged.heads, tagged.deprels, strict=True)
        lemma = self.lemmatizer.lemma
        return tuple(
            Token(start, end, word, lemma(word, upos, xpos), upos, xpos, head, deprel)
            for (start, end), word, upos, xpos, head, deprel in rows
        )


def _decode(
    tagged: Tagged, scores: Arrays, labels: dict[str, Any], bounds: Sequence[tuple[int, int]], base: int
) -> None:
    """Adds the findings of the window that begins with word `base`."""
    tagged.upos.extend(labels["upos"][i] for i in scores["upos"].argmax(1))
    tagged.xpos.extend(labels["xpos"][i] for i in scores["xpos"].argmax(1))
    heads = tree(scores["arcs"], bounds)
    relations = scores["labels"]
    root = labels["deprels"].index("root")
    relations[:, root] = np.where(heads < 0, np.inf, -np.inf)
    tagged.deprels.extend(labels["deprels"][i] for i in relations.argmax(1))
    tagged.heads.extend(int(head) + base if head >= 0 else -1 for head in heads)
    tagged.names.extend(_moved(chunk, base) for chunk in chunks(scores["names"]))
    tagged.contents.extend(_moved(chunk, base) for chunk in chunks(scores["content"]))
    tagged.sources.extend(_moved(chunk, base) for chunk in chunks(scores["source"]))
    for cue in chunks(scores["cue"]):
        pair = scores["keys"] @ scores["queries"][cue.first].T + scores["bias"]
        found = [_moved(chunk, base) for chunk in chunks(pair)]
        sources, contents = ([chunk for chunk in found if chunk.label == kind] for kind in (0, 1))
        tagged.links.append((sources, _moved(cue, base), contents))


def _moved(chunk: Chunk, base: int) -> Chunk:
    return Chunk(chunk.first + base, chunk.last + base, chunk.label)


def _span(words: Words, chunk: Chunk) -> Span:
    return Span(words.offsets[chunk.first][0], words.offsets[chunk.last - 1][1])


def _name(words: Words, chunk: Chunk, labels: Sequence[str]) -> Name:
    span = _span(words, chunk)
    kind = labels[2 * chunk.label + 1].removeprefix("B-")
    return Name(span.start, span.end, chunk.first, chunk.last, kind, words.text[span.start : span.end])


def _attribution(words: Words, sources: Sequence[Chunk], cue: Chunk, contents: Sequence[Chunk]) -> Attribution:
    """The nearest source stands; the mode follows from the quotation marks around the contents."""
    source = min(sources, key=lambda chunk: abs(chunk.first - cue.first), default=None)
    inside = [
        words.quoted[i] for chunk in contents for i in range(chunk.first, chunk.last) if words.shapes[i] > 0
    ]  # marks have shape 0
    mode = "direct" if inside and all(inside) else "mixed" if any(inside) else "indirect"
    spans = tuple(_span(words, chunk) for chunk in contents)
    return Attribution(_span(words, source) if source else None, _span(words, cue), spans, mode, MADE_BY)
