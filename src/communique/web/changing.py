"""What a person can change: entries of a report, and which names are one. Every change is signed and dated."""

from communique.errors import QueryError
from communique.model.correcting import STATES
from communique.model.rows import ReadEntry
from communique.web.desk import Overtaken, Told
from communique.web.fields import changed


def decide(told: Told) -> str:
    """Accept, reject or edit an entry of a report, or take a decision back."""
    report, claim, action = told.id, str(told.request.path_params["claim"]), told.get("action")
    entry = next((e for e in told.record.at().read(report).entries if e.id == claim), None)
    if entry is None:
        raise QueryError(f"{claim!r}: this report has no such entry.")
    if action == "undo":
        _undo(told, entry)
    elif action == "edit":
        told.needs("editor")
        _compare(told, entry)
        _edit(told, entry)
    elif action in ("accept", "reject"):
        _compare(told, entry, but_of=told.by)
        getattr(told.signed, action)(claim, reason=told.get("reason"))
    else:
        raise QueryError(f"{action!r} is nothing that can be done to an entry.")
    return f"/review/{report}#entry-{claim}"


def _undo(told: Told, entry: ReadEntry) -> None:
    decision = next((d for d in entry.decisions if d.id == told.get("revokes")), None)
    if decision is None:
        raise QueryError(f"{told.get('revokes')!r}: no decision about this entry has this id.")
    if decision.by != told.by:
        told.needs("editor")
    told.signed.undo(decision.id, reason=told.get("reason"))


def _edit(told: Told, entry: ReadEntry) -> None:
    fields = changed(entry, {name: told.get(name) for name in told.form})
    if not fields:
        raise QueryError("Nothing was changed: an edit names a field of the entry and gives it other values.")
    told.signed.edit_fields(entry.id, fields, words=told.get("words"), reason=told.get("reason"))


def _compare(told: Told, entry: ReadEntry, *, but_of: str = "") -> None:
    """Raises `Overtaken` where somebody, but the one named, decided about the entry since the page was made: its form
    tells the decisions that stood then, as `seen`. A form with every field is no word about what was edited since.
    """
    if "seen" not in told.form:
        return
    seen = set(told.get("seen").split())
    new = [d for d in entry.decisions if not d.is_undone and d.id not in seen and d.by != but_of]
    gone = [d for d in entry.decisions if d.is_undone and d.id in seen and d.undone_by != but_of]
    news = [f"{d.by} {STATES[d.action]} this entry" for d in new]
    news += [f"{d.undone_by} took back that {d.by} {STATES[d.action]} it" for d in gone]
    if news:
        raise Overtaken(f"Meanwhile {', '.join(news)}. Load the page again to decide about the entry as it is now.")


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
