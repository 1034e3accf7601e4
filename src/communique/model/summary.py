"""One line that says what an entry says."""

from communique.model.claim import Claim

SUMMARIES = {
    "citations": "{cited} ({kind}) {by}",
    "offices": "{person}: {role} {body} {country} ({status})",
    "changes": "{person}: {change} {role} {body} {country} {when}",
    "meetings": "{status} {format}: {parties} — {participants} — {place} {when}",
    "statements": "{speaker} {cue}: {content} {channel}",
    "positions": "{party} {stance}: {issue}",
    "proposals": "{name} ({status}) {authors} {when}",
    "next_steps": "{who}: {what} ({modality}) {when}",
    "times": "{text} = {value}",
    "parties": "{name} ({role})",
}
"""How an entry of each kind reads in one line; a field it lacks leaves no trace."""


def summary(claim: Claim) -> str:
    """What an entry says, in one line."""
    fields = {argument.role: ", ".join(claim.all(argument.role)) for argument in claim.arguments}
    line = SUMMARIES[claim.kind].format_map(_Blank(fields))
    return " ".join(line.replace("()", "").replace("— —", "—").split()).strip(" —:,")


def one_of(kind: str) -> str:
    """What one entry of a kind is called: "party", "next step"."""
    return {"parties": "party"}.get(kind, kind.removesuffix("s")).replace("_", " ")


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""
