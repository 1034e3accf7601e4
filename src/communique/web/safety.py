"""What every request must show, and what every answer says: which hosts, which origins, which assets.

A server on the loopback address is reached by every page open in the same browser: a page elsewhere can point a name of
its own at 127.0.0.1 (DNS rebinding) or post a form here (cross-site request forgery). So `Host` must be one of ours,
and whatever changes the record must come from our own pages (`Origin`, `Sec-Fetch-Site`) and show the token.
"""

from collections.abc import Sequence
from secrets import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""
COOKIE = "communique_token"


class Guard:
    """Refuses requests to another host or from another site, and adds the headers of safety to every answer. Where
    people sign in (`has_users`) browsers keep no page: Back shows nothing to whoever comes after.
    """

    def __init__(self, app: ASGIApp, *, hosts: Sequence[str], policy: str, has_users: bool = False) -> None:
        self._app, self._hosts, self._policy = app, frozenset(hosts), policy
        self._caching = "no-store" if has_users else "no-cache"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        fault = self._fault(Headers(scope=scope), scope["method"])
        app = PlainTextResponse(fault, status_code=421 if "host" in fault else 403) if fault else self._app
        await app(scope, receive, self._answering(send))

    def _fault(self, headers: Headers, method: str) -> str:
        """Why a request is refused; "" for one that is not."""
        host = headers.get("host", "")
        if without_port(host) not in self._hosts:
            return f"This server does not answer to the host {without_port(host)!r}; see --host.\n"
        if method in SAFE:
            return ""
        origin, site = headers.get("origin", ""), headers.get("sec-fetch-site", "same-origin")
        ours = not origin or origin.partition("://")[2] == host
        return "" if ours and site in ("same-origin", "none") else "Changes are taken from this server's pages only.\n"

    def _answering(self, send: Send) -> Send:
        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = self._policy
                headers["x-content-type-options"] = "nosniff"
                headers["referrer-policy"] = "same-origin"  # with no-referrer a form's `Origin` would be null
                headers["cross-origin-opener-policy"] = "same-origin"
                headers["cross-origin-resource-policy"] = "same-origin"
                headers.setdefault("cache-control", self._caching)
            await send(message)

        return answer


def without_port(host: str) -> str:
    """A `Host` header's name: `[::1]:8000` gives `[::1]`."""
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """The content security policy: nothing but our own style and script, by their hashes."""
    parts = {
        "default-src": ["'none'"],
        "style-src": [f"'{digest}'" for digest in styles],
        "script-src": [f"'{digest}'" for digest in scripts],
        "img-src": ["data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in parts.items())


def may_change(request: Request, token: str) -> bool:
    """True when the request shows the token: as a cookie, or `Authorization: Bearer`."""
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    return is_token(bearer or request.cookies.get(COOKIE, ""), token)


def is_token(shown: str, token: str) -> bool:
    """True when what is shown is the token; never without one."""
    return bool(token) and compare_digest(shown.encode(), token.encode())
