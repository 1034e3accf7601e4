"""Who asks: by what a request shows, and what that person may do."""

from dataclasses import dataclass

from starlette.requests import Request

from communique.web.safety import may_change
from communique.web.settings import Settings

ROLES = ("reader", "reviewer", "editor", "admin")
"""What people may do, each also what those before it may: read; accept and reject entries; edit them, join names, add
reports; name users.
"""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a role; nobody in particular has neither name nor role."""

    name: str = ""
    role: str = ""

    def may(self, role: str) -> bool:
        """True when this person's role allows what `role` does."""
        return self.role in ROLES[ROLES.index(role) :]


def visitor(request: Request, settings: Settings) -> Visitor:
    """Who sends a request: on a desk for one, whoever has the token is the reviewer."""
    return Visitor(settings.reviewer, "editor") if may_change(request, settings.token) else Visitor()
