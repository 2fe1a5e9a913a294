"""Patterns of attribution beyond a verb with its clause: each names who says it and what, word for word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import rows

from twosource.annotate.attribution import find_attributions
from twosource.model.reading import Attribution, Reading
from twosource.text.tree import Tree

Parsed = Callable[..., Reading]


ASIDE = """
The/the/DET/2/det plan/plan/NOUN/10/nsubj:outer ,/,/PUNCT/2/punct an/a/DET/5/det official/official/NOUN/6/nsubj
said/say/VERB/2/acl:relcl/VerbForm=Fin|Tense=Past ,/,/PUNCT/6/punct is/be/AUX/10/cop/VerbForm=Fin
to/to/PART/10/mark stay/stay/VERB/0/root/VerbForm=Inf ././PUNCT/10/punct
"""
VENUE = """
Police/police/NOUN/2/nsubj said/say/VERB/0/root/VerbForm=Fin in/in/ADP/5/case a/a/DET/5/det
statement/statement/NOUN/2/obl that/that/SCONJ/8/mark dams/dam/NOUN/8/nsubj leak/leak/VERB/5/acl/VerbForm=Fin
"""
PUT_AT = """
Officials/official/NOUN/2/nsubj/Number=Plur put/put/VERB/0/root/VerbForm=Fin|Tense=Past|Number=Plur
the/the/DET/4/det toll/toll/NOUN/2/obj at/at/ADP/6/case 40/40/NUM/2/obl ././PUNCT/2/punct
"""
CITING = """
The/the/DET/2/det agency/agency/NOUN/3/nsubj reported/report/VERB/0/root/VerbForm=Fin|Tense=Past
,/,/PUNCT/5/punct citing/cite/VERB/3/advcl/VerbForm=Part the/the/DET/7/det ministry/ministry/NOUN/5/iobj
,/,/PUNCT/11/punct that/that/SCONJ/11/mark dams/dam/NOUN/11/nsubj/Number=Plur
leak/leak/VERB/3/ccomp/VerbForm=Fin|Number=Plur ././PUNCT/3/punct
"""
CITING_LAST = """
Dams/dam/NOUN/2/nsubj/Number=Plur leak/leak/VERB/0/root/VerbForm=Fin|Number=Plur ,/,/PUNCT/6/punct
the/the/DET/5/det Gazeta/Gazeta/PROPN/6/nsubj reported/report/VERB/2/parataxis/VerbForm=Fin|Tense=Past
,/,/PUNCT/8/punct citing/cite/VERB/2/advcl/VerbForm=Part a/a/DET/10/det source/source/NOUN/8/obj
././PUNCT/2/punct
"""
HEADLINE_LAST = """
Two/two/NUM/2/nummod dams/dam/NOUN/3/nsubj leak/leak/VERB/0/root/VerbForm=Fin :/:/PUNCT/5/punct
police/police/NOUN/3/appos
"""
ADDING = """
Dams/dam/NOUN/2/nsubj/Number=Plur leak/leak/VERB/0/root/VerbForm=Fin|Number=Plur ,/,/PUNCT/5/punct
Orlo/Orlo/PROPN/5/nsubj said/say/VERB/2/parataxis/VerbForm=Fin|Tense=Past ,/,/PUNCT/7/punct
adding/add/VERB/2/advcl/VerbForm=Part that/that/SCONJ/10/mark they/they/PRON/10/nsubj/Case=Nom|Number=Plur
rust/rust/VERB/7/ccomp/VerbForm=Fin|Number=Plur ././PUNCT/2/punct
"""
AGED_SPEAKER = """
“/"/PUNCT/3/punct Dams/dam/NOUN/3/nsubj leak/leak/VERB/12/ccomp ,/,/PUNCT/3/punct ”/"/PUNCT/3/punct
the/the/DET/11/det 49/49/NUM/9/nummod -/-/PUNCT/7/punct year/year/NOUN/11/obl:unmarked -/-/PUNCT/9/punct
old/old/ADJ/3/nsubj said/say/VERB/0/root/VerbForm=Fin|Tense=Past ././PUNCT/12/punct
"""
IT_SAYING = """
It/it/PRON/2/nsubj/Case=Nom blamed/blame/VERB/0/root/VerbForm=Fin|Tense=Past rust/rust/NOUN/2/obj
,/,/PUNCT/5/punct saying/say/VERB/2/advcl/VerbForm=Part dams/dam/NOUN/7/nsubj/Number=Plur
leak/leak/VERB/5/ccomp/VerbForm=Fin|Number=Plur ././PUNCT/2/punct
"""
ANONYMOUS = """
Dams/Dams/NOUN/2/nsubj leak/leak/VERB/4/nsubj ,/,/PUNCT/2/punct said/say/VERB/0/root/VerbForm=Fin|Tense=Past
two/two/NUM/6/nummod officials/official/NOUN/4/nsubj/Number=Plur who/who/PRON/8/nsubj/PronType=Rel
asked/ask/VERB/6/acl:relcl/VerbForm=Fin|Tense=Past|Number=Plur not/not/PART/12/advmod to/to/PART/12/mark
be/be/AUX/12/aux:pass/VerbForm=Inf named/name/VERB/8/xcomp/VerbForm=Part|Tense=Past ././PUNCT/4/punct
"""
NAMED_THING = """
They/they/PRON/2/nsubj/Case=Nom|Number=Plur sold/sell/VERB/0/root/VerbForm=Fin|Tense=Past|Number=Plur
a/a/DET/4/det firm/firm/NOUN/2/obj called/call/VERB/4/acl/VerbForm=Part|Tense=Past Odra/Odra/PROPN/5/xcomp
././PUNCT/2/punct
"""
ODD_VERB = """
Orlo/Orlo/PROPN/2/nsubj jeered/jeer/VERB/0/root/VerbForm=Fin|Tense=Past ,/,/PUNCT/2/punct “/“/PUNCT/5/punct
Leave/leave/VERB/2/parataxis/VerbForm=Fin the/the/DET/7/det dam/dam/NOUN/5/obj alone/alone/ADJ/5/xcomp
././PUNCT/5/punct ”/”/PUNCT/5/punct
"""
SIGNED = """
“/"/PUNCT/3/punct We/we/PRON/3/nsubj/Case=Nom|Person=1|Number=Plur
lost/lose/VERB/0/root/VerbForm=Fin|Person=1|Tense=Past|Number=Plur the/the/DET/5/det dam/dam/NOUN/3/obj
././PUNCT/3/punct ”/"/PUNCT/3/punct

–/-/PUNCT/2/punct Ana/Ana/PROPN/0/root Orlo/Orlo/PROPN/2/flat
"""
AGE_AFTER = """
Before/before/ADP/2/case noon/noon/NOUN/9/obl ,/,/PUNCT/2/punct Ana/Ana/PROPN/9/nsubj Kovač/Kovač/PROPN/4/flat
,/,/PUNCT/7/punct 70/70/NUM/4/nmod:unmarked ,/,/PUNCT/4/punct said/say/VERB/0/root/VerbForm=Fin|Tense=Past
dams/dam/NOUN/11/nsubj/Number=Plur leak/leak/VERB/9/ccomp/VerbForm=Fin|Number=Plur ././PUNCT/9/punct
"""
BOTH_ACCORDING = """
There/there/PRON/2/expl were/be/VERB/0/root/Tense=Past|VerbForm=Fin 300/300/NUM/4/nummod guests/guest/NOUN/2/nsubj
according/accord/VERB/8/case to/to/ADP/5/fixed the/the/DET/8/det mayor/mayor/NOUN/4/nmod and/and/CCONJ/10/cc
500/500/NUM/8/conj according/accord/VERB/14/case to/to/ADP/11/fixed the/the/DET/14/det union/union/NOUN/2/obl
././PUNCT/2/punct
"""
COMPARED = """
Rescuers/rescuer/NOUN/2/nsubj believe/believe/VERB/0/root/VerbForm=Fin 41/41/NUM/4/nummod miners/miner/NOUN/6/nsubj
were/be/AUX/6/cop/Tense=Past|VerbForm=Fin inside/inside/ADV/2/ccomp ,/,/PUNCT/9/punct nine/nine/NUM/9/nummod
more/more/ADJ/2/ccomp than/than/ADP/11/case managers/manager/NOUN/9/obl first/first/ADV/13/advmod
claimed/claim/VERB/9/advcl/Tense=Past|VerbForm=Fin ././PUNCT/2/punct
"""
GAPPED = """
Police/police/NOUN/2/nsubj say/say/VERB/0/root/VerbForm=Fin 9,000/9000/NUM/4/nsubj
took/take/VERB/2/ccomp/Tense=Past|VerbForm=Fin part/part/NOUN/4/obj ,/,/PUNCT/7/punct
organisers/organiser/NOUN/4/parataxis 20,000/20000/NUM/7/nummod ././PUNCT/2/punct
"""
CLIPPED = """
It/it/PRON/2/nsubj/Case=Nom ended/end/VERB/0/root/Tense=Past|VerbForm=Fin a/a/DET/4/det quarrel/quarrel/NOUN/2/obj
:/:/PUNCT/9/punct a/a/DET/7/det mistake/mistake/NOUN/16/nsubj ,/,/PUNCT/9/punct says/say/VERB/2/parataxis/VerbForm=Fin
the/the/DET/11/det firm/firm/NOUN/9/iobj ;/;/PUNCT/14/punct a/a/DET/14/det lie/lie/NOUN/9/parataxis ,/,/PUNCT/16/punct
says/say/VERB/2/parataxis/VerbForm=Fin she/she/PRON/16/obj/Case=Nom ././PUNCT/2/punct
"""
BEATEN = """
Police/police/NOUN/2/nsubj said/say/VERB/0/root/VerbForm=Fin 12/12/NUM/4/nummod fans/fan/NOUN/5/nsubj
left/leave/VERB/2/ccomp/VerbForm=Fin and/and/CCONJ/8/cc the/the/DET/8/det agency/agency/NOUN/5/conj
2/2/NUM/8/nummod -/-/SYM/11/case 0/0/NUM/9/nmod ././PUNCT/2/punct
"""
CASES = [
    (ASIDE, ["an official: The plan … is to stay"], "an aside between commas"),
    (VENUE, ["Police: that dams leak"], "a clause that the parser hung on the statement"),
    (PUT_AT, ["Officials: the toll at 40"], "an estimate"),
    (CITING, ["The agency: that dams leak", "the ministry: dams leak"], "the one who is cited says it too"),
    (CITING_LAST, ["the Gazeta: Dams leak", "a source: Dams leak"], "cited behind the tail"),
    (HEADLINE_LAST, ["police: Two dams leak"], "a headline that ends with its source"),
    (ADDING, ["Orlo: Dams leak", "Orlo: that they rust"], "the speaker goes on"),
    (AGED_SPEAKER, ["the 49 - year - old: “ Dams leak , ”"], "a speaker by age"),
    (IT_SAYING, ["It: rust", "It: dams leak"], "a body that goes on as it"),
    (
        ANONYMOUS,
        ["two officials who asked not to be named: Dams leak", "two officials … who: not to be named"],
        "as they are described",
    ),
    (NAMED_THING, [], "a name is no attribution"),
    (ODD_VERB, ["Orlo: “ Leave the dam alone . ”"], "any verb may lead to a quotation"),
    (SIGNED, ["Ana Orlo: “ We lost the dam . ”"], "a signed quotation"),
    (
        BOTH_ACCORDING,
        ["the mayor: There were 300 guests", "the union: 500"],
        "two voices by the same phrase, each with its figure",
    ),
    (
        COMPARED,
        ["Rescuers: 41 miners were inside", "managers: nine more"],
        "the comparison is the second voice's alone",
    ),
    (GAPPED, ["Police: 9,000 took part", "organisers: 20,000"], "the verb is left out the second time"),
    (CLIPPED, ["the firm: a mistake", "she: a lie"], "a noun phrase is all that each says"),
    (BEATEN, ["Police: 12 fans left and the agency 2 - 0"], "a score is nobody's statement"),
    (AGE_AFTER, ["Ana Kovač , 70: dams leak"], "an age between the speaker and the verb"),
]


def _told(reading: Reading, one: Attribution) -> str:
    source, content = ([span.of(reading.text) for span in spans] for spans in (one.source, one.content))
    return f"{' … '.join(source)}: {' … '.join(content)}"


@pytest.mark.parametrize(("words", "expected", "reason"), CASES, ids=[one[-1] for one in CASES])
def test_pattern(words: str, expected: list[str], reason: str, parsed: Parsed) -> None:
    reading = parsed(rows(words))
    assert [_told(reading, one) for one in find_attributions(Tree(reading))] == expected, reason


def test_the_cited_source_is_nearer_than_the_one_who_cites(parsed: Parsed) -> None:
    reading = parsed(rows(CITING_LAST))
    reporter, source = find_attributions(Tree(reading))
    held = Reading(reading.text, attributions=(reporter, source))
    assert held.sources_of(source.content[0]) == (source, reporter)
