"""The page about one plan: its versions, its points, who accepts or refuses it, and what was said of it."""

from starlette.responses import Response

from communique.web.desk import Answer, Ask
from communique.web.twins import twin_of


def plan(ask: Ask) -> Response:
    """A plan, by the id of any of its proposals."""
    whole = ask.view.plan(ask.id, as_of=ask.asked.get("as_of"))
    row = whole.plan
    return ask.page("plan.html", title=row.name, whole=whole, plan=row, twins=f"/plan/{ask.id}")


def plan_as(form: str) -> Answer:
    """A plan in another form."""

    def answer(ask: Ask) -> Response:
        whole = ask.view.plan(ask.id, as_of=ask.asked.get("as_of"))
        parts = {
            "versions": whole.plan.drafts,
            "points": whole.points,
            "reactions": whole.reactions,
            "remarks": whole.remarks,
        }
        return twin_of(form, whole.plan.name, whole, parts)

    return answer
