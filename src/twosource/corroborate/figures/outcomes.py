"""What happened to those who are counted: the nearest word of a known outcome around a figure.

Near is told by the tree first and by the words in between second, so that one wrong edge does not give the dead of a
sentence to its evacuees. A figure that stands between a word and this figure keeps the word for itself.
"""

from __future__ import annotations

from bisect import bisect_right

from twosource.corroborate.assertions.topics import PHASES
from twosource.corroborate.context import Context
from twosource.corroborate.figures.nearness import (
    FAR,
    SUBJECT,
    distances,
    event_led_to,
    has_figure_between,
    next_figure,
    totals,
    window,
    words_of_total,
)
from twosource.model.reading import QuantityMention
from twosource.model.span import Span

COUNT, PERSON = "count", "person"
DEATH, INJURY, SHOT, CASUALTY = "death", "injury", "shot", "casualty"
DESTRUCTION = "destruction"
ARREST, SENTENCE = "arrest", "sentence"
"""Who is jailed for a stretch of time is sentenced to it."""
SHOOT = "shoot"
"""An event: who is shot is hurt, in an account that tells of no death."""
STRETCHES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units of time: what lasts so long is an event, nobody's fate."""
UNDERGOING = frozenset({"nsubj", "nsubj:pass", "obj"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj"})
STEP = 0.2
REACH = 5.0
"""How far an outcome may stand from its figure: edges of the tree plus ``STEP`` a word in between; a word that the
tree does not reach within the window counts as ``FAR`` edges away, so that one beside the figure is not lost to a
wrong tree, and one with another figure in between as ``BETWEEN`` edges further."""
BETWEEN = 1.5
JOINED = frozenset({"protest", "strike"})
"""What people come to as a crowd."""
PATTERN_WINDOW = 10
"""Words after a verb within which the other word of a pattern may stand ("forced more than 3,000 from their homes")."""
BESIDE = 2
"""How many words from a term its prison stands: "five years in prison", "to prison for five years"."""
WITHIN = frozenset({"in", "at", "across", "throughout"})


def outcome_of(context: Context, mention: QuantityMention, head: int, dimension: str) -> tuple[str | None, int | None]:
    """The nearest word in the tree that says what happened to those who are counted, or to what is measured.

    Args:
        context: The account.
        mention: The figure.
        head: Token of the figure that the others hang on.
        dimension: What the figure measures.

    Returns:
        The concept and the token that says it; two ``None`` where nothing near does.
    """
    inside = context.tree.tokens_in(mention.span)
    near = window(context, mention, context.sentence(head))
    starts = (head, *totals(context, head))
    edges = distances(context, starts, near)
    best: tuple[float, int, str] | None = None
    term = _term(context, inside) if dimension in STRETCHES else None
    if term is not None:
        return SENTENCE, term
    total = words_of_total(context, head)
    led_to = event_led_to(context, inside) if dimension in STRETCHES else None
    for index in near:
        if index == led_to or (total is not None and index not in total):
            continue
        if _befalls_others(context, head, index) or _is_counted_there(context, mention, head, index):
            continue
        if index in inside and names_a_sort(context, mention, index):
            continue
        stop = next_figure(context, mention, index, near.stop)
        concept = _concept_for(context, index, stop, dimension, inside)
        if concept is None:
            continue
        words = min(abs(index - start) for start in starts)
        cost = edges.get(index, FAR) + STEP * words + BETWEEN * has_figure_between(context, mention, index)
        if cost <= REACH:
            best = min(best, (cost, index, concept)) if best else (cost, index, concept)
    outcome, said_by = (_worst(context, best[2], best[1]), best[1]) if best else (None, None)
    if (outcome == DESTRUCTION or _is_of_things(context, mention, inside)) and _is_where(context, head):
        return None, None
    hurt = outcome in (None, SHOT) and dimension == COUNT and not context.deadly and is_shot(context, mention.span)
    return (INJURY, head) if hurt else (outcome, said_by)


def _is_of_things(context: Context, mention: QuantityMention, inside: range) -> bool:
    """Whether it counts things by their noun: those of "12 people died in three villages" did not die."""
    nouns = (at for at in inside if context.tree.tokens[at].upos == "NOUN")
    things = mention.quantity.unit is None and mention.quantity.counted is not None  # "in excess of 2,000" names none
    return things and any(not context.lexicon.outcome.of(*context.forms(at)) for at in nouns)


def _is_where(context: Context, head: int) -> bool:
    """Whether a figure counts where it happened, and not what it befell: "razed houses in 12 villages"."""
    case = context.tree.child(head, "case")
    return case is not None and context.tree.tokens[case].text.lower() in WITHIN


def names_a_sort(context: Context, mention: QuantityMention, index: int) -> bool:
    """Whether a counted word only says of what sort those are that stand behind it: "two arrest warrants", "12 shooting
    deaths", "two murder suspects", but not "two murder victims".

    Args:
        context: The account.
        mention: The figure.
        index: One of its words.
    """
    token = context.tree.tokens[index]
    if token.deprel != "compound":
        return False
    lexicon, head = context.lexicon, context.forms(token.head)
    if mention.quantity.unit != PERSON or lexicon.counted_outcome.of(*head):
        return True
    return lexicon.counted_outcome.of(*context.forms(index)) == DEATH and not lexicon.is_around("fallen", *head)


def befallen(context: Context, mention: QuantityMention, head: int, dimension: str) -> tuple[str, int] | None:
    """What the verb says of people whom a noun names by what they did or were: "12 protesters were hurt".

    Args:
        context: The account.
        mention: The figure.
        head: Token of the figure that the others hang on.
        dimension: What the figure measures.

    Returns:
        The concept and the verb; ``None`` where the noun does not say of whom the verb is told, or the verb no outcome.
    """
    tokens = context.tree.tokens
    noun = head
    while tokens[noun].deprel == "conj" and tokens[tokens[noun].head].upos == "NOUN":
        noun = tokens[noun].head
    if tokens[head].upos != "NOUN" or tokens[noun].deprel not in UNDERGOING:
        return None
    verb = tokens[noun].head
    near = window(context, mention, context.sentence(head))
    if verb not in near:
        return None
    stop = next_figure(context, mention, verb, near.stop)
    concept = _concept_for(context, verb, stop, dimension, context.tree.tokens_in(mention.span))
    return (concept, verb) if concept else None


def with_dead_among(context: Context, mention: QuantityMention, outcome: str | None) -> str | None:
    """The outcome of a figure, where some of those who are hurt are dead: "six people wounded, two mortally".

    Args:
        context: The account.
        mention: The figure.
        outcome: What befell them, without regard to the parts that are told behind.
    """
    near = window(context, mention, context.sentence(context.tree.tokens_in(mention.span).start))
    behind = range(context.tree.tokens_in(mention.span).stop, near.stop)
    apart = (at for at in behind if _is_counted_apart(context, at, range(0)))
    dead = any(context.lexicon.is_around("mortal", *context.forms(at)) for at in apart)
    return CASUALTY if dead and outcome in (INJURY, SHOT) else outcome


def _befalls_others(context: Context, head: int, index: int) -> bool:
    """Whether a verb has a subject of its own, and the figure is another verb's: "one died, and 19 were taken"."""
    tokens = context.tree.tokens
    if tokens[head].deprel.split(":")[0] != SUBJECT or tokens[index].upos != "VERB" or tokens[head].head == index:
        return False
    own = context.tree.child(index, SUBJECT, f"{SUBJECT}:pass")
    return own is not None and own != head and tokens[index].deprel.split(":")[0] not in COMPLEMENTS


def _is_counted_there(context: Context, mention: QuantityMention, head: int, index: int) -> bool:
    """Whether a noun is what another figure counts, and not the whole of this one: "58 came, the 14 dead not among
    them". A bare number may leave it out: "six arrests, compared to 47".
    """
    tokens = context.tree.tokens
    at = bisect_right(context.figure_starts, tokens[index].span.start) - 1
    other = context.reading.quantities[at] if at >= 0 else mention
    if other == mention or tokens[index].span.end > other.span.end or tokens[head].upos == "NUM":
        return False
    if tokens[index].upos not in ("NOUN", "ADJ"):
        return False
    return tokens[head].upos == "VERB" or head not in context.tree.path_up(index)


def _worst(context: Context, concept: str, index: int) -> str:
    """What came of it, where the next verb says so of the same people: who were "shot and killed" are dead."""
    for below in context.tree.children[index]:
        token = context.tree.tokens[below]
        said = context.lexicon.outcome.of(*context.forms(below)) if token.deprel == "conj" else None
        own = (context.tree.tokens[one].deprel.split(":")[0] for one in context.tree.children[below])
        if concept == SHOT and said == DEATH and not {"nsubj", "obj"} & set(own):
            return DEATH
    return concept


def is_shot(context: Context, span: Span) -> bool:
    """Whether those whom a figure counts are shot: the figure's own words or its verb say so."""
    tokens, event = context.tree.tokens, context.lexicon.event
    inside = context.tree.tokens_in(span)
    head = context.head_of(span)
    if head is None:
        return False
    near = [*inside, *(below for below in context.tree.children[head] if tokens[below].deprel == "acl")]
    if any(tokens[at].upos == "VERB" and event.of(*context.forms(at)) == SHOOT for at in near):
        return True
    undergone = tokens[head].deprel in ("nsubj:pass", "obj")
    return undergone and event.of(*context.forms(tokens[head].head)) == SHOOT


def _concept_for(context: Context, index: int, stop: int, dimension: str, inside: range) -> str | None:
    """What a word says of a figure: an outcome of counts, a cost or a store of measures, an event of stretches of
    time.
    """
    if dimension in STRETCHES:
        event = context.lexicon.event.of(*context.forms(index))
        event = SENTENCE if event == ARREST else event
        return None if event in PHASES or context.lemma(index) in context.lexicon.light else event
    concept = _outcome_concept(context, index, stop, inside)
    measured = concept in context.lexicon.measured
    return concept if measured != (dimension == COUNT) else None


def _term(context: Context, inside: range) -> int | None:
    """The noun beside a stretch of time by which it is spent in prison, unless somebody only faces or asks for it."""
    last = len(context.tree.tokens)
    beside = (*range(inside.stop, min(inside.stop + BESIDE, last)), *range(max(0, inside.start - BESIDE), inside.start))
    said = (at for at in beside if context.tree.tokens[at].upos == "NOUN" and context.event_concept(at) == SENTENCE)
    found = next(said, None)
    if found is None:
        return None
    above = (at for at in context.tree.path_up(found)[1:] if context.tree.tokens[at].upos == "VERB")
    verb = next(above, found)
    return None if context.lexicon.is_around("not_yet", *context.forms(verb)) else found


def _outcome_concept(context: Context, index: int, stop: int, inside: range) -> str | None:
    token = context.tree.tokens[index]
    if token.upos not in ("VERB", "NOUN", "ADJ", "ADP", "ADV") and index not in inside:
        return None
    around = range(index + 1, min(index + 1 + PATTERN_WINDOW, stop))
    adverb = [index - 1] if index and context.tree.tokens[index - 1].upos == "ADV" else []
    others = (
        at for at in (*context.tree.children[index], *adverb, *around) if not _is_counted_apart(context, at, inside)
    )
    beside = [form for other in others for form in context.forms(other)]
    forms = context.forms(index)
    alone = context.lexicon.outcome.of(*forms)
    if alone == SHOT and token.upos == "NOUN" and index not in inside:
        alone = None  # who is "involved in the shooting" need not be shot
    return context.lexicon.outcome.pattern(forms, beside) or alone


def _is_counted_apart(context: Context, index: int, inside: range) -> bool:
    """Whether a word is that of another number before it: the "fatally" of "nine were shot, one fatally"."""
    tokens = context.tree.tokens
    return tokens[index].upos == "ADV" and index > 0 and tokens[index - 1].upos == "NUM" and index - 1 not in inside
