"""Names in BIO files: one word a line with its tag, a blank line between sentences.

Words and tags may be parted by tabs or blanks, and more columns may stand between them (CoNLL 2003) or behind (nested
names, of which the outer ones count). A file is one text; `-DOCSTART-` begins another. The labels of all schemes that
`training.labels` knows are brought to persons, organizations and places. White space between words, which such files
do not keep, is put back as typesetters would; each sentence is a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.spans import Marked, Span, files_in
from training.labels import KINDS

SUFFIXES = (".bio", ".conll", ".tsv", ".txt", ".iob", ".iob2")
MAIN = ("PERSON", "ORG", "LOC")
"""The kinds whose F1 is *the* F1; LOC takes in GPE."""

Rows = list[list[str]]
_TAG = re.compile(r"O|[BIESLU]-\S+")
_CLOSES = frozenset(".,;:?!)]}%”’")
_OPENS = frozenset("([{“‘$£€#@")
_CLITIC = re.compile(r"(?:['’](?:s|S|m|d|ll|re|ve|t)|n['’]t)$")


@dataclass(frozen=True, slots=True)
class NameSet:
    """Texts with their names by main kind; `kinds` gives the annotator's kinds that each main kind takes in."""

    texts: tuple[Marked, ...]
    kinds: dict[str, frozenset[str]]


def name_set(path: Path) -> NameSet:
    """Every text under `path`."""
    files = [(file.stem, _documents(file)) for file in files_in(path, *SUFFIXES)]
    rows = [row for _, documents in files for sentences in documents for sentence in sentences for row in sentence]
    column = _column(rows)
    if not column:
        raise ValueError(f"{path}: no column of BIO tags. Write one word a line and its tag (O, B-PER …) behind it.")
    labels = {row[column][2:] for row in rows if column < len(row)}
    buildings = any({"LOC", "FAC"} <= set(KINDS.get(label, ())) for label in labels)
    places = frozenset({"GPE", "LOC", "FAC"} if buildings else {"GPE", "LOC"})
    texts = (_marked(f"{name}-{n}", d, column) for name, documents in files for n, d in enumerate(documents))
    return NameSet(tuple(texts), {"PERSON": frozenset({"PERSON"}), "ORG": frozenset({"ORG"}), "LOC": places})


def _documents(file: Path) -> list[list[Rows]]:
    """The sentences of each document of a file; a block without tags (an address, a comment) is none."""
    documents: list[list[Rows]] = [[]]
    for block in re.split(r"\n[ \t]*\n", file.read_text(encoding="utf-8").replace("\r\n", "\n")):
        rows = [re.split(r"\t" if "\t" in line else r" +", line.strip("\n ")) for line in block.split("\n")]
        if rows[0][0] == "-DOCSTART-":
            documents.append([])
            rows = rows[1:]
        rows = [row for row in rows if len(row) > 1 and row[0] and not row[0].startswith(("# ", "http"))]
        if rows:
            documents[-1].append(rows)
    return [d for d in documents if d]


def _column(rows: Rows) -> int:
    """The first column of tags that speak of names; 0 when there is none."""
    for column in range(1, max(map(len, rows), default=0)):
        tags = {row[column] for row in rows if column < len(row)}
        kinds = {tag[2:] for tag in tags if tag != "O"}
        if all(map(_TAG.fullmatch, tags)) and (kinds & KINDS.keys() or not kinds):
            return column
    return 0


def _marked(name: str, sentences: list[Rows], column: int) -> Marked:
    pieces: list[str] = []
    words: list[Span] = []
    spans: dict[str, set[Span]] = {kind: set() for kind in MAIN}
    length = 0
    for rows in sentences:
        texts = [row[0] for row in rows]
        tags = [row[column] if column < len(row) else "O" for row in rows]
        for label, (first, last) in _names(tags):
            kinds = set(KINDS.get(label, ()))
            main = next((kind for kind in MAIN if kind in kinds or (kind == "LOC" and "GPE" in kinds)), None)
            if main:
                spans[main].add((len(words) + first, len(words) + last))
        for word, space in zip(texts, _spaces(texts), strict=True):
            gap = space if space is not None else "\n\n" if words else ""
            words.append((length + len(gap), length + len(gap) + len(word)))
            length = words[-1][1]
            pieces += [gap, word]
    return Marked(name, "".join(pieces), tuple(words), {kind: frozenset(found) for kind, found in spans.items()})


def _names(tags: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """Label and words of each name, whatever variety of BIO the tags follow."""
    first = 0
    for i in range(1, len(tags) + 1):
        if i == len(tags) or not _goes_on(tags[i - 1], tags[i]):
            if tags[first] != "O":
                yield tags[first][2:], (first, i)
            first = i


def _goes_on(before: str, tag: str) -> bool:
    """Whether a word continues the name of the one before it, in BIO, IOB1, BIOES or BILOU."""
    return before[0] in "BI" and tag[0] in "IEL" and before[2:] == tag[2:]


def _spaces(words: Sequence[str]) -> Iterator[str | None]:
    """What stands before each word of a sentence; None before the first."""
    opened = glued = False
    for i, word in enumerate(words):
        closes = word in _CLOSES or _CLITIC.match(word) or (word == '"' and opened)
        tail = i > 1 and words[i - 1] in "'’" and _CLITIC.fullmatch(words[i - 1] + word)
        yield None if i == 0 else "" if closes or glued or tail or _initials(words, i) else " "
        glued = word in _OPENS or (word == '"' and not opened)
        opened = opened != (word == '"')


def _initials(words: Sequence[str], i: int) -> bool:
    """Whether word `i` goes on with an abbreviation that was cut at its stops: U . S ."""
    capital = [len(words[j]) == 1 and words[j].isupper() for j in (i - 2, i)] if i > 1 else [False]
    return all(capital) and words[i - 1] == "." and words[i + 1 : i + 2] == ["."]
