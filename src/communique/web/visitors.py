"""Who asks: by what a request shows, and what that person may do."""

import hmac
from dataclasses import dataclass

from starlette.requests import Request

from communique.web.book import people, sessions
from communique.web.book.file import opened
from communique.web.safety import may_change
from communique.web.settings import Settings

SESSION = "communique_session"
"""The cookie of somebody who signed in."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a role; nobody in particular has neither name nor role. Forms that this person's browser sends must
    hold `csrf`, where there is one.
    """

    name: str = ""
    role: str = ""
    csrf: str = ""

    def may(self, what: str) -> bool:
        """True when this person's role allows what the role `what` does."""
        return bool(self.role) and people.may(self.role, what)


def visitor(request: Request, settings: Settings) -> Visitor:
    """Who sends a request: on a desk for one, whoever has the token is the reviewer; else who signed in."""
    if not settings.has_users:
        return Visitor(settings.reviewer, "editor") if may_change(request, settings.token) else Visitor()
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    shown = request.cookies.get(SESSION, "")
    if not bearer and not shown:
        return Visitor()
    with opened(settings.book, writes=False) as book:
        if bearer:
            person, is_late = sessions.acts_for(book, bearer), False
        else:
            person, is_late = sessions.whose(book, shown, now=settings.now())
    if person is None:
        return Visitor()
    if is_late:
        with opened(settings.book) as book:
            sessions.look(book, shown, now=settings.now())
    return Visitor(person.name, person.role, "" if bearer else csrf_of(shown))


def csrf_of(session: str) -> str:
    """What the forms of a session hold: other sites cannot know it, and it tells nothing of the session's token."""
    return hmac.digest(session.encode(), b"forms", "sha256").hex()


def address_of(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""
