"""Questions about meetings and about who had what from whom: a part of `api.View`."""

from communique import lists
from communique.errors import QueryError
from communique.lists import page
from communique.model.claim import KINDS
from communique.model.rows import ChainRow, MeetingRow
from communique.moments import Moment
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
        if kind not in KINDS:
            raise QueryError(f"{kind!r}: there is no such kind of entry. Kinds are {', '.join(KINDS)}.")
        return page(lists.chains(self._moment, kind=kind, whom=self._named(party), since=since), limit, offset)

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
