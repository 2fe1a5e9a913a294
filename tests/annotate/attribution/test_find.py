"""Attributions on trees made by hand: who says, by which words, what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from twosource.annotate.attribution import find_attributions
from twosource.model.reading import AttributionKind, Modality, Reading, Token
from twosource.model.span import Span
from twosource.text.tree import Tree

Steps = Callable[[Callable[[], object]], int]
Parsed = Callable[..., Reading]

SAID = """
The the DET 2 det
mayor mayor NOUN 3 nsubj
said say VERB 0 root VerbForm=Fin
that that SCONJ 7 mark
dams dam NOUN 7 nsubj
are be AUX 7 cop
safe safe ADJ 3 ccomp
. . PUNCT 3 punct
"""
DENIED = SAID.replace("said say", "denied deny")
DID_NOT = """
She she PRON 4 nsubj Case=Nom|Person=3
did do AUX 4 aux
not not PART 4 advmod
say say VERB 0 root
that that SCONJ 7 mark
it it PRON 7 nsubj
leaked leak VERB 4 ccomp
. . PUNCT 4 punct
"""
TAIL = """
Dams dam NOUN 2 nsubj
leak leak VERB 5 ccomp VerbForm=Fin
, , PUNCT 2 punct
Orlo Orlo PROPN 5 nsubj
said say VERB 0 root VerbForm=Fin
. . PUNCT 5 punct
"""
ACCORDING = """
Dams dam NOUN 2 nsubj
leak leak VERB 0 root VerbForm=Fin
, , PUNCT 7 punct
according accord VERB 7 case
to to ADP 4 fixed
the the DET 7 det
ministry ministry NOUN 2 obl
. . PUNCT 2 punct
"""
EXPECTED = """
Troops troops NOUN 3 nsubj:pass
are be AUX 3 aux:pass
expected expect VERB 0 root VerbForm=Part
to to PART 5 mark
leave leave VERB 3 xcomp VerbForm=Inf
. . PUNCT 3 punct
"""
CHAIN = """
Gazeta Gazeta PROPN 2 nsubj
reported report VERB 0 root VerbForm=Fin
that that SCONJ 6 mark
the the DET 5 det
ministry ministry NOUN 6 nsubj
said say VERB 2 ccomp VerbForm=Fin
that that SCONJ 9 mark
dams dam NOUN 9 nsubj
leak leak VERB 6 ccomp VerbForm=Fin
. . PUNCT 2 punct
"""
HEADLINE = """
Minister minister NOUN 0 root
: : PUNCT 5 punct
Dam dam NOUN 5 nsubj
is be AUX 5 cop
safe safe ADJ 1 appos
"""
ADVERB = """
Dams dam NOUN 3 nsubj
reportedly reportedly ADV 3 advmod
leak leak VERB 0 root VerbForm=Fin
. . PUNCT 3 punct
"""
BELIEF = """
His his PRON 2 nmod:poss Person=3
belief belief NOUN 6 nsubj
that that SCONJ 5 mark
dams dam NOUN 5 nsubj
leak leak VERB 2 acl VerbForm=Fin
grew grow VERB 0 root VerbForm=Fin
. . PUNCT 6 punct
"""
QUOTED_BY = """
Orlo Orlo PROPN 3 nsubj:pass
was be AUX 3 aux:pass
quoted quote VERB 0 root VerbForm=Part
by by ADP 6 case
the the DET 6 det
agency agency NOUN 3 obl:agent
as as SCONJ 8 mark
saying say VERB 3 advcl VerbForm=Ger
dams dam NOUN 10 nsubj
leak leak VERB 8 ccomp VerbForm=Fin
. . PUNCT 3 punct
"""
SHARED = """
Orlo Orlo PROPN 2 nsubj
came come VERB 0 root VerbForm=Fin
and and CCONJ 4 cc
said say VERB 2 conj VerbForm=Fin
that that SCONJ 7 mark
dams dam NOUN 7 nsubj
leak leak VERB 4 ccomp VerbForm=Fin
. . PUNCT 2 punct
"""
INDIRECT = AttributionKind.INDIRECT

CASES = [
    (SAID, "The mayor", "said", "that dams are safe", Modality.REPORTED, "a clause after the verb"),
    (
        DENIED,
        "The mayor",
        "denied",
        "that dams are safe",
        Modality.DENIED,
        "what is denied",
    ),
    (DID_NOT, "She", "did not say", "that it leaked", Modality.DENIED, "a negated cue keeps its words together"),
    (TAIL, "Orlo", "said", "Dams leak", Modality.REPORTED, "the speaker at the end"),
    (ACCORDING, "the ministry", "according to", "Dams leak", Modality.REPORTED, "a phrase for a cue"),
    (EXPECTED, "", "are expected", "Troops|to leave", Modality.EXPECTED, "nobody says who expects it"),
    (HEADLINE, "Minister", ":", "Dam is safe", Modality.REPORTED, "a headline's colon"),
    (ADVERB, "", "reportedly", "Dams|leak", Modality.REPORTED, "an adverb of hearsay"),
    (BELIEF, "His", "belief", "that dams leak", Modality.REPORTED, "a noun with its possessor"),
    (SHARED, "Orlo", "said", "that dams leak", Modality.REPORTED, "a subject that two verbs share"),
]


@pytest.mark.parametrize(
    ("conllu", "source", "cue", "content", "modality", "reason"), CASES, ids=[one[-1] for one in CASES]
)
def test_one_attribution(
    *, conllu: str, source: str, cue: str, content: str, modality: Modality, reason: str, parsed: Parsed
) -> None:
    reading = parsed(conllu)
    (found,) = find_attributions(Tree(reading))
    assert "|".join(span.of(reading.text) for span in found.source) == source, reason
    assert "|".join(span.of(reading.text) for span in found.cue) == cue, reason
    assert "|".join(span.of(reading.text) for span in found.content) == content, reason
    assert (found.modality, found.kind) == (modality, INDIRECT), reason


def test_a_chain_is_told_by_content_within_content(parsed: Parsed) -> None:
    reading = parsed(CHAIN)
    outer, inner = find_attributions(Tree(reading))
    assert [span.of(reading.text) for span in outer.source + inner.source] == ["Gazeta", "the ministry"]
    assert outer.content[0].contains(inner.content[0])
    assert replace(reading, attributions=(outer, inner)).sources_of(inner.content[0]) == (inner, outer)


def test_the_one_who_is_quoted_says_it_and_the_agency_quotes(parsed: Parsed) -> None:
    reading = parsed(QUOTED_BY)
    said = {tuple(span.of(reading.text) for span in one.source) for one in find_attributions(Tree(reading))}
    assert ("the agency",) in said


QUOTATION = """
“ “ PUNCT 3 punct
We we PRON 3 nsubj Person=1
leave leave VERB 6 ccomp VerbForm=Fin
, , PUNCT 3 punct
” ” PUNCT 3 punct
said say VERB 0 root VerbForm=Fin
Orlo Orlo PROPN 6 nsubj
. . PUNCT 6 punct

“ “ PUNCT 3 punct
Nobody nobody PRON 3 nsubj
stays stay VERB 0 root VerbForm=Fin
. . PUNCT 3 punct
” ” PUNCT 3 punct
"""


def test_a_quotation_without_a_speaker_goes_on_from_the_one_before(parsed: Parsed) -> None:
    reading = parsed(QUOTATION)
    (found,) = find_attributions(Tree(reading))
    assert [span.of(reading.text) for span in found.content] == ["“ We leave , ”", "“ Nobody stays . ”"]
    assert (found.source[0].of(reading.text), found.kind) == ("Orlo", AttributionKind.DIRECT)


def test_the_outlets_own_voice_is_no_attribution(parsed: Parsed) -> None:
    assert not find_attributions(Tree(parsed("We we PRON 2 nsubj Person=1\nsaid say VERB 0 root\nso so ADV 2 obj")))


def test_a_language_without_cues_has_none(parsed: Parsed) -> None:
    assert find_attributions(Tree(parsed(SAID)), "xx") == ()


def test_empty_text() -> None:
    assert find_attributions(Tree(Reading(""))) == ()


def _chain_of_sayings(count: int) -> Reading:
    """ "a said a said a said …", each in the content of the one before."""
    text = "a said " * count
    tokens = []
    for number in range(count):
        start, verb = 7 * number, 2 * number + 1
        tokens.append(Token(Span(start, start + 1), "a", "a", "NOUN", "", verb, "nsubj"))
        head, deprel = (verb, "root") if number == 0 else (verb - 2, "ccomp")
        tokens.append(Token(Span(start + 2, start + 6), "said", "say", "VERB", "VerbForm=Fin", head, deprel))
    return Reading(text, (Span(0, len(text) - 1),), tuple(tokens))


def test_a_long_chain_of_sayings_takes_linear_time(steps: Steps) -> None:
    short, long = (Tree(_chain_of_sayings(count)) for count in (200, 1_600))
    assert steps(lambda: find_attributions(long)) < 16 * steps(lambda: find_attributions(short))


WHO = """
Ana Ana PROPN 2 compound
Orlo Orlo PROPN 9 nsubj
, , PUNCT 5 punct
who who PRON 5 nsubj PronType=Rel
said say VERB 2 acl:relcl VerbForm=Fin
dams dam NOUN 7 nsubj
leak leak VERB 5 ccomp VerbForm=Fin
, , PUNCT 5 punct
left leave VERB 0 root VerbForm=Fin
"""


def test_a_relative_pronoun_brings_its_noun(parsed: Parsed) -> None:
    reading = parsed(WHO)
    (found,) = find_attributions(Tree(reading))
    assert [span.of(reading.text) for span in found.source] == ["Ana Orlo", "who"]


TRAILING = """
Orlo Orlo PROPN 2 nsubj
said say VERB 0 root VerbForm=Fin
that that SCONJ 6 mark
dams dam NOUN 6 nsubj
are be AUX 6 cop
safe safe ADJ 2 ccomp
, , PUNCT 8 punct
denying deny VERB 6 advcl VerbForm=Ger
that that SCONJ 11 mark
they they PRON 11 nsubj
leak leak VERB 8 ccomp VerbForm=Fin
"""


def test_a_trailing_participle_is_the_main_speakers(parsed: Parsed) -> None:
    reading = parsed(TRAILING)
    said, denied = find_attributions(Tree(reading))
    assert [span.of(reading.text) for span in said.content] == ["that dams are safe"]
    assert [span.of(reading.text) for span in denied.source] == ["Orlo"]
    assert denied.modality is Modality.DENIED


def test_many_open_quotations_take_linear_time(parsed: Parsed, steps: Steps) -> None:
    block = "“ “ PUNCT 2 punct\nStay stay VERB 0 root\nsaid say VERB 2 parataxis\nhe he PRON 3 nsubj"
    short, long = (Tree(parsed("\n\n".join([block] * count))) for count in (100, 800))
    assert steps(lambda: find_attributions(long)) < 16 * steps(lambda: find_attributions(short))
