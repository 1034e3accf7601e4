"""Our own annotations of reports whose texts belong to others: kept as offsets, without a word of the text.

    python -m training.annotations unpack --stories ../shared/stories --to DIR
    python -m training.annotations pack --from DIR

`training/annotations.jsonl` holds one report a line: its file below the folder of stories, the SHA-256 of its text,
and its entries in the shape of the annotation guide, where `[start, end]` stands for verbatim words (offsets in code
points). `unpack` writes `<id>.txt` and `<id>.json` as the guide has them, for `training.rankers` and
`training.encounters`; `pack` makes the file from such a folder. Only positions, proposals, next steps, meetings and
parties are annotated; empty fields are left out.
"""

import argparse
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

PACKED = Path(__file__).with_suffix(".jsonl")
VERBATIM = {"evidence", "issue", "what", "topic"}
"""Fields that hold words of the report."""
NAMED = ("proposals", "name")
"""A further one: proposals are named in the report's words."""


def packed(text: str, annotation: dict[str, Any]) -> dict[str, Any]:
    """The annotation with offsets for words. Raises ValueError for words that are not in the text."""

    def offsets(words: str) -> list[int]:
        start = text.find(words)
        if start < 0:
            raise ValueError(f"{words!r} is not in the report; run the checker of the annotation guide over the file")
        return [start, start + len(words)]

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


def pack(folder: Path, stories: Path) -> list[dict[str, Any]]:
    """One row a report of `folder`, in alphabetical order."""
    rows = []
    for path in sorted(folder.glob("*.json")):
        (source,) = stories.glob(f"*/{path.stem}.txt")
        text = source.read_text(encoding="utf-8")
        rows.append(
            {
                "file": str(source.relative_to(stories)),
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                **packed(text, json.loads(path.read_text(encoding="utf-8"))),
            }
        )
    return rows


def unpack(stories: Path, to: Path) -> int:
    """Writes every annotated report to the folder `to`; gives how many. Raises ValueError where a text is another."""
    to.mkdir(parents=True, exist_ok=True)
    rows = [json.loads(line) for line in PACKED.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        source = stories / row.pop("file")
        text = source.read_text(encoding="utf-8")
        if hashlib.sha256(text.encode()).hexdigest() != row.pop("sha256"):
            raise ValueError(f"{source}: not the text that was annotated; get the stories of the same version")
        (to / source.name).write_text(text, encoding="utf-8")
        annotation = json.dumps(unpacked(text, row), ensure_ascii=False, indent=1)
        (to / f"{source.stem}.json").write_text(annotation, encoding="utf-8")
    return len(rows)


def main() -> None:
    """Read the command line; pack or unpack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("pack", "unpack"))
    parser.add_argument("--stories", type=Path, default=Path("../shared/stories"))
    parser.add_argument("--from", dest="folder", type=Path, help="annotated reports to pack")
    parser.add_argument("--to", type=Path, help="where to unpack")
    given = parser.parse_args()
    if given.what == "pack":
        rows = [json.dumps(row, ensure_ascii=False) for row in pack(given.folder, given.stories)]
        PACKED.write_text("\n".join(rows) + "\n", encoding="utf-8")
        print(f"{len(rows)} reports packed into {PACKED.name}")
    else:
        print(f"{unpack(given.stories, given.to)} reports in {given.to}")


if __name__ == "__main__":
    main()
