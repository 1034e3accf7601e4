"""One meeting at one moment: how the sides talked, which rounds came before and after it, of which process it is."""

from communique.errors import QueryError
from communique.model.fact import Fact
from communique.model.meeting import ContactRow, MeetingPage, RoundRow
from communique.moments import Moment
from communique.processes import Processes
from communique.views import meetings as lives
from communique.views.origins import headline
from communique.views.words import best_first


def meeting(moment: Moment, id: str, as_of: str = "") -> MeetingPage:
    """The meeting of a full id, put together without any but those next to it; `as_of` is a day of its process.

    Raises `QueryError` when no meeting has this id.
    """
    fact = moment.fact(id)
    if fact is None or fact.kind != "meetings":
        raise QueryError(f"{id!r}: no meeting has this id. `communique meetings` prints them.")
    beside = moment.rounds_beside([fact]) if fact.get("format") in lives.ROUNDS else []
    (row,) = lives.meetings([fact], beside)
    near = moment.these([other for other in (row.before, row.after) if other])
    sides = (("before", row.before), ("after", row.after))
    rounds = tuple(_round(relation, near[other]) for relation, other in sides if other in near)
    contact = ContactRow(row.channel, lives.channel_words(fact)) if row.channel else None
    held = Processes(moment, as_of)
    process = held.of_meeting(fact.id)
    return MeetingPage(row, contact, rounds, held.rows([process])[0] if process else None)


def _round(relation: str, fact: Fact) -> RoundRow:
    return RoundRow(relation, fact.id, headline(fact), fact.status, fact.when, best_first(fact))
