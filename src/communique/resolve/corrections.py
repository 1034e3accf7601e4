"""What people corrected, applied to what rules found."""

from collections.abc import Iterable

from communique.model.claim import Claim
from communique.model.judgement import Correction


def is_rejected(claim: str, corrected: Iterable[Correction]) -> bool:
    """True when a person has rejected the claim of this id, and nobody took that back."""
    known = list(corrected)
    gone = {c.revokes for c in known if c.revokes}
    return any(c.claim == claim and c.action == "reject" and not c.revokes and c.id not in gone for c in known)


def without_rejected(claims: Iterable[Claim], corrected: Iterable[Correction]) -> list[Claim]:
    """Claims that no person has rejected, or whose rejection was taken back."""
    by_claim: dict[str, list[Correction]] = {}
    for correction in corrected:
        by_claim.setdefault(correction.claim, []).append(correction)
    if not by_claim:
        return list(claims)
    return [c for c in claims if not is_rejected(c.id, by_claim.get(c.id, ()))]
