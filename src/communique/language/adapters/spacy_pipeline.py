"""A spaCy pipeline as a parser: its tags, trees and names on our words and sentences.

spaCy is given the words and the sentence boundaries that the rules expect, so that only what a model decides is the
pipeline's. Trees in the scheme of spaCy's own English models are brought to Universal Dependencies.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from communique.errors import MissingExtra
from communique.language.adapters.clearnlp import Node, universal
from communique.language.adapters.names import name_over
from communique.language.seam import Parse
from communique.language.sentences import split
from communique.language.tokens import tokenize
from communique.model.reading import Name, Sentence, Token

KINDS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "NORP", "FAC": "FAC",
    "EVENT": "EVENT", "MISC": "MISC", "LAW": "MISC", "WORK_OF_ART": "MISC", "PRODUCT": "MISC",
}  # fmt: skip
"""Labels of spaCy's models (OntoNotes, WikiNER) as kinds of names; what is not listed (dates, sums) is no name."""


class SpacyParser:
    """`nlp` is a loaded pipeline with a tagger, a parser and, for names, an entity recognizer."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self._doc = type(nlp.make_doc(""))

    @classmethod
    def load(cls, name: str) -> "SpacyParser":
        """The installed pipeline of this name. Raises `MissingExtra`."""
        try:
            import spacy
        except ImportError as error:
            raise MissingExtra("spacy") from error
        return cls(spacy.load(name))

    @property
    def version(self) -> str:
        """The pipeline's own name and version."""
        meta = self._nlp.meta
        return f"spacy-{meta.get('lang', 'en')}_{meta.get('name', 'pipeline')}-{meta.get('version', '0')}"

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """What the pipeline finds in each text; it proposes no attributions, which are left to the rules."""
        return [self._parse(text) for text in texts]

    def _parse(self, text: str) -> Parse:
        offsets = tokenize(text)
        sentences = split(text, offsets)
        if not offsets:
            return Parse((), (), (), ())
        firsts = {s.first for s in sentences}
        doc = self._nlp(
            self._doc(
                self._nlp.vocab,
                words=[text[start:end] for start, end in offsets],
                spaces=[*(right[0] > left[1] for left, right in pairwise(offsets)), False],
                sent_starts=[number in firsts for number in range(len(offsets))],
            )
        )
        tokens = tuple(t for s in sentences for t in _tokens(text, offsets, doc, s))
        found = ((KINDS.get(e.label_), e.start, e.end) for e in doc.ents)
        names = tuple(_name(text, tokens, kind, first, last) for kind, first, last in found if kind)
        return Parse(tokens, sentences, names, ())


def _tokens(text: str, offsets: Sequence[tuple[int, int]], doc: Any, sentence: Sentence) -> list[Token]:
    """One sentence's words with the pipeline's tags and tree."""
    words = [doc[number] for number in range(sentence.first, sentence.last)]
    nodes = [Node(w.text, w.pos_ or "X", w.head.i - sentence.first, w.dep_ or "dep") for w in words]
    found = []
    for w, node in zip(words, universal(nodes), strict=True):
        start, end = offsets[w.i]
        lemma, head = w.lemma_ or w.text.lower(), node.head + sentence.first if node.head >= 0 else -1
        found.append(Token(start, end, text[start:end], lemma, node.upos, w.tag_, head, node.deprel))
    return found


def _name(text: str, tokens: Sequence[Token], kind: str, first: int, last: int) -> Name:
    if last - first > 1 and tokens[first].text.lower() == "the":
        first += 1
    return name_over(text, tokens, kind, (first, last))
