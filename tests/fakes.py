"""Stand-ins for the models that adapters adapt: they see in a text what capitals and a few words show."""

from types import SimpleNamespace
from typing import Any

VERBS = {"met", "said", "will", "sign", "signed", "left", "told", "is"}


class FakeDoc:
    """What spaCy's `Doc` is to the adapter."""

    def __init__(self, vocab: object, words: list[str], spaces: list[bool], sent_starts: list[bool]) -> None:
        assert len(words) == len(spaces) == len(sent_starts)
        self.words, self.starts = words, sent_starts
        self.tokens: list[Any] = []
        self.ents: list[Any] = []

    def __getitem__(self, number: int) -> Any:
        return self.tokens[number]


class FakeSpacy:
    """A loaded spaCy pipeline that makes the first verb of a sentence its root and names of capitals."""

    def __init__(self) -> None:
        self.meta = {"lang": "en", "name": "fake", "version": "1"}
        self.vocab = object()

    def make_doc(self, text: str) -> FakeDoc:
        return FakeDoc(self.vocab, [], [], [])

    def __call__(self, doc: FakeDoc) -> FakeDoc:
        doc.tokens = [
            SimpleNamespace(i=i, text=w, pos_=_pos(w), tag_="VBD" if w in VERBS else "NN", lemma_=w.lower(), dep_="dep")
            for i, w in enumerate(doc.words)
        ]
        firsts = [i for i, starts in enumerate(doc.starts) if starts]
        for first, last in zip(firsts, [*firsts[1:], len(doc.words)], strict=True):
            inside = range(first, last)
            root = next((i for i in inside if doc.words[i] in VERBS), first)
            for i in inside:
                doc.tokens[i].head = doc.tokens[root]
                doc.tokens[i].dep_ = "ROOT" if i == root else "nsubj" if i == root - 1 else "punct"
            doc.ents += [
                SimpleNamespace(start=i, end=i + 1, label_=label)
                for i in inside
                for label in (["PERSON"] if doc.words[i].istitle() and i != first else ["DATE"] if i == root else [])
            ]
        return doc


def _pos(word: str) -> str:
    return "VERB" if word in VERBS else "PROPN" if word[:1].isupper() else "NOUN" if word.isalpha() else "PUNCT"


class FakeGliner:
    """A GLiNER model that finds words with a capital."""

    def predict_entities(self, text: str, labels: list[str], *, threshold: float) -> list[dict[str, Any]]:
        found, at = [], 0
        for word in text.split():
            at = text.index(word, at)
            if word[:1].isupper():
                found.append({"start": at, "end": at + len(word), "text": word, "label": labels[0], "score": 0.9})
            at += len(word)
        return found


class LyingGliner:
    """A model that reports what it was not asked for, what does not stand there, and two names in one place."""

    def predict_entities(self, text: str, labels: list[str], *, threshold: float) -> list[dict[str, Any]]:
        whole = {"start": 0, "end": len(text), "text": text, "score": 0.6}
        return [
            {**whole, "label": "weather"},
            {**whole, "label": labels[0], "text": "nothing of the kind"},
            {**whole, "label": labels[0], "end": len(text) + 40, "text": text},
            {**whole, "label": labels[0], "start": -3},
            {**whole, "label": labels[0], "end": 0, "text": ""},
            {**whole, "label": labels[1]},
            {**whole, "label": labels[0], "end": 3, "text": text[:3], "score": 0.7},
        ]
