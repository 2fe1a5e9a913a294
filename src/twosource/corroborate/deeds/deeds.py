"""What two accounts tell to have happened, whether or not a figure, a day or a name stands in it.

A clause of one account is held against the sentences of the others (``support.py``), and of a sentence that tells what
it says against the clause that shares most with it (``parted.py``). What is forbidden of events
(``alignment/apart.py``) is forbidden here, too, and who denies, demands or expects a deed does not tell that it was
done.
The invariant: a deed is told by accounts of two origins, and no other claim of its accounts holds its sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from twosource.corroborate.alignment.apart import forbidden
from twosource.corroborate.alignment.cluster import cluster, merged
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.happenings import event_at
from twosource.corroborate.assertions.topics import Core
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.deeds.clauses import Clause
from twosource.corroborate.deeds.parted import are_parted
from twosource.corroborate.deeds.support import Place, Support, supports
from twosource.corroborate.deeds.weights import Weights
from twosource.corroborate.findings.gainsaid import is_denied
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.lineage import Lineage
from twosource.model.reading import Modality

GENERAL = frozenset({"anyone", "anybody", "whoever"})
"""Of whom nothing is told: "anyone with information is asked to call"."""
ASKING = frozenset({"who", "what", "which", "you"})
"""Of whom nothing is told outside a relative clause: "who pulled the plug"."""
ELSEWHERE = frozenset({ClaimType.ROLE, ClaimType.ATTRIBUTE})
"""Types of claims that leave untold what their sentences say happened."""

Group = tuple[Assertion, ...]
_NOMINAL = frozenset({"nsubj", "obj", "iobj"})


def with_deeds(
    groups: Sequence[Group], clauses: Sequence[Clause], voices: Voices, lineage: Lineage, lexicon: Lexicon
) -> tuple[Group, ...]:
    """The groups of a story's assertions, with the deeds that several accounts tell.

    Args:
        groups: What alignment found. An event of theirs that is part of a deed brings its group along.
        clauses: The story's.
        voices: Names the speakers.
        lineage: Knows who copied whom: a deed of one origin alone is left out.
        lexicon: The language's concepts.
    """
    known = {(one.article, one.focus): one for group in groups for one in group if one.type is ClaimType.EVENT}
    several = [group for group in groups if _accounts(group) > 1]
    held = [_sentences(group) for group in several if group[0].type not in ELSEWHERE]
    quoted = frozenset(place for group in several if group[0].type is ClaimType.QUOTE for place in _sentences(group))
    new: list[Group] = []
    pairs: list[tuple[Assertion, Assertion]] = []
    for deed in sorted(_deeds(clauses, voices, lexicon), key=lambda deed: (-_accounts(deed), deed[0].key)):
        origins = {lineage.origin_of(one.article).id for one in deed}
        said = 2 * len(_sentences(deed) & quoted) > len(deed)  # a quotation, told as one already
        if len(origins) > 1 and not said and not any(_repeats(_sentences(deed), other) for other in held):
            held.append(_sentences(deed))
            members = [known.get((one.article, one.focus), one) for one in deed]
            new += [(one,) for one in members if (one.article, one.focus) not in known]
            pairs += pairwise(members)
    return merged([*groups, *new], pairs)


def _deeds(clauses: Sequence[Clause], voices: Voices, lexicon: Lexicon) -> Iterator[Group]:
    """Clauses of several accounts that tell one deed, as statements."""
    told = [clause for clause in clauses if _tells(clause)]
    weights = Weights(clauses)
    inside: dict[Place, list[int]] = defaultdict(list)
    for number, clause in enumerate(told):
        inside[clause.article, clause.sentence].append(number)
    scores: dict[tuple[int, int], float] = {}
    for one in supports(told, weights):
        partner = _partner(told, one, inside[one.place], weights)
        if partner is not None:
            pair = min(one.clause, partner), max(one.clause, partner)
            scores[pair] = max(one.score, scores.get(pair, 0.0))
    statements = {number: _statement(told[number], voices) for number in sorted({n for pair in scores for n in pair})}
    apart = {(one, other) for one, other in scores if not _may_be_one(statements[one], statements[other], lexicon)}
    alike = {pair: score for pair, score in scores.items() if pair not in apart}
    for group in cluster(len(told), alike, lambda left, right: (left, right) in apart):
        if len(group) > 1:
            yield tuple(statements[number] for number in group)


def _partner(told: Sequence[Clause], support: Support, inside: Sequence[int], weights: Weights) -> int | None:
    """The clause of a sentence that shares most with the one that it supports; ``None`` where it tells another deed."""
    clause = told[support.clause]
    shared = {
        number: weights.total(clause.says.named & told[number].says.named, clause)
        + (clause.says.kind == told[number].says.kind) * weights.of_kind(clause.says.kind)
        for number in inside
    }
    best = max(inside, key=lambda number: (shared[number], told[number].is_claimed, -number), default=None)
    return None if best is None or are_parted(clause, told[best]) else best


def _tells(clause: Clause) -> bool:
    """Whether a clause says something of somebody: it is no word of saying, asks nothing and orders nothing."""
    context, head = clause.context, clause.says.head
    tree = context.tree
    text = context.reading.sentences[clause.sentence].of(context.reading.text)
    asks = text.rstrip("\"'”’) ").endswith("?") or "Mood=Imp" in tree.tokens[head].feats
    if asks or not clause.says.named or context.is_saying(head):
        return False
    below = {context.lemma(at) for at in tree.children[head] if tree.tokens[at].deprel.split(":")[0] in _NOMINAL}
    relative = tree.tokens[head].deprel == "acl:relcl"
    return below.isdisjoint(GENERAL if relative else GENERAL | ASKING)


def _statement(clause: Clause, voices: Voices) -> Assertion:
    return event_at(clause.context, voices, Core(clause.says.head, clause.says.kind, None, ()))


def _may_be_one(left: Assertion, right: Assertion, lexicon: Lexicon) -> bool:
    """Whether two statements may tell one deed: both that it was done, or both that it was not, or is to be. Two words
    for it are two kinds only where both are known ones: who was wounded was not killed.
    """
    if is_denied(left) != is_denied(right):
        return False
    if (left.modality is Modality.EXPECTED) != (right.modality is Modality.EXPECTED):
        return False
    if not all(lexicon.event.knows(one.topic.predicate) for one in (left, right)):
        right = replace(right, topic=replace(right.topic, predicate=left.topic.predicate))
    return not forbidden(left, right, lexicon)


def _accounts(group: Group) -> int:
    return len({one.article for one in group})


def _sentences(group: Group) -> frozenset[tuple[str, int]]:
    return frozenset((one.article, one.passage.span.start) for one in group)


def _repeats(deed: frozenset[tuple[str, int]], other: frozenset[tuple[str, int]]) -> bool:
    """Whether a claim holds most of a deed's sentences, and speaks of all of its accounts."""
    return 2 * len(deed & other) >= len(deed) and {article for article, _ in deed} <= {article for article, _ in other}
