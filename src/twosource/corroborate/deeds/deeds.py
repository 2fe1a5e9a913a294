"""What two accounts tell to have happened, whether or not a figure, a day or a name stands in it.

Clauses of one kind are laid side by side by whom and what they name (``weights.py``). What is forbidden of events
(``alignment/apart.py``) is forbidden here, too, and who denies, demands or expects a deed does not tell that it was
done.
The invariant: a deed is told by accounts of two origins, and no other claim of its accounts holds its sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from twosource.corroborate.alignment.apart import forbidden
from twosource.corroborate.alignment.cluster import JOIN, cluster, merged
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.happenings import event_at
from twosource.corroborate.assertions.topics import Core
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.deeds.clauses import Clause
from twosource.corroborate.deeds.weights import Weights
from twosource.corroborate.findings.gainsaid import is_denied
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.lineage import Lineage
from twosource.model.reading import Modality

MOST = 200
"""Clauses of one kind that are laid side by side."""
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
    weights = Weights(clauses)
    kinds: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        if len(kinds[clause.says.kind]) < MOST and _tells(clause):
            kinds[clause.says.kind].append(clause)
    for kind in sorted(kinds):
        for group in _of_one_kind(kinds[kind], weights, voices, lexicon):
            if _accounts(group) > 1:
                yield group


def _of_one_kind(told: Sequence[Clause], weights: Weights, voices: Voices, lexicon: Lexicon) -> Iterator[Group]:
    """Clauses of one kind that tell one deed; one of them at least is told for its own sake."""
    likeness = {pair: weights.likeness(told[pair[0]], told[pair[1]]) for pair in combinations(range(len(told)), 2)}
    alike = {pair: score for pair, score in likeness.items() if score >= JOIN}
    statements = {number: _statement(told[number], voices) for number in sorted({n for pair in alike for n in pair})}
    sexes = {number: _sexes(told[number]) for number in statements}
    apart = {
        (left, right)
        for left, right in alike
        if not _may_be_one(statements[left], statements[right], lexicon)
        or (sexes[left] and sexes[right] and sexes[left].isdisjoint(sexes[right]))
    }
    scores = {pair: score for pair, score in alike.items() if pair not in apart}
    for group in cluster(len(told), scores, lambda left, right: (left, right) in apart):
        if len(group) > 1 and any(told[number].is_claimed for number in group):
            yield tuple(statements[number] for number in group)


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


def _sexes(clause: Clause) -> frozenset[str]:
    """Whether women or men are told of by a noun: who wounds three women wounds no three men."""
    context = clause.context
    words = (at for at in context.tree.subtree(clause.says.head) if context.tree.tokens[at].upos == "NOUN")
    told = (context.lexicon.sorts_of(*context.forms(at)).get("sex") for at in words)
    return frozenset(sex for sex in told if sex)


def _may_be_one(left: Assertion, right: Assertion, lexicon: Lexicon) -> bool:
    """Whether two statements may tell one deed: both that it was done, or both that it was not, or is to be."""
    if is_denied(left) != is_denied(right):
        return False
    if (left.modality is Modality.EXPECTED) != (right.modality is Modality.EXPECTED):
        return False
    return not forbidden(left, right, lexicon)


def _accounts(group: Group) -> int:
    return len({one.article for one in group})


def _sentences(group: Group) -> frozenset[tuple[str, int]]:
    return frozenset((one.article, one.passage.span.start) for one in group)


def _repeats(deed: frozenset[tuple[str, int]], other: frozenset[tuple[str, int]]) -> bool:
    """Whether a claim holds most of a deed's sentences, and speaks of all of its accounts."""
    return 2 * len(deed & other) >= len(deed) and {article for article, _ in deed} <= {article for article, _ in other}
