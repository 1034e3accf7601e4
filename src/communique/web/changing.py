"""What a person can change: entries of a report, and which names are one. Every change is signed and dated."""

from communique.errors import QueryError
from communique.model.judgement import Correction, Judgement
from communique.web.desk import Told

REASONS = {"accept": "checked against its words", "reject": "its words do not say this", "edit": "read otherwise"}
"""What stands for a reason when none was typed."""


def decide(told: Told) -> str:
    """Accept, reject or edit an entry of a report, or take a decision back."""
    report, claim, action = told.id, str(told.request.path_params["claim"]), told.get("action")
    entry = next((e for e in told.record.at().read(report).entries if e.id == claim), None)
    if entry is None:
        raise QueryError(f"{claim!r}: this report has no such entry.")
    if action == "undo":
        told.record.undo(_undoing(told, claim))
    elif action in REASONS:
        told.record.correct(_decision(told, claim, action, {m.role for m in entry.marks}))
    else:
        raise QueryError(f"{action!r} is nothing that can be done to an entry.")
    return f"/review/{report}#entry-{claim}"


def _decision(told: Told, claim: str, action: str, roles: set[str]) -> Correction:
    field, value = (told.get("field"), told.get("value")) if action == "edit" else ("", "")
    if action == "edit" and (field not in roles or not value):
        raise QueryError(
            f"An edit names a field of the entry ({', '.join(sorted(roles - {'evidence'}))}) and its value."
        )
    reason = told.get("reason") or REASONS[action]
    return Correction(claim, action, told.by, reason, told.recorded, field=field, value=value)


def _undoing(told: Told, claim: str) -> Correction:
    return Correction(
        claim, "accept", told.by, told.get("reason") or "undone", told.recorded, revokes=told.get("revokes")
    )


def decide_all(told: Told) -> str:
    """Accept or reject every undecided entry of a report that one rule proposed."""
    rule, action = told.get("rule"), told.get("action")
    if action not in ("accept", "reject"):
        raise QueryError(f"{action!r} is nothing that can be done to several entries at once.")
    for entry in told.record.at().read(told.id).entries:
        if entry.made_by == rule and entry.state == "proposed":
            reason = told.get("reason") or f"all of {rule} in this report"
            told.record.correct(Correction(entry.id, action, told.by, reason, told.recorded))
    return f"/review/{told.id}"


def join(told: Told) -> str:
    """Say that two names are one, that a form is another's, or take such a word back."""
    view = told.record.at()
    revokes = told.get("revokes")
    if revokes:
        made = next((j for j in view.judgements(told.id) if j.id == revokes), None)
        if made is None:
            raise QueryError(f"{revokes!r}: nobody said this of the name.")
        judgement = Judgement(
            made.left, made.right, "unsure", told.by, "undone", recorded=told.recorded, revokes=revokes
        )
    else:
        verdict = "same" if told.get("other") else "different"
        given = {"by": told.by, "recorded": told.recorded, "form": told.get("form")}
        judgement = view.joined(told.id, told.get("other") or told.id, verdict, **given)
    told.record.judge(judgement, recorded=told.recorded)
    return f"/name/{told.id}"
