"""Which way a time points from the article's day: by the tense of the verb that governs it.

"Said Tuesday" is past, "will begin Thursday" is future, and so is "is to begin Thursday" and, in a text that tells the
past in the past tense, "On Thursday he buries his brother". Read from the tree where there is one, else from the words
before it in the sentence. The invariant: -1 past, 1 future, 0 unknown.
"""

from __future__ import annotations

import re

from twosource.annotate.times.words import TimeWords
from twosource.model.reading import Token
from twosource.model.span import Span
from twosource.text.tree import Tree

_VERBAL = frozenset({"VERB", "AUX"})
_ENDS = frozenset({".", "!", "?", '"', "”", "»"})
_ADVERBIAL = ("obl", "advmod")
_AFTER = "after"
_IS_ING = re.compile(r"VerbForm=Ger|Tense=Pres\|VerbForm=Part")
_STEPS = 12
_WINDOW = 12
_BEHIND = 5


def direction_of(tree: Tree, words: TimeWords, span: Span) -> int:
    """The direction of the time at ``span``."""
    inside = tree.tokens_in(span)
    if not inside:
        return 0
    if not tree.reading.parsed:
        return _by_words(tree, words, inside[0])
    return _by_tree(tree, words, inside[0]) or -int(_is_behind_what_follows(tree, inside[0]))


def _is_behind_what_follows(tree: Tree, index: int) -> bool:
    """Whether a time hangs on what came before something: "is charged after shooting three men this weekend"."""
    verbs = (at for at in tree.path_up(index)[:_STEPS] if _IS_ING.search(tree.tokens[at].feats))
    return any(tree.tokens[child].text.lower() == _AFTER for at in verbs for child in tree.children[at] if child < at)


def _by_tree(tree: Tree, words: TimeWords, index: int) -> int:
    """Climb to the governing verb; a verb without a tense of its own asks the one above."""
    at = below = index
    for _ in range(_STEPS):
        token = tree.tokens[at]
        due = token.upos == "ADJ" and token.text.lower() in words.future  # "is due in court on Monday"
        copular = _of_copula(tree, words, at) if at == index or due else _of_predicate(tree, words, at)
        if copular:
            return copular
        if token.upos in _VERBAL:
            told = _told_before(tree, at, index)
            found = 1 if _planned_before(tree, words, at, index) else _tense(tree, words, told)
            if found:
                return found
            if is_infinitive(tree, at):
                owned = tree.tokens[index].deprel == "nmod:poss"  # "ways to get around Wednesday's ruling"
                return int(_is_to(tree, at) or _lies_ahead(tree, words, token.head, owned))
            if tree.tokens[below].deprel.startswith(_ADVERBIAL) and _is_told_ahead(tree, at):
                return 1
        if token.head == at:
            return 0
        at, below = token.head, at
    return 0


def _of_copula(tree: Tree, words: TimeWords, index: int) -> int:
    """The direction of what something is said to be: "the match is on Sunday", "is due"."""
    below = [tree.tokens[child] for child in tree.children[index]]
    copula = next((child for child in below if child.deprel == "cop"), None)
    if copula is None:
        return 0
    ahead = any(child.deprel == "aux" and child.text.lower() in words.future for child in below)
    return 1 if ahead or "Tense=Pres" in copula.feats else -1 if "Tense=Past" in copula.feats else 0


def _of_predicate(tree: Tree, words: TimeWords, index: int) -> int:
    """1 if a word above the time is what something will be: "Monday's debate will be his first", "will be back by"."""
    below = [tree.tokens[child] for child in tree.children[index]]
    copula = any(child.deprel == "cop" for child in below)
    helpers = [child for child in below if child.deprel == "aux"]
    ahead = any(helper.text.lower() in words.future for helper in helpers)
    return int(copula and ahead and not _might_have(words, helpers))


def _might_have(words: TimeWords, helpers: list[Token]) -> bool:
    """Whether helping verbs tell what was possible or right before: "could have left on Friday"."""
    certain = any(helper.text.lower() in words.groups["tense.certain"] for helper in helpers)
    return not certain and any(helper.lemma == "have" for helper in helpers)


def is_over(tree: Tree, words: TimeWords, span: Span) -> bool:
    """Whether what was so "until Thursday" has ended: in the past perfect ("had been so"), where something did not
    happen until then, where a verb in the past says that something lasted ("remained at large"), and in what stands
    beside a name ("Orl, her deputy until Monday, drives a van").
    """
    inside = tree.tokens_in(span)
    path = tree.path_up(inside[0])[:_STEPS] if inside and tree.reading.parsed else []
    if path and _is_beside_name(tree, path[0]):
        return True
    verb = next((at for at in path if tree.tokens[at].upos in _VERBAL or _copula(tree, at)), None)
    if verb is None:
        return False
    below = [tree.tokens[at] for at in tree.children[verb]]
    perfect = {"had", "has", "have"} if inside[0] < verb else {"had"}  # "until Thursday he has refused to"
    if any(child.deprel == "aux" and child.text.lower() in perfect for child in below):
        return True
    helpers = [child for child in below if child.deprel.split(":")[0] in {"aux", "cop"}]
    past = any("Tense=Past" in one.feats and "VerbForm=Fin" in one.feats for one in (tree.tokens[verb], *helpers))
    denied = any(child.deprel == "advmod" and child.lemma.lower() in words.negations for child in below)
    return past and (denied or tree.tokens[verb].lemma.lower() in words.lasting)


def _is_beside_name(tree: Tree, index: int) -> bool:
    """Whether a time tells how long somebody was what stands beside his name, before or behind it."""
    token = tree.tokens[index]
    called = index >= 2 and tree.tokens[index - 2].deprel == "appos" and tree.tokens[index - 2].upos == "NOUN"
    return called or (token.deprel == "nmod" and tree.tokens[token.head].upos == "PROPN")


def _copula(tree: Tree, index: int) -> bool:
    return any(tree.tokens[child].deprel == "cop" for child in tree.children[index])


def _told_before(tree: Tree, verb: int, time: int) -> int:
    """The verb of a clause ahead of the one that only says who tells it: "At the end of May it stood at 9, a report
    shows". Parsers hang the time on either.
    """
    ahead = (child for child in tree.children[verb] if time < child < verb)
    return next((child for child in ahead if tree.tokens[child].deprel == "ccomp"), verb)


def _planned_before(tree: Tree, words: TimeWords, verb: int, time: int) -> bool:
    """Whether a plan stands between its verb and the time: "has been asked to appear on Monday", "prepared for a march
    on Saturday".

    Parsers hang such a time on either verb, or on the verb and not on what it prepares for; "was asked on Monday to
    appear" is past.
    """
    if verb > time:
        return False
    between = [child for child in tree.children[verb] if verb < child < time]
    if tree.tokens[verb].lemma.lower() in words.groups["tense.preparing"]:
        cases = (tree.tokens[below].text.lower() for child in between for below in tree.children[child])
        return "for" in cases and all(tree.tokens[child].deprel != "obj" for child in tree.children[verb])
    planned = tree.tokens[verb].text.lower() in words.plans
    return planned and any(tree.tokens[child].deprel == "xcomp" and is_infinitive(tree, child) for child in between)


def _tense(tree: Tree, words: TimeWords, verb: int) -> int:
    token = tree.tokens[verb]
    helpers = [tree.tokens[child] for child in tree.children[verb] if tree.tokens[child].deprel.startswith("aux")]
    ahead = words.future - words.groups["tense.promised"]
    if _might_have(words, helpers):
        return -1
    if any(helper.text.lower() in words.future for helper in helpers) or token.text.lower() in ahead:
        return 1
    if any("Tense=Pres" in helper.feats and helper.lemma == "be" for helper in helpers) and token.text in words.plans:
        return 1  # "is set for Thursday"
    if any("Tense=Past" in helper.feats or helper.text.lower() in words.past for helper in helpers):
        return -1
    if "Tense=Past" in token.feats and ("VerbForm=Fin" in token.feats or not helpers):
        return -1
    return 0


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in the infinitive with its mark: "to close", "to be closed"."""
    before = [tree.tokens[child] for child in tree.children[verb] if child < verb]
    marked = any(child.deprel in {"mark", "aux"} for child in before)
    forms = [tree.tokens[verb].feats, *(child.feats for child in before if child.deprel.startswith("aux"))]
    return marked and any("VerbForm=Inf" in form for form in forms)


def _is_to(tree: Tree, verb: int) -> bool:
    """Whether "be" stands before the infinitive's mark: "is to be released", "was to reopen"."""
    before = [child for child in tree.children[verb] if child < verb]
    marks = [child for child in before if tree.tokens[child].deprel == "mark"]
    finite = [child for child in before if "VerbForm=Fin" in tree.tokens[child].feats]
    return any(tree.tokens[child].lemma == "be" and child < mark for child in finite for mark in marks)


def _is_told_ahead(tree: Tree, verb: int) -> bool:
    """Whether a verb in the present tense tells what is planned, in a whole sentence among sentences in the past.

    Headlines tell the past in the present, and so do whole stories told as they go on.
    """
    sentence = tree.sentence_of[verb]
    if tree.tokens[verb].deprel != "root" or not tells_present(tree, verb):
        return False
    return not any(_is_in_present(tree, near) for near in (sentence - 1, sentence + 1))


def tells_present(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in the plain present tense, in a whole sentence."""
    token = tree.tokens[verb]
    present = "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats and token.upos == "VERB"
    helped = any(tree.tokens[child].deprel.startswith("aux") for child in tree.children[verb])
    return present and not helped and _is_whole(tree, tree.sentence_of[verb])


def _is_whole(tree: Tree, sentence: int) -> bool:
    """Whether a sentence ends as one, which headlines do not."""
    return tree.tokens[tree.sentence_ranges[sentence][-1]].text in _ENDS


def _is_in_present(tree: Tree, sentence: int) -> bool:
    """Whether a neighbouring sentence tells in the present what somebody does, not what is the case."""
    if not 0 <= sentence < len(tree.sentence_ranges):
        return False
    roots = [tree.tokens[at] for at in tree.sentence_ranges[sentence] if tree.tokens[at].deprel == "root"]
    return any(root.upos == "VERB" and "Tense=Pres" in root.feats and "VerbForm=Fin" in root.feats for root in roots)


def _lies_ahead(tree: Tree, words: TimeWords, above: int, owned: bool) -> bool:
    """Whether an infinitive below this word is still to come: "plans to close", but not "the first town to close"."""
    token = tree.tokens[above]
    done = any(tree.tokens[child].text.lower() in words.firsts for child in tree.children[above])
    return (token.upos == "NOUN" and not owned and not done) or token.text.lower() in words.plans


def _by_words(tree: Tree, words: TimeWords, index: int) -> int:
    """The nearest word of past or future before the time, else right behind it ("Thursday will see")."""
    sentence = tree.reading.sentence_at(tree.tokens[index].span.start)
    first = tree.sentence_ranges[sentence].start if sentence is not None else 0
    for token in reversed(tree.tokens[max(first, index - _WINDOW) : index]):
        if token.text.lower() in words.future:
            return 1
        if token.text.lower() in words.past:
            return -1
    last = tree.sentence_ranges[sentence].stop if sentence is not None else len(tree.tokens)
    behind = [tree.tokens[at].text.lower() for at in range(index + 1, min(last, index + 1 + _BEHIND))]
    return next((1 if word in words.future else -1 for word in behind if word in words.future | words.past), 0)
