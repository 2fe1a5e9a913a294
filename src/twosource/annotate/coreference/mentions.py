"""What can mean somebody or something: names, noun phrases with a determiner, pronouns of the third person.

The invariant: mentions come in text order, no token heads two of them, and a name's mention has the name's own span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.phrase import run_around
from twosource.model.reading import EntityType
from twosource.model.reading import Mention as Name
from twosource.model.span import Span
from twosource.text.tree import Tree

_LEFT_OUT = frozenset({
    "acl:relcl", "acl", "appos", "conj", "cc", "punct", "case", "advcl", "parataxis", "cop", "mark", "nsubj", "aux",
    "advmod", "nsubj:pass", "obl", "ccomp", "csubj",
})  # fmt: skip


class Kind(Enum):
    """How a mention names what it means: alone, or as several that "and" joins (``coordination``)."""

    NAME = auto()
    DESCRIPTION = auto()
    PRONOUN = auto()
    GROUP = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention.

    Attributes:
        span: Its place in the text.
        head: Index of its head token.
        words: Its tokens' indexes.
        kind: Name, description or pronoun.
        lemma: The head's lemma, lower-cased (a pronoun's own form).
        plural: Whether it means more than one.
        definite: Whether a determiner says that it is known.
        gender: "m", "f", "n" or empty.
        type: A name's type; a person for a noun for people.
        subject: Whether it is a subject.
        members: Head tokens of a group's members.
    """

    span: Span
    head: int
    words: range
    kind: Kind
    lemma: str
    plural: bool
    definite: bool
    gender: str
    type: EntityType | None
    subject: bool
    members: tuple[int, ...] = ()


def mention_of(  # noqa: PLR0913 - what a mention is, each named by its caller
    tree: Tree,
    words: range,
    head: int,
    kind: Kind,
    lemma: str,
    *,
    entity_type: EntityType | None,
    plural: bool = False,
    definite: bool = True,
    gender: str = "",
    members: tuple[int, ...] = (),
) -> Mention:
    """A mention of a run of words, with what the tree tells of it."""
    span, subject = tree.span(words), is_subject(tree, head)
    return Mention(span, head, words, kind, lemma, plural, definite, gender, entity_type, subject, members)


def find_mentions(tree: Tree, words: Lexicon) -> list[Mention]:
    """All mentions of a reading, in text order.

    Args:
        tree: The reading, with tokens and names.
        words: The language's lists.
    """
    found: dict[int, Mention] = {}
    taken = bytearray(len(tree.tokens))
    for name in tree.reading.names:
        tokens = tree.tokens_in(name.span)
        if not tokens or any(taken[tokens.start : tokens.stop]):
            continue
        taken[tokens.start : tokens.stop] = b"\1" * len(tokens)
        mention = _name(tree, name, tokens, words)
        if tree.tokens[mention.head].upos != "ADJ":  # "Danish" tells a quality, and means nobody twice
            found[mention.head] = mention
    for index, token in enumerate(tree.tokens):
        if taken[index]:
            continue
        if token.text.lower() == words.old and index >= _AGE:
            found.update((mention.head, mention) for mention in _aged(tree, index))
            continue
        if token.upos == "PRON" and token.text.lower() in words.pronouns:
            found[index] = _pronoun(tree, index, words)
        elif _is_counted_group(tree, index, words):
            found[index] = _group(tree, index)
        elif token.upos == "NOUN" or (token.upos == "PROPN" and token.deprel not in ("compound", "flat")):
            for mention in _description(tree, index, words, taken):
                found[index] = mention
    return sorted(found.values(), key=lambda one: (one.span, one.head))


def _is_counted_group(tree: Tree, index: int, words: Lexicon) -> bool:
    """Whether a number stands for the people it counts, "The five were guests", or a lone "both" does."""
    token = tree.tokens[index]
    if token.upos == "NUM":
        return _is_free(tree, index)
    return token.upos in ("PRON", "DET") and token.text.lower() in words.counted and _is_core(tree, index)


def _is_free(tree: Tree, index: int) -> bool:
    """Whether an adjective or a number stands for a thing, with "the" right before it."""
    before = tree.tokens[index - 1] if index else None
    return before is not None and before.text.lower() == "the" and before.head == index and _is_core(tree, index)


def _is_core(tree: Tree, index: int) -> bool:
    return tree.tokens[index].deprel.split(":")[0] in ("nsubj", "obj", "obl", "nmod")


def _group(tree: Tree, index: int) -> Mention:
    run = range(index - 1 if _is_free(tree, index) else index, index + 1)
    kind = EntityType.PERSON if tree.tokens[index].upos == "NUM" else None
    text = tree.tokens[index].text.lower()
    return mention_of(tree, run, index, Kind.DESCRIPTION, text, entity_type=kind, plural=True)


_AGE = 5
"""Tokens of "49-year-old", and "the" before it."""


def _aged(tree: Tree, old: int) -> Iterator[Mention]:
    """As in "The 49-year-old", where no noun follows."""
    run = range(old - _AGE, old + 1)
    text = "".join(tree.tokens[at].text.lower() for at in run)
    follows = old + 1 < len(tree.tokens) and tree.tokens[old + 1].upos in ("NOUN", "PROPN", "ADJ")
    if YEARS_OLD.fullmatch(text) and not follows:
        yield mention_of(tree, run, old, Kind.DESCRIPTION, text.removeprefix("the"), entity_type=EntityType.PERSON)


YEARS_OLD = re.compile(r"the\d{1,2}-year-old")


def top_of(tree: Tree, tokens: range) -> int:
    """The token of a run that the others hang on."""
    for index in tokens:
        if tree.tokens[index].head not in tokens or tree.tokens[index].head == index:
            return index
    return tokens[-1]


def _name(tree: Tree, name: Name, tokens: range, words: Lexicon) -> Mention:
    head = top_of(tree, tokens)
    gender = ""
    if name.type is EntityType.PERSON:
        gender = _address(tree, tokens, words) or words.gender_of_name(tree.tokens[tokens[0]].text, len(tokens))
    elif name.type in (EntityType.PLACE, EntityType.ORGANIZATION):
        gender = "n"
    subject = is_subject(tree, _phrase_top(tree, head))
    return Mention(name.span, head, tokens, Kind.NAME, name.text.lower(), False, True, gender, name.type, subject)


def _address(tree: Tree, tokens: range, words: Lexicon) -> str:
    """What a form of address or a gendered noun right before the name tells: "Ms Orlo", "businessman Ivo Telk"."""
    for at in range(tokens[0] - 1, max(-1, tokens[0] - 3), -1):
        lemma = tree.tokens[at].text.lower().rstrip(".")
        if lemma in words.titles:
            return words.titles[lemma]
        if tree.tokens[at].upos not in ("PROPN", "NOUN", "PUNCT"):
            return ""
        gender = words.gender_of_noun(lemma)
        if gender:
            return gender
    return ""


def _phrase_top(tree: Tree, head: int) -> int:
    """The head of the noun phrase that a name stands in: "Minister" in "Minister Ana Kovač", where the tree says so."""
    while tree.tokens[head].deprel in ("flat", "compound", "flat:name") and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    return head


def is_subject(tree: Tree, index: int) -> bool:
    """Whether a token is a subject, also of a passive."""
    return tree.tokens[index].deprel.split(":")[0] == "nsubj"


def _pronoun(tree: Tree, index: int, words: Lexicon) -> Mention:
    token = tree.tokens[index]
    gender, number = words.pronouns[token.text.lower()]
    kind = EntityType.PERSON if gender in ("m", "f") else None
    run, plural, form = range(index, index + 1), number == "plural", token.text.lower()
    return mention_of(tree, run, index, Kind.PRONOUN, form, entity_type=kind, plural=plural, gender=gender)


def _description(tree: Tree, head: int, words: Lexicon, taken: bytearray) -> Iterator[Mention]:
    """A noun phrase, without the clauses and phrases after it."""
    token = tree.tokens[head]
    if token.deprel in ("compound", "flat", "fixed", "nmod:unmarked", "obl:unmarked"):
        return
    run = _joined(tree, run_around(tree.subtree(head, without=_LEFT_OUT), head), head)
    if any(taken[at] for at in run if at > head) or len(run) > _LONGEST:
        run = range(run[0], head + 1)
    first = tree.tokens[run[0]].text.lower()
    lemma = token.lemma.lower()
    kind = EntityType.PERSON if lemma in words.people else None
    counted = first in words.definite and lemma in words.counted  # "the pair"
    plural, kind = "Number=Plur" in token.feats or counted, EntityType.PERSON if counted else kind
    definite = first in words.definite or (plural and first in words.counted)  # "both men"
    gender = words.gender_of_noun(lemma)
    yield mention_of(
        tree, run, head, Kind.DESCRIPTION, lemma, entity_type=kind, plural=plural, definite=definite, gender=gender
    )


def _joined(tree: Tree, run: range, head: int) -> range:
    """A phrase with what a hyphen joins to its front: "a 49-year-old man" breaks at each hyphen."""
    start = run[0]
    while start >= _HYPHENATED and tree.tokens[start - 1].text == "-" and head - start < _LONGEST:
        phrase = tree.subtree(head, without=_LEFT_OUT)
        if start - _HYPHENATED not in phrase:
            break
        start = run_around(phrase, start - _HYPHENATED)[0]
    return range(start, run[-1] + 1)


_HYPHENATED = 2
"""Tokens of a hyphen and the word before it."""

_LONGEST = 12
"""Noun phrases of more words than this are kept to what stands up to their head."""
