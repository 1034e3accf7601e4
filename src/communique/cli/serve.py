"""The command that shows the record in a browser."""

import getpass
import secrets
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.moments import now
from communique.cli.record import RecordFile, record_path


def serve(
    *,
    record: RecordFile = None,
    port: Annotated[int, typer.Option(help="Where to listen.")] = 8642,
    host: Annotated[
        str, typer.Option(help="The address to listen on; others than this machine's reach it.")
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None, typer.Option("--name", help="A name under which browsers reach the server; may be repeated.")
    ] = None,
    reviewer: Annotated[str, typer.Option(help="Who signs what is changed; without it the user's name.")] = "",
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be changed; for publishing.")] = False,
    public: Annotated[
        bool, typer.Option("--public", help="With users: everybody may read, without signing in.")
    ] = False,
) -> None:
    """Open the record in a browser, on this machine or on a server.

    Once `communique users add` has named somebody, people sign in; until then whoever has the address may review.
    """
    import uvicorn

    from communique.api import Record
    from communique.web.app import application
    from communique.web.settings import LOOPBACK, Settings

    path = record_path(record)
    with Record.open(path, create=False) as found:
        found.resolve()
    has_users = not read_only and _has_users(path)
    token = "" if read_only or has_users else secrets.token_urlsafe(24)
    hosts = (*LOOPBACK, host, *(name or ()))
    signs = reviewer or getpass.getuser()
    settings = Settings(path, now=now, token=token, reviewer=signs, hosts=hosts, has_users=has_users, is_public=public)
    typer.echo(f"http://{host}:{port}/" + (f"enter?token={token}" if token else ""))
    uvicorn.run(application(settings), host=host, port=port, log_level="warning", server_header=False)


def _has_users(path: Path) -> bool:
    from communique.web.book.file import beside, opened
    from communique.web.book.people import people

    if not beside(path).exists():
        return False
    with opened(beside(path), writes=False) as book:
        return bool(people(book))
