"""What a brief tells: the rows of its sections, as the record holds them."""

from communique import lists
from communique.export.brief import Contents
from communique.lists import page
from communique.moments import Moment


def contents(moment: Moment, since: str, most: int, *, about: str = "", whom: lists.Whom = None) -> Contents:
    """What was learnt since a day of publication; at most so many entries of each sort, with `whom` only those that
    name them, as the brief is `about`.

    With a day, what had been told before is left to what changed.
    """
    recent = moment.recent(since)
    events = lists.timeline(moment, whom=whom, told_since=since)
    new = (row for row in events if not since or min(s.published for s in row.sources) >= since)
    return Contents(
        about=about,
        since=since or recent.first[:10],
        until=moment.last_day,
        reports=recent.count,
        naming=recent.count if whom is None else moment.reports_naming(whom, since),
        events=page(new, most),
        changed=page(lists.changed(moment, since=since, whom=whom), most) if since else [],
        said=page(lists.quoted(moment, since=since, whom=whom), most),
        positions=page(lists.positions(moment, since=since, whom=whom), most),
        proposals=page(lists.proposals(moment, since=since, whom=whom), most),
        steps=page((r for r in lists.next_steps(moment, as_of=moment.last_day, whom=whom) if r.when), most),
        disputes=page(lists.disputes(moment, told_since=since, whom=whom), most),
        titles=moment.titles,
    )
