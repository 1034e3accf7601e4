"""Time expressions by rule: what stands where, what it means on the calendar, and why.

`scan` writes the words as classes, `grammar` finds runs of classes that a rule names, the rules of `dates`, `weekdays`,
`units`, `lengths`, `years`, `clock`, `feasts` and `vague` turn them into senses, with `direction` for the tense.
"""

from communique.language.times.tagger import Tagged, tag, times

__all__ = ["Tagged", "tag", "times"]
