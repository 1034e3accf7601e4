"""Our own annotations of reports: those of others as offsets into their texts, those that we wrote with their texts.

    python -m training.annotations unpack --shared ../shared --to DIR [--measuring DIR]
    python -m training.annotations pack --shared ../shared --from DIR

`training/annotations.jsonl` holds one report a line: its id, its file below the shared folder, the SHA-256 of its text,
and its entries in the shape of the annotation guide, where `[start, end]` stands for verbatim words (offsets in code
points). Reports are of the stories, of Worldwide (put together from their words), of PolNeAR, of the press releases of
re3d, and of TimeBank and AQUAINT; those without a line of their date have one put before them.
`training/reports.jsonl` has reports of our own writing likewise, with their `text`.

`unpack` writes `<id>.txt` and `<id>.json` as the guide has them, for the trainers of scorers; those of TimeBank and
AQUAINT, whose terms allow measuring alone, it writes to the folder `--measuring` only. `pack` makes the files from such
folders. Positions, proposals, next steps, meetings and parties are annotated in all reports, statements, citations,
offices, changes and times in 65 of them; empty fields are left out.
"""

import argparse
import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.names import name_set
from benchmarks.times import read_timeml
from training.gold import is_own

PACKED = Path(__file__).with_suffix(".jsonl")
WRITTEN = Path(__file__).with_name("reports.jsonl")
VERBATIM = {"evidence", "issue", "what", "topic", "content", "text"}
"""Fields that hold words of the report."""
ONLY_MEASURED = "data/times/"
"""Texts whose terms allow no training."""
NAMED = ("proposals", "name")
"""A further one: proposals are named in the report's words."""


def packed(text: str, annotation: dict[str, Any]) -> dict[str, Any]:
    """The annotation with offsets for words, whatever white space is in them.

    Raises ValueError for words that are not in the text.
    """
    places = [i for i, character in enumerate(text) if not character.isspace()]
    squeezed = "".join(text[i] for i in places)

    def offsets(words: str) -> list[int]:
        sought = "".join(words.split())
        start = squeezed.find(sought)
        if start < 0 or not sought:
            raise ValueError(f"{words!r} is not in the report; run the checker of the annotation guide over the file")
        return [places[start], places[start + len(sought) - 1] + 1]

    return _changed(annotation, offsets)


def unpacked(text: str, annotation: dict[str, Any]) -> dict[str, Any]:
    """The annotation with words for offsets."""
    return _changed(annotation, lambda span: text[span[0] : span[1]])


def _changed(annotation: dict[str, Any], change: Callable[[Any], Any]) -> dict[str, Any]:
    return {
        kind: [{field: _value(kind, field, value, change) for field, value in entry.items() if value} for entry in rows]
        for kind, rows in annotation.items()
        if isinstance(rows, list)
    }


def _value(kind: str, field: str, value: Any, change: Callable[[Any], Any]) -> Any:
    if field not in VERBATIM and (kind, field) != NAMED:
        return value
    several = isinstance(value, list) and not (value and isinstance(value[0], int))
    return [change(part) for part in value] if several else change(value)


def text_of(shared: Path, row: dict[str, Any]) -> str:
    """The text of a packed report, its date in the first line."""
    if "text" in row:
        return str(row["text"])
    path = shared / row["file"]
    if path.suffix == ".tsv":
        body = article(path)
    elif path.suffix == ".tml":
        body = read_timeml(path).report.text
    elif path.suffix == ".json":
        body = press_release(path, row["id"])
    else:
        body = path.read_text(encoding="utf-8")
    return f"{row['published']}\n{body.strip()}\n" if "published" in row else body


def article(path: Path) -> str:
    """The text of an article of Worldwide, put together from its words."""
    return "\n\n".join(text.text for text in name_set(path).texts)


def press_release(path: Path, name: str) -> str:
    """The title and text of one document of re3d, which has many in a file, by the beginning of its id."""
    wanted = name.partition("-")[2]
    documents = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    found = next(d for d in documents if d["_id"].startswith(wanted))
    return f"{found['title'].strip()}\n\n{found['text'].strip()}"


def file_of(shared: Path, name: str) -> Path:
    """Where the text of a report lies, by its id. Raises ValueError where not one file has that name."""
    corpus, _, rest = name.partition("-")
    patterns = {
        "ww": f"data/names/worldwide/*/{rest}.txt.tsv",
        "pn": f"data/quotes/polnear/*/text/{rest}*.txt",
        "tb": f"data/times/*/{rest}.tml",
    }
    if corpus == "rd":
        return next(p for p in sorted(shared.glob("data/names/re3d/*/documents.json")) if rest in p.read_text("utf-8"))
    found = list(shared.glob(patterns.get(corpus, f"stories/*/{name}.txt")))
    if len(found) != 1:
        raise ValueError(f"{name}: {len(found)} reports of that name in the stories and the data below {shared}")
    return found[0]


def pack(folders: Sequence[Path], shared: Path) -> list[dict[str, Any]]:
    """One row a report of the folders, in alphabetical order."""
    rows = []
    for path in sorted((p for folder in folders for p in folder.glob("*.json")), key=lambda p: p.name):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        if is_own(path.stem):
            text = path.with_suffix(".txt").read_text(encoding="utf-8")
            rows.append({"id": path.stem, "text": text} | packed(text, annotation))
            continue
        source = file_of(shared, path.stem).relative_to(shared)
        row: dict[str, Any] = {"id": path.stem, "file": str(source)}
        if source.parts[0] == "data":
            row["published"] = path.with_suffix(".txt").read_text(encoding="utf-8").split("\n")[0]
        text = text_of(shared, row)
        row["sha256"] = hashlib.sha256(text.encode()).hexdigest()
        rows.append(row | packed(text, annotation))
    return rows


def unpack(shared: Path, to: Path, measuring: Path | None = None) -> int:
    """Writes every annotated report to the folder `to`, those that must not teach to `measuring`; gives how many.

    Raises ValueError where a text is another.
    """
    rows = [json.loads(line) for path in (PACKED, WRITTEN) for line in path.read_text(encoding="utf-8").splitlines()]
    folders = [(row, measuring if row.get("file", "").startswith(ONLY_MEASURED) else to) for row in rows]
    written = [(row, folder) for row, folder in folders if folder is not None]
    for row, folder in written:
        folder.mkdir(parents=True, exist_ok=True)
        text = text_of(shared, row)
        if "sha256" in row and hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['file']}: not the text that was annotated; get the data of the same version")
        (folder / f"{row['id']}.txt").write_text(text, encoding="utf-8")
        annotation = json.dumps(unpacked(text, row), ensure_ascii=False, indent=1)
        (folder / f"{row['id']}.json").write_text(annotation, encoding="utf-8")
    return len(written)


def main() -> None:
    """Read the command line; pack or unpack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("pack", "unpack"))
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--from", dest="folders", type=Path, nargs="+", help="annotated reports to pack")
    parser.add_argument("--to", type=Path, help="where to unpack")
    parser.add_argument("--measuring", type=Path, help="where to unpack those that must not teach")
    given = parser.parse_args()
    if given.what == "pack":
        rows = pack(given.folders, given.shared)
        for path, own in ((PACKED, False), (WRITTEN, True)):
            kept = [json.dumps(row, ensure_ascii=False) for row in rows if ("text" in row) is own]
            if kept:
                path.write_text("\n".join(kept) + "\n", encoding="utf-8")
            print(f"{len(kept)} reports packed into {path.name}")
    else:
        print(f"{unpack(given.shared, given.to, given.measuring)} reports unpacked")


if __name__ == "__main__":
    main()
