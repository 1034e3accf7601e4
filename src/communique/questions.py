"""Questions about meetings, processes of talks, plans, and who had what from whom: a part of `api.View`."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from communique import briefs, lists, rounds
from communique import plans as planned
from communique.asking.fields import KINDS, condition
from communique.asking.forms import sense
from communique.asking.syntax import parse
from communique.errors import QueryError
from communique.export.brief import brief
from communique.export.docx import docx
from communique.export.html import html
from communique.export.markdown import markdown
from communique.garbage import kept
from communique.lists import page
from communique.model import claim
from communique.model.answer import Answer, FoundRow
from communique.model.brief import Brief
from communique.model.grouping import Grouping
from communique.model.meeting import MeetingPage
from communique.model.plan import PlanRow, WholePlan
from communique.model.process import ProcessPage, ProcessRow
from communique.model.rows import ChainRow, MeetingRow
from communique.moments import Moment
from communique.processes import Processes
from communique.views.entries import entry
from communique.views.words import named


class Questions:
    """What can be asked of a record at one moment."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment

    def meetings(
        self, *, party: str = "", status: str = "", limit: int | None = None, offset: int = 0, **days: str
    ) -> list[MeetingRow]:
        """Meetings with their lives, who was there by whose account, and the rounds before and after; oldest first.

        `party` is a state, side or person, `status` the latest one; `since` and `until` are days of the meeting.
        """
        rows = lists.meetings(self._moment, whom=self._named(party), status=status, skip=offset, **days)
        return page(rows, limit)

    def meeting(self, id: str, *, as_of: str = "") -> MeetingPage:
        """One meeting by its full id, with the channel of contact, the rounds before and after it, and its process of
        talks as of a day. Raises `QueryError` when there is none.
        """
        return rounds.meeting(self._moment, id, as_of)

    def chains(
        self, *, kind: str = "meetings", party: str = "", since: str = "", limit: int | None = None, offset: int = 0
    ) -> list[ChainRow]:
        """Who reported each fact of a kind first, who carried it how much later and from whom, and who did not.

        `since` is a day of publication. Raises `QueryError` for a kind that there is not.
        """
        if kind not in claim.KINDS:
            raise QueryError(f"{kind!r}: there is no such kind of entry. Kinds are {', '.join(claim.KINDS)}.")
        rows = lists.chains(self._moment, kind=kind, whom=self._named(party), since=since, skip=offset)
        return page(rows, limit)

    @kept()
    def processes(
        self, *, party: str = "", since: str = "", as_of: str = "", limit: int | None = None, offset: int = 0
    ) -> list[ProcessRow]:
        """Processes of talks, the one with the latest meeting first: meetings of the same two sides without a year
        between them, two at least, and as people regrouped them.

        `party` is a state, side or person; `since` a day on or after which they had a meeting.
        """
        held, whom = Processes(self._moment, as_of), self._named(party)
        found = held.found if whom is None else held.naming(whom)
        lately = [p for p in found if p.last_day >= since] if since else found
        return held.rows(lately[offset:][:limit])

    def process(self, id: str, *, as_of: str = "", limit: int | None = None, offset: int = 0) -> ProcessPage:
        """One process of talks in full, by its id or the beginning of it, or by that of one of its meetings; `limit`
        and `offset` give a page of the meetings. Raises `QueryError` when there is none.
        """
        return Processes(self._moment, as_of).page(id, limit=limit, offset=offset)

    def groupings(self) -> list[Grouping]:
        """What people decided about processes of talks, with what took any of it back, oldest first."""
        return self._moment.view.groupings()

    def grouping(self, action: str, ids: Sequence[str], *, name: str = "", **signed: str) -> Grouping:
        """What renames a process (its id), joins several (theirs), or splits meetings off one (its id, then theirs),
        `signed` with `by`, `reason` and `recorded`. To be kept with `Record.group`. Raises `QueryError`.
        """
        groups, about = Processes(self._moment).meant(action, ids, name)
        return Grouping(action, groups, about, **signed, name=name)

    def plans(
        self, *, party: str = "", since: str = "", as_of: str = "", limit: int | None = None, offset: int = 0
    ) -> list[PlanRow]:
        """Proposals that are versions of one plan as one, with their versions, in the order in which they came up:
        those that did so since a day, as far as reports had told of them by `as_of`; `party` is one of their authors.
        """
        by = self._named(party)
        return planned.plans_page(self._moment, since=since, as_of=as_of, by=by, limit=limit, offset=offset)

    def plan(self, id: str, *, as_of: str = "") -> WholePlan:
        """The plan of a proposal (its id, or the beginning of it): its versions, its points, who accepts or refuses it.

        Raises `QueryError` where no proposal, or more than one, has such an id.
        """
        return planned.plan(self._moment, id, as_of=as_of)

    def find(self, query: str, *, limit: int | None = None, offset: int = 0) -> list[FoundRow]:
        """Entries that a query asks for (`communique.asking`): `meeting party:RUR place:Geneva -status:held`.

        Raises `QueryError` that says where the query is wrong.
        """
        asked = parse(query)
        where = condition(asked, query, self._moment)
        kinds = (asked.kind,) if asked.kind else KINDS
        return page(lists.found(self._moment, kinds, where, offset), limit)

    def ask(self, question: str, *, limit: int | None = None, offset: int = 0) -> Answer:
        """The entries that answer a plain question of a fixed form, never words of the program's own.

        "Next week" is seen from the day of the last report. Raises `QueryError` with the forms there are.
        """
        meant = sense(question, self._moment)
        rows = page(lists.answers(self._moment, meant, offset), limit)
        return Answer(question, meant.form, meant.asked, tuple(rows))

    @kept()
    def brief(self, *, since: str = "", party: str = "", most: int = 40) -> str:
        """What the record learnt since a day of publication, in Markdown; at most so many entries of each sort. With a
        `party` (a state, side or person) only what names it.
        """
        return markdown(self._brief(since, party, most))

    def briefed(self, form: str, *, since: str = "", party: str = "", most: int = 40) -> bytes:
        """The brief as a file: `md`, `html`, `docx`, or `dossier`, one HTML file with every passage behind every line.

        Raises `QueryError` for another form.
        """
        made = self._brief(since, party, most)
        if form == "md":
            return markdown(made).encode()
        if form == "docx":
            return docx(made)
        if form == "html":
            return html(made).encode()
        if form == "dossier":
            return html(made, [entry("fact", id, self._moment) for id in made.entries]).encode()
        raise QueryError(f"{form!r}: a brief is written as md, html, docx or dossier.")

    def _brief(self, since: str, party: str, most: int) -> Brief:
        return brief(briefs.contents(self._moment, since, most, about=party, whom=self._named(party)))

    def _named(self, asked: str) -> frozenset[str] | None:
        """The entities that a word names; `None` when nothing was asked."""
        if not asked:
            return None
        if one := self._moment.entity(asked):
            return frozenset({one.id})
        found = named(asked, self._moment.named(asked))
        if not found:
            raise QueryError(f"{asked!r}: no person or party of this name is in the record.")
        return found


class Questioned(ABC):
    """What can be asked at any moment, asked of this one: a part of `api.Record`."""

    @abstractmethod
    def at(self) -> Questions:
        """The questions of a moment; without a word, of this one."""

    def meetings(self, **asked: Any) -> list[MeetingRow]:
        """See `View.meetings`."""
        return self.at().meetings(**asked)

    def meeting(self, id: str, **asked: Any) -> MeetingPage:
        """See `View.meeting`."""
        return self.at().meeting(id, **asked)

    def chains(self, **asked: Any) -> list[ChainRow]:
        """See `View.chains`."""
        return self.at().chains(**asked)

    def processes(self, **asked: Any) -> list[ProcessRow]:
        """See `View.processes`."""
        return self.at().processes(**asked)

    def process(self, id: str, **asked: Any) -> ProcessPage:
        """See `View.process`."""
        return self.at().process(id, **asked)

    def find(self, query: str, **asked: Any) -> list[FoundRow]:
        """See `View.find`."""
        return self.at().find(query, **asked)

    def ask(self, question: str, **asked: Any) -> Answer:
        """See `View.ask`."""
        return self.at().ask(question, **asked)

    def brief(self, **asked: Any) -> str:
        """See `View.brief`."""
        return self.at().brief(**asked)

    def briefed(self, form: str, **asked: Any) -> bytes:
        """See `View.briefed`."""
        return self.at().briefed(form, **asked)
