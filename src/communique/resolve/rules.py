"""How the claims of each kind become facts."""

from collections.abc import Mapping

from communique.resolve import entries, meetings
from communique.resolve.items import Rule

RULES: Mapping[str, Rule] = {
    "meetings": Rule(meetings.keys, meetings.score, 400),
    "offices": Rule(entries.office_keys, entries.office_score, entries.TENURE, 32, has_one_key=True),
    "changes": Rule(entries.office_keys, entries.change_score, 120, has_one_key=True),
    "statements": Rule(entries.statement_keys, entries.statement_score, 14),
    "positions": Rule(entries.position_keys, entries.position_score, 31),
    "proposals": Rule(entries.proposal_keys, entries.proposal_score, 90),
    "next_steps": Rule(entries.step_keys, entries.step_score, 30),
    "citations": Rule(entries.citation_keys, entries.citation_score, 31, 32, has_one_key=True),
    "parties": Rule(entries.party_keys, entries.party_score, 31, 32, has_one_key=True),
}
"""How the claims of each kind become facts. Times are not facts."""
