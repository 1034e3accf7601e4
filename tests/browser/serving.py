"""The desk served to a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep

import uvicorn

from communique.web.app import application
from communique.web.settings import Settings

TOKEN = "a-token-of-thirty-characters-ok"


@contextmanager
def serving(path: Path, *, token: str = TOKEN, has_users: bool = False) -> Iterator[str]:
    """The desk at a free port; its address."""
    moments = (f"2031-06-02T09:{n // 60:02}:{n % 60:02}.000Z" for n in range(3600))
    settings = Settings(path, now=lambda: next(moments), token=token, reviewer="Ada Quill", has_users=has_users)
    server = uvicorn.Server(uvicorn.Config(application(settings), port=0, log_level="warning"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
