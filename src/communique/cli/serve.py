"""The command that shows the record in a browser."""

import getpass
import secrets
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
) -> None:
    """Open the record in a browser, on this machine or on a server."""
    import uvicorn

    from communique.api import Record
    from communique.web.app import application
    from communique.web.settings import LOOPBACK, Settings

    path = record_path(record)
    with Record.open(path, create=False) as found:
        found.resolve()
    token = "" if read_only else secrets.token_urlsafe(24)
    hosts = (*LOOPBACK, host, *(name or ()))
    settings = Settings(path, now=now, token=token, reviewer=reviewer or getpass.getuser(), hosts=hosts)
    typer.echo(f"http://{host}:{port}/" + (f"enter?token={token}" if token else ""))
    uvicorn.run(application(settings), host=host, port=port, log_level="warning", server_header=False)
