"""One request to an OpenAI-compatible endpoint (`POST …/chat/completions`), with the standard library alone.

No redirect is followed and no proxy is used: the text of a report goes to the host that the user named, or nowhere.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

LONGEST_ANSWER = 4_000_000
"""Bytes; a longer answer is no answer."""

Message = Mapping[str, str]


class EndpointFailure(Exception):
    """The endpoint gave no answer that can be read; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`url` is the base that ends in the version ("http://localhost:8080/v1"), `timeout` is in seconds."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0

    def ask(self, messages: Sequence[Message]) -> str:
        """The model's answer, as steady as the endpoint makes it. Raises `EndpointFailure`."""
        wanted = {"model": self.model, "messages": list(messages), "temperature": 0, "seed": 0}
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        answer = self._sent(Request(self._address(), json.dumps(wanted).encode(), headers, method="POST"))
        try:
            content = json.loads(answer)["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError) as error:
            raise self._failure("its answer is not that of a chat completion") from error
        if not isinstance(content, str):
            raise self._failure("its answer holds no text")
        return content

    def _address(self) -> str:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise self._failure("it is no http address")
        return self.url.rstrip("/").removesuffix("/chat/completions") + "/chat/completions"

    def _sent(self, request: Request) -> bytes:
        try:
            with build_opener(ProxyHandler({}), _Straight()).open(request, timeout=self.timeout) as response:
                answer: bytes = response.read(LONGEST_ANSWER + 1)
        except HTTPError as error:
            raise self._failure(f"it answered {error.code} {error.reason}") from error
        except TimeoutError as error:
            raise self._failure(f"no answer within {self.timeout:g} seconds") from error
        except (URLError, HTTPException, OSError) as error:
            raise self._failure(f"it cannot be reached ({getattr(error, 'reason', error)})") from error
        if len(answer) > LONGEST_ANSWER:
            raise self._failure(f"its answer is longer than {LONGEST_ANSWER:,} bytes")
        return answer

    def _failure(self, what: str) -> EndpointFailure:
        return EndpointFailure(f"{self.url}: {what}. Check the address and the model's name, or leave the option out.")


class _Straight(HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(self, *given: Any) -> NoReturn:
        request, stream, code, reason, headers = given[:5]
        raise HTTPError(request.full_url, code, f"{reason}, which is not followed", headers, stream)
