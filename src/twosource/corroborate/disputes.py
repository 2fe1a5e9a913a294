"""Claims that somebody makes and another denies: both sides of a dispute, from one account or from several.

Alignment finds what accounts tell alike. A dispute is looked for from its denial: what it points back to in its own
account, or a clause anywhere that says of the same participants what it says did not happen, on another's word. Then
the other accounts' tellings of that claim join it. The invariant: every group has a denial and something that it
denies, and neither is the other's speaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.context import Context
from twosource.corroborate.denials import Denial, again, denials
from twosource.corroborate.findings import Story, finding
from twosource.corroborate.proposition import Proposition, meets, proposition
from twosource.corroborate.stated import Found, stated
from twosource.corroborate.topics import SUBORDINATE, people_in, places_in, words_in
from twosource.corroborate.voice import Voices
from twosource.model.claim import Claim, ClaimType, ConflictKind
from twosource.model.reading import Attribution, AttributionKind, Modality
from twosource.model.span import Span
from twosource.model.value import Wording

DISPUTED = "dispute"
"""Predicate of a disputed claim: of whatever kind the event is, its statements are held against each other."""
TELLING = (Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED)
NEAR = 2
"""Sentences before a denial that names nobody ("denied that any warning came") in which what it denies must stand."""
MOST = 200
"""Clauses of one kind in a story that a denial is held against."""
CLAIMED = frozenset({"root", "ccomp", "conj", "parataxis"})
"""Relations of a clause that is said for its own sake."""
BESIDE = SUBORDINATE - {"ccomp"}
OPENING = frozenset({"cc", "mark", "punct"})
SURE = 2
"""Participants that a clause of another account must share with what was told to be the same told again."""
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of an account with what it says.

    Attributes:
        sentence: Its number in the account.
    """

    context: Context
    says: Proposition
    sentence: int


Clauses = dict[str, list[Clause]]


def disputes(contexts: Sequence[Context], voices: Voices) -> list[tuple[Assertion, ...]]:
    """The disputed claims of a story, each with its tellings and denials.

    Args:
        contexts: Its accounts.
        voices: Names the speakers.
    """
    read = [context for context in contexts if context.reading.parsed]
    clauses = _clauses(read)
    ties = _Ties()
    for context in read:
        for denial in denials(context):
            denied = _denied(context, denial, voices)
            for one, says in _tellings(context, denial, denied, clauses, voices):
                ties.tie(denied, one)
                for same in _again(context, denial, denied, voices):
                    ties.tie(denied, same)
                for other in _retellings(one, says, clauses, voices):
                    if _other_voice(other, denied):
                        ties.tie(one, other)
    return ties.groups()


def with_disputes(claims: Sequence[Claim], groups: Iterable[Sequence[Assertion]], story: Story) -> list[Claim]:
    """The claims of a story with its disputes, but for those that a claim already shows, and without what they repeat.

    That a copy leaves out or adds another's denial is no distortion, so no dispute is judged by what is copied.

    Args:
        claims: What alignment found.
        groups: From ``disputes``.
        story: What findings are drawn from.
    """
    shown = {place for claim in claims for place in _in_conflict(claim)}
    found = [finding(group, replace(story, sources={})) for group in groups]
    new = [claim for claim in found if not _in_conflict(claim) <= shown and _in_conflict(claim)]
    repeated = {place for claim in new for place in _in_conflict(claim)}
    return [claim for claim in claims if not _repeats(claim, repeated)] + new


def _in_conflict(claim: Claim) -> set[tuple[str, Span]]:
    """The passages between which a claim shows a conflict of polarity."""
    sides = (side for one in claim.conflicts if one.kind is ConflictKind.POLARITY for side in one.sides)
    return {(claim.statements[n].passage.article, claim.statements[n].passage.span) for side in sides for n in side}


def _repeats(claim: Claim, places: set[tuple[str, Span]]) -> bool:
    """Whether a claim only says again that something is alleged or denied in passages that a dispute shows."""
    return not claim.conflicts and all(
        one.modality in (Modality.ALLEGED, Modality.DENIED) and (one.passage.article, one.passage.span) in places
        for one in claim.statements
    )


class _Ties:
    """Statements that are tied to one another, in whatever order they are named."""

    def __init__(self) -> None:
        self._above: dict[Place, Place] = {}
        self._held: dict[Place, Assertion] = {}

    def tie(self, one: Assertion, other: Assertion) -> None:
        """Put two statements, and all that are tied to them, into one group."""
        first, second = sorted((self._root(self._place(one)), self._root(self._place(other))))
        self._above[second] = first

    def groups(self) -> list[tuple[Assertion, ...]]:
        """The groups, each in text order."""
        found: dict[Place, list[Assertion]] = defaultdict(list)
        for place in sorted(self._held):
            found[self._root(place)].append(self._held[place])
        return [tuple(found[root]) for root in sorted(found)]

    def _place(self, one: Assertion) -> Place:
        place = (one.article, one.focus.start, one.focus.end)
        self._held.setdefault(place, one)
        return place

    def _root(self, place: Place) -> Place:
        while self._above.get(place, place) != place:
            place = self._above[place]
        return place


def _clauses(contexts: Sequence[Context]) -> Clauses:
    """All clauses of a story by the kind of what they say happens."""
    found: Clauses = defaultdict(list)
    for context in contexts:
        for head in sorted(context.events):
            says = proposition(context, head)
            if says is not None and len(found[says.kind]) < MOST:
                found[says.kind].append(Clause(context, says, context.sentence(head)))
    return found


def _tellings(
    context: Context, denial: Denial, denied: Assertion, clauses: Clauses, voices: Voices
) -> Iterator[tuple[Assertion, Proposition | None]]:
    """What a denial denies: what it points back to, or the clauses that say what it says did not happen."""
    found: list[tuple[Assertion, Proposition | None]] = []
    if denial.told is not None:
        found.append((_told(context, denial.told, voices), _said(context, denial.told)))
    elif denial.clause is not None and (says := proposition(context, denial.clause)) is not None:
        answered = (one for one in clauses.get(says.kind, ()) if _answers(context, denial, denied, says, one))
        found.extend((_clause_told(one, voices), one.says) for one in answered)
    for one, says in found:
        if one.modality in TELLING and _other_voice(one, denied) and (one.attribution or not denial.negated):
            yield one, says


def _again(context: Context, denial: Denial, denied: Assertion, voices: Voices) -> Iterator[Assertion]:
    """The denial in its speaker's own words; a pronoun that nobody else is known for ("it said") is who denied."""
    for one in again(context, denial) if not denial.negated else ():
        said = _denied(context, one, voices)
        said = said if said.attribution else replace(said, attribution=denied.attribution)
        if not _other_voice(said, denied):
            yield said


def _retellings(one: Assertion, says: Proposition | None, clauses: Clauses, voices: Voices) -> Iterator[Assertion]:
    """The clauses of other accounts that say the same."""
    if says is None:
        return
    for other in clauses.get(says.kind, ()):
        elsewhere = other.context.account.article.id != one.article and _is_told(other)
        if elsewhere and meets(says, other.says) and len(says.named & other.says.named) >= SURE:
            retold = _clause_told(other, voices)
            if retold.modality in TELLING:
                yield retold


def _is_told(clause: Clause) -> bool:
    """Whether a clause says that something happened, and not only when, where or of whom."""
    return not clause.says.negated and clause.says.mood in TELLING and _is_claimed(clause)


def _answers(context: Context, denial: Denial, denied: Assertion, says: Proposition, other: Clause) -> bool:
    """Whether a clause says what a denial says did not happen."""
    if not _is_told(other) or (denial.negated and not _is_claimed(Clause(context, says, other.sentence))):
        return False
    if _is_own_deed(context, says) and not {one.entity for one in denied.attribution} & other.says.agents:
        return False
    if meets(says, other.says):
        return True
    here = context.sentence(says.head)
    return not denial.negated and not says.named and other.context is context and 0 < here - other.sentence <= NEAR


def _is_own_deed(context: Context, says: Proposition) -> bool:
    """Whether who denies denies to have done it himself: "denied firing a shot"."""
    head = context.tree.tokens[says.head]
    return head.deprel == "xcomp" and context.tree.child(says.head, "nsubj") is None


def _is_claimed(clause: Clause) -> bool:
    """Whether a clause is what somebody says, not when, where or of whom he says it."""
    return clause.context.tree.tokens[clause.says.head].deprel in CLAIMED


def _other_voice(one: Assertion, denied: Assertion) -> bool:
    """Whether two statements are of two speakers; an account that tells in its own voice what is denied is one."""
    mine, theirs = ({word for who in each.attribution for word in who.name.lower().split()} for each in (one, denied))
    return not (mine & theirs) and (bool(mine) or bool(theirs) or one.article != denied.article)


def _denied(context: Context, denial: Denial, voices: Voices) -> Assertion:
    """A denial as a statement of its own."""
    mood = Modality.ASSERTED if denial.negated else Modality.DENIED
    found = Found(
        ClaimType.EVENT,
        denial.words,
        _topic(context, denial.words),
        Wording(denial.words.of(context.reading.text)),
        voiced=denial.voiced,
        mood=mood,
        negated=denial.negated,
    )
    return stated(context, voices, found)


def _told(context: Context, told: Attribution, voices: Voices) -> Assertion:
    """What was told before a denial, as a statement."""
    content = max(told.content, key=len)
    words = Span(told.content[0].start, told.content[-1].end) if told.kind is not AttributionKind.DIRECT else content
    words = _without_opening(context, words)
    topic, value = _topic(context, words), Wording(words.of(context.reading.text))
    return stated(context, voices, Found(ClaimType.EVENT, words, topic, value, voiced=content, mood=told.modality))


def _said(context: Context, told: Attribution) -> Proposition | None:
    """What was told, as a proposition."""
    head = context.head_of(max(told.content, key=len))
    return proposition(context, head) if head is not None else None


def _clause_told(one: Clause, voices: Voices) -> Assertion:
    """A clause as a statement."""
    context, span = one.context, _without_opening(one.context, _span(one.context, one.says.head))
    topic, value = _topic(context, span), Wording(span.of(context.reading.text))
    voiced = context.tree.tokens[one.says.head].span
    return stated(context, voices, Found(ClaimType.EVENT, span, topic, value, voiced=voiced, mood=one.says.mood))


def _span(context: Context, head: int) -> Span:
    """A clause with what it says that somebody did, and without the clauses beside it."""
    return context.tree.span(context.tree.subtree(head, BESIDE))


def _without_opening(context: Context, span: Span) -> Span:
    """A clause without the "and that" that ties it to its sentence."""
    inside = context.tree.tokens_in(span)
    first = next((at for at in inside if context.tree.tokens[at].deprel not in OPENING), inside.start)
    return Span(context.tree.tokens[first].span.start, span.end)


def _topic(context: Context, span: Span) -> Topic:
    return Topic(
        predicate=DISPUTED,
        people=people_in(context, span),
        places=places_in(context, span),
        words=words_in(context, context.tree.tokens_in(span)),
        wording=span.of(context.reading.text),
    )
