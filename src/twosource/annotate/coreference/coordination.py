"""Several that "and" joins: "Ana Orlo and Ivo Telk", later "they", "both", "the two men".

A coordination is a mention beside those of its members, heard when its last member has been. The invariant: its members
are mentions of one kind (people, or bodies, or places), and at least two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Kind, Mention, mention_of
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

_MOST = 12
"""Members of the longest list that stands for a group; a longer one is a table."""


def find_coordinations(tree: Tree, mentions: Iterable[Mention], words: Lexicon) -> dict[int, Mention]:
    """The coordinations of a reading by the head token of their last member.

    Args:
        tree: The reading.
        mentions: All its mentions.
        words: The language's lists.
    """
    by_head = {mention.head: mention for mention in mentions}
    joined: defaultdict[int, list[int]] = defaultdict(list)
    for mention in by_head.values():
        token = tree.tokens[mention.head]
        if token.deprel == "conj" and token.head in by_head and _is_and(tree, token.head, mention.head, words):
            joined[token.head].append(mention.head)
    found = {}
    for first, others in joined.items():
        members = [by_head[head] for head in sorted((first, *others))]
        kinds = {member.type or words.described.get(member.lemma) for member in members}
        if len(members) <= _MOST and len(kinds) == 1 and None not in kinds:
            found[members[-1].head] = _mention(tree, members, kinds.pop())
    return found


def _is_and(tree: Tree, first: int, member: int, words: Lexicon) -> bool:
    """Whether what joins a member to the first one says that both are meant: "and" at the end of the list."""
    for head in (member, *(at for at in tree.children[first] if tree.tokens[at].deprel == "conj" and at > member)):
        joiner = tree.child(head, "cc")
        if joiner is not None:
            return tree.tokens[joiner].text.lower() in words.joining
    return False


def _mention(tree: Tree, members: list[Mention], kind: EntityType | None) -> Mention:
    first, last = members[0], members[-1]
    run = range(first.words[0], last.words[-1] + 1)
    heads = tuple(member.head for member in members)
    return mention_of(tree, run, first.head, Kind.GROUP, "", entity_type=kind, plural=True, members=heads)
