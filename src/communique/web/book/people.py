"""Who may use the desk, and as what."""

from dataclasses import dataclass
from sqlite3 import Connection

from communique.errors import QueryError
from communique.web.book.passwords import hashed

ROLES = ("reader", "reviewer", "editor", "admin")
"""What people may do, each also what those before it may: read; accept and reject entries; edit them, join names, add
reports; say who may use the desk.
"""
LONGEST = 80
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a role; `closed` is the moment from which on this person may not use the desk, or ""."""

    name: str
    role: str
    added: str
    closed: str


def may(role: str, what: str) -> bool:
    """True when a role allows what the role `what` does."""
    return role in ROLES[ROLES.index(what) :]


def people(book: Connection) -> list[Person]:
    """Everybody, by name."""
    return [Person(*row) for row in book.execute("SELECT name, role, added, closed FROM person ORDER BY name")]


def person(book: Connection, name: str) -> Person | None:
    """Somebody who may use the desk."""
    sql = "SELECT name, role, added, closed FROM person WHERE name = ? AND closed = ''"
    return next((Person(*row) for row in book.execute(sql, (name,))), None)


def secret_of(book: Connection, name: str) -> str:
    """The kept password of somebody who may use the desk; "" for nobody."""
    sql = "SELECT secret FROM person WHERE name = ? AND closed = ''"
    return next((str(row[0]) for row in book.execute(sql, (name,))), "")


def add(book: Connection, name: str, role: str, password: str, *, now: str) -> None:
    """Let somebody use the desk. Raises `QueryError` for names that are taken or none, and for other roles."""
    if not name or name != " ".join(name.split()) or len(name) > LONGEST or not name.isprintable():
        raise QueryError(f"{name!r}: a name is one line of at most {LONGEST} characters; it signs what is changed.")
    _checked(role)
    if book.execute("SELECT 1 FROM person WHERE name = ?", (name,)).fetchone():
        raise QueryError(f"{name!r}: this name is taken, or was; what it signed must stay clear.")
    book.execute("INSERT INTO person (name, role, secret, added) VALUES (?, ?, ?, ?)",
                 (name, role, hashed(password), now))  # fmt: skip


def give_role(book: Connection, name: str, role: str) -> None:
    """Let somebody do more, or less; the last admin stays one."""
    _checked(role)
    _known(book, name)
    if role != "admin":
        _not_last(book, name)
    book.execute("UPDATE person SET role = ? WHERE name = ?", (role, name))


def give_password(book: Connection, name: str, password: str) -> None:
    """Give somebody another password; open sessions and programs end."""
    _known(book, name)
    book.execute("UPDATE person SET secret = ? WHERE name = ?", (hashed(password), name))
    _put_out(book, name)


def close(book: Connection, name: str, *, now: str) -> None:
    """Let somebody no longer use the desk; the last admin stays."""
    _known(book, name)
    _not_last(book, name)
    book.execute("UPDATE person SET closed = ?, secret = '' WHERE name = ?", (now, name))
    _put_out(book, name)


def _put_out(book: Connection, name: str) -> None:
    for table in ("session", "pass"):
        book.execute(f"DELETE FROM {table} WHERE person = ?", (name,))


def _checked(role: str) -> None:
    if role not in ROLES:
        raise QueryError(f"{role!r} is no role; there are {', '.join(ROLES)}.")


def _known(book: Connection, name: str) -> None:
    if person(book, name) is None:
        raise QueryError(f"{name!r}: nobody of this name may use the desk.")


def _not_last(book: Connection, name: str) -> None:
    admins = [p.name for p in people(book) if p.role == "admin" and not p.closed]
    if admins == [name]:
        raise QueryError(f"{name} is the only admin; name another one first.")
