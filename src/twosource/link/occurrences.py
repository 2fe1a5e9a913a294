"""Where names occur: each mention of an account, trimmed to the name itself, with what its place says of its type.

A tagger's errors are usual: a title or an adverb glued on, a bracket within, a wrong type. The name is trimmed by its
words and tags, and every mention gathers evidence for each type: the tagger's word, the words in the name, the words
around it, the gazetteer. The invariant: ``text`` is exactly what stands at ``span``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from twosource.link.acronyms import acronym_uses
from twosource.link.evidence import Beside, Evidence, context, evidence_of
from twosource.link.keys import plain
from twosource.link.parts import is_title, parts
from twosource.link.places import is_adjective, is_known
from twosource.model.judgement import Passage
from twosource.model.reading import Annotated, EntityType, Mention
from twosource.model.span import Span
from twosource.text.tree import Tree

_LONGEST_NAME = 14  # tokens; longer "names" are slips of the tagger


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One mention of a name.

    Attributes:
        article: Id of the article.
        span: Its place in the article's text.
        text: The name as it stands there.
        words: Its full words, romanised, without titles: what it is grouped by.
        evidence: What speaks for which type, by how much.
        paragraph: Number of the paragraph.
        titled: Whether a title or office stands right before it.
        locative: Whether its place is one where places stand.
    """

    article: str
    span: Span
    text: str
    words: tuple[str, ...]
    evidence: Evidence
    paragraph: int
    titled: bool = False
    locative: bool = False

    @property
    def passage(self) -> Passage:
        """Where it stands."""
        return Passage(self.article, self.span)


def occurrences(account: Annotated) -> tuple[Occurrence, ...]:
    """Every name of an account's text, in text order, with the acronyms that the text itself defines."""
    tree = Tree(account.body)
    breaks = _paragraphs(account.body.text)
    found = [one for mention in account.body.names for one in _occurrence(account, tree, mention, breaks)]
    named = _Named(one.span for one in found)
    for use in acronym_uses(account.body.text, found_names(found)):
        if not named.overlaps(use):
            mention = Mention(use, use.of(account.body.text), EntityType.ORGANIZATION)
            found += _occurrence(account, tree, mention, breaks)
    return tuple(sorted(found, key=lambda one: one.span))


class _Named:
    """The spans of a text that names take up, for a quick look-up."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))

    def overlaps(self, span: Span) -> bool:
        """Whether a name shares a character with ``span``."""
        begun = bisect_left(self._starts, span.end)
        return begun > 0 and self._ends[begun - 1] > span.start


def found_names(found: list[Occurrence]) -> list[Span]:
    """The spans of names of several words, in text order."""
    return sorted(one.span for one in found if len(one.words) > 1)


def _paragraphs(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n\n", text)]


def _occurrence(account: Annotated, tree: Tree, mention: Mention, breaks: list[int]) -> Iterator[Occurrence]:
    for tokens in _split(tree, _trimmed(tree, mention)):
        span = _closed(tree.span(tokens), tree.reading.text)
        text = span.of(tree.reading.text)
        beside = Beside(_titled(tree, tokens), _locative(tree, tokens))
        kind = EntityType.PERSON if mention.type is EntityType.PERSON or beside.titled else EntityType.ORGANIZATION
        name = parts(text, kind)
        words = tuple(word.plain for word in name.full) + (() if kind is EntityType.PERSON else name.numbers)
        if words and not _is_no_name(text, len(tokens)) and not _is_common(tree, tokens):
            evidence = evidence_of(tree, tokens, mention, text, beside)
            paragraph = bisect_left(breaks, span.start)
            yield Occurrence(account.article.id, span, text, words, evidence, paragraph, *beside)


def _is_no_name(text: str, length: int) -> bool:
    """Whether a mention names nobody: too long, without a capital or a body's word, a day, an adjective."""
    common = text[:1].islower() and not context("bodies").intersection(text.split()[1:])
    lettered = any(map(str.isalpha, text))
    return length > _LONGEST_NAME or not lettered or common or is_adjective(text) or plain(text) in context("times")


def _is_common(tree: Tree, tokens: list[int]) -> bool:
    """Whether a single word is no name: an adjective, or a common word that only begins its sentence."""
    first = tree.tokens[tokens[0]]
    if len(tokens) > 1 or not first.text[1:].islower():
        return False
    begins = tokens[0] == 0 or tree.sentence_of[tokens[0] - 1] != tree.sentence_of[tokens[0]]
    before = "" if begins else tree.tokens[tokens[0] - 1].text
    opens = begins or before in "\"“‘'«:" or before == ","
    return first.deprel == "amod" or (opens and first.upos not in ("PROPN", "X"))


def _split(tree: Tree, tokens: list[int]) -> list[list[int]]:
    """The tokens as one name, or as two where "and" ties a place to something else ("the Ports Union and Bolivia")."""
    joints = [
        place
        for place, index in enumerate(tokens)
        if tree.tokens[index].text in ("and", "&") and 0 < place < len(tokens) - 1
    ]
    if not tokens or not joints or is_known(tree.span(tokens).of(tree.reading.text)):
        return [tokens] if tokens else []
    left, right = tokens[: joints[-1]], tokens[joints[-1] + 1 :]
    known = [is_known(tree.span(part).of(tree.reading.text)) for part in (left, right)]
    return [left, right] if any(known) else [tokens]


def _trimmed(tree: Tree, mention: Mention) -> list[int]:
    """The tokens of a mention that are the name: without words glued on, brackets, possessives."""
    tokens = list(tree.tokens_in(mention.span))
    texts = [tree.tokens[index].text for index in tokens]
    if "(" in texts[1:] and ")" not in texts:
        tokens = tokens[: texts.index("(", 1)]
    while tokens and _is_trailing(tree, tokens):
        tokens.pop()
    while tokens and _is_glued(tree, tokens, mention):
        tokens.pop(0)
    return tokens


def _is_trailing(tree: Tree, tokens: list[int]) -> bool:
    """Whether the last token is no part of the name: a sign, a possessive, a small word behind capitals."""
    last = tree.tokens[tokens[-1]]
    small = (
        last.text.islower() and last.upos not in ("NOUN", "PROPN", "NUM") and tree.tokens[tokens[0]].text[:1].isupper()
    )
    return last.upos == "PUNCT" or last.text in ("'s", "’s", "'", "’") or (small and len(tokens) > 1)


def _is_glued(tree: Tree, tokens: list[int], mention: Mention) -> bool:
    """Whether the first token is no part of the name: an article, a sign, a verb, an adverb, a title."""
    first = tree.tokens[tokens[0]]
    if first.upos in ("DET", "PUNCT", "SYM") and first.text not in "#@":
        return True
    if len(tokens) < 2:
        return False
    if first.upos in ("VERB", "ADV", "AUX", "ADP", "SCONJ", "CCONJ", "PRON", "INTJ"):
        within = first.deprel == "amod" and first.head in tokens  # "United Marvon", which taggers call a verb
        return not within and tree.tokens[tokens[1]].text[:1].isupper()
    if first.upos == "NOUN" and first.text.islower() and tree.tokens[tokens[1]].text[:1].isupper():
        return True
    return _is_office(tree, tokens, mention)


def _is_office(tree: Tree, tokens: list[int], mention: Mention) -> bool:
    """Whether the name begins with an office, or with what belongs to one ("Ruritanian President X")."""
    words = [tree.tokens[index].text.casefold().strip(".") for index in tokens]
    last = max(
        (place for place, word in enumerate(words[:-1]) if word in context("offices") or _is_title(mention, word)),
        default=-1,
    )
    rest = words[last + 1 :]
    plausible = (
        last >= 0
        and len(rest) <= 4
        and not context("bodies").intersection(rest)
        and not context("places").intersection(rest)
    )
    return plausible and all(
        tree.tokens[index].text[:1].isupper() or len(words[place]) <= 3
        for place, index in enumerate(tokens)
        if place > last
    )


def _is_title(mention: Mention, word: str) -> bool:
    return mention.type is EntityType.PERSON and is_title(word)


def _closed(span: Span, text: str) -> Span:
    """A span without quotation marks and brackets at its ends, and without a possessive ending."""
    start, end = span.start, span.end
    while start < end and text[start] in "\"“”‘’'«»([{*_ #":
        start += 1
    while end > start and text[end - 1] in "\"“”‘’'«»)]}*_ ,;:":
        end -= 1
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return Span(start, end)


def _titled(tree: Tree, tokens: list[int]) -> bool:
    """Whether a title or office stands right before the name, in the same sentence."""
    before = tokens[0] - 1
    if before < 0 or tree.sentence_of[before] != tree.sentence_of[tokens[0]]:
        return False
    word = tree.tokens[before].text.casefold().strip(".")
    return word in context("offices") or (is_title(word) and tree.tokens[before].upos in ("NOUN", "PROPN"))


def _locative(tree: Tree, tokens: list[int]) -> bool:
    """Whether a place stands here: after "in", "near", or after "the town of"."""
    before = tokens[0] - 1
    while before >= 0 and tree.tokens[before].upos == "DET":
        before -= 1
    if before < 0 or tree.sentence_of[before] != tree.sentence_of[tokens[0]]:
        return False
    word = tree.tokens[before].text.casefold()
    settled = before > 0 and word == "of" and tree.tokens[before - 1].text.casefold() in context("settlements")
    return word in context("locative") or word in context("settlements") or settled
