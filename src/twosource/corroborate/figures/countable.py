"""Which numbers count or measure something: no ranks, ages, dates, labels or figures of speech.

"Number two", "image 3 of 5", "half-mast", "four-star", "three times the size" and the 30 of "Ada Brandt, 30, said" are
numbers of which nothing can be told that two accounts could differ in.
"""

from __future__ import annotations

import re

from twosource.corroborate.context import NOMINAL, Context
from twosource.corroborate.figures.nearness import event_led_to
from twosource.corroborate.figures.outcomes import COUNT, STRETCHES
from twosource.model.reading import QuantityMention, TimeMention, TimeType
from twosource.model.value import Quantity

COUNTS = frozenset({None, "person", COUNT})
RATE = " / "
SHORT = frozenset({"second", "minute", "hour"})
SHORTEST = SHORT - {"hour"}
WITHIN = "within"
"""Units of stretches that accounts measure from one event to another; days from an event are a date."""
NOT_COUNTED = frozenset({"ordinal"})
FRACTION = "fraction"
AGED = frozenset({None, "person", "year"})
BESIDE = frozenset({"appos", "nummod", "compound", "dep", "flat", "list", "acl", "advcl"})
"""How a number hangs that belongs to the word beside it, or is said of it ("both 24")."""
PEOPLE = frozenset({"person", "child"})
FAR_BACK = 2
"""Words from a number back to the person whose age it may be."""
SAID = frozenset({"ccomp", "obj", "discourse", "parataxis", "dislocated", "nsubj"})
"""How a number hangs on the verb of saying that follows it."""
NOBODY = frozenset({"none", "neither", "nobody"})
NEAR = 3
"""Steps up the tree within which a group hangs on the word that says that nobody of it is meant."""
CALIBRE = re.compile(r"\.\d")
TORN = re.compile(r"00\d")
"""The rest of a number that a page has torn apart ("1, 000 people")."""
HOUR = re.compile(r"\d: ?$")
"""What stands before the minutes of an hour that a page prints apart ("11: 55 P. M.")."""
HOUR_BEFORE = 3
"""Characters that it has."""
DECIMAL = re.compile(r"\d\. ?$")
TELEPHONE = re.compile(r"\d{3}-\d{4}")
COMPOUND = re.compile(r"[-‐‑](?!one|two|three|four|five|six|seven|eight|nine)[A-Za-z]")
COMPOUND_WORD = re.compile(r"[A-Za-z0-9][-‐‑](?!one|two|three|four|five|six|seven|eight|nine)[a-z]")
"""What follows a number that is the first part of a word, and such a word in one token; "twenty-six" is a number."""


def counts(context: Context, mention: QuantityMention) -> bool:
    """Whether a figure counts or measures something.

    Args:
        context: The account.
        mention: One of its figures.
    """
    quantity = mention.quantity
    if quantity.unit in NOT_COUNTED or _within_time(context, mention) or is_age(mention) or is_bare_age(mention):
        return False
    if (
        _is_known_one(context, mention)
        or _is_compound(context, mention)
        or _is_apposed_age(context, mention)
        or _is_age_of(context, mention)
        or _is_label(context, mention)
        or _is_bare_aside(context, mention)
        or _is_of_none(context, mention)
    ):
        return False
    return not context.lexicon.is_around("uncounted", *(quantity.counted or "").lower().split()[-1:])


def _is_known_one(context: Context, mention: QuantityMention) -> bool:
    """Whether the account knows the person already: "the victim died" counts nobody, "a man died" one."""
    quantity = mention.quantity
    if quantity.unit != "person" or not quantity.minimum == quantity.maximum == 1:
        return False
    tokens = context.tree.tokens
    inside = [tokens[at] for at in context.tree.tokens_in(mention.span)]
    counted = any(token.deprel == "nummod" and tokens[token.head].upos != "ADJ" for token in inside)
    new = any("Definite=Ind" in token.feats or token.upos == "NUM" for token in inside)
    return not counted and not new


def _is_compound(context: Context, mention: QuantityMention) -> bool:
    """Whether a number is the first part of a word: "four-star", "half-mast"; a measure ("12-mile") stays one."""
    if dimension_of(context, mention.quantity) not in (COUNT, FRACTION):
        return False
    inside = context.tree.tokens_in(mention.span)
    tokens = context.tree.tokens[inside.start : inside.stop]
    if not tokens:
        return False
    first = tokens[0]
    after = context.reading.text[first.span.end : first.span.end + 6]
    return bool(TELEPHONE.search(mention.quantity.text) or COMPOUND.match(after) or COMPOUND_WORD.search(first.text))


def _is_apposed_age(context: Context, mention: QuantityMention) -> bool:
    """Whether a bare number stands between commas behind a name ("Ada Brandt, 30, said"): her age."""
    inside, tokens = context.tree.tokens_in(mention.span), context.tree.tokens
    if len(inside) != 1 or mention.quantity.unit not in AGED or inside.start < 2 or inside.stop >= len(tokens):
        return False
    between = tokens[inside.start - 1].text == "," and tokens[inside.stop].upos == "PUNCT"
    return between and tokens[inside.start - 2].upos == "PROPN"


def _is_age_of(context: Context, mention: QuantityMention) -> bool:
    """Whether a bare number is somebody's age: "a girl of eleven"."""
    first, tokens = context.tree.tokens_in(mention.span).start, context.tree.tokens
    if mention.quantity.unit not in AGED or mention.quantity.counted or first < FAR_BACK:
        return False
    whose = tokens[first - FAR_BACK]
    single = tokens[first - 1].text.lower() == "of" and "Number=Sing" in whose.feats
    return single and context.lexicon.counted.of(*context.forms(first - FAR_BACK)) in PEOPLE


def _is_label(context: Context, mention: QuantityMention) -> bool:
    """Whether a number is a name, or a point of a list: "number two", "image 3 of 5", "the 55 Freeway", "Two, why"."""
    head = context.head_of(mention.span)
    if head is not None and not (mention.quantity.minimum == 1 or mention.quantity.unit) and _is_name(context, head):
        return True
    first = context.tree.tokens_in(mention.span).start
    sentence = context.reading.sentences[context.sentence(first)]
    opens = mention.span.start == sentence.start and context.reading.text.startswith(",", mention.span.end)
    if opens and mention.quantity.counted is None and not (head is not None and is_said(context, head)):
        return True
    before = [context.forms(at) for at in range(max(0, first - 3), first)]
    labelled = bool(before) and context.tree.tokens[first - 1].upos != "VERB"  # "the crew numbered 24" counts
    if labelled and context.lexicon.is_around("label_before", *before[-1]):
        return True
    return len(before) == 3 and before[-1][1] == "of" and context.lexicon.is_around("label_before", *before[0])


def is_said(context: Context, index: int) -> bool:
    """Whether a number is all that somebody says: "Forty, they say"; "nine, says the commission".

    Args:
        context: The account.
        index: The number's token.
    """
    token, tree = context.tree.tokens[index], context.tree
    if token.upos != "NUM" or token.head == index or context.lexicon.saying.isdisjoint(context.forms(token.head)):
        return False
    subjects = (at for at in tree.children[token.head] if at != index and tree.tokens[at].deprel == "nsubj")
    return token.deprel in SAID and (token.deprel != "nsubj" or next(subjects, None) is not None)


def _is_name(context: Context, index: int) -> bool:
    token = context.tree.tokens[index]
    return token.upos in NOMINAL and token.text[:1].isupper() and "Number=Sing" in token.feats


def _is_bare_aside(context: Context, mention: QuantityMention) -> bool:
    """Whether a number that counts no noun belongs to another word ("both 24", "Cloud 9"), a calibre, or torn."""
    quantity = mention.quantity
    if CALIBRE.match(quantity.text) or TORN.match(quantity.text):
        return True
    if HOUR.search(context.reading.text, max(0, mention.span.start - HOUR_BEFORE), mention.span.start):
        return True
    head = context.head_of(mention.span)
    if quantity.counted is not None or quantity.unit is not None or head is None:
        return False
    first = context.tree.tokens_in(mention.span).start
    before = context.tree.tokens[first - 1] if first else None
    if before is not None and before.upos == "PROPN" and before.span.end + 1 == mention.span.start:
        return True
    said_of = context.tree.child(head, "nsubj") is not None and context.tree.child(head, "cop") is None
    return said_of or context.tree.tokens[head].deprel.split(":")[0] in BESIDE


def _is_of_none(context: Context, mention: QuantityMention) -> bool:
    """Whether it is the size of a group of whom nobody is meant: "none of its crew of 17 was hurt"."""
    head = context.head_of(mention.span)
    above = context.tree.path_up(head)[1 : 1 + NEAR] if head is not None else []
    return any(context.lemma(at) in NOBODY and at < context.tree.tokens_in(mention.span).start for at in above)


def is_torn(context: Context, mention: QuantityMention) -> bool:
    """Whether a number is the rest of one that a page prints apart: "2. 6 million"."""
    return bool(DECIMAL.search(context.reading.text, max(0, mention.span.start - HOUR_BEFORE), mention.span.start))


def is_age(mention: QuantityMention) -> bool:
    """Whether a figure says how old somebody is, in words of its own ("49-year-old", "aged 49")."""
    if mention.quantity.unit == "person":
        return False
    text = mention.quantity.text.lower().replace(" ", "-")
    return text.endswith(("-old", "years-of-age")) or text.startswith(("age-", "aged-", "ages-"))


def is_bare_age(mention: QuantityMention) -> bool:
    """Whether a figure is an age that no word of its own says ("Ada Brandt, 49,", "the man, 28,")."""
    return mention.quantity.unit == "year" and mention.quantity.text.isdecimal()


def _within_time(context: Context, mention: QuantityMention) -> bool:
    """Whether the figure is part of a date or a clock time ("in two days", "11:40 p.m."); a stretch of time stays one,
    and so do the minutes to or from an event and the crowns of "two crowns a year".
    """
    number, unit = context.reading.sentence_at(mention.span.start), mention.quantity.unit
    times = context.times_by_sentence.get(number, ()) if number is not None else ()
    own = (time for time in times if time.span.overlaps(mention.span) and not _is_of_rate(time, mention))
    if any(time.type is not TimeType.DURATION or time.days for time in own):
        return True
    inside = context.tree.tokens_in(mention.span)
    if unit not in STRETCHES:
        return False
    lexicon, last = context.lexicon, len(context.tree.tokens) - 1
    if inside.stop <= last and lexicon.is_around("relative_after", *context.forms(inside.stop)):
        return not (unit in SHORT and event_led_to(context, inside) is not None)
    before = [context.forms(at) for at in range(max(0, inside.start - 1), min(inside.start + 1, inside.stop))]
    if unit in SHORTEST and any(WITHIN in forms for forms in before):
        return False  # "left within 90 seconds" is how long it took, "could be there in ten minutes" when
    return any(lexicon.is_around("relative_before", *forms) for forms in before)


def _is_of_rate(time: TimeMention, mention: QuantityMention) -> bool:
    """Whether a time is that in which a measure comes together again and again: "two crowns a year"."""
    return RATE in (mention.quantity.unit or "") and time.span.start > mention.span.start


def dimension_of(context: Context, quantity: Quantity) -> str:
    """What a figure measures: ``count``, or its unit."""
    return COUNT if quantity.unit in COUNTS else context.lexicon.same_unit.get(str(quantity.unit), str(quantity.unit))
