"""What a cue makes of its content, on trees made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import rows

from twosource.annotate.attribution import find_attributions
from twosource.model.reading import Modality, Reading
from twosource.text.tree import Tree

Parsed = Callable[..., Reading]


RULED_OUT = """
The/the/DET/2/det president/President/PROPN/3/nsubj ruled/rule/VERB/0/root/VerbForm=Fin|Tense=Past
out/out/ADP/3/compound:prt sending/send/VERB/3/ccomp/VerbForm=Ger troops/troops/NOUN/5/obj ././PUNCT/3/punct
"""
CALLED_A_LIE = """
Orlo/Orlo/PROPN/2/nsubj called/call/VERB/0/root/VerbForm=Fin|Tense=Past the/the/DET/4/det
report/report/NOUN/2/obj a/a/DET/6/det lie/lie/NOUN/2/xcomp ././PUNCT/2/punct
"""
CALLED_FOR = """
Orlo/Orlo/PROPN/2/nsubj called/call/VERB/0/root/VerbForm=Fin|Tense=Past for/for/ADP/4/case calm/calm/NOUN/2/obl
././PUNCT/2/punct
"""
NOBODY = """
Nobody/nobody/PRON/2/nsubj believes/believe/VERB/0/root/VerbForm=Fin that/that/SCONJ/5/mark
dams/dam/NOUN/5/nsubj/Number=Plur leak/leak/VERB/2/ccomp/VerbForm=Fin|Number=Plur ././PUNCT/2/punct
"""
NOT_CONFIRM = """
The/the/DET/2/det army/army/NOUN/5/nsubj could/could/AUX/5/aux/VerbForm=Fin not/not/PART/5/advmod
confirm/confirm/VERB/0/root/VerbForm=Inf the/the/DET/7/det report/report/NOUN/5/obj ././PUNCT/5/punct
"""
NOT_KNOW = """
Police/police/NOUN/4/nsubj/Number=Plur do/do/AUX/4/aux/VerbForm=Fin|Number=Plur not/not/PART/4/advmod
know/know/VERB/0/root/VerbForm=Inf whether/whether/SCONJ/8/mark the/the/DET/7/det driver/driver/NOUN/8/nsubj
survived/survive/VERB/4/ccomp/VerbForm=Fin|Tense=Past ././PUNCT/4/punct
"""
DECLINED = """
The/the/DET/2/det mayor/mayor/NOUN/3/nsubj declined/decline/VERB/0/root/VerbForm=Fin|Tense=Past
to/to/PART/5/mark say/say/VERB/3/xcomp/VerbForm=Inf whether/whether/SCONJ/8/mark
dams/dam/NOUN/8/nsubj/Number=Plur leak/leak/VERB/5/ccomp/VerbForm=Fin|Number=Plur ././PUNCT/3/punct
"""
BELIEVED = """
Twelve/twelve/NUM/2/nummod people/people/NOUN/4/nsubj:pass/Number=Plur
are/be/AUX/4/aux:pass/VerbForm=Fin|Number=Plur believed/believe/VERB/0/root/VerbForm=Part|Tense=Past
to/to/PART/7/mark have/have/AUX/7/aux/VerbForm=Inf died/die/VERB/4/xcomp/VerbForm=Part|Tense=Past
././PUNCT/4/punct
"""
REFUSED = """
Orlo/Orlo/PROPN/2/nsubj refused/refuse/VERB/0/root/VerbForm=Fin|Tense=Past to/to/PART/4/mark
resign/resign/VERB/2/xcomp/VerbForm=Inf ././PUNCT/2/punct
"""
CASES = [
    (RULED_OUT, Modality.DENIED, "a verb is another one with its particle"),
    (CALLED_A_LIE, Modality.REPORTED, "to call it something looks back"),
    (CALLED_FOR, Modality.EXPECTED, "to call for it looks ahead"),
    (NOBODY, Modality.DENIED, "what nobody believes is denied"),
    (NOT_CONFIRM, Modality.ALLEGED, "what is not confirmed is not denied either"),
    (NOT_KNOW, Modality.EXPECTED, "a question stays open, whoever does not know it"),
    (DECLINED, Modality.EXPECTED, "to decline to say whether says neither"),
    (BELIEVED, Modality.ALLEGED, "a belief that is nobody's is a supposition"),
    (REFUSED, Modality.DENIED, "what is refused does not happen"),
]


@pytest.mark.parametrize(("words", "modality", "reason"), CASES, ids=[one[-1] for one in CASES])
def test_modality(words: str, modality: Modality, reason: str, parsed: Parsed) -> None:
    found = find_attributions(Tree(parsed(rows(words))))
    assert [one.modality for one in found] == [modality], reason
