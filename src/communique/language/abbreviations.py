"""Abbreviations written with a full stop, for the tokeniser and the sentence splitter."""

TITLES = frozenset(
    "Mr Mrs Ms Mx Messrs Dr Prof Rev Hon St Sgt Cpl Pvt Lt Col Capt Cmdr Cdr Maj Gen Brig Adm Gov Lt Sen Rep Reps Sens "
    "Amb Atty Pres Supt Insp Fr Msgr Mme Mlle".split()
)
"""Stand before a name: a full stop after one never ends a sentence."""

MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
"""Stand before a day or a year."""

WEEKDAYS = frozenset("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split())
"""Written out in full more often; a token with its stop only before a comma or a number."""

BODIES = frozenset("Inc Corp Co Ltd Bros Jr Sr Dept Univ Assn Intl Govt".split())
"""Stand after a name: a full stop after one may end a sentence."""

OTHERS = frozenset("vs etc al approx Ave Blvd Rd Mt Ft Fig Vol pp Ph ca e.g i.e".split())
"""Neither before nor after names."""

PLACES = frozenset(
    "Calif Conn Fla Ind Kan Mass Mich Minn Miss Mont Okla Ore Penn Tenn Tex Va Vt Wis Wyo Ariz Ark".split()
)
"""States of the United States, after a town and a comma."""

NUMBERED = frozenset(
    "No Nos no nos Art Arts Sec Secs Res Para Paras Fig Figs Vol Vols Ch Chap Pt Pop Reg Approx approx art ca chap "
    "para paras p pp pop sec vol".split()
)
"""Stand before a number: with one after it, the full stop never ends a sentence. Tokens of their own stop, mostly."""

DOTTED = TITLES | MONTHS | BODIES | OTHERS | PLACES
"""Every word that keeps its full stop as one token."""
