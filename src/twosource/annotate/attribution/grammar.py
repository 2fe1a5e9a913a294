"""What the tree tells about a verb: its subject, wherever it hangs, its object, its voice, the words that belong to it.

Reach for it from any rule on cues. Where a parser commonly errs, the order of the words is asked too.
"""

from __future__ import annotations

from twosource.annotate.attribution.lexicon import Lexicon
from twosource.annotate.phrase import name_in
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

_HELPERS = frozenset({"aux", "advmod", "cop", "compound", "discourse"})
_ASIDE = frozenset({",", "”", '"', "''", "–", "—"})
"""Marks before an inverted aside: "the paradox, says Orlo, is …"."""

_CLIMB = 6
"""So many steps up are looked for a shared subject: "tried to begin to say" is three."""


_READABLE = 500
"""Tokens of the longest sentence in which every verb is asked for what stands around it; longer ones are no prose, and
asking would cost their square."""


def is_readable(tree: Tree, verb: int) -> bool:
    """Whether a verb's sentence is of a length that people write."""
    return len(tree.sentence_ranges[tree.sentence_of[verb]]) <= _READABLE


def case_of(tree: Tree, index: int) -> str:
    """The preposition or the mark of a phrase, lower-cased; empty without one."""
    return tree.case_of(index, "case", "mark")


def can_speak(tree: Tree, words: list[int], lexicon: Lexicon) -> bool:
    """Whether a phrase names somebody or something that can be asked, or read: a person, a body, a document."""
    if any(tree.tokens[at].lemma.lower() in lexicon.speakers for at in words):
        return True
    return name_in(tree.reading, tree.span(words), EntityType.PERSON, EntityType.ORGANIZATION) is not None


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether "to" stands before a verb."""
    return any(tree.tokens[below].text.lower() == "to" and below < verb for below in tree.children[verb])


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb has a passive auxiliary, or is a bare participle ("asked about it", "a boat called Odra")."""
    below = {tree.tokens[at].deprel for at in tree.children[verb]}
    token = tree.tokens[verb]
    if "aux:pass" in below:
        return True
    if below & {"nsubj", "nsubj:pass", "aux", "obj"}:
        return False
    if token.deprel == "conj":
        return any(tree.tokens[at].deprel == "aux:pass" for at in tree.children[token.head])
    if "Tense=Past" not in token.feats or token.text.lower().endswith("ing"):
        return False
    return token.deprel in ("acl", "advcl") or verb == 0 or tree.sentence_of[verb] != tree.sentence_of[verb - 1]


def thing_of(tree: Tree, verb: int) -> int | None:
    """The object; an indirect one where there is no other, as parsers mix the two up."""
    direct = tree.child(verb, "obj")
    return direct if direct is not None else tree.child(verb, "iobj")


def agent(tree: Tree, verb: int) -> int | None:
    """The one by whom something is done, of a passive."""
    for below in tree.children[verb]:
        if tree.tokens[below].deprel == "obl:agent" or (
            tree.tokens[below].deprel == "obl" and case_of(tree, below) == "by"
        ):
            return below
    return None


def own_subject(tree: Tree, verb: int) -> int | None:
    """The subject that hangs on the verb itself: of two, which parsers sometimes find, the one right before it."""
    subjects = [at for at in tree.children[verb] if tree.tokens[at].deprel in ("nsubj", "nsubj:outer", "nsubj:pass")]
    before = [at for at in subjects if at < verb]
    after = [at for at in subjects if at > verb]
    inverted = bool(after) and verb > 0 and tree.tokens[verb - 1].text in _ASIDE
    if inverted and not (before and _ends_its_aside(tree, before[-1], verb)):
        return after[0]
    return before[-1] if before else (subjects[0] if subjects else None)


def _ends_its_aside(tree: Tree, subject: int, verb: int) -> bool:
    """Whether the comma before a verb ends its subject's own aside: "Ana Orlo, who leads us, told Radio Brek"."""
    phrase = tree.subtree(subject)
    return phrase[-1] >= verb - 2 and any(tree.tokens[at].text == "," for at in phrase if subject < at < verb - 1)


def speaker(tree: Tree, verb: int) -> int | None:
    """The head of the noun phrase that says, thinks or wants, also when another verb holds it.

    The subject of a conjoined verb, of an infinitive or of a participle is found further up; an infinitive after an
    object belongs to that object ("asked him to say").
    """
    if is_passive(tree, verb):
        return agent(tree, verb)
    said = tail_before(tree, verb)
    if said is not None:
        return speaker(tree, said)
    beside = _beside(tree, verb)
    at = verb
    for _ in range(_CLIMB if beside is None else 0):
        subject = own_subject(tree, at)
        if subject is not None:
            return None if is_dummy(tree, at, subject) else subject
        holder, higher = _holder(tree, at)
        if higher is None:
            return holder
        at = higher
    return beside


def _holder(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Of a verb without a subject: the noun that has it for its own, or the verb to ask next."""
    token = tree.tokens[verb]
    if tree.child(verb, "expl") is not None or token.head == verb:
        return None, None
    if token.deprel in ("acl", "acl:relcl"):
        return token.head, None
    if token.deprel not in ("conj", "xcomp", "advcl", "parataxis", "ccomp"):
        return None, None
    above = tree.tokens[token.head]
    if above.deprel == "ccomp" and (is_trailing(tree, verb) or _goes_on_saying(tree, verb)):
        return None, above.head
    behind = token.head < above.head < verb  # "'It is late,' she said, and added that": no part of what she said
    if token.deprel == "conj" and above.deprel == "ccomp" and (behind or tree.tokens[above.head].lemma == token.lemma):
        return None, above.head
    as_saying = token.deprel == "advcl" and case_of(tree, verb) == "as"
    addressee = tree.child(token.head, "obj", "iobj") if token.deprel == "xcomp" or as_saying else None
    return (addressee, None) if addressee is not None else (None, token.head)


def is_trailing(tree: Tree, verb: int) -> bool:
    """Whether a verb is a participle after a comma (", adding that"): the main speaker's, whatever it hangs on."""
    token = tree.tokens[verb]
    participle = token.deprel == "advcl" and token.text.lower().endswith("ing")
    return participle and verb > 0 and tree.tokens[verb - 1].text == ","


def _goes_on_saying(tree: Tree, verb: int) -> bool:
    """Whether a verb that hangs on what was said is the speaker's next one: "she said it was late but added that"."""
    token = tree.tokens[verb]
    subject = own_subject(tree, token.head) if token.deprel == "conj" else None
    return subject is not None and is_dummy(tree, token.head, subject)


def tail_before(tree: Tree, verb: int) -> int | None:
    """The verb of a tail right before a participle, whose speaker goes on: "…, she said, adding that …"."""
    if verb < _TAIL or tree.tokens[verb - 1].text != "," or not tree.tokens[verb].text.lower().endswith("ing"):
        return None
    before = verb - 2
    token = tree.tokens[before]
    finite = token.upos == "VERB" and "VerbForm=Fin" in token.feats
    return before if finite and own_subject(tree, before) == before - 1 else None


_TAIL = 3
"""Tokens of the shortest tail with its comma: "she said,"."""


def _beside(tree: Tree, verb: int) -> int | None:
    """The noun right before a finite verb that the tree gives no subject, or only a later one ("the mayor said he")."""
    token = tree.tokens[verb]
    subjects = [at for at in tree.children[verb] if tree.tokens[at].deprel.startswith("nsubj")]
    first = cue_tokens(tree, verb)[0]
    if first == 0 or "VerbForm=Fin" not in token.feats or (subjects and subjects[0] < verb):
        return None
    at = _before_aside(tree, first - 1)
    left = tree.tokens[at]
    aged = left.upos == "ADJ" and left.deprel == "nsubj"  # "the 49-year-old said"
    if left.upos not in ("NOUN", "PROPN") and "Case=Nom" not in left.feats and not aged:
        return None
    if token.deprel.startswith("acl") and not subjects:
        return None
    return _phrase_head(tree, at, verb)


def _before_aside(tree: Tree, at: int) -> int:
    """Of a comma the word before the aside that it closes ("Ana Orlo" in "Ana Orlo, 70, said"), else the same word."""
    if tree.tokens[at].text != ",":
        return at
    commas = (here for here in range(at - 1, max(0, at - _ASIDE_LENGTH), -1) if tree.tokens[here].text == ",")
    return next(commas, at + 1) - 1


_ASIDE_LENGTH = 4
"""Tokens of an aside that is read without the tree's help: an age, a party, "R-Ohio"."""


def _phrase_head(tree: Tree, at: int, before: int) -> int | None:
    """The head of the whole phrase that ends at a noun: "officials" in "officials who spoke with the Gazeta".

    Behind what is said, a comma ends the climb: in "it hurt two guests, hotel staff said" no guest speaks.
    """
    said = next((below for below in tree.children[before] if tree.tokens[below].deprel == "ccomp" and below < at), None)
    for _ in range(_CLIMB):
        token = tree.tokens[at]
        clause = token.upos == "VERB" and token.deprel in ("acl", "acl:relcl")
        nominal = tree.tokens[token.head].upos in ("NOUN", "PROPN") or tree.tokens[token.head].deprel.startswith("acl")
        if token.head >= before or token.head == at or not (clause or nominal) or _is_apposed_name(tree, at):
            break
        if token.deprel in ("conj", "appos") and said is not None and _is_set_off(tree, at):
            break
        at = token.head
    return at if tree.tokens[at].upos != "VERB" and tree.child(at, "case") is None else None


def _is_set_off(tree: Tree, head: int) -> bool:
    """Whether a comma stands right before a phrase."""
    first = tree.subtree(head)[0]
    return tree.tokens[first].text == "," or (first > 0 and tree.tokens[first - 1].text == ",")


def _is_apposed_name(tree: Tree, at: int) -> bool:
    """Whether a name hangs as an apposition, as parsers hang a subject behind a phrase and a comma."""
    return tree.tokens[at].deprel == "appos" and tree.tokens[at].upos == "PROPN" and tree.tokens[at - 1].text == ","


def is_dummy(tree: Tree, verb: int, subject: int) -> bool:
    """Whether a subject is the empty one of "it was said", "it was too early to say", "there is"."""
    lemma = tree.tokens[subject].lemma.lower()
    clausal = tree.child(verb, "cop") is not None and tree.child(verb, "ccomp", "csubj", "advcl", "acl") is not None
    return lemma == "there" or (lemma == "it" and (is_passive(tree, verb) or clausal))


def cue_tokens(tree: Tree, verb: int) -> list[int]:
    """A verb with its auxiliaries, negations, adverbs and particles, and the verbs that lead to it ("tried to say")."""
    group = {verb}
    group.update(below for below in tree.children[verb] if tree.tokens[below].deprel.split(":")[0] in _HELPERS)
    at = verb
    while tree.tokens[at].deprel == "xcomp" and own_subject(tree, at) is None and tree.tokens[at].head < at:
        group.update(below for below in tree.children[at] if tree.tokens[below].deprel == "mark")
        at = tree.tokens[at].head
        group.add(at)
        group.update(below for below in tree.children[at] if tree.tokens[below].deprel.split(":")[0] in _HELPERS)
    start = end = verb
    while start - 1 in group:
        start -= 1
    while end + 1 in group and end - verb < 3:
        end += 1
    return list(range(start, end + 1))
