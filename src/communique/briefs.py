"""What a brief tells: the rows of its sections, as the record holds them."""

from communique import lists
from communique.export.brief import Contents
from communique.lists import page
from communique.moments import Moment


def contents(moment: Moment, since: str, most: int) -> Contents:
    """What was learnt since a day of publication; at most so many entries of each sort.

    With a day, what had been told before is left to what changed.
    """
    recent = moment.recent(since)
    events = lists.timeline(moment, told_since=since)
    new = (row for row in events if not since or min(s.published for s in row.sources) >= since)
    return Contents(
        since=since or recent.first[:10],
        until=moment.last_day,
        reports=recent.count,
        events=page(new, most),
        changed=page(lists.changed(moment, since=since), most) if since else [],
        said=page(lists.quoted(moment, since=since), most),
        positions=page(lists.positions(moment, since=since), most),
        proposals=page(lists.proposals(moment, since=since), most),
        steps=page((r for r in lists.next_steps(moment, as_of=moment.last_day) if r.when), most),
        disputes=page(lists.disputes(moment, told_since=since), most),
        titles=moment.titles,
    )
