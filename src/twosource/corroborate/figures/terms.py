"""Whom a stretch of time is a sentence on: "jailed Ilse Varn for five years", "Varn got five years in prison".

Accounts word a sentence in many ways, and what makes them one claim is the person and the fact. Reach for it for any
exact stretch of time. What is only asked for, faced or served is no sentence, and neither is one without a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.corroborate.assertions.topics import identities
from twosource.corroborate.context import NOMINAL, Context, Named
from twosource.model.reading import EntityType, Modality, QuantityMention

SUBJECTS = ("nsubj:pass", "nsubj")
FAR_ABOVE = 4
"""Steps up the tree from a stretch of time to the verb that passes it."""
FAR_BEHIND = 5
"""Words behind a stretch of time within which "in prison" stands."""


def sentenced(context: Context, mention: QuantityMention, head: int) -> str | None:
    """The person on whom an exact stretch of time is passed as a sentence, by entity id.

    Args:
        context: The account.
        mention: The figure.
        head: Token of the figure that the others hang on.
    """
    if not mention.quantity.is_exact or _is_outside(context, mention):
        return None
    path = context.tree.path_up(head)[: FAR_ABOVE + 1]
    verb = next((at for at in path if context.tree.tokens[at].upos == "VERB" and not _is_participle(context, at)), None)
    if verb is None:
        found = _heading(context, path)
    else:
        event = context.events.get(verb)
        passed = event is None or (event.modality is Modality.ASSERTED and not event.negated)
        found = _by_verb(context, mention, verb, path) if passed else set()
    persons = {one.id for one in _persons(context, context.sentence(head))}
    return next((each for each in sorted(found) if each in persons), None)


def _by_verb(context: Context, mention: QuantityMention, verb: int, path: list[int]) -> set[str]:
    """Whom a verb says to be sentenced: its subject where that gets or undergoes it, else who is named behind it."""
    forms, lexicon = context.forms(verb), context.lexicon
    alone, sends = lexicon.is_around("sentencing", *forms), lexicon.is_around("sending", *forms)
    gets = lexicon.is_around("getting", *forms)
    if not alone and not ((sends or gets) and _is_in_prison(context, mention, path)):
        return set()
    undergoing = context.tree.child(verb, "nsubj:pass")
    subject = undergoing if undergoing is not None else _subject(context, verb)
    if gets or undergoing is not None or context.tree.child(verb, "aux:pass") is not None:
        return identities(context, subject) if subject is not None else set()
    start, end = context.tree.tokens[verb].span.end, mention.span.start
    behind = [one.id for one in _persons(context, context.sentence(verb)) if start <= one.span.start < end]
    return set(behind[-1:])


def _is_outside(context: Context, mention: QuantityMention) -> bool:
    """Whether a stretch of time is one of probation."""
    inside = context.tree.tokens_in(mention.span)
    near = range(inside.start, min(inside.stop + 2, len(context.tree.tokens)))
    return any(context.lexicon.is_around("probation", *context.forms(at)) for at in near)


def _is_in_prison(context: Context, mention: QuantityMention, path: list[int]) -> bool:
    """Whether a stretch of time is one "in prison", "behind bars", or that of a "sentence" or "term"."""
    last = context.tree.tokens_in(mention.span).stop
    sentence = context.tree.sentence_ranges[context.sentence(path[0])]
    near = (*path, *range(last, min(last + FAR_BEHIND, sentence.stop)), *_before(context, mention, path))
    return any(context.lexicon.is_around("prison", *context.forms(at)) for at in near)


def _before(context: Context, mention: QuantityMention, path: list[int]) -> Iterator[int]:
    """The words between the verb and the stretch of time: "sent Varn to prison for"."""
    yield from range(path[-1] + 1, context.tree.tokens_in(mention.span).start)


def _heading(context: Context, path: list[int]) -> set[str]:
    """Whom a line without a verb names: "Five years behind bars for Varn"."""
    if not any(context.lexicon.is_around("prison", *context.forms(at)) for at in path):
        return set()
    below = [one for at in path for one in context.tree.children[at] if context.tree.tokens[one].upos in NOMINAL]
    named = [one for one in below if any(context.lemma(case) == "for" for case in context.tree.children[one])]
    return {each for one in named for each in identities(context, one)}


def _subject(context: Context, verb: int) -> int | None:
    """A verb's subject, or that of the verb which it is joined to."""
    tokens = context.tree.tokens
    for at in context.tree.path_up(verb)[: FAR_ABOVE + 1]:
        own = context.tree.child(at, *SUBJECTS)
        if own is not None or tokens[at].deprel != "conj":
            return own
    return None


def _is_participle(context: Context, index: int) -> bool:
    return context.tree.tokens[index].deprel == "amod"


def _persons(context: Context, number: int) -> list[Named]:
    return [one for one in context.entities_in(context.reading.sentences[number]) if one.type is EntityType.PERSON]
