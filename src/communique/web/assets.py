"""Style and script, read from the package with their hashes (Subresource Integrity)."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Assets:
    """The style sheet, which pages carry inline, and the script, which they link to."""

    style: str
    script: str
    style_hash: str
    script_hash: str


def assets() -> Assets:
    """What `web/static` holds."""
    folder = files("communique.web") / "static"
    style = (folder / "style.css").read_text(encoding="utf-8")
    script = (folder / "htmx.min.js").read_text(encoding="utf-8")
    return Assets(style, script, digest(style), digest(script))


def digest(text: str) -> str:
    """`sha256-…` as content security policies and `integrity` write it."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
