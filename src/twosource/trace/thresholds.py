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
# translation-like texts against three outlets on one event, and against local reports on one incident by outlets that
# share little text; the two kinds weighed alike), rounded. Of the other half's retellings 95 in a hundred lie above
# 2.3, of its independent accounts of one event 95 below -1.2. How much the alignment gains over one with a text turned
# round, and how often it goes on in both texts at once, were weighed too, and separated no better.
REWRITE_BIAS = -5.3
REWRITE_WEIGHTS = {"mutual": 6.4, "least_share": 8.2, "novel": -11.3}
REWRITE_ODDS = 0.0
REWRITE_UNCLEAR_ODDS = -2.0
SHORTNESS = 8.0
"""Over the sentences of the shorter text: what the odds must have beyond the bound, for seven sentences in order may be
chance where twenty are not."""
SELECTED, LEAST_SELECTED, SELECTED_ODDS = 0.7, 12, -3.0
"""The same figures and names, to this part and so many, leave a pair open whose sentences are told too freely to align,
from these odds on, and make a copy where the one names the other's agency. On the tuning half 95 in a hundred
retellings reach 0.7, of 132 pairs of independent accounts none; alone they make no copy, for on the other half two
reach it."""
SAME_MATTER = 0.2
"""Part of either account's own sentences that the other tells too from which both are of one event at all."""
SOME_MATTER = 0.1
"""The same where one credits the other's agency for a sentence: then that sentence is enough."""
MATTER_SHARE = 0.4
"""Part of an account's own sentences that another one tells as well, in whatever order, from which the one may have
been compiled from the other. Independent accounts of one event reach it too, so it only matters where an account names
another outlet as its source."""

# One official source behind two accounts. Chosen on the pairs of bench/labels/lineage-judged.toml that are not
# ``kept``: of those that retell one police release apart from one another, nine in ten have each a figure or name
# that the other lacks; of made copies fewer than one in twenty. Long shared stretches of a release still pass for a
# copy.
OFFICIAL_SENTENCES, OFFICIAL_TEXT = 1, 0.1
"""Sentences that name a public body or its speaker, and their part of all, from which an account rests on officials."""
OFFICIAL_NOVEL = 0.06
"""What each must know over the other: of made translations, whose names are respelled, none has more than 0.05."""
OFFICIAL_RUN = 40
"""Own words in a row that two reporters do not take alike from a release, unless they print it."""
OFFICIAL_SHARE = 0.7
"""Part of either text in shared passages from which it is a print of the other, or both of the release."""
SCATTERED_SHARE, SCATTERED_RUN = 0.57, 23
"""Below both, what two share lies scattered in short runs, as an official's turns of phrase do: of judged pairs that
retell a release all but two lie below, of judged copies between outlets one in ten (agencies' later reports), of made
copies only spun and translated ones, which keep their source's order."""
REWORDED_SENTENCES = 8
"""Own sentences of the shorter account below which a retelling in other words altogether may be two of one police
report, in its order: of judged pairs both that had six or seven were, of made copies none has fewer than nine."""
WIRE_NOVEL = 0.2
"""What each must know over the other where one prints an agency's report: who rewrote the wire adds less."""

# One stock of facts. Chosen on two sets of invented releases that had been read: all 24 pairs that retell one lie
# above, if one by 0.04 only, all 10 with reporting of their own below by 0.4 or more; of 120 pairs of independent
# accounts one fewer is left open than without it.
STOCK = 0.25
"""Part of the figures and names of two accounts that both tell (Dice's measure) from which all may be from one source,
where neither cites anybody whom the other lacks."""
STOCK_VOICE = 0.15
"""What each person whom one alone cites asks for besides."""
STOCK_DAYS = 3
"""Days between two accounts beyond which they rest on no one release: of judged pairs and of real stories eleven lie
further apart, ten of them tell of an arrest, a death or a hearing since; releases are retold within two days."""

# Direction: weights of the clues, by hand, in units of the odds that a date gives. A credit outweighs a date and a cut
# together, for nobody credits whom he did not read; a date against a cut leaves the direction open; what third accounts
# bear out outweighs a date only with a further clue, so that a forged date never wins against the texts, nor the texts
# against a true one.
DECIDED = 0.4
"""Sum of the signed evidence from which a direction is given."""
CREDITED = 2.5
"""The copy credits the source, or the agency that the source is from, for the whole article."""
NAMED = 1.5
"""The copy names the source's outlet in its text or byline."""
AGENCY = 1.2
"""The source is an agency's own report, the copy credits nobody, or stands under another outlet's name."""
AGENCY_REPRINT = 0.8
"""The source, itself a reprint, credits an agency; the copy, signed or under an outlet's name, credits nobody."""
DATED = 1.0
DATED_SAME_DAY = 0.7
"""A difference within one day: clocks and time zones err by hours."""
DATED_BY_STORY = 0.5
"""A date that was inferred from the other accounts."""
DATED_ALONE = 0.3
"""A date a week or more before every other account of the event: it needs a further clue to decide."""
MISDATED = 0.5
"""The earlier of two dates is belied by its own text: what a forger does, and now and then a careless archive."""
CONTAINED = 0.65
DISGUISED = 2.0
COMPOSED = 0.9
WITNESSED = {2: 0.7, 3: 0.9, 4: 1.0}
"""By the number of third accounts that bear out the source's wording. Where a text is the middle of k others and
nothing else is known, it is their source with probability 1 - 1/(2k) (a random recursive tree), which is 0.83 with two
witnesses and 0.9 with four."""
TRANSLATED = 1.0

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
