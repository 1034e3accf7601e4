"""Passwords and tokens: only their hashes are kept.

Passwords go through scrypt (RFC 7914) with the parameters that OWASP's Password Storage Cheat Sheet gives for 16 MiB;
tokens are 256 random bits, for which one SHA-256 is enough.
"""

import hashlib
import secrets
from base64 import b64decode, b64encode

from communique.errors import QueryError

COST, BLOCK, LANES = 2**14, 8, 5
MEMORY = 64 * 2**20
LEAST, MOST = 12, 1024
"""Characters of a password."""


def hashed(password: str) -> str:
    """A password as it is kept: method, parameters, salt, hash. Raises `QueryError` for one that is too short."""
    if not LEAST <= len(password) <= MOST:
        raise QueryError(f"A password has at least {LEAST} characters, and at most {MOST}; four random words will do.")
    salt = secrets.token_bytes(16)
    parts = ("scrypt", str(COST), str(BLOCK), str(LANES), _text(salt), _text(_scrypt(password, salt)))
    return "$".join(parts)


def is_right(password: str, secret: str) -> bool:
    """True when a password is the one that was hashed; takes as long when there is none to compare with."""
    if not secret:
        _scrypt(password[:MOST], b"nobody's salt is this")
        return False
    _, cost, block, lanes, salt, held = secret.split("$")
    found = _scrypt(password[:MOST], b64decode(salt), int(cost), int(block), int(lanes))
    return secrets.compare_digest(found, b64decode(held))


def _scrypt(password: str, salt: bytes, cost: int = COST, block: int = BLOCK, lanes: int = LANES) -> bytes:
    given = password.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(given, salt=salt, n=cost, r=block, p=lanes, maxmem=MEMORY, dklen=32)


def _text(value: bytes) -> str:
    return b64encode(value).decode()


def token() -> str:
    """A new token."""
    return secrets.token_urlsafe(32)


def mark(shown: str) -> str:
    """A token as it is kept."""
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()
