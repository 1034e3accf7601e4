"""Reads UD treebanks, and the names that lie over them (EWT-NNER, GUM's entities)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.documents import Document, Word
from training.labels import ALL, coarse_names, kinds, spread

_ENTITY = re.compile(r"\((\d+)-([a-z]+)[^()]*|(\d+)\)")
_GUM_KINDS = {"person": ("PERSON",), "organization": ("ORG",), "place": ("GPE", "LOC", "FAC"), "event": ("EVENT",)}
_NEVER_LAST = {"PART", "PUNCT"}
"""GUM counts "'s" and brackets to an entity; to a name they do not belong."""

_INSIDE_NAMES = {"PROPN", "ADP", "DET", "NUM", "PUNCT", "CCONJ", "PART"}


@dataclass(slots=True)
class _Sentence:
    """One CoNLL-U sentence: columns of its words, and what its comments say."""

    rows: list[list[str]]
    new_document: bool
    new_paragraph: bool


def treebank(path: Path, *, names: dict[tuple[str, ...], list[str]] | None = None) -> list[Document]:
    """The documents of a CoNLL-U file in order, with `names` (outer labels by sentence) where it holds a sentence."""
    documents: list[Document] = []
    group: list[_Sentence] = []
    for sentence in _sentences(path):
        if sentence.new_document and group:
            documents.append(_document(f"{path.stem}-{len(documents)}", group, names))
            group = []
        group.append(sentence)
    return [*documents, _document(f"{path.stem}-{len(documents)}", group, names)]


def nner(path: Path) -> dict[tuple[str, ...], list[str]]:
    """Outermost names of EWT-NNER, by the words of the sentence."""
    found = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line]
        found[tuple(row[0] for row in rows)] = [row[1] for row in rows]
    return found


def _sentences(path: Path) -> Iterator[_Sentence]:
    rows: list[list[str]] = []
    document = paragraph = False
    for line in (*path.read_text(encoding="utf-8").splitlines(), ""):
        if line.startswith("# newdoc"):
            document = paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.strip() and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line.strip() and rows:
            yield _Sentence(_spaced(rows), document, paragraph)
            rows, document, paragraph = [], False, False


def _spaced(rows: list[list[str]]) -> list[list[str]]:
    """Words only; the last column becomes "_" plus the old one where white space follows the word."""
    kept, glued = [], -1
    for row in rows:
        number = row[0]
        if "-" in number:
            glued = int(number.split("-")[1])
            last_spaced = "SpaceAfter=No" not in row[9]
        elif number.isdigit():
            inside = int(number) < glued
            spaced = last_spaced if int(number) == glued else "SpaceAfter=No" not in row[9]
            kept.append([*row[:9], row[9], "" if inside or not spaced else " "])
    return kept


def _document(name: str, group: list[_Sentence], outer: dict[tuple[str, ...], list[str]] | None) -> Document:
    document = Document(name, [])
    paragraph, spaced = -1, True
    for number, sentence in enumerate(group):
        paragraph += sentence.new_paragraph or paragraph < 0
        base = len(document.words)
        for i, row in enumerate(sentence.rows):
            document.words.append(Word(row[1], spaced or i == 0, number, paragraph))
            document.upos.append(row[3])
            document.xpos.append(row[4])
            head = int(row[6])
            document.heads.append(base + (head - 1 if head else i))
            document.deprels.append(row[7])
            spaced = row[10] == " "
        document.names.extend(_names(sentence.rows, outer))
    return document


def _names(rows: list[list[str]], outer: dict[tuple[str, ...], list[str]] | None) -> list[frozenset[str]]:
    if outer is None:
        return _gum_names(rows)
    labels = outer.get(tuple(row[1] for row in rows))
    return coarse_names(labels, [row[1] for row in rows]) if labels else [ALL] * len(rows)


def _gum_names(rows: list[list[str]]) -> list[frozenset[str]]:
    """Outermost entities with a proper noun as head and nothing but a name inside; other proper nouns stay open."""
    labels = [ALL if row[3] == "PROPN" or (row[3] == "ADJ" and row[1][0].isupper()) else frozenset("O") for row in rows]
    for opening, end, kind in sorted(_entities(rows), key=lambda entity: entity[0] - entity[1]):
        first = next((i for i in range(opening, end) if rows[i][3] != "DET"), end)
        last = next((i + 1 for i in reversed(range(first, end)) if rows[i][3] not in _NEVER_LAST), first)
        inside = rows[first:last]
        head = [row for row in inside if not first < int(row[6]) <= last]
        if not inside or len(head) != 1 or head[0][3] != "PROPN" or {row[3] for row in inside} - _INSIDE_NAMES:
            continue
        if kind not in _GUM_KINDS or any(len(labels[i]) != len(ALL) and labels[i] != {"O"} for i in range(first, last)):
            continue
        spread(labels, first, last, kinds(_GUM_KINDS[kind], " ".join(row[1] for row in inside)))
    return labels


def _entities(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """Entities of GUM's MISC column that open and close in the sentence: first word, end, type."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for i, row in enumerate(rows):
        entity = re.search(r"Entity=([^|]*)", row[9])
        for match in _ENTITY.finditer(entity.group(1) if entity else ""):
            if match.group(1):
                opened.setdefault(match.group(1), []).append((i, match.group(2)))
                if entity and entity.group(1)[match.end() : match.end() + 1] == ")":
                    first, kind = opened[match.group(1)].pop()
                    yield first, i + 1, kind
            elif opened.get(match.group(3)):
                first, kind = opened[match.group(3)].pop()
                yield first, i + 1, kind
