"""The command that shows the record in a browser."""

from typing import Annotated

import typer

from communique.cli.record import RecordFile, record_path


def serve(
    *,
    record: RecordFile = None,
    port: Annotated[int, typer.Option(help="Where to listen; 0 takes any free port.")] = 8642,
    host: Annotated[
        str, typer.Option(help="The address to listen on; others than this machine's reach it.")
    ] = "127.0.0.1",
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be changed; for publishing.")] = False,
) -> None:
    """Open the record in a browser, on this machine or on a server."""
    import uvicorn

    from communique.web.app import application
    from communique.web.settings import LOOPBACK, Settings

    settings = Settings(record_path(record), now=lambda: "", hosts=(*LOOPBACK, host))
    uvicorn.run(application(settings), host=host, port=port, log_level="warning", server_header=False)
