"""What a figure counts: the nouns of its own words, those behind or before it, the group whose size it is.

A known concept counts before a lemma ("soldiers" and "troops" are one), and people whatever is said only of them. Reach
for ``subject_of`` once the words are found.
"""

from __future__ import annotations

from twosource.corroborate.context import Context
from twosource.corroborate.lexicon import people_nouns
from twosource.model.reading import QuantityMention

PERSON = "person"
BEHIND = 6
"""Words behind a name within which the counted noun is looked for."""
SPOKEN_TO = frozenset({"us", "you"})
FROM = "from"
MOVING = frozenset({FROM, "to", "at"})
"""Words before a number that something is moved to, or from there to another."""
MEMBERS = frozenset({"member", "members"})
"""Crew members are crew."""


def counted_words(context: Context, mention: QuantityMention) -> list[int]:
    """The content words of what is counted, in text order ("people dead" are two); of "put the number of stolen
    paintings at 17" they stand before the figure, of "from 9 to 14 boats" behind the other one.
    """
    words = set((mention.quantity.counted or "").lower().split())
    words -= MEMBERS if len(words) > 1 else frozenset()
    inside = context.tree.tokens_in(mention.span)
    sentence = context.reading.sentences[context.sentence(inside.start)]
    whole = context.tree.tokens_in(sentence)
    ahead, behind = range(whole.start, inside.start), range(inside.stop, min(inside.stop + BEHIND, whole.stop))
    return next(filter(None, (_content(context, where, words) for where in (inside, ahead, behind))), [])


def subject_of(context: Context, mention: QuantityMention, words: list[int]) -> str | None:
    """What is counted: a known concept, people for whatever is said only of them, else the last noun."""
    lexicon = context.lexicon
    heads = _heads(context, words)
    if heads and lexicon.is_around("unharmed", *context.forms(heads[0])):
        return context.lemma(heads[0])
    known = next(filter(None, (lexicon.counted.of(*context.forms(index)) for index in heads)), None)
    if known:
        return known
    if any(context.tree.tokens[index].upos == "PROPN" for index in words):
        behind = _counted_behind(context, mention)
        if behind:
            return behind
    nouns = [
        index
        for index in words
        if context.tree.tokens[index].upos in ("NOUN", "PROPN") and not lexicon.outcome.of(*context.forms(index))
    ]
    if nouns:
        return context.lemma(nouns[-1])
    among_us = not words and (mention.quantity.counted or "").lower() in SPOKEN_TO
    return PERSON if mention.quantity.unit == PERSON or among_us else None


def moved_thing(context: Context, mention: QuantityMention, head: int) -> str | None:
    """The thing whose size a verb moves to a bare number: "raised the pension age from 65 to 67", "the fee fell to 30".

    Args:
        context: The account.
        mention: The number.
        head: Its token that the others hang on.
    """
    tokens, tree = context.tree.tokens, context.tree
    case = tree.child(head, "case")
    if case is not None and tokens[case].text.lower() == FROM:
        return None  # what it was before
    while tokens[head].deprel in ("nmod", "conj") and tokens[tokens[head].head].upos == "NUM":
        head = tokens[head].head
    verb, beside = tokens[head].head, (at for one in tree.children[head] for at in (one, *tree.children[one]))
    bare = mention.quantity.unit is None and mention.quantity.counted is None and tokens[head].upos == "NUM"
    moved = tokens[head].deprel == "obl" and any(tokens[at].text.lower() in MOVING for at in beside)
    if not bare or not moved or not context.lexicon.is_around("becoming", *context.forms(verb)):
        return None
    thing = tree.child(verb, "obj") or tree.child(verb, "nsubj:pass", "nsubj")
    if thing is None or tokens[thing].upos != "NOUN" or context.is_time(thing):
        return None
    forms = context.forms(thing)
    known = context.lexicon.counted.of(*forms)
    somebody = known == PERSON or not people_nouns(context.account.article.language or "en").isdisjoint(forms)
    return None if somebody or context.lexicon.is_around("totals", *forms) else known or forms[0]


def group_of(context: Context, mention: QuantityMention, head: int) -> str | None:
    """Whom a bare number counts that tells the size of a group: "a crew of 24"."""
    token, case = context.tree.tokens[head], context.tree.child(head, "case")
    if mention.quantity.counted or token.deprel != "nmod" or case is None or context.lemma(case) != "of":
        return None
    known = context.lexicon.counted.of(*context.forms(token.head))
    return known if known in context.lexicon.kinds.get(PERSON, ()) else None


def _content(context: Context, where: range, words: set[str]) -> list[int]:
    tokens = context.tree.tokens
    told = ("NOUN", "PROPN", "ADJ", "VERB")
    return [at for at in where if tokens[at].upos in told and tokens[at].text.lower() in words]


def _heads(context: Context, words: list[int]) -> list[int]:
    """The words with the last noun of the first run of nouns in front: "gunshot victims" are victims."""
    tokens = context.tree.tokens
    first = next((at for at, index in enumerate(words) if tokens[index].upos == "NOUN"), None)
    if first is None:
        return words
    last = first
    while last + 1 < len(words) and words[last + 1] == words[last] + 1 and tokens[words[last + 1]].upos == "NOUN":
        last += 1
    return [words[last], *words]


def _counted_behind(context: Context, mention: QuantityMention) -> str | None:
    """What is counted behind a name that stands before it ("2,000 Mutual Defence Organization (MDO) troops")."""
    inside, tokens = context.tree.tokens_in(mention.span), context.tree.tokens
    for index in range(inside.stop, min(inside.stop + BEHIND, len(tokens))):
        if tokens[index].upos not in ("PROPN", "NOUN", "ADJ", "PUNCT"):
            return None
        found = context.lexicon.counted.of(*context.forms(index)) if tokens[index].upos == "NOUN" else None
        if found:
            return found
    return None
