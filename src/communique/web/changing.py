"""What a person can change: entries of a report, and which names are one. Every change is signed and dated."""

from communique.errors import QueryError
from communique.web.desk import Told


def decide(told: Told) -> str:
    """Accept, reject or edit an entry of a report, or take a decision back."""
    report, claim, action = told.id, str(told.request.path_params["claim"]), told.get("action")
    entry = next((e for e in told.record.at().read(report).entries if e.id == claim), None)
    if entry is None:
        raise QueryError(f"{claim!r}: this report has no such entry.")
    reason = told.get("reason")
    if action == "edit":
        told.needs("editor")
    if action == "undo":
        if told.get("revokes") not in {d.id for d in entry.decisions}:
            raise QueryError(f"{told.get('revokes')!r}: no decision about this entry has this id.")
        if any(d.id == told.get("revokes") and d.by != told.by for d in entry.decisions):
            told.needs("editor")
        told.signed.undo(told.get("revokes"), reason=reason)
    elif action == "edit":
        if not told.get("value"):
            raise QueryError("An edit names a field of the entry and its value.")
        told.signed.edit(claim, told.get("field"), [told.get("value")], words=told.get("words"), reason=reason)
    elif action in ("accept", "reject"):
        getattr(told.signed, action)(claim, reason=reason)
    else:
        raise QueryError(f"{action!r} is nothing that can be done to an entry.")
    return f"/review/{report}#entry-{claim}"


def decide_all(told: Told) -> str:
    """Accept or reject every undecided entry of a report that one rule proposed."""
    rule, action = told.get("rule"), told.get("action")
    if action not in ("accept", "reject"):
        raise QueryError(f"{action!r} is nothing that can be done to several entries at once.")
    entries = told.record.at().read(told.id).entries
    undecided = [e.id for e in entries if e.made_by == rule and e.state == "proposed"]
    getattr(told.signed, action)(*undecided, reason=told.get("reason") or f"all of {rule} in this report")
    return f"/review/{told.id}"


def join(told: Told) -> str:
    """Say that two names are one, that a form is another's, or take such a word back."""
    revokes, other = told.get("revokes"), told.get("other")
    if revokes:
        if revokes not in {j.id for j in told.record.at().judgements(told.id)}:
            raise QueryError(f"{revokes!r}: nobody said this of the name.")
        told.signed.undo(revokes)
    elif other:
        told.signed.merge(told.id, other)
    else:
        told.signed.split(told.id, told.get("form"))
    return f"/name/{told.id}"
