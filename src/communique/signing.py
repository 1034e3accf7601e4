"""What one person does to the record: decisions about entries and names, each signed, dated and reversible."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.errors import QueryError
from communique.model.claim import KINDS, Claim, claim
from communique.model.correcting import edited
from communique.model.edtf import alternatives
from communique.model.grouping import Grouping
from communique.model.identity import begins
from communique.model.judgement import Correction, Judgement, standing
from communique.model.report import Report
from communique.model.shapes import SHAPES, TIME, shape_of
from communique.model.span import Span
from communique.resolve.facts import fact_id

if TYPE_CHECKING:
    from communique.api import Record, View

Decision = Correction | Judgement | Grouping


class Signed:
    """Decisions of one person, made at one moment (ISO 8601, UTC). Each returns what was kept.

    An entry goes by its id, the beginning of it, or the id of a fact that rests on it alone; names go by theirs, or by
    words that only they have. All raise `QueryError` for what is not in the record.
    """

    def __init__(self, record: "Record", by: str, recorded: str) -> None:
        if not by.strip():
            raise QueryError("A decision is signed: say by whom.")
        self._record, self._by, self._recorded = record, by.strip(), recorded

    def accept(self, *ids: str, reason: str = "") -> list[Correction]:
        """The words say what the entries say: they stay, whatever a later reading makes of them."""
        return self._decide(ids, "accept", reason)

    def reject(self, *ids: str, reason: str = "") -> list[Correction]:
        """The words do not say what the entries say: they count no more, and no later reading brings them back."""
        return self._decide(ids, "reject", reason)

    def edit(self, id: str, field: str, values: Sequence[str], *, words: str = "", reason: str = "") -> Correction:
        """Give the values of a field anew; none where the report does not say. `words` are those that support them, as
        they stand in the report; without any, a value that the entry's words do not have counts as the person's own.
        """
        (made,) = self.edit_fields(id, {field: values}, words=words, reason=reason)
        return made

    def edit_fields(
        self, id: str, fields: Mapping[str, Sequence[str]], *, words: str = "", reason: str = ""
    ) -> list[Correction]:
        """Edit several fields, all of them or none."""
        entry = self._view.entry(id)
        given = {field: _lines(values) for field, values in fields.items()}
        for field, values in given.items():
            _check_field(entry.read.kind, field, values, {a.role for a in entry.claim.arguments})
        passages = [e.span for e in entry.read.evidence]
        start = _place(self._report(entry.read.report), words, passages) if words else -1
        about = (entry.id, "edit", self._by, reason, self._recorded)
        made = [Correction(*about, field=f, value="\n".join(v), words=words, start=start) for f, v in given.items()]
        claim = entry.claim
        for one in made:
            claim, _ = edited(claim, one)
        if not claim.arguments:
            raise QueryError("An entry keeps one field at least; reject it instead.")
        return [self._keep(one) for one in made]

    def add(
        self,
        report: str,
        kind: str,
        fields: Mapping[str, str | Sequence[str]],
        *,
        words: str | Span,
        reason: str = "",
    ) -> Correction:
        """Add an entry that the rules did not find; `words` say it, exactly as they stand in the report, or where."""
        found = self._report(report)
        given = {role: [value] if isinstance(value, str) else list(value) for role, value in fields.items()}
        if kind not in SHAPES:
            raise QueryError(f"{kind!r}: an entry is one of {', '.join(SHAPES)}.")
        missing = [role for role in SHAPES[kind].needed if not any(given.get(role, ()))]
        if missing:
            raise QueryError(f"An entry of {kind} needs {', '.join(missing)}.")
        for role, values in given.items():
            _check_field(kind, role, values, ())
        made = _claim(found, kind, given, _passage(found, words), self._by)
        return self._keep(Correction(made.id, "add", self._by, reason, self._recorded), made)

    def merge(self, left: str, right: str) -> Judgement:
        """Two names are one person, party, body or place."""
        return self._judge(self._view.joined(left, right, "same", by=self._by, recorded=self._recorded))

    def split(self, id: str, form: str) -> Judgement:
        """One form of a name is somebody else's."""
        return self._judge(self._view.joined(id, id, "different", by=self._by, recorded=self._recorded, form=form))

    def retract(self, report: str, *, reason: str = "") -> Correction:
        """A report does not stand: all its entries stay, marked as withdrawn, and count no more."""
        about = self._report(report).id
        return self._keep(Correction(about, "retract", self._by, reason, self._recorded))

    def reinstate(self, report: str, *, reason: str = "") -> Correction:
        """A report stands, though its outlet or somebody else withdrew it: its entries count again."""
        about = self._report(report).id
        return self._keep(Correction(about, "reinstate", self._by, reason, self._recorded))

    def rename_process(self, id: str, name: str, *, reason: str = "") -> Grouping:
        """Give a process of talks a name."""
        return self._group("rename", [id], reason, name.strip())

    def join_processes(self, *ids: str, reason: str = "") -> Grouping:
        """Several processes of talks are one, known by the id of the first; a meeting of none may be among them."""
        return self._group("join", ids, reason)

    def split_process(self, id: str, *meetings: str, reason: str = "") -> Grouping:
        """Some meetings of a process of talks are a process of their own."""
        return self._group("split", [id, *meetings], reason)

    def undo(self, id: str, *, reason: str = "") -> Decision:
        """Take back a decision, by its id or the beginning of it; given an entry or a report, the last one about it."""
        made = self._made(id)
        if isinstance(made, Grouping):
            return self._grouped(replace(made, by=self._by, reason=reason, recorded=self._recorded, revokes=made.id))
        if isinstance(made, Correction):
            return self._keep(Correction(made.claim, made.action, self._by, reason, self._recorded, revokes=made.id))
        taken = Judgement(made.left, made.right, "unsure", self._by, reason, recorded=self._recorded, revokes=made.id)
        return self._judge(taken)

    @property
    def _view(self) -> "View":
        return self._record.at()

    def _made(self, id: str) -> Decision:
        """The decision of this id that still stands."""
        view = self._view
        corrections, judgements = view.decisions()
        groupings = view.groupings()
        stand = standing(corrections)
        live: list[Decision] = [*stand, *standing(judgements), *standing(groupings)]
        every: list[Decision] = [*corrections, *judgements, *groupings]
        found = [d for d in live if d.id == id] or [d for d in live if begins(id, d.id)]
        if len(found) == 1:
            return found[0]
        if found:
            raise QueryError(f"{id!r} begins the ids of several decisions: {', '.join(d.id for d in found)}")
        if any(begins(id, d.id) for d in every):
            raise QueryError(f"{id!r}: this decision has been taken back already.")
        about = [c for c in stand if c.action in ("retract", "reinstate") and begins(id, c.claim)]
        if stand and not about:
            about = self._about(id, stand)
        if not about:
            raise QueryError(f"{id!r}: no decision about this entry stands.")
        return about[-1]

    def _about(self, id: str, stand: Sequence[Correction]) -> list[Correction]:
        """The decisions about an entry; that of the signer, if one, about a fact that is no more since it was made."""
        try:
            entry = self._view.entry(id).id
        except QueryError:
            found = [c for c in stand if any(begins(id, fact_id(kind, c.claim)) for kind in KINDS)]
            own = [c for c in found if c.by == self._by]
            if not found:
                raise
            if len(own) != 1:
                told = "; ".join(f"{c.id} ({c.action} by {c.by}, {c.recorded[:10]})" for c in found)
                raise QueryError(f"{id!r}: take a decision about it back by its own id: {told}") from None
            return own
        return [c for c in stand if c.claim == entry]

    def _decide(self, ids: Iterable[str], action: str, reason: str) -> list[Correction]:
        view = self._view
        entries = [view.entry(id).id for id in ids]
        return [self._keep(Correction(e, action, self._by, reason, self._recorded)) for e in entries]

    def _keep(self, made: Correction, added: Claim | None = None) -> Correction:
        self._record.correct(made, added)
        return made

    def _judge(self, made: Judgement) -> Judgement:
        self._record.judge(made, recorded=self._recorded)
        return made

    def _group(self, action: str, ids: Sequence[str], reason: str, name: str = "") -> Grouping:
        signed = {"by": self._by, "reason": reason, "recorded": self._recorded}
        return self._grouped(self._view.grouping(action, ids, name=name, **signed))

    def _grouped(self, made: Grouping) -> Grouping:
        self._record.group(made)
        return made

    def _report(self, id: str) -> Report:
        return self._view.report(id)


def _lines(values: Iterable[str]) -> list[str]:
    return [line for value in values for line in value.splitlines() if line.strip()]


def _check_field(kind: str, field: str, values: Sequence[str], known: Iterable[str]) -> None:
    shape = shape_of(kind).fields
    if field not in {*shape, *known} or field == "evidence":
        names = ", ".join(sorted({*shape, *known}))
        raise QueryError(f"An edit names a field of the entry ({names}) and its values, not {field!r}.")
    holds = shape.get(field, "")
    for value in values:
        if isinstance(holds, frozenset) and value not in holds:
            raise QueryError(f"{value!r}: {field} is one of {', '.join(sorted(holds))}.")
        if holds == TIME:
            _check_time(value)


def _check_time(value: str) -> None:
    try:
        alternatives(value)
    except ValueError:
        raise QueryError(f"{value!r} is no date; write it as EDTF, such as 2031-05-07 or 2031-05.") from None


def _place(report: Report, words: str, passages: Sequence[Span]) -> int:
    """Where words stand in a report, rather in these passages than elsewhere."""
    for span in (*passages, Span(0, len(report.text))):
        at = report.text.find(words, span.start, span.end) if words.strip() else -1
        if at >= 0:
            return at
    raise QueryError(f"{words!r}: these words do not stand in the report {report.name or report.title or report.id!r}.")


def _passage(report: Report, words: str | Span) -> Span:
    """Where words stand in a report, given as such or by their place."""
    if isinstance(words, Span):
        if not report.text[words.start : words.end].strip() or words.end > len(report.text):
            raise QueryError(f"From {words.start} to {words.end} there are no words in the report.")
        return words
    start = _place(report, words, ())
    return Span(start, start + len(words))


def _claim(report: Report, kind: str, given: Mapping[str, Sequence[str]], whole: Span, by: str) -> Claim:
    """A claim whose values rest on the words among `whole` that say them, else on all of these."""

    def words(value: str) -> Span:
        at = report.text.find(value, whole.start, whole.end)
        return Span(at, at + len(value)) if at >= 0 else whole

    fields = {role: [(value, words(value)) for value in values if value.strip()] for role, values in given.items()}
    return claim(report, kind, fields, evidence=[whole], made_by=by)
