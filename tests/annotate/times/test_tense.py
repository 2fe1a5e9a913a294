"""Which way a time points, where more than the verb's tense decides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from twosource.annotate.times import find_times
from twosource.model.reading import Reading
from twosource.text.tree import Tree

ANCHOR = date(2021, 6, 16)  # a Wednesday

IS_TO = """
The the DET 2 det
quay quay NOUN 5 nsubj
is be AUX 5 aux Tense=Pres|VerbForm=Fin
to to PART 5 mark
open open VERB 0 root VerbForm=Inf
on on ADP 7 case
Thursday Thursday PROPN 5 obl
. . PUNCT 5 punct
"""
TOLD = """
On on ADP 2 case
Thursday Thursday PROPN 4 obl
he he PRON 4 nsubj
buries bury VERB 0 root Tense=Pres|VerbForm=Fin
Tom Tom PROPN 4 obj
. . PUNCT 4 punct
"""
HEADLINE = """
Mayor mayor NOUN 2 nsubj
resigns resign VERB 0 root Tense=Pres|VerbForm=Fin
Thursday Thursday PROPN 2 obl:tmod
"""
SET_FOR = """
It it PRON 3 nsubj:pass
is be AUX 3 aux:pass Tense=Pres|VerbForm=Fin
set set VERB 0 root Tense=Past|VerbForm=Part
for for ADP 5 case
Thursday Thursday PROPN 3 obl
. . PUNCT 3 punct
"""
PREPARED_FOR = """
They they PRON 2 nsubj
prepared prepare VERB 0 root Tense=Past|VerbForm=Fin
for for ADP 5 case
a a DET 5 det
march march NOUN 2 obl
on on ADP 7 case
Thursday Thursday PROPN 2 obl
. . PUNCT 2 punct
"""
PREPARED_WHAT = """
They they PRON 2 nsubj
prepared prepare VERB 0 root Tense=Past|VerbForm=Fin
soup soup NOUN 2 obj
for for ADP 5 case
guests guest NOUN 2 obl
on on ADP 7 case
Thursday Thursday PROPN 2 obl
. . PUNCT 2 punct
"""
UNTIL_HAD = """
Until until ADP 2 case
Thursday Thursday PROPN 5 obl
they they PRON 5 nsubj
had have AUX 5 aux Tense=Past|VerbForm=Fin
waited wait VERB 0 root Tense=Past|VerbForm=Part
. . PUNCT 5 punct
"""
UNTIL = """
Until until ADP 2 case
Thursday Thursday PROPN 4 obl
it it PRON 4 nsubj
closed close VERB 0 root Tense=Past|VerbForm=Fin
. . PUNCT 4 punct
"""
OWNED = """
They they PRON 2 nsubj
sought seek VERB 0 root Tense=Past|VerbForm=Fin
ways way NOUN 2 obj
to to PART 5 mark
dodge dodge VERB 3 acl VerbForm=Inf
Thursday Thursday PROPN 8 nmod:poss
's 's PART 6 case
ruling ruling NOUN 5 obj
. . PUNCT 2 punct
"""
IS_ON = """
It it PRON 4 nsubj
is be AUX 4 cop Tense=Pres|VerbForm=Fin
on on ADP 4 case
Thursday Thursday PROPN 0 root
. . PUNCT 4 punct
"""
UNTIL_STAYED = """
He he PRON 2 nsubj
stayed stay VERB 0 root Tense=Past|VerbForm=Fin
until until ADP 4 case
Thursday Thursday PROPN 2 obl
. . PUNCT 2 punct
"""
NOT_UNTIL = """
They they PRON 4 nsubj
did do AUX 4 aux Tense=Past|VerbForm=Fin
not not PART 4 advmod
call call VERB 0 root VerbForm=Inf
until until ADP 6 case
Thursday Thursday PROPN 4 obl
. . PUNCT 4 punct
"""
IS_DUE = """
He he PRON 3 nsubj
is be AUX 3 cop Tense=Pres|VerbForm=Fin
due due ADJ 0 root
in in ADP 5 case
court court NOUN 3 obl
Thursday Thursday PROPN 3 obl:tmod
. . PUNCT 3 punct
"""
STARTING = """
A a DET 2 det
walkout walkout NOUN 6 nsubj:pass
starting start VERB 2 acl VerbForm=Ger
Thursday Thursday PROPN 3 obl:tmod
was be AUX 6 aux:pass Tense=Past|VerbForm=Fin
called call VERB 0 root Tense=Past|VerbForm=Part
. . PUNCT 6 punct
"""
MONTH_OVER = """
It it PRON 2 nsubj
fell fall VERB 0 root Tense=Past|VerbForm=Fin
in in ADP 4 case
April April PROPN 2 obl
and and CCONJ 6 cc
rose rise VERB 2 conj Tense=Past|VerbForm=Fin
at at ADP 9 case
the the DET 9 det
end end NOUN 6 obl
of of ADP 12 case
the the DET 12 det
month month NOUN 9 nmod
. . PUNCT 2 punct
"""
A_LETTER_SHOWS = """
On on ADP 2 case
Thursday Thursday PROPN 8 obl
it it PRON 4 nsubj
closed close VERB 8 ccomp Tense=Past|VerbForm=Fin
, , PUNCT 4 punct
a a DET 7 det
letter letter NOUN 8 nsubj
shows show VERB 0 root Tense=Pres|VerbForm=Fin
. . PUNCT 8 punct
"""
AFTER_SHOOTING = """
Man man NOUN 2 nsubj
charged charge VERB 0 root Tense=Past|VerbForm=Part
after after SCONJ 4 mark
shooting shoot VERB 2 advcl Tense=Pres|VerbForm=Part
three three NUM 4 obj
this this DET 7 det
weekend weekend NOUN 4 obl:tmod
. . PUNCT 2 punct
"""
CASES = [
    (AFTER_SHOOTING, "2021-W23-WE", "what something follows is behind"),
    (A_LETTER_SHOWS, "2021-06-10", "the clause that is told first has the time, whichever verb the parser gives it to"),
    (UNTIL_STAYED, "2021-06-10", "what stayed so until a day is over"),
    (NOT_UNTIL, "2021-06-10", "what was not so until a day was so then"),
    (IS_DUE, "2021-06-17", "what is due lies ahead"),
    (STARTING, "2021-06-17", "what is called for a day to start on lies ahead"),
    (IS_ON, "2021-06-17", "what is on a day is still to come"),
    (IS_TO, "2021-06-17", "what is to be lies ahead"),
    (TOLD, "2021-06-17", "a plan told in the present"),
    (HEADLINE, "2021-06-10", "headlines tell the past in the present"),
    (SET_FOR, "2021-06-17", "what is set lies ahead"),
    (PREPARED_FOR, "2021-06-17", "what is prepared for lies ahead"),
    (PREPARED_WHAT, "2021-06-10", "who prepares something has done so"),
    (UNTIL, "2021-06-17", "what lasts until a day lasts still"),
    (UNTIL_HAD, "2021-06-10", "what had been until a day has ended"),
    (OWNED, "2021-06-10", "a ruling that ways are sought around has been made"),
]


@pytest.mark.parametrize(("rows", "value", "why"), CASES)
def test_direction(parsed: Callable[..., Reading], rows: str, value: str, why: str) -> None:
    (found,) = find_times(Tree(parsed(rows)), ANCHOR)
    assert found.value == value, why


def test_a_story_told_in_the_present_tells_the_past(parsed: Callable[..., Reading]) -> None:
    before = "She she PRON 2 nsubj\nwalks walk VERB 0 root Tense=Pres|VerbForm=Fin\n. . PUNCT 2 punct\n"
    (found,) = find_times(Tree(parsed(before + TOLD)), ANCHOR)
    assert found.value == "2021-06-10"


def test_the_end_of_the_month_that_was_told_of_is_past(parsed: Callable[..., Reading]) -> None:
    assert find_times(Tree(parsed(MONTH_OVER)), ANCHOR)[-1].value == "2021-04"
