"""What a figure counts: the noun phrase behind it, read from the tree, or from the words where there is no tree.

"2,030 heavily armed soldiers" counts "heavily armed soldiers", "dozens of people" counts "people", "164 people dead"
counts "people dead". The invariant: the counted words follow the figure without a gap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.pieces import Kind
from twosource.annotate.quantities.nearby import below, child
from twosource.annotate.quantities.people import PeopleWords
from twosource.annotate.quantities.words import Numbering
from twosource.model.span import Span
from twosource.text.tree import Tree

_LONGEST = 8
_PREMODIFIERS = frozenset(
    {"nummod", "amod", "compound", "det", "nmod", "advmod", "flat", "goeswith", "punct", "case", "clf"}
)
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM", "PUNCT", "X", "PART"})
_LOOSE = frozenset({
    "acl", "acl:relcl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "nmod:tmod", "obl:tmod", "nmod:unmarked",
    "obl", "advmod", "cop", "aux", "nsubj",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Partitives:
    """A language's words between a figure and what it counts; see ``resources/<language>/partitives.toml``."""

    of: frozenset[str]
    determiners: frozenset[str]
    plural_endings: tuple[str, ...]
    capital_nouns: bool
    stops: frozenset[str]


@cache
def partitives(language: str) -> Partitives:
    """The words of a language."""
    return filled(Partitives, resources.load(language, "partitives"))


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted words.

    Attributes:
        span: Their place in the text.
        head: The noun among them that heads them, in lower case.
        capital: Whether that noun has a capital.
        end: Index of the piece behind them.
    """

    span: Span
    head: str
    capital: bool
    end: int = 0


def counted_behind(tree: Tree, text: Numbering, words: Partitives, people: PeopleWords, index: int) -> Counted | None:
    """The counted thing that begins at piece ``index``, behind a figure, or ``None``.

    Args:
        tree: The reading's tree.
        text: The same text in pieces.
        words: The language's partitives.
        people: Its words for people.
        index: Index of the piece behind the figure.
    """
    at = text.past_hyphen(index)
    if text.lower(at) in words.of:
        at += 1
        while text.lower(at) in words.determiners:
            at += 1
    if not text.same_line(at) or (text.at(at).kind is Kind.MARK and at == index):
        return None
    if text.lower(at) in people.pronouns and at > index:
        return Counted(Span(text.at(at).start, text.at(at).end), text.lower(at), capital=False, end=at + 1)
    if at == index + 1 and text.at(index).kind is Kind.MARK and _joined_noun(tree, text, at):
        return Counted(Span(text.at(at).start, text.at(at).end), text.lower(at), text.at(at).capital, at + 1)
    if tree.reading.parsed:
        found = _by_tree(tree, words, text.at(at).start, direct=text.lower(index) not in words.of)
    else:
        found = _by_words(text, words, people, at)
    return _with_state(text, words, people, _together(text, people, _placed(text, found, at))) if found else None


def _joined_noun(tree: Tree, text: Numbering, index: int) -> bool:
    """Whether a hyphen joins a noun of its own to the figure: a "22-story house" counts stories, no house."""
    inside = tree.tokens_in(Span(text.at(index).start, text.at(index).end))
    return not tree.reading.parsed or (len(inside) > 0 and tree.tokens[inside[0]].upos in {"NOUN", "PROPN"})


def _by_tree(tree: Tree, words: Partitives, start: int, *, direct: bool) -> Counted | None:
    """The noun phrase whose first token starts at offset ``start``, with its complement behind "of".

    ``direct``: no "of" stands between, so that "one victim's aunt" counts a victim and "one of Cole's aunts" aunts.
    """
    inside = tree.tokens_in(Span(start, start + 1))
    head = _phrase_head(tree, inside[0], direct=direct) if inside else None
    if head is None:
        return None
    end = _complement_end(tree, words, head)
    token = tree.tokens[head]
    span = Span(start, tree.tokens[end].span.end)
    return Counted(span, token.text.lower(), token.text[:1].isupper())


def _phrase_head(tree: Tree, first: int, *, direct: bool) -> int | None:
    """The head of the noun phrase that starts at a token, at most eight tokens on."""
    at = first
    while True:
        token = tree.tokens[at]
        up = token.head
        if direct and token.deprel == "nmod:poss" and token.upos == "NOUN":
            break
        if up <= at or up - first > _LONGEST or token.deprel.split(":")[0] not in _PREMODIFIERS:
            break
        at = up
    token = tree.tokens[at]
    if token.upos not in _NOMINAL or any(tree.tokens[between].upos not in _INSIDE for between in range(first, at)):
        return None
    return at


def _complement_end(tree: Tree, words: Partitives, head: int) -> int:
    """The last token of "members of the council" for the head "members"; the head itself without a complement."""
    for at in below(tree, head):
        token = tree.tokens[at]
        if at <= head or token.deprel.split(":")[0] != "nmod" or child(tree, at, "case") != head + 1:
            continue
        if tree.tokens[head + 1].text.lower() not in words.of:
            continue
        inside = [one for one in tree.subtree(at, without=_LOOSE) if one > head]
        if inside and len(inside) <= _LONGEST and inside == list(range(head + 1, head + 1 + len(inside))):
            return inside[-1]
    return head


def _by_words(text: Numbering, words: Partitives, people: PeopleWords, index: int) -> Counted | None:
    """The first word for people or the first plural among the next four words."""
    start = text.at(index).start
    for at in range(index, index + 4):
        piece = text.at(at)
        if not text.same_line(at) or piece.kind is not Kind.WORD or piece.lower in words.stops:
            return None
        noun = (
            piece.capital if words.capital_nouns else piece.lower.endswith(words.plural_endings) and len(piece.text) > 3
        )
        if noun or people.is_person(piece.lower, capital=piece.capital):
            return Counted(Span(start, piece.end), piece.lower, piece.capital)
    return None


def _placed(text: Numbering, found: Counted, index: int) -> Counted:
    """Add the index of the piece behind the counted words."""
    at = index
    while at < len(text.pieces) and text.at(at).end <= found.span.end:
        at += 1
    return replace(found, end=at)


def _together(text: Numbering, people: PeopleWords, found: Counted) -> Counted:
    """Add the people that are counted with the first: "men, women and children", but not "people, police said"."""
    if found.head not in people.together:
        return found
    at = found.end
    while text.at(at).text == "," and text.lower(at + 1) in people.together and text.same_line(at + 1):
        at += 2
    at += text.at(at).text == ","
    last = at + 1
    joined = text.lower(at) in people.joiners and text.lower(last) in people.together
    if not joined or not text.same_line(at) or not text.same_line(last):
        return found
    return replace(found, span=Span(found.span.start, text.at(last).end), end=last + 1)


def _with_state(text: Numbering, words: Partitives, people: PeopleWords, found: Counted) -> Counted:
    """Add the state that stands right behind the noun: "people dead"; not the verb of "people lost their lives"."""
    at = found.end
    if text.lower(at) in people.state_adverbs and text.lower(at + 1) in people.states:
        at += 1
    person = people.is_person(found.head, capital=found.capital)
    state = text.lower(at) in people.states and text.same_line(at)
    if not person or not state or text.lower(at + 1) in words.determiners:
        return found
    return replace(found, span=Span(found.span.start, text.at(at).end), end=at + 1)
