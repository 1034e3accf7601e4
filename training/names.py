"""Reads the name sets that come as words and tags: Worldwide and CrossNER."""

from collections.abc import Iterator
from pathlib import Path

from communique.language.tokens import tokenize
from training.documents import Document, Word
from training.labels import coarse_names


def worldwide(folder: Path) -> list[Document]:
    """One document for each article of the Worldwide newswire set."""
    return [_tagged(path.name, path) for path in sorted(folder.glob("*.tsv"))]


def crossner(path: Path) -> list[Document]:
    """CrossNER's sentences, which have nothing to do with each other: one document each."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_document(f"{path.stem}-{i}", [block]) for i, block in enumerate(blocks) if block.strip()]


def _tagged(name: str, path: Path) -> Document:
    blocks = [block for block in path.read_text(encoding="utf-8").split("\n\n") if "\t" in block]
    return _document(name, [block for block in blocks if not block.startswith("http")])


def _document(name: str, blocks: list[str]) -> Document:
    document = Document(name, [])
    for sentence, block in enumerate(blocks):
        tags, words = [], []
        for word, tag in _pieces(block):
            document.words.append(Word(word, not _leans(word), sentence, sentence))
            words.append(word)
            tags.append(tag)
        document.names.extend(coarse_names(tags, words))
    return document


def _leans(word: str) -> bool:
    """A guess at white space that the files do not keep: none before closing marks and clitics."""
    return word in {".", ",", ";", ":", "?", "!", ")", "]", "%", "”", "’"} or word[:1] in {"'", "’"} or _is_clitic(word)


def _is_clitic(word: str) -> bool:
    return word.replace("’", "'").lower() in {"'s", "'re", "'ve", "'ll", "'m", "'d", "n't"}


def _pieces(block: str) -> Iterator[tuple[str, str]]:
    """Tokens cut as at run time, the parts of a tagged word continuing its tag; clitics are tokens already."""
    for line in block.split("\n"):
        if "\t" not in line:
            continue
        word, tag = line.split("\t")[:2]
        for i, (start, end) in enumerate([(0, len(word))] if _is_clitic(word) else tokenize(word)):
            yield word[start:end], tag if i == 0 or tag == "O" else f"I-{tag[2:]}"
