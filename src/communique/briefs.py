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
    direct = (r for r in lists.said(moment, since=since) if r.mode != "indirect")
    return Contents(
        since=since or recent.first[:10],
        until=moment.last_day,
        reports=recent.count,
        events=page(new, most, 0),
        changed=page(lists.changed(moment, since=since), most, 0) if since else [],
        said=page(direct, most, 0),
        positions=page(lists.positions(moment, since=since), most, 0),
        proposals=page(lists.proposals(moment, since=since), most, 0),
        steps=page((r for r in lists.next_steps(moment, as_of=moment.last_day) if r.when), most, 0),
        disputes=page(lists.disputes(moment, told_since=since), most, 0),
        titles=moment.title,
    )
