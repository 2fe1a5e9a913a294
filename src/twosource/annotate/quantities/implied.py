"""The one that a singular noun implies where something befell the person: "a man was killed", "the death of a child".

Only the tree tells whom a verb befalls, so that the man who "shot two guards" is not counted as shot. The invariant:
each phrase is one token's own, holds no count of its own, and is quoted whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource import resources
from twosource.annotate.quantities.nearby import below, child, leftmost
from twosource.model.reading import QuantityMention
from twosource.model.span import Span
from twosource.model.value import Quantity
from twosource.text.tree import Tree

_LONGEST = 12
_COUNTS = frozenset({None, "person", "ordinal", "score"})
_VERB_WITHIN = 9
_DEEP = 5
_LEFT = frozenset({"det", "amod", "compound", "nmod", "nummod", "punct", "advmod", "obl", "flat"})
_NOT_ACTIVE = frozenset({"obj", "ccomp", "xcomp", "iobj"})


@dataclass(frozen=True, slots=True)
class Befalling:
    """A language's words for what befalls people; see ``resources/<language>/befalling.toml``."""

    persons: frozenset[str]
    ages: frozenset[str]
    done_to: frozenset[str]
    undergone: frozenset[str]
    suffered: frozenset[str]
    harms: frozenset[str]
    states: frozenset[str]
    events: frozenset[str]
    selves: frozenset[str]
    aims: frozenset[str]
    unreal: frozenset[str]
    nobody: frozenset[str]


@cache
def befalling(language: str) -> Befalling | None:
    """The words of a language; ``None`` where it has none."""
    if language not in resources.languages("befalling"):
        return None
    table = resources.load(language, "befalling")
    return Befalling(**{name: frozenset(table[name]) for name in Befalling.__slots__})


def implied_ones(tree: Tree, language: str) -> tuple[QuantityMention, ...]:
    """A figure of one for each singular person whom the text says something befell, in text order.

    Args:
        tree: The reading's tree; without a parse nothing is found.
        language: ISO 639-1 code.
    """
    words = befalling(language)
    if words is None or not tree.reading.parsed:
        return ()
    return tuple(
        _mention(tree, words, span, index)
        for index in range(len(tree.tokens))
        if _is_person(tree, words, index) and _befell(tree, words, index)
        for span in _phrase(tree, words, index)
    )


def with_implied(mentions: list[QuantityMention], implied: tuple[QuantityMention, ...]) -> tuple[QuantityMention, ...]:
    """Add the implied ones in their places, but none that shares a word with a count ("a third man", "one victim")."""
    counts = sorted((each for each in mentions if each.quantity.unit in _COUNTS), key=lambda each: each.span.start)
    starts = [each.span.start for each in counts]
    kept = []
    for each in implied:
        at = bisect_left(starts, each.span.end)
        if not any(before.span.overlaps(each.span) for before in counts[max(0, at - 2) : at]):
            kept.append(each)
    return tuple(sorted([*mentions, *kept], key=lambda each: each.span.start))


def _mention(tree: Tree, words: Befalling, span: Span, index: int) -> QuantityMention:
    """The figure; "a 17-year-old" counts a 17-year-old, "a young man" a man."""
    text, noun = tree.reading.text, tree.tokens[index]
    number = child(tree, index, "nummod", "nmod", "obl") if noun.text.lower() in words.ages else None
    first = index if number is None else leftmost(tree, number)
    while tree.tokens[first].upos == "DET":
        first += 1
    return QuantityMention(
        span, Quantity(1, 1, False, "person", text[tree.tokens[first].span.start : noun.span.end], span.of(text))
    )


def _is_person(tree: Tree, words: Befalling, index: int) -> bool:
    token = tree.tokens[index]
    word = token.text.lower()
    aged = word in words.ages and child(tree, index, "nummod", "nmod", "obl") is not None
    return token.upos in {"NOUN", "ADJ"} and (word in words.persons or aged) and "Number=Plur" not in token.feats


def _phrase(tree: Tree, words: Befalling, index: int) -> Iterator[Span]:
    """The noun with all that stands before it and hangs on it; nothing where it has a count or a negation."""
    first = index
    for at in below(tree, index):
        if at > index or tree.tokens[at].deprel.split(":")[0] not in _LEFT:
            continue
        if _counts(tree, at) or tree.tokens[at].text.lower() in words.nobody:
            return
        first = min(first, leftmost(tree, at))
    while tree.tokens[first].upos in {"PUNCT", "CCONJ"}:
        first += 1
    span = tree.span(range(first, index + 1))
    if index - first <= _LONGEST and "\n" not in span.of(tree.reading.text):
        yield span


def _counts(tree: Tree, index: int) -> bool:
    """Whether a dependent is a number of its own; the number of an age hangs deeper."""
    token = tree.tokens[index]
    return token.deprel == "nummod" or "NumType" in token.feats


def _befell(tree: Tree, words: Befalling, index: int) -> bool:
    """Whether the tree says that something befell the person at ``index`` (or the first of those it is joined to)."""
    if any(_is_participle(tree, words, at) or _is_state(tree, words, at) for at in below(tree, index)):
        return True
    for _ in range(_DEEP):
        if tree.tokens[index].deprel == "conj" and tree.tokens[index].head < index:
            index = tree.tokens[index].head
    governor, relation = _governor(tree, index)
    if governor == index or not _is_real(tree, words, governor):
        return False
    if relation.startswith("nsubj"):
        return _befalls_subject(tree, words, governor, passive=relation == "nsubj:pass")
    word, lemma = tree.tokens[governor].text.lower(), tree.tokens[governor].lemma.lower()
    if relation == "obj":
        return lemma in words.done_to
    of_event = word in words.events or lemma in words.events
    return of_event and (relation == "nmod:poss" or (relation == "nmod" and child(tree, index, "case") is not None))


def _governor(tree: Tree, index: int) -> tuple[int, str]:
    """The word that a noun hangs on and how; a subject behind its active verb is its object.

    A dateline upsets the tree: in "HOLM (AP) - A man has died" the man hangs on the town. Then the verb right behind is
    his, where it has no subject of its own.
    """
    token = tree.tokens[index]
    if token.deprel == "nsubj" and token.head < index and child(tree, token.head, "nsubj") != index:
        return token.head, "obj"
    if token.deprel not in {"appos", "root", "parataxis", "dep", "list"}:
        return token.head, token.deprel
    passive = False
    for at in range(index + 1, min(index + _VERB_WITHIN, len(tree.tokens))):
        upos = tree.tokens[at].upos
        if _hangs_on(tree, at, index):
            continue
        if upos == "VERB" and child(tree, at, "nsubj") is None:
            return at, "nsubj:pass" if passive else "nsubj"
        if upos not in {"AUX", "ADV"}:
            break
        passive = passive or tree.tokens[at].lemma == "be"
    return token.head, token.deprel


def _hangs_on(tree: Tree, index: int, above: int) -> bool:
    """Whether a word is part of the phrase of ``above``, a few steps down at most."""
    for _ in range(_DEEP):
        index = tree.tokens[index].head
        if index == above:
            return True
    return False


def _befalls_subject(tree: Tree, words: Befalling, governor: int, *, passive: bool) -> bool:
    token, near = tree.tokens[governor], below(tree, governor)
    lemma = token.lemma.lower()
    harmed = any(
        tree.tokens[at].lemma.lower() in words.states
        and tree.tokens[at].deprel.split(":")[0] in {"xcomp", "advcl", "obl"}
        for at in near
    )
    if passive:
        return lemma in words.done_to or harmed
    if lemma in words.undergone or (lemma in words.states and child(tree, governor, "cop") is not None):
        return True
    objects = [at for at in near if tree.tokens[at].deprel.split(":")[0] in {"obj", "obl"}]
    if lemma in words.suffered:
        return any(tree.tokens[at].lemma.lower() in words.harms for at in objects)
    if lemma not in words.done_to:
        return False
    return any(tree.tokens[at].text.lower() in words.selves for at in objects) or _is_headline(tree, words, governor)


def _is_headline(tree: Tree, words: Befalling, governor: int) -> bool:
    """Whether an active verb is a headline's passive: "Man shot in leg", not "Man shot at guards"."""
    token = tree.tokens[governor]
    joined = [governor, *(at for at in below(tree, governor) if tree.tokens[at].deprel == "conj")]
    near = [at for verb in joined for at in below(tree, verb)]
    active = any(tree.tokens[at].deprel in _NOT_ACTIVE or tree.tokens[at].upos == "AUX" for at in near)
    active = active or any(at > governor and tree.tokens[at].deprel == "nsubj" for at in below(tree, governor))
    aimed = any(tree.tokens[at].text.lower() in words.aims for oblique in near for at in below(tree, oblique))
    return token.text.lower() != token.lemma.lower() and not active and not aimed


def _is_participle(tree: Tree, words: Befalling, index: int) -> bool:
    """Whether a dependent is a clause that says it: "a man killed by", "the girl who died"."""
    token = tree.tokens[index]
    if token.deprel == "amod":
        return token.lemma.lower() in words.states or (token.upos == "VERB" and token.lemma.lower() in words.done_to)
    if not token.deprel.startswith("acl") or not _is_real(tree, words, index):
        return False
    subject = child(tree, index, "nsubj")
    passive = child(tree, index, "nsubj:pass", "aux:pass") is not None
    if subject is None and token.deprel == "acl":
        bare = not any(tree.tokens[at].deprel in _NOT_ACTIVE for at in below(tree, index))
        done = token.lemma.lower() in words.done_to and bare and not token.text.lower().endswith("ing")
        return done or (token.lemma.lower() in words.suffered and _befalls_subject(tree, words, index, passive=False))
    own = subject is not None and tree.tokens[subject].upos == "PRON" and "PronType=Rel" in tree.tokens[subject].feats
    return (own or passive) and _befalls_subject(tree, words, index, passive=passive)


def _is_state(tree: Tree, words: Befalling, index: int) -> bool:
    token = tree.tokens[index]
    return token.deprel in {"amod", "acl"} and token.upos == "ADJ" and token.lemma.lower() in words.states


def _is_real(tree: Tree, words: Befalling, index: int) -> bool:
    """Whether what stands at ``index`` is said to have happened: not negated, not only tried or possible."""
    token = tree.tokens[index]
    before = [tree.tokens[at].text.lower() for at in below(tree, index) if at < index]
    if any(word in words.unreal or word in words.nobody for word in before):
        return False
    above = tree.tokens[token.head]
    inner = token.deprel.split(":")[0] in {"xcomp", "ccomp", "advcl", "acl"}
    return not (inner and above.lemma.lower() in words.unreal)
