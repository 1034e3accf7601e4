"""The clock of the command line: when something is recorded."""

from datetime import UTC, datetime


def now() -> str:
    """The present moment, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
