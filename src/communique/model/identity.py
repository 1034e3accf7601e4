"""Content-hash ids, in one place: the same content has the same id on any machine and any day."""

import hashlib
import json

SHORTEST = 4
"""So much of its beginning is enough to go by an id."""


def content_id(kind: str, *parts: object) -> str:
    """A 16-digit hexadecimal id over `parts`, which must be what `json` can write; order matters."""
    written = json.dumps([kind, *parts], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def begins(id: str, whole: str) -> bool:
    """True when `id` is enough of the beginning of a whole id."""
    return len(id) >= SHORTEST and whole.startswith(id)
