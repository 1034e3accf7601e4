"""Names from a GLiNER model (Zaratiana et al. 2024), or anything with its `predict_entities`, in another's parse.

What the model returns counts only where it stands in the text: offsets that do not re-read to its words, labels it was
not asked for and names that overlap a surer one are left out, and a name that cuts a word takes the whole word.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from communique.errors import MissingExtra
from communique.language.adapters.names import name_over
from communique.language.seam import Parse, Parser
from communique.model.reading import Name, Sentence

LABELS = {
    "person": "PERSON", "organization": "ORG", "political party": "ORG", "armed group": "ORG", "country": "GPE",
    "city": "GPE", "region": "LOC", "body of water": "LOC", "nationality": "NORP", "building": "FAC", "event": "EVENT",
}  # fmt: skip
"""What the model is asked for, and the kind of name that each is."""


class GlinerNames:
    """A parser whose names are a GLiNER model's and whose words and syntax are those of `parser`.

    `labels` maps what the model is asked for to kinds of names, `threshold` in [0, 1] is the least score of a name.
    """

    def __init__(
        self,
        parser: Parser,
        model: Any,
        *,
        name: str = "gliner",
        labels: Mapping[str, str] = LABELS,
        threshold: float = 0.5,
    ) -> None:
        self._parser, self._model, self._name = parser, model, name
        self._labels, self._threshold = dict(labels), threshold

    @classmethod
    def load(cls, name: str, parser: Parser) -> "GlinerNames":
        """The model of this name or folder. Raises `MissingExtra`."""
        try:
            from gliner import GLiNER
        except ImportError as error:
            raise MissingExtra("gliner") from error
        return cls(parser, GLiNER.from_pretrained(name), name=name)

    @property
    def version(self) -> str:
        """Both models."""
        return f"{self._parser.version}+{self._name.rsplit('/', 1)[-1]}-{self._threshold:g}"

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """The other parser's parse of each text with this model's names."""
        parses = self._parser.parse(texts)
        return [replace(p, names=self._names(text, p)) for text, p in zip(texts, parses, strict=True)]

    def _names(self, text: str, parse: Parse) -> tuple[Name, ...]:
        """Sentence by sentence, since the model reads a few hundred words at most."""
        return tuple(name for s in parse.sentences for name in self._in_sentence(text, parse, s))

    def _in_sentence(self, text: str, parse: Parse, sentence: Sentence) -> Iterator[Name]:
        words = text[sentence.start : sentence.end]
        found = self._model.predict_entities(words, list(self._labels), threshold=self._threshold)
        taken: list[tuple[int, int, str]] = []
        for entity in sorted(found, key=lambda e: (-float(e.get("score", 1)), e["start"], e["end"])):
            start, end, kind = entity["start"], entity["end"], self._labels.get(entity["label"], "")
            stands = 0 <= start < end <= len(words) and words[start:end] == entity.get("text", words[start:end])
            if not kind or not stands or not words[start:end].strip():
                continue
            first, last = _covered(parse, sentence, (sentence.start + start, sentence.start + end))
            if first < last and all(last <= a or b <= first for a, b, _ in taken):
                taken.append((first, last, kind))
        for first, last, kind in sorted(taken):
            yield name_over(text, parse.tokens, kind, (first, last))


def _covered(parse: Parse, sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """The words that a span covers or cuts."""
    bounds = sentence.first, sentence.last
    first = bisect_right(parse.tokens, span[0], *bounds, key=lambda token: token.end)
    return first, bisect_left(parse.tokens, span[1], *bounds, key=lambda token: token.start)
