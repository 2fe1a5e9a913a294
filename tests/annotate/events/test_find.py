"""Events on trees made by hand: predicate, participants, polarity, modality."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from twosource.annotate.events import find_events
from twosource.model.reading import Event, Modality, Reading, Role
from twosource.text.tree import Tree

Parsed = Callable[..., Reading]

ACTIVE = """
Police police NOUN 2 nsubj
arrested arrest VERB 0 root VerbForm=Fin
twelve twelve NUM 4 nummod
bakers baker NOUN 2 obj
in in ADP 6 case
Velm Velm PROPN 2 obl
on on ADP 8 case
Monday Monday PROPN 2 obl
. . PUNCT 2 punct
"""
PASSIVE = """
Bakers baker NOUN 3 nsubj:pass
were be AUX 3 aux:pass
arrested arrest VERB 0 root VerbForm=Part
by by ADP 5 case
police police NOUN 3 obl:agent
. . PUNCT 3 punct
"""
NOMINAL = """
The the DET 2 det
arrest arrest NOUN 7 nsubj
of of ADP 4 case
bakers baker NOUN 2 nmod
by by ADP 6 case
police police NOUN 2 nmod
surprised surprise VERB 0 root VerbForm=Fin
Velm Velm PROPN 7 obj
"""
LIGHT = """
Police police NOUN 2 nsubj
made make VERB 0 root VerbForm=Fin
no no DET 4 det
arrest arrest NOUN 2 obj
in in ADP 6 case
Velm Velm PROPN 2 obl
"""
PLACE = """
The the DET 2 det
meeting meeting NOUN 3 nsubj
took take VERB 0 root VerbForm=Fin
place place NOUN 3 obj
in in ADP 6 case
Velm Velm PROPN 3 obl
"""
WITHDRAWING = """
Troops troops NOUN 4 nsubj
will will AUX 4 aux
not not PART 4 advmod
begin begin VERB 0 root VerbForm=Inf
withdrawing withdraw VERB 4 xcomp VerbForm=Ger
"""
FAILED = """
They they PRON 2 nsubj
failed fail VERB 0 root VerbForm=Fin
to to PART 4 mark
leave leave VERB 2 xcomp VerbForm=Inf
Velm Velm PROPN 4 obj
"""
COPULA = """
Ana Ana PROPN 4 nsubj
is be AUX 4 cop
the the DET 4 det
mayor mayor NOUN 0 root
"""
SHARED = """
Ana Ana PROPN 2 nsubj
came come VERB 0 root VerbForm=Fin
and and CCONJ 4 cc
resigned resign VERB 2 conj VerbForm=Fin
"""
RELATIVE = """
Ana Ana PROPN 5 nsubj
who who PRON 3 nsubj PronType=Rel
leads lead VERB 1 acl:relcl VerbForm=Fin
Velm Velm PROPN 3 obj
spoke speak VERB 0 root VerbForm=Fin
"""
GIVING = """
She she PRON 2 nsubj
gave give VERB 0 root VerbForm=Fin
bread bread NOUN 2 obj
to to ADP 6 case
the the DET 6 det
union union NOUN 2 obl
"""
DEATHS = """
Twelve twelve NUM 2 nummod
bakers baker NOUN 3 nsubj
died die VERB 0 root VerbForm=Fin
"""
IF = """
If if SCONJ 3 mark
dams dam NOUN 3 nsubj
break break VERB 5 advcl VerbForm=Fin
we we PRON 5 nsubj
leave leave VERB 0 root VerbForm=Fin
"""
NOT_ONLY = """
He he PRON 4 nsubj
not not PART 4 advmod
only only ADV 4 advmod
killed kill VERB 0 root
the the DET 6 det
guard guard NOUN 4 obj
"""
NOT_ONE = """
Not not PART 2 advmod
one one NUM 4 nummod
live live ADJ 4 amod
shot shot NOUN 6 nsubj:pass
was be AUX 6 aux:pass
fired fire VERB 0 root VerbForm=Part
"""
NOT_ONE_BUT = """
Not not PART 2 advmod
one one NUM 5 nummod
but but CCONJ 4 cc
two two NUM 2 conj
shots shot NOUN 7 nsubj:pass
were be AUX 7 aux:pass
fired fire VERB 0 root VerbForm=Part
"""
AT_NO_TIME = """
At at ADP 3 case
no no DET 3 det
time time NOUN 6 obl
did do AUX 6 aux
they they PRON 6 nsubj
leave leave VERB 0 root VerbForm=Inf
Velm Velm PROPN 6 obj
"""
WITH_NO_RAIN = """
With with ADP 3 case
no no DET 3 det
rain rain NOUN 5 obl
they they PRON 5 nsubj
left leave VERB 0 root VerbForm=Fin
Velm Velm PROPN 5 obj
"""

NO_FEWER = """
No no DET 5 det
fewer few ADJ 5 amod
than than ADP 4 case
three three NUM 5 nummod
bakers baker NOUN 6 nsubj
left leave VERB 0 root VerbForm=Fin
Velm Velm PROPN 6 obj
"""
NOT_SINCE = """
Not not PART 4 advmod
since since SCONJ 4 mark
they they PRON 4 nsubj
left leave VERB 7 advcl VerbForm=Fin
has have AUX 7 aux
it it PRON 7 nsubj
rained rain VERB 0 root VerbForm=Part
"""
NOT_TO = """
They they PRON 2 nsubj
chose choose VERB 0 root VerbForm=Fin
not not PART 5 advmod
to to PART 5 mark
leave leave VERB 2 xcomp VerbForm=Inf
"""

CASES = [
    (ACTIVE, "arrest", "agent=Police patient=twelve bakers place=Velm time=Monday", "an active verb"),
    (PASSIVE, "arrest", "patient=Bakers agent=police", "a passive turns its roles"),
    (NOMINAL, "arrest", "patient=bakers agent=police", "a noun of happening with of and by"),
    (LIGHT, "arrest", "agent=Police place=Velm", "an empty verb lends its subject and place to the noun"),
    (PLACE, "meet", "place=Velm", "to take place says nothing itself"),
    (WITHDRAWING, "withdraw", "patient=Troops", "what begins is an event of its own, with the shared subject"),
    (COPULA, "be", "agent=Ana patient=the mayor", "a role by a copula"),
    (SHARED, "resign", "agent=Ana", "conjoined verbs share their subject"),
    (RELATIVE, "lead", "agent=Ana patient=Velm", "a relative pronoun is its noun"),
    (GIVING, "give", "agent=She patient=bread recipient=the union", "to whom it was given"),
    (DEATHS, "die", "patient=Twelve bakers", "those who die undergo it, as those who are killed"),
]


def _event(reading: Reading, lemma: str) -> Event:
    return next(event for event in find_events(Tree(reading)) if event.lemma == lemma)


@pytest.mark.parametrize(("conllu", "lemma", "participants", "reason"), CASES, ids=[case[-1] for case in CASES])
def test_participants(conllu: str, lemma: str, participants: str, reason: str, parsed: Parsed) -> None:
    reading = parsed(conllu, {"Velm": "place"} if "Velm" in conllu else None)
    event = _event(reading, lemma)
    assert " ".join(f"{one.role}={one.span.of(reading.text)}" for one in event.participants) == participants, reason


POLARITY = [
    (ACTIVE, "arrest", False, Modality.ASSERTED, "a plain statement"),
    (LIGHT, "arrest", True, Modality.ASSERTED, "no arrest was made"),
    (WITHDRAWING, "withdraw", True, Modality.EXPECTED, "what will not begin is neither there nor past"),
    (FAILED, "leave", True, Modality.ASSERTED, "what they failed to do did not happen"),
    (IF, "break", False, Modality.EXPECTED, "a condition is no fact"),
    (NOT_ONLY, "kill", False, Modality.ASSERTED, "not only is more than that"),
    (NOT_ONE, "fire", True, Modality.ASSERTED, "not one is none"),
    (NOT_ONE_BUT, "fire", False, Modality.ASSERTED, "not one but two are two"),
    (AT_NO_TIME, "leave", True, Modality.ASSERTED, "at no time is never"),
    (NO_FEWER, "leave", False, Modality.ASSERTED, "no fewer is a bound"),
    (NOT_SINCE, "leave", False, Modality.ASSERTED, "not since denies what did not happen since"),
    (NOT_TO, "leave", True, Modality.ASSERTED, "not to leave is to stay"),
    (WITH_NO_RAIN, "leave", False, Modality.ASSERTED, "no negates what it stands before, not all that is said"),
]


@pytest.mark.parametrize(
    ("conllu", "lemma", "negated", "modality", "reason"), POLARITY, ids=[one[-1] for one in POLARITY]
)
def test_polarity(*, conllu: str, lemma: str, negated: bool, modality: Modality, reason: str, parsed: Parsed) -> None:
    event = _event(parsed(conllu), lemma)
    assert (event.negated, event.modality) == (negated, modality), reason


def test_one_event_a_token_in_text_order(parsed: Parsed) -> None:
    triggers = [event.trigger for event in find_events(Tree(parsed(ACTIVE + NOMINAL + PLACE)))]
    assert triggers == sorted(set(triggers))


def test_roles_are_the_models(parsed: Parsed) -> None:
    found = find_events(Tree(parsed(ACTIVE)))
    assert {one.role for event in found for one in event.participants} <= set(Role)


def test_no_lists_no_events(parsed: Parsed) -> None:
    assert find_events(Tree(parsed(ACTIVE)), "xx") == ()
