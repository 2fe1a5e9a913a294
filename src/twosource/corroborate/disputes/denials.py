"""What an account tells as denied: whose word it is, and the clause that is denied.

Three forms are read. A denial with its clause ("denied that the gates were open"), the same as a negated clause on
somebody's word ("the mayor says that no call came"), and a denial that points back ("the firm rejected that", "called
the accusation nonsense", "that is not true"): what it denies was told before, on another's word. Where nobody's word
stands there, nothing is denied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.corroborate.assertions.voice import denies
from twosource.corroborate.context import CONTENT, NOMINAL, Context
from twosource.corroborate.disputes.accusations import accusation
from twosource.model.reading import Attribution, AttributionKind, Modality
from twosource.model.span import Span

DEMONSTRATIVES = frozenset({"it", "that", "this"})
"""Pronouns that may stand for what was said."""
DEFINITE = frozenset({"the", "that", "this", "those", "these", "such", "any", "all"})
"""Before a word for what is said, they point to something that was told."""
MOST = 40
"""Attributions of one sentence that are looked at."""
REACH = 3
"""Sentences before a denial in which what it names ("the accusation") may be told; a pronoun points to the last."""
BARE = 3
"""Words up to which a content that calls something untrue and does not say what is all that is said: "not so"."""
FEWEST_WORDS = 4
"""Words that make what was told a claim."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial of an account.

    Attributes:
        words: The words that deny, from the cue to the end of what it denies.
        voiced: The stretch whose speaker denies.
        clause: The predicate of what is denied, where the denial itself tells it.
        told: What it denies, where that was told before, or the denial says who claims it.
        negated: Whether a negation denies, and no cue.
    """

    words: Span
    voiced: Span
    clause: int | None = None
    told: Attribution | None = None
    negated: bool = False


def denials(context: Context) -> Iterator[Denial]:
    """The denials of an account, in the order of its attributions.

    Args:
        context: The account.
    """
    for one in context.reading.attributions:
        head = context.head_of(one.content[0]) if one.content else None
        if head is None or not one.cue:
            continue
        content, found = one.content[0], None
        if _rejects(context, one, head):
            words = _from_to(one.cue[0], content)
            if (pointer := _pointer(context, head)) is not None:
                found = _pointing(context, pointer, one, words)
            else:
                clause, own = _clause(context, head), accusation(context, _rejected(context, one, head))
                words = words if own is None else _from_to(words, own.content[-1])
                found = Denial(words, content, clause=clause, told=own) if clause is not None or own else None
        elif (pointer := _called_untrue(context, content, head)) is not None:
            found = _pointing(context, pointer, one, content)
        elif _says_not(context, one, head):
            found = Denial(content, content, clause=head, negated=True)
        if found is not None:
            yield found


def again(context: Context, denial: Denial) -> Iterator[Denial]:
    """What is quoted behind a denial and says in its own words that it is not so: the speaker is for the caller to ask.

    Args:
        context: The account.
        denial: One of its denials, with a cue.
    """
    number = context.reading.sentence_at(denial.words.start) or 0
    for one in context.attributions_of(number + 1)[:MOST]:
        head = context.head_of(one.content[0])
        if one.kind is AttributionKind.DIRECT and head is not None and _is_negated(context, head):
            yield Denial(one.content[0], one.content[0], clause=head, negated=True)


def _rejected(context: Context, one: Attribution, head: int) -> int:
    """What a source rejects: the word that hangs on the verb, also where only what it says was read as the content."""
    cue = context.head_of(one.cue[0])
    thing = None if cue is None else context.tree.child(cue, "obj")
    return head if thing is None else thing


def _from_to(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _rejects(context: Context, one: Attribution, head: int) -> bool:
    """Whether a source denies: by a verb of denying, or dismisses what is said."""
    if _decides(context, one):
        return False
    if denies(context, one):
        return True
    cue = [index for part in one.cue for index in context.tree.tokens_in(part)]
    dismissing = any(context.lexicon.is_around("dismissing", *context.forms(index)) for index in cue)
    return dismissing and context.lexicon.is_around("reports", *context.forms(head))


def _pointer(context: Context, head: int) -> int | None:
    """The word of a content that points back, where it is all that is said: "it", "the claims", "it happened"."""
    if _points_back(context, head):
        return head
    subject, forms = context.tree.child(head, "nsubj"), context.forms(head)
    is_so = not context.lexicon.occurring.isdisjoint(forms) or _is_so(context, head)
    pronoun = subject is not None and context.tree.tokens[subject].upos in ("PRON", "DET")
    return subject if is_so and pronoun and subject is not None and _points_back(context, subject) else None


def _decides(context: Context, one: Attribution) -> bool:
    """Whether the source is one that decides: what a court dismisses it does not deny."""
    inside = (at for part in one.source for at in context.tree.tokens_in(part))
    return any(context.lexicon.is_around("deciding", *context.forms(at)) for at in inside)


def _points_back(context: Context, head: int) -> bool:
    """Whether a word stands for something that was told: "it", "the accusation", "their claims"."""
    tokens, below = context.tree.tokens, context.tree.children[head]
    if tokens[head].upos in ("PRON", "DET"):
        return context.forms(head)[1] in DEMONSTRATIVES and not below
    if not context.lexicon.is_around("reports", *context.forms(head)):
        return False
    behind = (at for at in below if at > head and tokens[at].upos in CONTENT)
    if any(tokens[at].deprel != "acl:relcl" or tokens[head + 1].text != "," for at in behind):
        return False  # "the claim of 80,000" says itself what is claimed
    return any(context.forms(at)[1] in DEFINITE or tokens[at].deprel == "nmod:poss" for at in below)


def _clause(context: Context, head: int) -> int | None:
    """The clause that is denied: the content itself, or what a report says ("denied reports that")."""
    tokens = context.tree.tokens
    if tokens[head].upos == "VERB":
        return head
    reports = context.lexicon.is_around("reports", *context.forms(head))
    said = (at for at in context.tree.children[head] if tokens[at].deprel in ("acl", "ccomp"))
    return next((at for at in said if tokens[at].upos == "VERB"), None) if reports else None


def _called_untrue(context: Context, content: Span, head: int) -> int | None:
    """What is called untrue, where it points back: "the rumour was false", "that is not true"; or a bare "not so"."""
    subject, negated = context.tree.child(head, "nsubj"), _is_negated(context, head)
    untrue = context.lexicon.is_around("untrue", *context.forms(head)) and not negated
    if not untrue and not (_is_so(context, head) and negated):
        return None
    if subject is None:
        words = sum(map(str.isalpha, (context.tree.tokens[at].text for at in context.tree.tokens_in(content))))
        return head if words <= BARE else None
    return subject if subject < head and _points_back(context, subject) else None


def _is_so(context: Context, head: int) -> bool:
    """Whether a predicate says that something is so: "true", "the case"; not "a case of fear"."""
    noun = context.tree.tokens[head].upos == "NOUN"
    determined = any(context.forms(at)[1] == "the" for at in context.tree.children[head])
    return context.lexicon.is_around("true", *context.forms(head)) and (determined or not noun)


def _is_negated(context: Context, head: int) -> bool:
    event = context.events.get(head)
    nots = any(context.lexicon.is_around("negating", *context.forms(at)) for at in context.tree.children[head])
    return nots if event is None else event.negated


def _says_not(context: Context, one: Attribution, head: int) -> bool:
    """Whether somebody says that something did not happen, and that is all that he says."""
    event = context.events.get(head)
    return (
        event is not None
        and event.negated
        and event.modality is Modality.ASSERTED
        and one.modality is Modality.REPORTED
        and bool(one.source)
    )


def _pointing(context: Context, head: int, denial: Attribution, words: Span) -> Denial | None:
    """A denial with what it points back to, where another's word for that stands before it."""
    reach = REACH if context.lexicon.is_around("reports", *context.forms(head)) else 1
    told = _told_before(context, denial, head, reach)
    return None if told is None else Denial(words, denial.content[0], told=told)


def _told_before(context: Context, denial: Attribution, pointer: int, reach: int) -> Attribution | None:
    """The last claim before a place on another's word: in other words rather than in quotation marks.

    Args:
        context: The account.
        denial: Its attribution.
        pointer: The word that points back.
        reach: Sentences to look back.
    """
    start, number = context.tree.tokens[pointer].span.start, context.sentence(pointer)
    named, denier = _qualities(context, pointer), _source_words(context, denial)
    owner = _owner(context, pointer)
    here = (one for one in context.attributions_of(number)[:MOST] if one.content[-1].end <= start)
    if any(_source_words(context, one) & denier for one in here):
        return None  # who in one sentence says a thing and takes it back contradicts nobody
    for direct in (False, True):
        for before in range(number, max(-1, number - reach - 1), -1):
            found = [
                one
                for one in context.attributions_of(before)[:MOST]
                if (one.kind is AttributionKind.DIRECT) == direct
                and one.content[-1].end <= start
                and _claims(context, one, denial, reach)
                and named <= context.words(context.tree.tokens_in(max(one.content, key=len)))
                and (owner is None or any(part in owner for part in one.source))
            ]
            if found:
                return max(found, key=lambda one: (sum(map(len, one.content)), one.content))
    return None


def _owner(context: Context, pointer: int) -> tuple[Span, ...] | None:
    """All that means whose claim is pointed back to, where the account says more of her than "her"."""
    owner = context.tree.child(pointer, "nmod:poss")
    span = None if owner is None else context.tree.tokens[owner].span
    return next((chain for chain in context.reading.coreference if span in chain), None)


def _qualities(context: Context, pointer: int) -> frozenset[str]:
    """The nouns that say what a claim is of: "the fraud claims" are of fraud."""
    below = context.tree.children[pointer]
    return context.words(at for at in below if context.tree.tokens[at].deprel == "compound")


def _claims(context: Context, one: Attribution, denial: Attribution, reach: int) -> bool:
    """Whether an attribution tells a claim of somebody else: an accusation, or a clause; for a pronoun all that the
    sentence says.
    """
    content, tokens = max(one.content, key=len), context.tree.tokens
    head = context.head_of(content)
    if head is None or one.modality in (Modality.DENIED, Modality.EXPECTED) or _is_wished(context, head):
        return False
    if _source_words(context, one) & _source_words(context, denial):
        return False  # whoever speaks for the denier accuses him of nothing
    clause = tokens[head].upos == "VERB" or context.tree.child(head, "cop") is not None
    words = sum(tokens[at].text.isalpha() for at in context.tree.tokens_in(content))
    return (clause or reach == 1 or one.modality is Modality.ALLEGED) and words >= FEWEST_WORDS


def _is_wished(context: Context, head: int) -> bool:
    return not context.lexicon.wished.isdisjoint(context.forms(head))


def _source_words(context: Context, one: Attribution) -> frozenset[str]:
    """The names and nouns of a source, with those of whom it speaks for."""
    inside = (at for part in one.source for at in context.tree.tokens_in(part))
    return frozenset(context.lemma(at) for at in inside if context.tree.tokens[at].upos in NOMINAL)
