"""Verbs as cues: who said, claimed, wanted or judged what, read off the tree.

``verb_frame`` proposes one frame for a verb: a clause, else an infinitive, else a noun phrase, whatever the verb's lists
in ``cues.toml`` allow.
"""

from __future__ import annotations

from twosource.annotate.attribution.frame import Frame, frame, is_defining
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.text.tree import Tree

_HELPERS = frozenset({"aux", "advmod", "cop", "compound", "discourse"})
_CLIMB = 6
"""So many steps up are looked for a shared subject: "tried to begin to say" is three."""

_LATER = frozenset({"obl", "advcl", "xcomp", "ccomp", "nmod"})


def verb_frame(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """The attribution that a verb makes, if any.

    Args:
        tree: The reading.
        verb: Index of a verb.
        lexicon: The language's cues.
    """
    for rule in (_passive, _clause, _parenthesis, _infinitive, _prepositional, _object):
        found = rule(tree, verb, lexicon)
        if found is not None:
            return found
    return None


def _clause(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """ "X said that Y"; also "it was reported that Y"."""
    if not lexicon.is_verb(lexicon.lemma(tree.tokens[verb]), "clause", "speech"):
        return None
    for below in tree.children[verb]:
        deprel = tree.tokens[below].deprel
        if deprel == "ccomp" and below < verb and _opens_clause(tree, verb, lexicon):
            continue
        if deprel == "ccomp" or (deprel == "parataxis" and below > verb and _after_colon(tree, below)):
            return _framed(tree, verb, tree.subtree(below))
        if deprel in ("csubj", "csubj:pass", "csubj:outer"):
            return _framed(tree, verb, tree.subtree(below))
    return _rest(tree, verb, lexicon)


def _opens_clause(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Whether a clause begins right after a verb of saying, whatever the tree makes of it."""
    at = cue_tokens(tree, verb)[-1] + 1
    if not lexicon.is_verb(lexicon.lemma(tree.tokens[verb]), "speech") or at >= len(tree.tokens):
        return False
    token = tree.tokens[at]
    opening = (
        "Case=Nom" in token.feats
        or token.upos == "SCONJ"
        or token.upos in ("DET", "PROPN")
        or "PronType=Int" in token.feats
    )
    return opening and _has_finite_verb(tree, at)


def _has_finite_verb(tree: Tree, at: int) -> bool:
    """Whether a finite verb comes before the next mark that ends a clause."""
    for token in tree.tokens[at : at + _AHEAD]:
        if token.upos == "PUNCT" and token.text not in "\"“”'’":
            return False
        if "VerbForm=Fin" in token.feats:
            return True
    return False


_AHEAD = 15
"""Tokens behind a verb of saying in which the verb of what is said is looked for."""


def _rest(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """What follows a verb of saying to its sentence's end, where the tree hangs it elsewhere."""
    if not _opens_clause(tree, verb, lexicon):
        return None
    sentence = tree.sentence_ranges[tree.sentence_of[verb]]
    own = {
        below for at in tree.children[verb] if tree.tokens[at].deprel in ("conj", "cc") for below in tree.subtree(at)
    }
    stop = min((below for below in own if below > verb), default=sentence.stop)
    return _framed(tree, verb, list(range(cue_tokens(tree, verb)[-1] + 1, stop)))


def _after_colon(tree: Tree, clause: int) -> bool:
    first = tree.subtree(clause)[0]
    return any(tree.tokens[at].text in (":", ",") for at in (first - 1, first) if at >= 0)


def _parenthesis(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """ "Y, X said" and "as X said, Y", where the verb hangs on what is said."""
    token = tree.tokens[verb]
    as_clause = token.deprel == "advcl" and any(tree.tokens[below].lemma == "as" for below in tree.children[verb])
    if token.head == verb or not (as_clause or token.deprel == "parataxis"):
        return None
    if not lexicon.is_verb(lexicon.lemma(tree.tokens[verb]), "speech", "clause") or own_subject(tree, verb) is None:
        return None
    branch = set(tree.subtree(verb))
    return _framed(tree, verb, [below for below in tree.subtree(token.head) if below not in branch])


def _infinitive(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """ "X wants (her) to go"."""
    below = tree.child(verb, "xcomp")
    if below is None or not _is_infinitive(tree, below):
        return None
    lemma = lexicon.lemma(tree.tokens[verb])
    if not lexicon.is_verb(lemma, "infinitive", "seeming"):
        return None
    content = tree.subtree(below)
    if lexicon.is_verb(lemma, "seeming"):
        subject = own_subject(tree, verb)
        return frame(
            tree, verb, cue_tokens(tree, verb), None, content + (tree.subtree(subject) if subject is not None else [])
        )
    addressee = thing_of(tree, verb)
    return _framed(tree, verb, content + (tree.subtree(addressee) if addressee is not None else []))


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[below].text.lower() == "to" and below < verb for below in tree.children[verb])


def _prepositional(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """ "X called for Y", "X talked about Y"."""
    wanted = lexicon.prepositions.get(lexicon.lemma(tree.tokens[verb]), frozenset())
    for below in tree.children[verb] if wanted else ():
        if tree.tokens[below].deprel.split(":")[0] not in ("obl", "advcl", "nmod"):
            continue
        case = tree.child(below, "case", "mark")
        if case is not None and below > verb and tree.tokens[case].text.lower() in wanted:
            cue = cue_tokens(tree, verb)
            cue += [case] if case == cue[-1] + 1 else []
            return _framed(tree, verb, _topic(tree, below), cue, statement=False)
    return None


def _object(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """ "X criticised Y", "X called Y a liar"."""
    lemma = lexicon.lemma(tree.tokens[verb])
    thing = thing_of(tree, verb)
    if thing is None or not lexicon.is_verb(lemma, "object", "judging") or is_passive(tree, verb):
        return None
    content = _topic(tree, thing)
    for below in tree.children[verb]:
        judged = lexicon.is_verb(lemma, "judging") and tree.tokens[below].deprel.split(":")[0] in _LATER
        if below > thing and judged:
            content += tree.subtree(below)
    return _framed(tree, verb, content, statement=False)


def _topic(tree: Tree, head: int) -> list[int]:
    """A noun phrase without its asides (", which he said …"), which the outlet adds."""
    asides = {
        at
        for below in tree.children[head]
        if tree.tokens[below].deprel == "acl:relcl" and not is_defining(tree, head, below)
        for at in tree.subtree(below)
    }
    return [at for at in tree.subtree(head) if at not in asides]


def _passive(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """ "Y is expected to go", "Y is known as Z", "Y was accused of Z (by X)", "Y was criticised by X", "asked by X whether Y"."""
    lemma = lexicon.lemma(tree.tokens[verb])
    if not is_passive(tree, verb) or not lexicon.is_verb(lemma, "clause", "object", "judging", "hearsay", "infinitive"):
        return None
    by = agent(tree, verb)
    subject = own_subject(tree, verb)
    about = [] if subject is None or _is_dummy(tree, verb, subject) else tree.subtree(subject)
    for below in tree.children[verb]:
        deprel, case = tree.tokens[below].deprel.split(":")[0], _case(tree, below)
        if below == by or below < verb:
            continue
        if deprel == "ccomp" and lexicon.is_verb(lemma, "clause"):
            return frame(tree, verb, cue_tokens(tree, verb), by, tree.subtree(below))
        told = deprel in ("xcomp", "ccomp") or case in _JUDGED or case in lexicon.prepositions.get(lemma, ())
        if told and lexicon.is_verb(lemma, "hearsay", "judging", "infinitive", "speech"):
            return frame(tree, verb, cue_tokens(tree, verb), by, about + tree.subtree(below))
    if by is not None and about and lexicon.is_verb(lemma, "object", "judging"):
        return frame(tree, verb, cue_tokens(tree, verb), by, about, statement=False)
    return None


_JUDGED = frozenset({"as", "of"})


def _case(tree: Tree, index: int) -> str:
    case = tree.child(index, "case", "mark")
    return "" if case is None else tree.tokens[case].text.lower()


def _framed(
    tree: Tree, verb: int, content: list[int], cue: list[int] | None = None, *, statement: bool = True
) -> Frame | None:
    by = speaker(tree, verb)
    return None if by is None else frame(tree, verb, cue or cue_tokens(tree, verb), by, content, statement=statement)


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb has a passive auxiliary, or is a bare participle ("asked about it, she …", "a boat called Odra")."""
    below = {tree.tokens[at].deprel for at in tree.children[verb]}
    if "aux:pass" in below:
        return True
    token = tree.tokens[verb]
    if token.deprel == "conj" and not below & {"nsubj", "aux", "obj"}:
        return any(tree.tokens[at].deprel == "aux:pass" for at in tree.children[token.head])
    bare = (
        not below & {"nsubj", "aux", "obj"}
        and not token.text.lower().endswith("ing")
        and "VerbForm=Inf" not in token.feats
    )
    return bare and token.deprel in ("acl", "advcl") and "Tense=Past" in token.feats


def thing_of(tree: Tree, verb: int) -> int | None:
    """The object; an indirect one where there is no other, as parsers mix the two up."""
    direct = tree.child(verb, "obj")
    return direct if direct is not None else tree.child(verb, "iobj")


def agent(tree: Tree, verb: int) -> int | None:
    """The one by whom something is done, of a passive."""
    for below in tree.children[verb]:
        if tree.tokens[below].deprel == "obl:agent" or (
            tree.tokens[below].deprel == "obl" and _case(tree, below) == "by"
        ):
            return below
    return None


def own_subject(tree: Tree, verb: int) -> int | None:
    """The subject that hangs on the verb itself: of two, which parsers sometimes find, the one right before it."""
    subjects = [at for at in tree.children[verb] if tree.tokens[at].deprel in ("nsubj", "nsubj:outer", "nsubj:pass")]
    before = [at for at in subjects if at < verb]
    return before[-1] if before else (subjects[0] if subjects else None)


def speaker(tree: Tree, verb: int) -> int | None:
    """The head of the noun phrase that says, thinks or wants, also when another verb holds it.

    The subject of a conjoined verb, of an infinitive or of a participle is found further up; an infinitive after an
    object belongs to that object ("asked him to say").
    """
    if is_passive(tree, verb):
        return agent(tree, verb)
    at = verb
    beside = _beside(tree, verb)
    if beside is not None:
        return beside
    for _ in range(_CLIMB):
        subject = own_subject(tree, at)
        if subject is not None:
            expletive = tree.tokens[subject].lemma.lower() in ("it", "there") and at != verb
            return None if expletive or _is_dummy(tree, at, subject) else subject
        token = tree.tokens[at]
        if tree.child(at, "expl") is not None:
            return None
        if token.deprel == "acl" or (token.deprel == "acl:relcl" and at != token.head):
            return token.head
        if token.head == at or token.deprel not in ("conj", "xcomp", "advcl", "parataxis", "ccomp"):
            return None
        as_saying = token.deprel == "advcl" and _case(tree, at) == "as"
        addressee = tree.child(token.head, "obj", "iobj") if token.deprel == "xcomp" or as_saying else None
        if addressee is not None:
            return addressee
        at = token.head
    return None


def _beside(tree: Tree, verb: int) -> int | None:
    """The noun right before a finite verb that the tree gives no subject, or only a later one ("the mayor said he …")."""
    token = tree.tokens[verb]
    subjects = [at for at in tree.children[verb] if tree.tokens[at].deprel.startswith("nsubj")]
    first = cue_tokens(tree, verb)[0]
    if first == 0 or "VerbForm=Fin" not in token.feats or (subjects and subjects[0] < verb):
        return None
    left = tree.tokens[first - 1]
    if left.upos not in ("NOUN", "PROPN") and "Case=Nom" not in left.feats:
        return None
    if token.deprel.startswith("acl") and not subjects:
        return None
    return first - 1 if tree.tokens[left.head].upos not in ("NOUN", "PROPN") or left.head > verb else left.head


def _is_dummy(tree: Tree, verb: int, subject: int) -> bool:
    return tree.tokens[subject].lemma.lower() == "it" and is_passive(tree, verb)


def cue_tokens(tree: Tree, verb: int) -> list[int]:
    """A verb with the auxiliaries, negations, adverbs and particles around it, and the verbs that lead to it ("tried to say")."""
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
