"""Verbs as cues: who said, claimed, wanted or judged what, read off the tree.

``verb_frame`` proposes one frame for a verb: a clause, else an infinitive, else a noun phrase, whatever the verb's
lists in ``cues.toml`` allow.
"""

from __future__ import annotations

from twosource.annotate.attribution.clauses import opens_clause, rest_of_sentence
from twosource.annotate.attribution.frame import Frame, frame, is_defining
from twosource.annotate.attribution.grammar import (
    agent,
    case_of,
    cue_tokens,
    is_dummy,
    is_infinitive,
    is_passive,
    is_readable,
    is_trailing,
    own_subject,
    speaker,
    thing_of,
)
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.annotate.attribution.quoting import estimate_frame, of_venue
from twosource.text.tree import Tree

_WHETHER = frozenset({"if", "whether"})
"""Marks of a question that parsers sometimes hang as a condition: "asked if it was true"."""

_QUESTIONS = _WHETHER | {"why", "how", "what", "who", "which", "whose"}

_LATER = frozenset({"obl", "advcl", "xcomp", "ccomp", "nmod"})


def verb_frame(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """The attribution that a verb makes, if any.

    Args:
        tree: The reading.
        verb: Index of a verb.
        lexicon: The language's cues.
    """
    for rule in (_passive, _clause, _parenthesis, _infinitive, estimate_frame, _prepositional, _object):
        found = rule(tree, verb, lexicon)
        if found is not None:
            return found
    return None


def _clause(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "X said that Y"; also "it was reported that Y"."""
    if not lexicon.is_verb(tree.tokens[verb], "clause", "speech"):
        return None
    right = _clause_beside(tree, verb)
    if right is not None:
        said = _said(tree, right, lexicon)
        return _framed(tree, verb, said + _held(tree, verb, right, lexicon) + _and_that(tree, verb, right, lexicon))
    for below in tree.children[verb]:
        deprel = tree.tokens[below].deprel
        if deprel == "ccomp" and below < verb and opens_clause(tree, verb, lexicon):
            continue
        if deprel == "advcl" and below > verb and _asks(tree, below):
            return _framed(tree, verb, tree.subtree(below))
        if deprel == "ccomp" or (deprel == "parataxis" and below > verb and _after_colon(tree, below)):
            return _framed(tree, verb, _said(tree, below, lexicon))
        if deprel in ("csubj", "csubj:pass", "csubj:outer"):
            return _framed(tree, verb, tree.subtree(below))
    rest = rest_of_sentence(tree, verb, lexicon) or of_venue(tree, verb, lexicon)
    return _framed(tree, verb, rest) if rest else None


def _said(tree: Tree, clause: int, lexicon: Lexicon) -> list[int]:
    """A clause's tokens without a trailing participle of saying (", adding that"), which is the main speaker's."""
    trailing = {at for below in tree.children[clause] if _adds(tree, below, lexicon) for at in tree.subtree(below)}
    return [at for at in tree.subtree(clause) if at not in trailing]


def _held(tree: Tree, verb: int, clause: int, lexicon: Lexicon) -> list[int]:
    """The clause of "they believe that …" behind "said they believe", which parsers hang on "said" too."""
    if not lexicon.is_verb(tree.tokens[clause], "clause"):
        return []
    after = tree.subtree(clause)[-1] + 1
    if after >= len(tree.tokens) or tree.tokens[after].upos == "PUNCT":  # "said she told them '…'": her own words
        return []
    clauses = (at for at in tree.children[verb] if at >= after and tree.tokens[at].deprel == "ccomp")
    return next((_said(tree, at, lexicon) for at in clauses if tree.subtree(at)[0] == after), [])


def _and_that(tree: Tree, verb: int, clause: int, lexicon: Lexicon) -> list[int]:
    """The second clause of "said they were away and he was alone", which parsers tie to "said"."""
    for at in tree.children[verb]:
        subject, tied = own_subject(tree, at), tree.child(at, "cc")
        if tree.tokens[at].deprel != "conj" or at < clause or subject is None or tied is None:
            continue
        goes_on = tree.tokens[subject].upos == "PRON" or case_of(tree, at) == "that"
        if goes_on and tree.tokens[tied].lemma == "and" and not lexicon.is_verb(tree.tokens[at], "speech"):
            return _said(tree, at, lexicon)
    return []


def _adds(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb is a trailing participle by which the speaker goes on, or names a source: ", citing X"."""
    lemma = lexicon.lemma(tree.tokens[verb])
    return is_trailing(tree, verb) and (lexicon.is_verb(lemma, "speech") or lemma in lexicon.citing)


def _clause_beside(tree: Tree, verb: int) -> int | None:
    """The clause that begins right after the cue: surer than any that a parser hangs before it."""
    after = cue_tokens(tree, verb)[-1] + 1
    clauses = (below for below in tree.children[verb] if below >= after and tree.tokens[below].deprel == "ccomp")
    return next((below for below in clauses if tree.subtree(below)[0] == after), None)


def _after_colon(tree: Tree, clause: int) -> bool:
    first = tree.subtree(clause)[0]
    return any(tree.tokens[at].text in (":", ",") for at in (first - 1, first) if at >= 0)


def _parenthesis(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "Y, X said" and "as X said, Y", where the verb hangs on what is said."""
    token = tree.tokens[verb]
    as_clause = token.deprel == "advcl" and any(tree.tokens[below].lemma == "as" for below in tree.children[verb])
    lemma = lexicon.lemma(tree.tokens[verb])
    if token.head == verb or not (lexicon.is_verb(lemma, "speech") and lexicon.is_verb(lemma, "clause")):
        return None
    if (own_subject(tree, verb) is None and agent(tree, verb) is None) or not is_readable(tree, verb):
        return None
    branch = set(tree.subtree(verb))
    aside = _is_aside(tree, verb, branch)
    if not (as_clause or aside or token.deprel == "parataxis"):
        return None
    top = token.head
    while aside and tree.tokens[top].deprel.split(":")[0] in _NOMINAL:
        top = tree.tokens[top].head
    return _framed(tree, verb, [below for below in _said(tree, top, lexicon) if below not in branch])


_NOMINAL = frozenset({"nsubj", "obj", "obl", "nmod", "appos", "compound"})


def _is_aside(tree: Tree, verb: int, branch: set[int]) -> bool:
    """Whether a verb and its subject stand between two marks: "The plan, an official said, is to stay"."""
    first, last = min(branch), max(branch)
    while first < last and tree.tokens[first].upos == "PUNCT":
        first += 1
    while last > first and tree.tokens[last].upos == "PUNCT":
        last -= 1
    if first == 0 or last + 1 >= len(tree.tokens) or any(tree.child(verb, one) is not None for one in _TOLD):
        return False
    relative = "PronType=Rel" in tree.tokens[first].feats
    return not relative and tree.tokens[first - 1].text in _MARKS and tree.tokens[last + 1].text in _MARKS


_TOLD = ("ccomp", "xcomp", "obj")
_MARKS = frozenset({",", "–", "—", "--"})


def _infinitive(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "X wants (her) to go"."""
    below = tree.child(verb, "xcomp")
    lemma = lexicon.lemma(tree.tokens[verb])
    seeming = lexicon.is_verb(lemma, "seeming")
    if seeming and below is None:
        below = tree.child(verb, "ccomp")
    if below is None or not (seeming or (lexicon.is_verb(lemma, "infinitive") and is_infinitive(tree, below))):
        return None
    says = lexicon.is_verb(tree.tokens[below], "speech")
    if lemma in lexicon.failing and tree.child(below, "ccomp", "advcl") is not None and says:
        return None  # "declined to say whether" is the cue of what is left unsaid
    content = tree.subtree(below)
    if seeming:
        subject = own_subject(tree, verb)
        return frame(
            tree, verb, cue_tokens(tree, verb), None, content + (tree.subtree(subject) if subject is not None else [])
        )
    addressee = thing_of(tree, verb)
    return _framed(tree, verb, content + (tree.subtree(addressee) if addressee is not None else []))


def _prepositional(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "X called for Y", "X talked about Y"."""
    lemma = lexicon.lemma(tree.tokens[verb])
    wanted = lexicon.prepositions.get(lemma, frozenset())
    thing = thing_of(tree, verb) if lexicon.is_verb(lemma, "object") else None
    for below in tree.children[verb] if wanted else ():
        if tree.tokens[below].deprel.split(":")[0] not in ("obl", "advcl", "nmod"):
            continue
        case = tree.child(below, "case", "mark")
        if thing is not None and case_of(tree, below) == "on":  # "reported 12 deaths on Friday"
            continue
        if case is not None and below > verb and tree.tokens[case].text.lower() in wanted:
            cue = cue_tokens(tree, verb)
            cue += [case] if case == cue[-1] + 1 else []
            return _framed(tree, verb, _topic(tree, below, lexicon) + _purpose(tree, verb, below), cue, statement=False)
    return None


def _purpose(tree: Tree, verb: int, after: int) -> list[int]:
    """As "to resign" in "called on her to resign", which hangs on the verb beside the one called on."""
    clauses = (at for at in tree.children[verb] if at > after and tree.tokens[at].deprel in ("advcl", "xcomp"))
    return next((tree.subtree(at) for at in clauses if is_infinitive(tree, at)), [])


def _object(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "X criticised Y", "X called Y a liar"."""
    lemma = lexicon.lemma(tree.tokens[verb])
    thing = thing_of(tree, verb)
    if thing is None:
        thing = tree.child(verb, "xcomp")  # "they support reforming it"
    if thing is None or not lexicon.is_verb(lemma, "object", "judging") or is_passive(tree, verb):
        return None
    if lexicon.is_verb(lemma, "taking") and tree.tokens[thing].lemma.lower() in lexicon.nouns["taken"]:
        return None
    content = _topic(tree, thing, lexicon)
    for below in tree.children[verb]:
        judged = lexicon.is_verb(lemma, "judging") and tree.tokens[below].deprel.split(":")[0] in _LATER
        if below > thing and judged and not _adds(tree, below, lexicon):
            content += tree.subtree(below)
    return _framed(tree, verb, content, statement=False)


def _topic(tree: Tree, head: int, lexicon: Lexicon) -> list[int]:
    """A noun phrase without its asides (", which he said …", ", telling them that …"), which the outlet adds."""
    whole = tree.subtree(head)
    asides: set[int] = set()
    for at in whole:
        token = tree.tokens[at]
        relative = token.deprel in ("acl:relcl", "advcl:relcl") and not is_defining(tree, token.head, at)
        if at not in asides and at != head and (relative or _adds(tree, at, lexicon)):
            asides.update(tree.subtree(at))
    return [at for at in whole if at not in asides]


def _passive(tree: Tree, verb: int, lexicon: Lexicon) -> Frame | None:
    """As in "Y is expected to go", "Y was accused of Z", "Y was criticised by X", "asked by X whether Y"."""
    lemma, by = lexicon.lemma(tree.tokens[verb]), agent(tree, verb)
    names = by is None and tree.tokens[verb].deprel == "acl" and lexicon.is_verb(lemma, "naming")
    says = lexicon.is_verb(lemma, "clause", "object", "judging", "hearsay", "infinitive")
    if names or not says or not is_passive(tree, verb):
        return None
    subject = own_subject(tree, verb)
    about = [] if subject is None or is_dummy(tree, verb, subject) else tree.subtree(subject)
    for below in tree.children[verb]:
        deprel, case = tree.tokens[below].deprel.split(":")[0], case_of(tree, below)
        if below == by or below < verb:
            continue
        if deprel == "ccomp" and lexicon.is_verb(lemma, "clause"):
            return frame(tree, verb, cue_tokens(tree, verb), by, tree.subtree(below))
        asked = deprel == "advcl" and _asks(tree, below)
        told = deprel in ("xcomp", "ccomp") or asked or case in _JUDGED or case in lexicon.prepositions.get(lemma, ())
        if told and lexicon.is_verb(lemma, "hearsay", "judging", "infinitive", "speech"):
            return frame(tree, verb, cue_tokens(tree, verb), by, about + tree.subtree(below))
    if lexicon.is_verb(lemma, "speech") and opens_clause(tree, verb, lexicon):
        return frame(tree, verb, cue_tokens(tree, verb), by, _to_comma(tree, rest_of_sentence(tree, verb, lexicon)))
    if by is not None and about and lexicon.is_verb(lemma, "object", "judging"):
        return frame(tree, verb, cue_tokens(tree, verb), by, about, statement=False)
    return None


def _asks(tree: Tree, clause: int) -> bool:
    """Whether a clause is a question that parsers hang as a circumstance: "asked on Monday why he left"."""
    first = tree.tokens[tree.subtree(clause)[0]]
    return first.text.lower() in _QUESTIONS


def _to_comma(tree: Tree, tokens: list[int]) -> list[int]:
    """Tokens up to the first comma: "asked what he knew, Orlo said nothing"."""
    return tokens[: next((place for place, at in enumerate(tokens) if tree.tokens[at].text == ","), len(tokens))]


_JUDGED = frozenset({"as", "of"})


def _framed(
    tree: Tree, verb: int, content: list[int], cue: list[int] | None = None, *, statement: bool = True
) -> Frame | None:
    by = speaker(tree, verb)
    return None if by is None else frame(tree, verb, cue or cue_tokens(tree, verb), by, content, statement=statement)
