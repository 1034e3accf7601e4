"""Questions about meetings and about who had what from whom: a part of `api.View`."""

from communique import briefs, lists
from communique.asking.fields import KINDS, condition
from communique.asking.forms import sense
from communique.asking.syntax import parse
from communique.errors import QueryError
from communique.export.brief import brief
from communique.export.docx import docx
from communique.export.html import html
from communique.export.markdown import markdown
from communique.lists import page
from communique.model import claim
from communique.model.answer import Answer, FoundRow
from communique.model.rows import (
    ChainRow,
    MeetingRow,
)
from communique.moments import Moment
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
        rows = lists.meetings(self._moment, whom=self._named(party), status=status, **days)
        return page(rows, limit, offset)

    def chains(
        self, *, kind: str = "meetings", party: str = "", since: str = "", limit: int | None = None, offset: int = 0
    ) -> list[ChainRow]:
        """Who reported each fact of a kind first, who carried it how much later and from whom, and who did not.

        `since` is a day of publication. Raises `QueryError` for a kind that there is not.
        """
        if kind not in claim.KINDS:
            raise QueryError(f"{kind!r}: there is no such kind of entry. Kinds are {', '.join(claim.KINDS)}.")
        return page(lists.chains(self._moment, kind=kind, whom=self._named(party), since=since), limit, offset)

    def find(self, query: str, *, limit: int | None = None, offset: int = 0) -> list[FoundRow]:
        """Entries that a query asks for (`communique.asking`): `meeting party:RUR place:Geneva -status:held`.

        Raises `QueryError` that says where the query is wrong.
        """
        asked = parse(query)
        where = condition(asked, query, self._moment)
        kinds = (asked.kind,) if asked.kind else KINDS
        return page(lists.found(self._moment, kinds, where), limit, offset)

    def ask(self, question: str, *, limit: int | None = None, offset: int = 0) -> Answer:
        """The entries that answer a plain question of a fixed form, never words of the program's own.

        "Next week" is seen from the day of the last report. Raises `QueryError` with the forms there are.
        """
        meant = sense(question, self._moment)
        rows = page(lists.answers(self._moment, meant), limit, offset)
        return Answer(question, meant.form, meant.asked, tuple(rows))

    def brief(self, *, since: str = "", most: int = 40) -> str:
        """What the record learnt since a day of publication, in Markdown; at most so many entries of each sort."""
        return markdown(brief(briefs.contents(self._moment, since, most)))

    def briefed(self, form: str, *, since: str = "", most: int = 40) -> bytes:
        """The brief as a file: `md`, `html`, `docx`, or `dossier`, one HTML file with every passage behind every line.

        Raises `QueryError` for another form.
        """
        made = brief(briefs.contents(self._moment, since, most))
        if form == "md":
            return markdown(made).encode()
        if form == "docx":
            return docx(made)
        if form == "html":
            return html(made).encode()
        if form == "dossier":
            return html(made, [entry("fact", id, self._moment) for id in made.entries]).encode()
        raise QueryError(f"{form!r}: a brief is written as md, html, docx or dossier.")

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
