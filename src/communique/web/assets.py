"""Style and scripts, read from the package with their hashes (Subresource Integrity)."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Assets:
    """The style sheet, which pages carry inline, and the scripts, which the pages for reviewing link to."""

    style: str
    htmx: str
    desk: str
    style_hash: str
    htmx_hash: str
    desk_hash: str


def assets() -> Assets:
    """What `web/static` holds."""
    folder = files("communique.web") / "static"
    read = [(folder / name).read_text(encoding="utf-8") for name in ("style.css", "htmx.min.js", "desk.js")]
    return Assets(*read, *map(digest, read))


def digest(text: str) -> str:
    """`sha256-…` as content security policies and `integrity` write it."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
