"""Who carried something, from whom, how much later, and who did not."""

from communique.model.rows import ChainRow
from communique.resolve.resolution import resolve
from communique.testing import a_claim, a_report
from communique.views.origins import chain, disputes


def a_chain() -> ChainRow:
    first = a_report("The envoys met in Oslo on Monday.", outlet="Northern Wire", published="2031-05-05")
    relay = a_report("The envoys met in Oslo, Northern Wire reported.", outlet="Radio Skerry", published="2031-05-06")
    own = a_report("Our correspondent saw the envoys leave.", outlet="The Courier", published="2031-05-08")
    other = a_report("Herring prices rose.", outlet="Fish Daily", published="2031-05-07")
    late = a_report("Herring prices fell.", outlet="Late Post", published="2031-08-07")
    given = {"format": "talks", "parties": ["NOR", "CHL"], "when": "2031-05-05", "status": "held"}
    claims = [a_claim(r, "meetings", said=r.text, **given) for r in (first, relay, own)]  # type: ignore[arg-type]
    claims.append(a_claim(relay, "citations", said=relay.text, cited="Northern Wire", kind="news_agency"))
    reports = [first, relay, own, other, late]
    (fact,) = (f for f in resolve(reports, claims).facts if f.kind == "meetings")
    return chain(fact, lambda since, until: {r.outlet for r in reports if since <= r.published <= until})


def test_a_chain_begins_with_the_earliest_report_and_counts_origins_once() -> None:
    row = a_chain()
    assert (row.first, row.published) == ("Northern Wire", "2031-05-05")
    assert row.origins == ("Northern Wire", "Courier")


def test_every_outlet_has_its_lag_and_whom_it_has_it_from() -> None:
    carried = {c.outlet: (c.lag, c.origin, c.relation) for c in a_chain().carriers}
    assert carried == {
        "Northern Wire": (0, "Northern Wire", "own"),
        "Radio Skerry": (1, "Northern Wire", "credit"),
        "The Courier": (3, "Courier", "own"),
    }


def test_an_outlet_is_silent_only_if_it_reported_other_things_in_those_days() -> None:
    assert a_chain().silent == ("Fish Daily",)


def test_a_settled_dispute_names_the_words_that_ended_it() -> None:
    told = [
        ("Courier", "2031-05-06", "2031-05-05"),
        ("Wire", "2031-05-06", "2031-05-06"),
        ("Wire", "2031-05-07", "2031-05-05"),
    ]
    reports = [a_report(f"{o} {p}", outlet=o, published=p) for o, p, _ in told]
    claims = [
        a_claim(r, "meetings", format="talks", parties=["NOR", "CHL"], place="Oslo", when=when, status="held")
        for r, (_, _, when) in zip(reports, told, strict=True)
    ]
    (row,) = (row for fact in resolve(reports, claims).facts for row in disputes(fact))
    assert (row.type, row.state) == ("date", "superseded")
    assert row.settled is not None
    assert (row.settled.outlet, row.settled.published) == ("Wire", "2031-05-07")
