"""From bytes to text: the encoding decided, line ends made uniform."""

import codecs
import re

from communique.errors import InputError

LIMIT = 1_000_000
"""The longest report, in bytes: about 300 times a long wire report. More is several reports in one file."""

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NUL = "\x00"
"""A character that no text has, and at which databases end one."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(name: str, raw: bytes) -> tuple[str, str]:
    r"""Return the text and the encoding it was in; raises `InputError` for what is no text.

    UTF-8 and UTF-16 are recognised; anything else that is text is read as Windows-1252, which no byte contradicts.
    Line ends become "\n".
    """
    if not raw.strip():
        raise InputError(name, "the file is empty", "Check that it was saved whole.")
    text, encoding = _decoded(raw)
    if len(_CONTROL.findall(text[:10_000])) > len(text[:10_000]) / 200:
        raise no_text(name)
    return uniform(text), encoding


def no_text(name: str) -> InputError:
    """What is said of binary data."""
    return InputError(name, "this is no text (binary data)", "Save the report as text or as a web page.")


def uniform(text: str) -> str:
    r"""One kind of line end, "\n", and no byte-order mark: otherwise the text is what was published, mark for mark."""
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")


def _decoded(raw: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), encoding
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _damaged(raw)


def _damaged(raw: bytes) -> tuple[str, str]:
    """UTF-8 with a few broken bytes stays UTF-8; otherwise Windows-1252."""
    tried = raw.decode("utf-8", errors="replace")
    broken = tried.count("\ufffd")
    kept = sum(1 for c in tried if ord(c) > 127 and c != "\ufffd")
    if kept > broken:
        return tried, "utf-8 with errors"
    return raw.decode("cp1252", errors="replace"), "windows-1252"
