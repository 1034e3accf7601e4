"""Who may use the desk: `communique users`."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.moments import now
from communique.cli.record import AsJson, RecordFile, record_path
from communique.cli.render import Column, Page, put
from communique.errors import RecordError

if TYPE_CHECKING:
    from sqlite3 import Connection

app = typer.Typer(
    help="Who may use the desk when it is served to others, and what was done there.", no_args_is_help=True
)

Name = Annotated[str, typer.Argument(help="The name with which somebody signs in, and which signs what is changed.")]
Role = Annotated[str, typer.Option(help="reader, reviewer, editor or admin.")]
FromPipe = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]


@app.command("add")
def add(name: Name, *, role: Role = "reader", from_pipe: FromPipe = False, record: RecordFile = None) -> None:
    """Let somebody use the desk; asks for the password."""
    from communique.web.book import people

    password = _password(from_pipe)
    with _book(record) as (book, now):
        people.add(book, name, role, password, now=now)
        _note(book, now, f"add {name} {role}")
    typer.echo(f"{name} may use the desk as {role}.")


@app.command("role")
def role(name: Name, role: Annotated[str, typer.Argument(help="The new role.")], *, record: RecordFile = None) -> None:
    """Let somebody do more, or less."""
    from communique.web.book import people

    with _book(record) as (book, now):
        people.give_role(book, name, role)
        _note(book, now, f"role {name} {role}")


@app.command("password")
def password(name: Name, *, from_pipe: FromPipe = False, record: RecordFile = None) -> None:
    """Give somebody another password; open sessions and tokens end."""
    from communique.web.book import people

    given = _password(from_pipe)
    with _book(record) as (book, now):
        people.give_password(book, name, given)
        _note(book, now, f"password {name}")


@app.command("close")
def close(name: Name, *, record: RecordFile = None) -> None:
    """Let somebody no longer use the desk; what the name signed stays."""
    from communique.web.book import people

    with _book(record) as (book, now):
        people.close(book, name, now=now)
        _note(book, now, f"close {name}")


@app.command("token")
def token(name: Name, *, record: RecordFile = None) -> None:
    """Print a token with which a program acts for somebody; it is shown this once."""
    from communique.errors import QueryError
    from communique.web.book import people, sessions

    with _book(record) as (book, now):
        if people.person(book, name) is None:
            raise QueryError(f"{name!r}: nobody of this name may use the desk.")
        shown = sessions.allow(book, name, now=now)
        _note(book, now, f"token {name}")
    typer.echo(shown)


@app.command("list")
def list_(*, record: RecordFile = None, as_json: AsJson = False) -> None:
    """Everybody who may use the desk, or might."""
    from communique.web.book import people

    with _book(record) as (book, _):
        found = people.people(book)
    columns = (
        Column[Any]("Name", lambda p: p.name, ratio=1),
        Column[Any]("Role", lambda p: "closed" if p.closed else p.role, 10),
        Column[Any]("Since", lambda p: p.added[:10], 10),
    )
    put(found, columns, Page(as_json, 0, 0))


@app.command("audit")
def audit(*, record: RecordFile = None, as_json: AsJson = False) -> None:
    """What was done at the desk, the last first; exit code 1 when lines were changed outside it."""
    from communique.web.book import audit as audits

    with _book(record) as (book, _):
        found, broken = audits.noted(book), audits.broken(book)
    columns = (
        Column[Any]("When", lambda n: n.at[:19], 19),
        Column[Any]("Who", lambda n: n.person or "nobody", ratio=1),
        Column[Any]("What", lambda n: n.action, ratio=1),
        Column[Any]("About", lambda n: n.about, ratio=2),
        Column[Any]("From", lambda n: n.address, 15),
    )
    put(found, columns, Page(as_json, 0, 0))
    if broken:
        typer.echo(f"communique: line {broken} is not as it was written, or the one before it is missing.", err=True)
        raise typer.Exit(1)


@contextmanager
def _book(record: Path | None) -> Iterator[tuple["Connection", str]]:
    """What the desk keeps beside a record that is there, and the moment."""
    from communique.web.book.file import beside, opened

    path = record_path(record)
    if not path.exists():
        raise RecordError(f"{path}: there is no record here. Make one with `communique add FILE… --record {path}`.")
    with opened(beside(path)) as book:
        yield book, now()


def _note(book: "Connection", now: str, about: str) -> None:
    from communique.web.book.audit import note

    note(book, "changed users", about, at=now, person=f"{getpass.getuser()} (command line)")


def _password(from_pipe: bool) -> str:
    if from_pipe:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
