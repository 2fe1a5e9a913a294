"""Every bound that lineage decides by, in one table, each with how it was chosen.

``python -m bench.lineage --separation`` prints how the two sides of each bound lie, with the vectors of the pipeline in
use; run it after a new model. The tuning half of that bench chose the values, its other half is what is reported.
"""

from __future__ import annotations

# Exact reuse. Shares are of a text's own words, quotations aside.
REUSE_SHARE = 0.2
"""From this part of either text in shared passages on, one took from the other or both from a third."""
REUSE_WORDS = 30
"""Own words in shared passages that reuse needs besides: below, a name with its office and a set phrase reach the
share."""
REUSE_UNCLEAR_SHARE, REUSE_UNCLEAR_WORDS = 0.1, 20
"""From here on reuse is possible: a borrowed sentence, an official's text given without marks."""
VERBATIM_SHARE = 0.5
"""From this part of the copy in shared passages on, edits included, it is called verbatim, below a rewrite: of texts
with
30 % of their words changed one by one 95 in a hundred keep more, of spun ones five."""
EXACT_WITH_OTHER_NAMES = 0.75
"""Part of the copy in shared passages up to which respelled names make a translation of it rather than an edited
copy."""
WHOLE_SHARE = 0.9
"""From this part of both texts on, nothing is to be learnt from their sentences."""
EXACT_DENSITY = 0.8
"""Part of the words within the passages that are shared from which also a lesser share is verbatim: an excerpt."""

# Alignment of sentences.
GAIN_FLOOR = 0.55
"""Cosine from which two sentences may be aligned."""
WORDS_GAIN_FLOOR = 0.2
"""The same bound where there are no vectors and the cosine is that of rare words."""
LEAST_SENTENCES = 5
"""Own sentences in the shorter text below which its alignment decides nothing."""
SPEECH_SENTENCE = 0.5
"""Quoted part from which a sentence is the speaker's rather than the reporter's."""

# Rewrite: log-odds of each feature of :class:`.rewrite.Retelling`. Logistic regression on the tuning half (spun and
# translation-like texts against three outlets on one event and look-alike accounts), rounded. On that half the copies
# lie at -1 and above but for one in fifty, 98 of 100 independent pairs below -1.
REWRITE_BIAS = -10.0
REWRITE_WEIGHTS = {"mutual": 8.0, "advantage": 14.0, "lockstep": 3.5, "least_share": 8.5}
REWRITE_ODDS = 0.0
REWRITE_UNCLEAR_ODDS = -2.5
SHORTNESS = 15.0
"""Over the sentences of the shorter text: what the odds must have beyond the bound, for seven sentences in order may be
chance where twenty are not."""
SAME_MATTER = 0.2
"""Part of either account's own sentences that the other tells too from which both are of one event at all."""
SOME_MATTER = 0.1
"""The same where one credits the other's agency for a sentence: then that sentence is enough."""
MATTER_SHARE = 0.4
"""Part of an account's own sentences that another one tells as well, in whatever order, from which the one may have
been compiled from the other. Independent accounts of one event reach it too, so it only matters where an account names
another outlet as its source."""

# Direction.
DECIDED = 0.4
"""Sum of the signed evidence from which a direction is given."""

# Versions.
VERSION_SHARE = 0.5
"""Part of both texts that two states of one article share; a follow-up that reuses the background has less on one
side."""
VERSION_DAYS = 14
"""Days between two states of one article of which only the outlet is known, not the address."""

# Speech.
SPEECH_SHARE = 0.4
"""Part of the shorter text that is shared speech from which two accounts may rest on one source, whoever wrote them."""
SPEECH_WORDS = 40
"""Words of shared speech that this needs besides."""

# Accounts put together from several.
PART_SHARE = 0.1
"""Part of an account that a further source must cover, beyond its main one, to be one of its sources."""
MAIN_PART = 0.6
"""Part of all that is covered which the main source must give for the account to belong to its origin."""
