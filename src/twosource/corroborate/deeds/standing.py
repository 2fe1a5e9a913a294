"""A clause as a sentence that stands alone: with its subject, and with names where it has pronouns.

"He was shot at a bus stop and died on Sunday" says "Boris Khadrin died on Sunday" of the man whom a sentence before
names. Made to be read, by the pair reader: what is shown to people stays the account's own words.
"""

from __future__ import annotations

from functools import cached_property

from twosource.corroborate.assertions.topics import SUBORDINATE, clause_span
from twosource.corroborate.context import Context
from twosource.corroborate.deeds.clauses import Clause
from twosource.model.reading import Role
from twosource.model.span import Span

LONGEST = 80
"""Characters of a subject that is put before its clause."""
_MARKS = " ,;:–—\"'“”‘’"
_LINKING = frozenset({"and", "but", "or", "so", "that"})


class Standing:
    """The clauses and sentences of one account, made to stand alone.

    Args:
        context: The account.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def sentence(self, number: int) -> str:
        """A sentence, with names for its pronouns.

        Args:
            number: Its number in the account.
        """
        return self._with_names(self._context.reading.sentences[number])

    def clause(self, clause: Clause) -> str:
        """A clause without those that hang on it, with the subject that it shares with another.

        Args:
            clause: One of the account's.
        """
        tree = self._context.tree
        span = clause_span(self._context, clause.says.head)
        words = self._with_names(span).strip(_MARKS)
        first, _, rest = words.partition(" ")
        said = rest if first.lower() in _LINKING and rest else words
        event = self._context.events[clause.says.head]
        doers = (one.head for one in event.participants if one.role in (Role.AGENT, Role.PATIENT))
        phrases = (tree.span(tree.subtree(head, SUBORDINATE)) for head in doers if head not in tree.tokens_in(span))
        subject = next((self._with_names(phrase) for phrase in phrases if len(phrase) <= LONGEST), "")
        return f"{subject} {said}".strip()

    @cached_property
    def _names(self) -> dict[str, str]:
        """How the account first names each of those whom it names."""
        tree, found = self._context.tree, dict[str, str]()
        for one in self._context.named:
            if any(tree.tokens[at].upos != "PRON" for at in tree.tokens_in(one.span)):
                found.setdefault(one.id, one.span.of(self._context.reading.text))
        return found

    def _with_names(self, span: Span) -> str:
        text, tree = self._context.reading.text, self._context.tree
        parts, start = [], span.start
        for at in tree.tokens_in(span):
            token = tree.tokens[at]
            if token.upos == "PRON" and token.deprel != "nmod:poss":
                names = [self._names[one.id] for one in self._context.entities_in(token.span) if one.id in self._names]
                if names:
                    parts += [text[start : token.span.start], names[0]]
                    start = token.span.end
        return "".join([*parts, text[start : span.end]])
