"""Which side of the article's day a weekday lies on, where the words and not the tense tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from twosource.annotate.times import find_times
from twosource.model.reading import Reading
from twosource.text.tree import Tree

TUESDAY = date(2021, 6, 15)

HOPED = """
They they PRON 2 nsubj
hoped hope VERB 0 root Tense=Past|VerbForm=Fin
to to PART 4 mark
land land VERB 2 xcomp VerbForm=Inf
by by ADP 6 case
{day} {day} PROPN 4 obl
. . PUNCT 2 punct
"""
FIRST = """
He he PRON 4 nsubj
was be AUX 4 cop Tense=Past|VerbForm=Fin
the the DET 4 det
first first ADJ 0 root
to to PART 6 mark
land land VERB 4 advcl VerbForm=Inf
on on ADP 8 case
{day} {day} PROPN 6 obl
. . PUNCT 4 punct
"""
RELATIVE = """
She she PRON 2 nsubj
praised praise VERB 0 root Tense=Past|VerbForm=Fin
the the DET 4 det
fair fair NOUN 2 obj
which which PRON 6 nsubj
closes close VERB 4 acl:relcl Tense=Pres|VerbForm=Fin
on on ADP 8 case
{day} {day} PROPN 6 obl
. . PUNCT 2 punct
"""
DECLARED = """
She she PRON 2 nsubj
declared declare VERB 0 root Tense=Past|VerbForm=Fin
{day} {day} PROPN 2 obj
a a DET 5 det
holiday holiday NOUN 2 xcomp
. . PUNCT 2 punct
"""
AHEAD = """
Crowds crowd NOUN 2 nsubj
gathered gather VERB 0 root Tense=Past|VerbForm=Fin
before before ADP 5 case
the the DET 5 det
{noun} {noun} NOUN 2 obl
on on ADP 7 case
{day} {day} PROPN 2 obl
. . PUNCT 2 punct
"""
CALLED = """
They they PRON 2 nsubj
called call VERB 0 root Tense=Past|VerbForm=Fin
a a DET 4 det
strike strike NOUN 2 obj
for for ADP 6 case
{day} {day} PROPN 2 obl
. . PUNCT 2 punct
"""
MOVED = """
It it PRON 3 nsubj:pass
was be AUX 3 aux:pass Tense=Past|VerbForm=Fin
postponed postpone VERB 0 root Tense=Past|VerbForm=Part
to to ADP 5 case
{day} {day} PROPN 3 obl
. . PUNCT 3 punct
"""
VOWED = """
She she PRON 2 nsubj
vowed vow VERB 0 root Tense=Past|VerbForm=Fin
{day} {day} PROPN 2 obl:tmod
to to PART 5 mark
stay stay VERB 2 xcomp VerbForm=Inf
. . PUNCT 2 punct
"""
WILL_BE = """
{day} {day} PROPN 3 nmod:poss
's 's PART 1 case
race race NOUN 7 nsubj
will will AUX 7 aux VerbForm=Fin
be be AUX 7 cop VerbForm=Inf
his his PRON 7 nmod:poss
first first ADJ 0 root
. . PUNCT 7 punct
"""
COULD_HAVE = """
It it PRON 4 nsubj
could could AUX 4 aux VerbForm=Fin
have have AUX 4 aux VerbForm=Inf
sunk sink VERB 0 root Tense=Past|VerbForm=Part
on on ADP 6 case
{day} {day} PROPN 4 obl
. . PUNCT 4 punct
"""
CASES = [
    (HOPED, "Thursday", "2021-06-17", "what was hoped for the nearer day is to come"),
    (HOPED, "Sunday", "2021-06-13", "where the last one is nearer, what was hoped is over"),
    (FIRST, "Thursday", "2021-06-10", "who was the first to land has landed"),
    (RELATIVE, "Friday", "2021-06-18", "a plan told in the present below a verb in the past"),
    (RELATIVE, "Monday", "2021-06-14", "the present of yesterday's fair"),
    (DECLARED, "Thursday", "2021-06-17", "a day that is itself spoken of"),
    (DECLARED.replace("2 obj", "2 obl"), "Thursday", "2021-06-17", "the same, read as a time"),
    (AHEAD, "Thursday", "2021-06-17", "what is before a thing to come"),
    (AHEAD.replace("{noun}", "attack"), "Thursday", "2021-06-10", "nobody gathers before an attack to come"),
    (CALLED, "Monday", "2021-06-21", "a strike is called for a day to come"),
    (MOVED, "Monday", "2021-06-21", "what is postponed is to come"),
    (VOWED, "Monday", "2021-06-14", "the day of the vow itself"),
    (COULD_HAVE, "Thursday", "2021-06-10", "what was possible then"),
    (WILL_BE, "Monday", "2021-06-21", "what will be is to come, and so is its day"),
]


@pytest.mark.parametrize(("rows", "day", "value", "why"), CASES)
def test_side(parsed: Callable[..., Reading], rows: str, day: str, value: str, why: str) -> None:
    found = find_times(Tree(parsed(rows.replace("{noun}", "vote").replace("{day}", day))), TUESDAY)
    assert [each.value for each in found] == [value], why


def test_without_a_date_such_a_weekday_keeps_both_sides_open(parsed: Callable[..., Reading]) -> None:
    (found,) = find_times(Tree(parsed(HOPED.replace("{day}", "Thursday"))), None)
    assert (found.days, found.direction) == (None, 0)
