"""Measures the shipped annotator on development data: `python -m training.evaluate --data ../shared/data`.

Syntax on gold tokens and sentences; names and attributions on the program's own tokens. Attribution figures are over
contiguous spans of the outermost contents, as in PolNeAR's papers: exact spans, and words.
"""

import argparse
import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from communique.language import features
from communique.language.decoding import Chunk
from communique.language.encoder import Encoder
from communique.language.network import Network, Tagged, Words
from communique.model.reading import Sentence
from training import names, quotations, syntax
from training.documents import Document

Spans = set[tuple[int, int, int]]
ROLES = ("source", "cue", "content")


def words_of(document: Document) -> Words:
    """The words of a training document, as the network takes them; offsets are made up."""
    texts = [word.text for word in document.words]
    offsets, at = [], 0
    for text in texts:
        offsets.append((at, at + len(text)))
        at += len(text) + 1
    paragraphs, numbers = [w.paragraph for w in document.words], [w.sentence for w in document.words]
    firsts = [i for i in range(len(texts)) if i == 0 or numbers[i] != numbers[i - 1]]
    sentences = tuple(
        Sentence(offsets[a][0], offsets[b - 1][1], a, b, paragraphs[a])
        for a, b in zip(firsts, [*firsts[1:], len(texts)], strict=True)
    )
    quoted = features.quoted(texts, [w.spaced for w in document.words], paragraphs)
    shapes = [features.shape(text) for text in texts]
    return Words(" ".join(texts), offsets, texts, sentences, shapes, features.positions(numbers, paragraphs), quoted)


def score(pairs: Iterable[tuple[Spans, Spans]]) -> dict[str, float]:
    """Precision, recall and F1 of (found, gold) spans."""
    right = found = gold = 0
    for mine, theirs in pairs:
        right, found, gold = right + len(mine & theirs), found + len(mine), gold + len(theirs)
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4), "gold": gold}


def syntax_scores(network: Network, documents: Sequence[Document]) -> dict[str, float]:
    """UPOS, XPOS, unlabelled and labelled attachment, on all words."""
    counts = dict.fromkeys(("upos", "xpos", "uas", "las"), 0)
    total = 0
    for document in documents:
        tagged = network.tag(words_of(document))
        for i, head in enumerate(document.heads):
            attached = tagged.heads[i] == (-1 if head == i else head)
            counts["upos"] += tagged.upos[i] == document.upos[i]
            counts["xpos"] += tagged.xpos[i] == document.xpos[i]
            counts["uas"] += attached
            counts["las"] += attached and tagged.deprels[i] == document.deprels[i]
            total += 1
    return {name: round(100 * count / total, 2) for name, count in counts.items()}


def name_scores(network: Network, documents: Sequence[Document]) -> dict[str, dict[str, float]]:
    """By kind; LOC takes in GPE."""
    kinds = [label[2:] for label in network.labels["names"][1::2]]
    rows = []
    for document in documents:
        found = {(c.first, c.last, kinds[c.label]) for c in network.tag(words_of(document)).names}
        rows.append((_merged(found), _merged(_gold_names(document))))
    scores = {}
    for kind in ("PERSON", "ORG", "LOC", "NORP", "FAC", "MISC"):
        scores[kind] = score((_only(mine, kind), _only(gold, kind)) for mine, gold in rows)
    main = ("PERSON", "ORG", "LOC")
    scores["PER+ORG+LOC"] = score((_only(mine, *main), _only(gold, *main)) for mine, gold in rows)
    return scores


def _only(spans: set[tuple[int, int, str]], *kinds: str) -> Spans:
    return {(a, b, kinds.index(kind)) for a, b, kind in spans if kind in kinds}


def _merged(spans: set[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    return {(a, b, {"GPE": "LOC", "EVENT": "MISC"}.get(kind, kind)) for a, b, kind in spans}


def _gold_names(document: Document) -> set[tuple[int, int, str]]:
    found, first = set(), -1
    labels = [min(allowed) for allowed in document.names]
    for i, label in enumerate([*labels, "O"]):
        if first >= 0 and not label.startswith("I-"):
            found.add((first, i, labels[first][2:]))
            first = -1
        if label.startswith("B-"):
            first = i
    return found


def quote_scores(network: Network, documents: Sequence[Document]) -> dict[str, dict[str, float]]:
    """Exact spans and words of each role, from the tags and from the links."""
    rows = [(network.tag(words_of(document)), document) for document in documents]
    scores = {}
    for role in ROLES:
        gold = [_gold_spans(document, role) for _, document in rows]
        for way, found in (("tags", _tag_spans), ("links", _link_spans)):
            mine = [found(tagged, role) for tagged, _ in rows]
            scores[f"{role} {way}"] = score(zip(mine, gold, strict=True))
            scores[f"{role} {way} words"] = score((_words(m), _words(g)) for m, g in zip(mine, gold, strict=True))
    for role in ("source", "content"):
        scores[f"cue with its {role}"] = score(
            (_linked(tagged, role), _gold_linked(document, role)) for tagged, document in rows
        )
    return scores


def _words(spans: Spans) -> Spans:
    return {(i, 0, 0) for a, b, _ in spans for i in range(a, b)}


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for i in numbers:
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs


def _outermost(spans: Spans) -> Spans:
    return {s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)}


def _gold_spans(document: Document, role: str) -> Spans:
    spans = {(a, b, 0) for attribution in document.attributions for a, b in _runs(getattr(attribution, role))}
    return _outermost(spans)


def _tag_spans(tagged: Tagged, role: str) -> Spans:
    chunks: dict[str, list[Chunk]] = {
        "source": tagged.sources, "content": tagged.contents, "cue": [cue for _, cue, _ in tagged.links]
    }  # fmt: skip
    return {(chunk.first, chunk.last, 0) for chunk in chunks[role]}


def _link_spans(tagged: Tagged, role: str) -> Spans:
    number = ROLES.index(role)
    parts = [[link[1]] if number == 1 else link[number] for link in tagged.links]  # type: ignore[list-item]
    return _outermost({(chunk.first, chunk.last, 0) for chunks in parts for chunk in chunks})


def _linked(tagged: Tagged, role: str) -> Spans:
    number = 0 if role == "source" else 2
    return {
        (link[1].first, hash(tuple((chunk.first, chunk.last) for chunk in link[number])), 0)  # type: ignore[union-attr]
        for link in tagged.links
        if link[number]
    }


def _gold_linked(document: Document, role: str) -> Spans:
    return {
        (attribution.cue[0], hash(tuple(_runs(getattr(attribution, role)))), 0)
        for attribution in document.attributions
        if attribution.cue and getattr(attribution, role)
    }


def measure(data: Path) -> dict[str, object]:
    """All figures."""
    encoder = Encoder()
    network = encoder.network
    articles = quotations.polnear(data / "quotes/polnear/dev")
    texts = [path.read_text(encoding="utf-8") for path in sorted((data / "quotes/polnear/dev/text").glob("*.txt"))]
    begun = time.process_time()
    speed = sum(len(parse.tokens) for parse in encoder.parse(texts)) / (time.process_time() - begun)
    treebanks = {name: syntax.treebank(data / f"syntax/{name}-dev.conllu") for name in ("ewt", "gum-open")}
    return {
        "version": network.version,
        "syntax": {name: syntax_scores(network, documents) for name, documents in treebanks.items()},
        "names": {"worldwide": name_scores(network, names.worldwide(data / "names/worldwide/dev"))},
        "attributions": {"polnear": quote_scores(network, articles)},
        "words_per_second": round(speed),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path)
    given = parser.parse_args()
    text = json.dumps(measure(given.data), indent=1) + "\n"
    if given.to:
        given.to.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
