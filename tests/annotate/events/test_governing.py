"""What governs a clause decides whether its event is told as a fact, on trees made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import rows

from twosource.annotate.events import find_events
from twosource.model.reading import Modality, Reading, Role
from twosource.text.tree import Tree

Parsed = Callable[..., Reading]


DENIED = """
The/the/DET/2/det ministry/ministry/NOUN/3/nsubj denied/deny/VERB/0/root/VerbForm=Fin|Tense=Past
that/that/SCONJ/6/mark dams/dams/NOUN/6/nsubj leak/leak/VERB/3/ccomp/VerbForm=Inf ././PUNCT/3/punct
"""
NOT_DENIED = """
The/the/DET/2/det ministry/ministry/NOUN/5/nsubj did/do/AUX/5/aux/VerbForm=Fin|Tense=Past not/not/PART/5/advmod
deny/deny/VERB/0/root/VerbForm=Inf that/that/SCONJ/8/mark dams/dam/NOUN/8/nsubj/Number=Plur
leak/leak/VERB/5/ccomp/VerbForm=Inf ././PUNCT/5/punct
"""
NOT_TRUE = """
It/it/PRON/4/expl/Case=Nom is/be/AUX/4/cop/VerbForm=Fin not/not/PART/4/advmod true/true/ADJ/0/root
that/that/SCONJ/7/mark dams/dam/NOUN/7/nsubj/Number=Plur leak/leak/VERB/4/csubj/VerbForm=Fin|Number=Plur
././PUNCT/4/punct
"""
FALSE = """
It/it/PRON/3/expl/Case=Nom is/be/AUX/3/cop/VerbForm=Fin false/false/ADJ/0/root that/that/SCONJ/6/mark
dams/dam/NOUN/6/nsubj/Number=Plur leak/leak/VERB/3/csubj/VerbForm=Fin|Number=Plur ././PUNCT/3/punct
"""
NO_EVIDENCE = """
The/the/DET/2/det court/court/NOUN/3/nsubj found/find/VERB/0/root/VerbForm=Fin|Tense=Past no/no/DET/5/det
evidence/evidence/NOUN/3/obj that/that/SCONJ/8/mark dams/dam/NOUN/8/nsubj/Number=Plur
leak/leak/VERB/5/acl/VerbForm=Fin|Number=Plur ././PUNCT/3/punct
"""
REJECTED = """
Orlo/Orlo/PROPN/2/nsubj rejected/reject/VERB/0/root/VerbForm=Fin|Tense=Past
allegations/allegation/NOUN/2/obj/Number=Plur that/that/SCONJ/6/mark dams/dam/NOUN/6/nsubj/Number=Plur
leak/leak/VERB/3/acl/VerbForm=Fin|Number=Plur ././PUNCT/2/punct
"""
UNCONFIRMED = """
They/they/PRON/4/nsubj/Case=Nom|Number=Plur could/could/AUX/4/aux/VerbForm=Fin not/not/PART/4/advmod
confirm/confirm/VERB/0/root/VerbForm=Inf that/that/SCONJ/7/mark dams/dam/NOUN/7/nsubj/Number=Plur
leak/leak/VERB/4/ccomp/VerbForm=Fin|Number=Plur ././PUNCT/4/punct
"""
CLAIMED = """
The/the/DET/2/det claim/claim/NOUN/6/nsubj that/that/SCONJ/5/mark dams/dam/NOUN/5/nsubj leak/leak/VERB/2/acl
spread/spread/VERB/0/root
"""
ACCUSED = """
Orlo/Orlo/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass/VerbForm=Fin
accused/accuse/VERB/0/root/VerbForm=Part|Tense=Past of/of/SCONJ/5/mark stealing/steal/VERB/3/advcl/VerbForm=Part
bread/bread/NOUN/5/obj ././PUNCT/3/punct
"""
SAID_TO = """
Orlo/Orlo/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass/VerbForm=Fin said/say/VERB/0/root/VerbForm=Part|Tense=Past
to/to/PART/6/mark have/have/AUX/6/aux/VerbForm=Inf left/leave/VERB/3/xcomp/VerbForm=Part|Tense=Past
././PUNCT/3/punct
"""
BELIEVED = """
Orlo/Orlo/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass/VerbForm=Fin
believed/believe/VERB/0/root/VerbForm=Part|Tense=Past to/to/PART/6/mark have/have/AUX/6/aux/VerbForm=Inf
left/leave/VERB/3/xcomp/VerbForm=Part|Tense=Past ././PUNCT/3/punct
"""
ASKING = """
Has/have/AUX/3/aux/VerbForm=Fin Orlo/Orlo/PROPN/3/nsubj left/leave/VERB/0/root/VerbForm=Part|Tense=Past
?/?/PUNCT/3/punct
"""
WHY = """
Why/why/ADV/4/advmod/PronType=Int did/do/AUX/4/aux/VerbForm=Fin|Tense=Past Orlo/Orlo/PROPN/4/nsubj
leave/leave/VERB/0/root/VerbForm=Inf ?/?/PUNCT/4/punct
"""
INVERTED = """
Had/have/AUX/4/aux/VerbForm=Fin|Tense=Past the/the/DET/3/det dam/dam/NOUN/4/nsubj
leaked/leak/VERB/8/advcl/VerbForm=Part|Tense=Past ,/,/PUNCT/4/punct
we/we/PRON/8/nsubj/Case=Nom|Person=1|Number=Plur would/would/AUX/8/aux/VerbForm=Fin
know/know/VERB/0/root/VerbForm=Inf ././PUNCT/8/punct
"""
ALLEGED = """
The/the/DET/3/det alleged/allege/VERB/3/amod/VerbForm=Part|Tense=Past theft/theft/NOUN/4/nsubj
took/take/VERB/0/root/VerbForm=Fin|Tense=Past place/place/NOUN/4/obj in/in/ADP/7/case May/May/PROPN/4/obl
././PUNCT/4/punct
"""
PRETENDED = """
He/he/PRON/2/nsubj/Case=Nom pretended/pretend/VERB/0/root/VerbForm=Fin|Tense=Past that/that/SCONJ/5/mark
dams/dam/NOUN/5/nsubj leak/leak/VERB/2/ccomp/VerbForm=Inf ././PUNCT/2/punct
"""
BELIEF = """
The/the/DET/2/det report/report/NOUN/7/nsubj that/that/SCONJ/5/mark dams/dam/NOUN/5/nsubj leak/leak/VERB/2/acl
is/be/AUX/7/cop old/old/ADJ/0/root
"""
NOT_RULED_OUT = """
The/the/DET/2/det mayor/mayor/NOUN/5/nsubj has/have/AUX/5/aux/VerbForm=Fin not/not/PART/5/advmod
ruled/rule/VERB/0/root/VerbForm=Part|Tense=Past out/out/ADP/5/compound:prt
leaving/leave/VERB/5/xcomp/VerbForm=Ger ././PUNCT/5/punct
"""
NONE_FOUND = """
No/no/DET/2/det evidence/evidence/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass/VerbForm=Fin|Tense=Past
found/find/VERB/0/root/VerbForm=Part|Tense=Past that/that/SCONJ/7/mark dams/dam/NOUN/7/nsubj/Number=Plur
leak/leak/VERB/4/csubj:pass/VerbForm=Fin|Number=Plur ././PUNCT/4/punct
"""
NEITHER = """
Neither/neither/CCONJ/2/det Orlo/Orlo/PROPN/5/nsubj nor/nor/CCONJ/4/cc Telk/Telk/PROPN/2/conj
confirmed/confirm/VERB/0/root/VerbForm=Fin|Tense=Past that/that/SCONJ/8/mark dams/dam/NOUN/8/nsubj/Number=Plur
leak/leak/VERB/5/ccomp/VerbForm=Fin|Number=Plur ././PUNCT/5/punct
"""
NOT_GUILTY = """
Telk/Telk/PROPN/2/nsubj pleaded/plead/VERB/0/root/VerbForm=Fin not/not/PART/4/advmod guilty/guilty/ADJ/2/xcomp
to/to/SCONJ/6/mark stealing/steal/VERB/4/advcl it/it/PRON/6/obj ././PUNCT/2/punct
"""
GUILTY = """
Telk/Telk/PROPN/2/nsubj pleaded/plead/VERB/0/root/VerbForm=Fin guilty/guilty/ADJ/2/xcomp
to/to/SCONJ/5/mark stealing/steal/VERB/3/advcl it/it/PRON/5/obj ././PUNCT/2/punct
"""
FOUND_NOT_GUILTY = """
Telk/Telk/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass found/find/VERB/0/root/VerbForm=Part not/not/PART/5/advmod
guilty/guilty/NOUN/3/xcomp of/of/SCONJ/7/mark stealing/steal/VERB/5/advcl it/it/PRON/7/obj ././PUNCT/3/punct
"""
CHARGED = """
Telk/Telk/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass charged/charge/VERB/0/root/VerbForm=Part with/with/ADP/5/case
murder/murder/NOUN/3/obl ././PUNCT/3/punct
"""
CLEARED = """
Telk/Telk/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass acquitted/acquit/VERB/0/root/VerbForm=Part of/of/SCONJ/5/mark
stealing/steal/VERB/3/advcl it/it/PRON/5/obj ././PUNCT/3/punct
"""
KEPT = """
The/the/DET/2/det court/court/NOUN/3/nsubj stopped/stop/VERB/0/root/VerbForm=Fin Orlo/Orlo/PROPN/3/obj
from/from/SCONJ/6/mark leaving/leave/VERB/3/advcl ././PUNCT/3/punct
"""
DISOWNED = """
Telk/Telk/PROPN/2/nsubj denied/deny/VERB/0/root/VerbForm=Fin murder/murder/NOUN/2/obj ././PUNCT/2/punct
"""
INTENT = """
Orlo/Orlo/PROPN/2/nsubj announced/announce/VERB/0/root/VerbForm=Fin plans/plan/NOUN/2/obj to/to/PART/5/mark
leave/leave/VERB/3/acl/VerbForm=Inf ././PUNCT/2/punct
"""
REFUSAL = """
His/his/PRON/2/nmod:poss refusal/refusal/NOUN/5/nsubj to/to/PART/4/mark leave/leave/VERB/2/acl/VerbForm=Inf
angered/anger/VERB/0/root/VerbForm=Fin Orlo/Orlo/PROPN/5/obj ././PUNCT/5/punct
"""
YET = """
Orlo/Orlo/PROPN/2/nsubj has/have/VERB/0/root/VerbForm=Fin yet/yet/ADV/2/advmod to/to/PART/5/mark
leave/leave/VERB/2/xcomp/VerbForm=Inf ././PUNCT/2/punct
"""
BLAMED = """
Orlo/Orlo/PROPN/2/nsubj accused/accuse/VERB/0/root/VerbForm=Fin Telk/Telk/PROPN/2/obj of/of/SCONJ/5/mark
leaving/leave/VERB/2/advcl ././PUNCT/2/punct
"""

CASES = [
    (NOT_GUILTY, "steal", Modality.DENIED, "pleaded not guilty"),
    (GUILTY, "steal", Modality.ASSERTED, "pleaded guilty"),
    (FOUND_NOT_GUILTY, "steal", Modality.DENIED, "found not guilty"),
    (CHARGED, "murder", Modality.ALLEGED, "charged with it"),
    (CLEARED, "steal", Modality.DENIED, "acquitted of it"),
    (KEPT, "leave", Modality.DENIED, "kept from it"),
    (DISOWNED, "murder", Modality.DENIED, "denied it"),
    (INTENT, "leave", Modality.EXPECTED, "a plan to"),
    (REFUSAL, "leave", Modality.DENIED, "a refusal to"),
    (NOT_RULED_OUT, "leave", Modality.REPORTED, "not ruled out"),
    (NONE_FOUND, "leak", Modality.DENIED, "no evidence was found that"),
    (NEITHER, "leak", Modality.ALLEGED, "neither confirmed it"),
    (DENIED, "leak", Modality.DENIED, "denied that"),
    (NOT_DENIED, "leak", Modality.REPORTED, "not to deny it is not to deny it"),
    (NOT_TRUE, "leak", Modality.DENIED, "not true that"),
    (FALSE, "leak", Modality.DENIED, "false that"),
    (NO_EVIDENCE, "leak", Modality.DENIED, "no evidence that"),
    (REJECTED, "leak", Modality.DENIED, "rejected allegations that"),
    (UNCONFIRMED, "leak", Modality.ALLEGED, "could not confirm that"),
    (CLAIMED, "leak", Modality.ALLEGED, "the claim that"),
    (BELIEF, "leak", Modality.ASSERTED, "a report is no claim"),
    (ACCUSED, "steal", Modality.ALLEGED, "accused of it"),
    (SAID_TO, "leave", Modality.REPORTED, "said to have"),
    (BELIEVED, "leave", Modality.ALLEGED, "believed to have"),
    (ASKING, "leave", Modality.EXPECTED, "a question asserts nothing"),
    (WHY, "leave", Modality.ASSERTED, "why takes it for granted"),
    (INVERTED, "leak", Modality.EXPECTED, "a condition without if"),
    (ALLEGED, "steal", Modality.ALLEGED, "an alleged theft"),
    (PRETENDED, "leak", Modality.DENIED, "what is pretended is not so"),
]


@pytest.mark.parametrize(("words", "lemma", "modality", "reason"), CASES, ids=[one[-1] for one in CASES])
def test_modality(words: str, lemma: str, modality: Modality, reason: str, parsed: Parsed) -> None:
    events = find_events(Tree(parsed(rows(words))))
    assert next(one.modality for one in events if one.lemma == lemma) is modality, reason


def test_two_negations_make_none(parsed: Parsed) -> None:
    events = find_events(Tree(parsed(rows(NOT_RULED_OUT))))
    assert not next(one.negated for one in events if one.lemma == "leave")


@pytest.mark.parametrize(
    ("words", "lemma", "agent", "reason"),
    [
        (KEPT, "leave", "Orlo", "who is kept from it, not who keeps"),
        (BLAMED, "leave", "Telk", "who is accused of it, not who accuses"),
        (INTENT, "leave", "Orlo", "who has the plan"),
        (REFUSAL, "leave", "His", "whose refusal it is"),
        (CLEARED, "steal", "Telk", "the subject of a passive"),
    ],
)
def test_who_does_it(words: str, lemma: str, agent: str, reason: str, parsed: Parsed) -> None:
    reading = parsed(rows(words))
    event = next(one for one in find_events(Tree(reading)) if one.lemma == lemma)
    assert [one.span.of(reading.text) for one in event.participants if one.role is Role.AGENT] == [agent], reason


def test_what_is_yet_to_come_has_not_happened(parsed: Parsed) -> None:
    assert [one.negated for one in find_events(Tree(parsed(rows(YET)))) if one.lemma == "leave"] == [True]
