"""`communique` reads news reports about talks and keeps the record a careful desk officer would keep."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.api import Record
    from communique.errors import CommuniqueError
    from communique.model.report import Report

__all__ = ["CommuniqueError", "Record", "Report"]

_HOMES = {"CommuniqueError": "communique.errors", "Record": "communique.api", "Report": "communique.model.report"}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that the command line starts at once."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'communique' has no attribute {name!r}")
