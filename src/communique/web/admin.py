"""The pages for admins: who may use the desk, and what was done there."""

from starlette.responses import Response

from communique.errors import QueryError
from communique.web.book import audit, people
from communique.web.book.file import opened
from communique.web.desk import Answer, Ask, Told
from communique.web.twins import twin


def users(ask: Ask) -> Response:
    """Everybody who may use the desk, or might."""
    with opened(ask.desk.settings.book, writes=False) as book:
        found = people.people(book)
    return ask.page("users.html", title="Users", people=found, roles=people.ROLES)


def change(told: Told) -> str:
    """Add somebody, give a role or a password, or close."""
    name, action = told.get("name"), told.get("action")
    with opened(told.settings.book) as book:
        if action == "add":
            people.add(book, name, told.get("role"), told.get("password"), now=told.recorded)
        elif action == "role":
            people.give_role(book, name, told.get("role"))
        elif action == "password":
            people.give_password(book, name, told.get("password"))
        elif action == "close":
            people.close(book, name, now=told.recorded)
        else:
            raise QueryError(f"{action!r} is nothing that can be done to users.")
    told.about.append(f"{action} {name} {told.get('role') if action in ('add', 'role') else ''}".strip())
    return "/users"


def done(ask: Ask) -> Response:
    """What was done at the desk."""
    rows, is_whole = _done(ask)
    return ask.page(
        "audit.html",
        title="What was done",
        rows=rows[: ask.asked.size],
        has_more=len(rows) > ask.asked.size,
        is_whole=is_whole,
        twins="/audit",
    )


def done_as(form: str) -> Answer:
    """The same in another form."""

    def answer(ask: Ask) -> Response:
        rows, _ = _done(ask)
        more = ask.asked.next(f"/audit.{form}", len(rows) > ask.asked.size)
        return twin(form, "What was done", rows[: ask.asked.size], more=more)

    return answer


def _done(ask: Ask) -> tuple[list[audit.Noted], bool]:
    with opened(ask.desk.settings.book, writes=False) as book:
        return audit.noted(book, limit=ask.asked.size + 1, offset=ask.asked.first), not audit.broken(book)
