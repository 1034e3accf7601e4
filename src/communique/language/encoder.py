"""From a report's text to words with their syntax, sentences, names, and who said what, by the shipped network.

Offsets are code points of the text given.
"""

from collections.abc import Sequence
from pathlib import Path

from communique.garbage import kept
from communique.language.decoding import Chunk
from communique.language.lemmas import Lemmatizer
from communique.language.network import Network, Tagged, Words, read_words
from communique.language.seam import Parse
from communique.model.reading import Attribution, Name, Token
from communique.model.span import Span

MADE_BY = "encoder"
"""The `made_by` of attributions found here."""


class Encoder:
    """A network and its lemmas. Nothing is loaded before the first text; `threads` are used inside one pass.

    `weights` is the folder of another checkpoint than the one in the package, as `training.export` writes it.
    """

    def __init__(self, *, threads: int = 1, weights: Path | None = None) -> None:
        self._threads, self._weights = threads, weights
        self._loaded: tuple[Network, Lemmatizer] | None = None

    @property
    def version(self) -> str:
        """Names the weights."""
        return self.network.version

    @property
    def network(self) -> Network:
        """The loaded network, for measuring it."""
        return self._parts()[0]

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """What the network finds in each text; the same whatever the other texts are."""
        return [self._parse(text) for text in texts]

    def _parts(self) -> tuple[Network, Lemmatizer]:
        if self._loaded is None:
            self._loaded = Network(self._threads, self._weights), Lemmatizer()
        return self._loaded

    @kept()
    def _parse(self, text: str) -> Parse:
        network, lemmatizer = self._parts()
        words = read_words(text)
        tagged = network.tag(words)
        return Parse(
            _tokens(words, tagged, lemmatizer),
            words.sentences,
            tuple(_name(words, chunk, network.labels["names"]) for chunk in tagged.names),
            tuple(_attribution(words, *link) for link in tagged.links),
        )


def _tokens(words: Words, tagged: Tagged, lemmatizer: Lemmatizer) -> tuple[Token, ...]:
    starts, ends = zip(*words.offsets, strict=True) if words.offsets else ((), ())
    lemmas = map(lemmatizer.lemma, words.words, tagged.upos, tagged.xpos)
    columns = (starts, ends, words.words, lemmas, tagged.upos, tagged.xpos, tagged.heads, tagged.deprels)
    return tuple(map(Token, *columns))


def _span(words: Words, chunk: Chunk) -> Span:
    return Span(words.offsets[chunk.first][0], words.offsets[chunk.last - 1][1])


def _name(words: Words, chunk: Chunk, labels: Sequence[str]) -> Name:
    start, end = words.offsets[chunk.first][0], words.offsets[chunk.last - 1][1]
    kind = labels[2 * chunk.label + 1].removeprefix("B-")
    return Name(start, end, chunk.first, chunk.last, kind, words.text[start:end])


def _attribution(words: Words, sources: Sequence[Chunk], cue: Chunk, contents: Sequence[Chunk]) -> Attribution:
    """The nearest source stands; the mode follows from the quotation marks around the contents."""
    source = min(sources, key=lambda chunk: abs(chunk.first - cue.first), default=None)
    inside = [
        words.quoted[i] for chunk in contents for i in range(chunk.first, chunk.last) if words.shapes[i] > 0
    ]  # marks have shape 0
    mode = "direct" if inside and all(inside) else "mixed" if any(inside) else "indirect"
    spans = tuple(_span(words, chunk) for chunk in contents)
    return Attribution(_span(words, source) if source else None, _span(words, cue), spans, mode, MADE_BY)
