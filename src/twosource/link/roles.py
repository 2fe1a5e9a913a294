"""What accounts call a bearer beside the name: titles before it, appositions and relative clauses behind it.

"Acting Transport Minister X", "X, the outgoing minister,", "The director of the port, X", "X, who heads the office":
each is kept as the account's phrase, without its article. The invariant: a role is a stretch of one sentence, and it
names an office or the holding of one; what somebody did once is no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.link.occurrences import Occurrence
from twosource.link.parts import is_title
from twosource.link.places import is_geographic
from twosource.resources import in_all_languages
from twosource.text.tree import Tree

_LONGEST_ROLE = 12  # tokens; longer ones are sentences about somebody
_BEFORE = 8  # tokens before a name that may make a title
_OPENING = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|of|by|for|with|as|to|in|from|that|and|then"
    r"|who|whose|which|is|was|were|has been|had been)\s+)+",
    re.IGNORECASE,
)
_OWNING = frozenset({"'s", "’s"})
_LEFT_OUT = frozenset({"appos", "acl:relcl", "acl", "parataxis", "conj", "cc", "punct", "relcl"})


def roles(tree: Tree, mention: Occurrence) -> tuple[str, ...]:
    """The roles that stand beside one mention of a person, in text order, each once."""
    tokens = list(tree.tokens_in(mention.span))
    if not tokens:
        return ()
    found = [*_titles(tree, tokens), *_appositions(tree, tokens), *_clauses(tree, tokens)]
    return tuple(dict.fromkeys(phrase for phrase in map(_plain, found) if phrase))


def _titles(tree: Tree, tokens: list[int]) -> Iterator[str]:
    """The title right before a name: offices with what belongs to them, back to the first word that does not."""
    first = tokens[0]
    while first > 0 and tokens[0] - first < _BEFORE and _belongs(tree, first - 1, tokens[0]):
        first -= 1
    last = tokens[0]
    while last - 1 > first and tree.tokens[last - 1].text.endswith(".") and _names_office(tree, range(first, last - 1)):
        last -= 1  # "police spokesman Sgt. X"
    if _names_office(tree, range(first, last)):
        yield _phrase(tree, range(first, last))


def _belongs(tree: Tree, index: int, name: int) -> bool:
    """Whether a token before a name can be of its title."""
    token = tree.tokens[index]
    if (
        tree.sentence_of[index] != tree.sentence_of[name]
        or tree.reading.text[token.span.end : tree.tokens[index + 1].span.start] == "\n\n"
    ):
        return False
    plain = token.text.casefold().rstrip(".")  # "spokesman Sgt. X"
    in_title = is_title(plain) or plain in _beside() or is_geographic(token.text)
    possessive = token.text in _OWNING or token.text.endswith(("'s", "’s"))
    before = token.deprel in ("compound", "amod", "nmod:poss", "nmod", "flat")
    compound = token.upos in ("NOUN", "PROPN", "ADJ") and before
    return in_title or possessive or (compound and plain.isalpha())


def _appositions(tree: Tree, tokens: list[int]) -> Iterator[str]:
    """What stands in apposition to the name, on either side of it."""
    head = next((index for index in tokens if tree.tokens[index].head not in tokens), tokens[-1])
    beside = [below for below in tree.children[head] if tree.tokens[below].deprel == "appos"]
    if tree.tokens[head].deprel == "appos":
        beside.append(tree.tokens[head].head)
    for index in beside:
        below = [one for one in tree.subtree(index, _LEFT_OUT) if one not in tokens]
        stretch = _stretch(below, index)
        if len(stretch) <= _LONGEST_ROLE and _names_office(tree, stretch):
            yield _phrase(tree, stretch)


def _names_office(tree: Tree, stretch: range) -> bool:
    """Whether a title is among some tokens, and not only an owner: "the sheriff's department" holds no office."""
    behind = (tree.tokens[one + 1].text if one + 1 in stretch else "" for one in stretch)
    titles = (is_title(tree.tokens[one].text) for one in stretch)
    return any(title and after not in _OWNING for title, after in zip(titles, behind, strict=True))


def _stretch(below: list[int], index: int) -> range:
    """The unbroken run of tokens around an index."""
    first = last = index
    inside = set(below)
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return range(first, last + 1)


def _clauses(tree: Tree, tokens: list[int]) -> Iterator[str]:
    """The holding of an office in a relative clause: "who heads the office"."""
    head = next((index for index in tokens if tree.tokens[index].head not in tokens), tokens[-1])
    for below in tree.children[head]:
        token = tree.tokens[below]
        if token.deprel in ("acl:relcl", "relcl") and token.lemma.casefold() in _holding():
            inside = [one for one in tree.subtree(below, frozenset({"conj", "cc", "punct", "advcl"})) if one >= below]
            stretch = _stretch(inside, below)
            if 1 < len(stretch) <= _LONGEST_ROLE:
                yield _phrase(tree, stretch)


def _phrase(tree: Tree, tokens: range) -> str:
    """The words of some tokens, with what a hyphen ties to the first."""
    span, text = tree.span(tokens), tree.reading.text
    start = span.start
    while start > 0 and (text[start - 1] == "-" or (start < span.start and text[start - 1].isalnum())):
        start -= 1
    return text[start : span.end]


def _plain(phrase: str) -> str:
    """A role on one line, without the small words before it."""
    text = re.sub(r"\s+", " ", phrase).strip(' ,;:-–—"“”')
    return _OPENING.sub("", text)


def _beside() -> frozenset[str]:
    return in_all_languages("titles", "beside")


def _holding() -> frozenset[str]:
    return in_all_languages("name-contexts", "holding")
