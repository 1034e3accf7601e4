"""Reads attributions: PolNeAR's brat files and the statements of the annotated reports on talks."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.language.sentences import split
from communique.language.tokens import tokenize
from training.documents import Attribution, Document, Word

Spans = list[tuple[int, int]]


def words_of(text: str) -> tuple[list[Word], list[tuple[int, int]]]:
    """The words of a raw text, tokenised and split as at run time, and their offsets."""
    tokens = tokenize(text)
    words = []
    for number, sentence in enumerate(split(text, tokens)):
        for start, end in tokens[sentence.first : sentence.last]:
            words.append(Word(text[start:end], text[start - 1 : start].isspace(), number, sentence.paragraph))
    return words, tokens


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its attributions: for each role the characters it covers."""

    name: str
    text: str
    attributions: tuple[dict[str, Spans], ...]


def articles(path: Path) -> list[Article]:
    """The texts of a brat file or of a folder and all below it; of several annotations the one with most attributions.

    `NAME.ann`, or `NAME_<annotator>.ann`, goes with `NAME.txt` beside it or in a folder next to its own.
    """
    best: dict[Path, str] = {}
    for found in [path] if path.is_file() else sorted(path.rglob("*.ann")):
        annotation, text = found.read_text(encoding="utf-8"), _text_of(found)
        if annotation.count("\nE") > best.get(text, "").count("\nE") or text not in best:
            best[text] = annotation
    return [
        Article(text.stem, text.read_text(encoding="utf-8"), tuple(_events(annotation)))
        for text, annotation in sorted(best.items(), key=lambda pair: pair[0].stem)
    ]


def _text_of(annotation: Path) -> Path:
    for folder in (annotation.parent, *sorted(p for p in annotation.parent.parent.iterdir() if p.is_dir())):
        for name in (annotation.stem, annotation.stem.rsplit("_", 1)[0]):
            if (folder / f"{name}.txt").is_file():
                return folder / f"{name}.txt"
    raise FileNotFoundError(f"{annotation}: its text {annotation.stem}.txt is neither beside it nor in a next folder.")


def polnear(folder: Path) -> list[Document]:
    """One document for each PolNeAR article."""
    documents = []
    for article in articles(folder):
        words, tokens = words_of(article.text)
        document = Document(article.name, words, quotes=[True] * len(words))
        for roles in article.attributions:
            parts = {role: covered(tokens, spans) for role, spans in roles.items()}
            document.attributions.append(
                Attribution(parts.get("Source", ()), parts.get("Cue", ()), parts.get("Content", ()))
            )
        documents.append(document)
    return documents


def _events(annotation: str) -> Iterator[dict[str, Spans]]:
    spans: dict[str, Spans] = {}
    for name, offsets in re.findall(r"(?m)^(T\d+)\t[\w-]+ ([\d ;]+)\t", annotation):
        spans[name] = [(int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", offsets)]
    for event in re.findall(r"(?m)^E\d+\t(.*)$", annotation):
        roles: dict[str, Spans] = {}
        for role, target in re.findall(r"(Source|Cue|Content)\d*:(T\d+)", event):
            roles.setdefault(role, []).extend(spans.get(target, []))
        yield roles


def unlabelled(path: Path) -> list[Document]:
    """Our own reports, of which nothing is told: what other networks make of them is all that they teach."""
    entries = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Document(entry["id"], words_of(entry["text"])[0]) for entry in entries]


def covered(tokens: Sequence[tuple[int, int]], spans: Spans) -> tuple[int, ...]:
    """Numbers of the tokens that overlap one of the spans."""
    found: set[int] = set()
    for start, end in spans:
        i = bisect_right(tokens, start, key=lambda token: token[1])
        while i < len(tokens) and tokens[i][0] < end:
            found.add(i)
            i += 1
    return tuple(sorted(found))


def reports(folder: Path) -> list[Document]:
    """The annotated reports on talks; their first lines (date, title) say nothing of statements."""
    documents = []
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        body = text.index("\n\n") + 2
        words, tokens = words_of(text)
        document = Document(path.stem, words, quotes=[start >= body for start, _ in tokens])
        for statement in json.loads(path.read_text(encoding="utf-8"))["statements"]:
            found = _statement(text, tokens, statement, body)
            if found:
                document.attributions.append(found)
        documents.append(document)
    return documents


def _statement(text: str, tokens: Spans, statement: dict[str, object], body: int) -> Attribution | None:
    """Where a statement stands: contents verbatim, the cue and the speaker as near as can be; None where unclear."""
    evidence, content, cue = statement["evidence"], statement["content"], str(statement.get("cue", ""))
    where = text.find(evidence if isinstance(evidence, str) else evidence[0], body)  # type: ignore[index]
    if where < 0 or not cue:
        return None
    contents: Spans = []
    for part in [content] if isinstance(content, str) else content:  # type: ignore[attr-defined]
        starts = [match.start() for match in re.finditer(re.escape(part), text) if match.start() >= body]
        if not starts:
            return None
        start = min(starts, key=lambda found: abs(found - where))
        contents.append(_widened(text, start, start + len(part)))
    cues = [match.span() for match in re.finditer(rf"\b{re.escape(cue)}\b", text) if match.start() >= body]
    cues = [span for span in cues if not any(a < span[1] and span[0] < b for a, b in contents)]
    if not cues:
        return None
    at = min(cues, key=lambda span: min(min(abs(span[0] - b), abs(span[1] - a)) for a, b in contents))
    return Attribution((), covered(tokens, [at]), covered(tokens, contents), sure_of_source=False)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """With quotation marks and "that", which PolNeAR counts to the content and the reports' guide does not."""
    closing = re.match(r"[.,!?]?(?:''|[\"”’'])", text[end : end + 3])
    if text[start - 1] in "\"“‘'`" and closing:
        return start - 1, end + closing.end()
    return (start - 5, end) if text[start - 5 : start] == "that " else (start, end)
