"""Dated expressions as claims."""

from communique.model.claim import Claim, claim
from communique.model.page import Page
from communique.model.span import Span


def time_claims(page: Page) -> tuple[Claim, ...]:
    """One claim for each time expression that can be placed on the calendar, and for each length of time."""
    return tuple(
        claim(
            page.report,
            "times",
            {"text": (timex.text, timex.span), "value": (timex.value, timex.span)},
            evidence=(_sentence(page, timex.span),),
            made_by=timex.rule.partition(":")[0],
        )
        for timex in page.reading.times
        if timex.value
    )


def _sentence(page: Page, span: Span) -> Span:
    sentence = page.sentence_at(span.start)
    return sentence.span if sentence and sentence.span.covers(span) else span
