"""Claims that somebody makes and another denies: both sides of a dispute, from one account or from several.

Alignment finds what accounts tell alike. A dispute is looked for from its denial: what it points back to in its own
account, or a clause anywhere that says of the same participants what it says did not happen, on another's word. Then
the other accounts' tellings of that claim join it. The invariant: every group has a denial and something that it
denies, and neither is the other's speaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.deeds.clauses import Clause
from twosource.corroborate.disputes.contested import accused_in, clause_in, denied_in, told_in
from twosource.corroborate.disputes.denials import Denial, again, denials
from twosource.corroborate.disputes.proposition import Proposition, meets, proposition, shared
from twosource.corroborate.disputes.quarrels import of_one_quarrel
from twosource.corroborate.findings.findings import Story, finding
from twosource.corroborate.findings.gainsaid import speaker_words
from twosource.model.claim import Claim, ConflictKind
from twosource.model.reading import Attribution, Modality
from twosource.model.span import Span

TELLING = (Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED)
NEAR = 2
"""Sentences before a denial that names nobody ("denied that any warning came") in which what it denies must stand."""
MOST = 200
"""Clauses of one kind in a story that a denial is held against."""
FEW = 40
"""Clauses that answer one denial, or tell a thing again, of which so many are looked at."""
SURE = 2
"""Participants that two clauses must share to be on one matter where neither speaks of the other; a name is enough."""
Place = tuple[str, int, int]


def disputes(contexts: Sequence[Context], clauses: Sequence[Clause], voices: Voices) -> list[tuple[Assertion, ...]]:
    """The disputed claims of a story, each with its tellings and denials.

    Args:
        contexts: Its accounts.
        clauses: Theirs.
        voices: Names the speakers.
    """
    read = sorted((one for one in contexts if one.reading.parsed), key=lambda one: one.account.article.id)
    search, ties = _Search(clauses, voices), _Ties()
    for context in read:
        for denial in denials(context):
            denied = denied_in(context, denial, voices)
            for one, says in search.tellings(context, denial, denied):
                ties.tie(denied, one)
                for other in (*search.again(context, denial, denied), *search.retellings(one, denied, says)):
                    ties.tie(one, other)
    for dispute, same in of_one_quarrel(ties.groups()):
        ties.tie(dispute[0], same[0])
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
        one.modality in (Modality.ALLEGED, Modality.DENIED)
        and one.distortion is None
        and (one.passage.article, one.passage.span) in places
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
        while (above := self._above.get(place, place)) != place:
            self._above[place] = self._above.get(above, above)
            place = above
        return place


class _Search:
    """The clauses of a story by the kind of what they say happens, and what is found among them."""

    def __init__(self, clauses: Sequence[Clause], voices: Voices) -> None:
        self._voices = voices
        self._clauses: dict[str, list[Clause]] = defaultdict(list)
        self._told: dict[tuple[str, int], Assertion] = {}
        for clause in clauses:
            if len(self._clauses[clause.says.kind]) < MOST:
                self._clauses[clause.says.kind].append(clause)

    def tellings(
        self, context: Context, denial: Denial, denied: Assertion
    ) -> Iterator[tuple[Assertion, Proposition | None]]:
        """What a denial denies: what it points back to, or the clauses that say what it says did not happen."""
        found: list[tuple[Assertion, Proposition | None]] = []
        if denial.told is not None:
            within = denial.told.cue[0].overlaps(denial.words)
            told_here = (accused_in if within else told_in)(context, denial.told, self._voices)
            found = [(told_here, _said(context, denial.told))] if told_here is not None else []
        if denial.clause is not None and (says := proposition(context, denial.clause)) is not None:
            of_kind = self._clauses.get(says.kind, ())
            answers = (one for one in of_kind if _answers(context, denial, denied, says, one))
            found += [(self._statement(one), one.says) for one in islice(answers, FEW)]
        for told, claim in found:
            if told.modality in TELLING and _other_voice(told, denied) and (told.attribution or not denial.negated):
                yield told, claim

    def again(self, context: Context, denial: Denial, denied: Assertion) -> Iterator[Assertion]:
        """The denial in its speaker's own words; a pronoun that nobody else is known for ("it said") is who denied."""
        for one in again(context, denial) if not denial.negated else ():
            said = denied_in(context, one, self._voices)
            said = said if said.attribution else replace(said, attribution=denied.attribution)
            if not _other_voice(said, denied):
                yield said

    def retellings(self, one: Assertion, denied: Assertion, says: Proposition | None) -> Iterator[Assertion]:
        """The clauses of other accounts that say the same, on another's word than the denier's."""
        if says is None:
            return
        of_kind = self._clauses.get(says.kind, ())
        elsewhere = (other for other in of_kind if other.context.account.article.id != one.article)
        alike = (other for other in elsewhere if _is_told(other) and meets(says, other.says))
        same = (other for other in alike if shared(says, other.says) >= SURE)
        for other in map(self._statement, islice(same, FEW)):
            if other.modality in TELLING and _other_voice(other, denied):
                yield other

    def _statement(self, one: Clause) -> Assertion:
        place = (one.context.account.article.id, one.says.head)
        if place not in self._told:
            self._told[place] = clause_in(one.context, one.says.head, one.says.mood, self._voices)
        return self._told[place]


def _said(context: Context, told: Attribution) -> Proposition | None:
    """What was told, as a proposition."""
    head = context.head_of(max(told.content, key=len))
    return proposition(context, head) if head is not None else None


def _is_told(clause: Clause) -> bool:
    """Whether a clause says that something happened, and not only when, where or of whom, and calls for nothing."""
    feats = clause.context.tree.tokens[clause.says.head].feats
    return not clause.says.negated and clause.says.mood in TELLING and clause.is_claimed and "Mood=Imp" not in feats


def _answers(context: Context, denial: Denial, denied: Assertion, says: Proposition, other: Clause) -> bool:
    """Whether a clause says what a denial says did not happen: who was not shot in the back may have been shot."""
    if not _is_told(other) or (denial.negated and not Clause(context, says, other.sentence).is_claimed):
        return False
    if _is_own_deed(context, says) and not {one.entity for one in denied.attribution} & other.says.agents:
        return False
    if meets(says, other.says):
        return not denial.negated or (_is_sure(says, other.says) and says.beside <= other.says.named)
    here = context.sentence(says.head)
    return not denial.negated and not says.named and other.context is context and 0 < here - other.sentence <= NEAR


def _is_sure(says: Proposition, other: Proposition) -> bool:
    """Whether two clauses, neither of which speaks of the other, are on one matter: all whom the one names in a part
    are found in that part of the other, or both name two things.
    """
    sides = ((says.agents, other.agents), (says.patients, other.patients))
    named = [(mine, theirs) for mine, theirs in sides if mine]
    return (bool(named) and all(mine & theirs for mine, theirs in named)) or shared(says, other) >= SURE


def _is_own_deed(context: Context, says: Proposition) -> bool:
    """Whether who denies denies to have done it himself: "denied firing a shot"."""
    head = context.tree.tokens[says.head]
    return head.deprel == "xcomp" and context.tree.child(says.head, "nsubj") is None


def _other_voice(one: Assertion, denied: Assertion) -> bool:
    """Whether two statements are of two speakers; an account that tells in its own voice what is denied is one."""
    mine, theirs = speaker_words(one), speaker_words(denied)
    return not (mine & theirs) and (bool(mine) or bool(theirs) or one.article != denied.article)
