"""Parts of speech and dependencies on gold words and sentences of UD treebanks."""

from collections.abc import Iterable

from communique.language import features
from communique.language.network import Network, Words
from communique.lexicon.listed import listed
from communique.model.reading import Sentence
from training.documents import Document

MEASURES = ("upos", "xpos", "uas", "las", "las_universal")


def words_of(document: Document) -> Words:
    """The words of a document as the network takes them."""
    texts = [word.text for word in document.words]
    text, offsets = "", []
    for i, word in enumerate(document.words):
        text += " " if i and word.spaced else ""
        offsets.append((len(text), len(text) + len(word.text)))
        text += word.text
    paragraphs, numbers = [w.paragraph for w in document.words], [w.sentence for w in document.words]
    firsts = [i for i in range(len(texts)) if i == 0 or numbers[i] != numbers[i - 1]]
    sentences = tuple(
        Sentence(offsets[a][0], offsets[b - 1][1], a, b, paragraphs[a])
        for a, b in zip(firsts, [*firsts[1:], len(texts)], strict=True)
    )
    quoted = features.quoted(texts, [w.spaced for w in document.words], paragraphs)
    shapes = [features.shape(text) for text in texts]
    positions = features.positions(numbers, paragraphs)
    return Words(text, offsets, texts, sentences, shapes, positions, quoted, listed(texts))


def syntax_scores(network: Network, documents: Iterable[Document]) -> dict[str, float]:
    """Per cent of all words, punctuation included.

    `las` compares whole relations, `las_universal` leaves out subtypes (`nsubj:pass`), as CoNLL 2018's scorer does.
    """
    counts, total = dict.fromkeys(MEASURES, 0), 0
    for document in documents:
        tagged = network.tag(words_of(document))
        for i, head in enumerate(document.heads):
            attached = tagged.heads[i] == (-1 if head == i else head)
            found, wanted = tagged.deprels[i], document.deprels[i]
            counts["upos"] += tagged.upos[i] == document.upos[i]
            counts["xpos"] += tagged.xpos[i] == document.xpos[i]
            counts["uas"] += attached
            counts["las"] += attached and found == wanted
            counts["las_universal"] += attached and found.split(":")[0] == wanted.split(":")[0]
        total += len(document.heads)
    return {name: round(100 * count / max(total, 1), 2) for name, count in counts.items()} | {"words": total}
