"""Coreference on trees made by hand: who joins whom, and who rather not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from twosource.annotate.attribution import find_attributions
from twosource.annotate.coreference import find_coreference
from twosource.model.reading import EntityType, Mention, Reading, Token
from twosource.model.span import Span
from twosource.text.tree import Tree

Parsed = Callable[..., Reading]


def sentence(*words: str) -> str:
    """A sentence "form/lemma/upos/head/deprel[/feats]" a word, one a line."""
    return "\n".join(" ".join(word.split("/")) for word in words)


ANA_SPOKE = sentence("Interior/interior/NOUN/2/compound", "Minister/minister/NOUN/4/compound",
                     "Ana/Ana/PROPN/4/compound", "Orlo/Orlo/PROPN/5/nsubj", "spoke/speak/VERB/0/root")  # fmt: skip
IVO_SPOKE = sentence("Ivo/Ivo/PROPN/2/compound", "Orlo/Orlo/PROPN/3/nsubj", "spoke/speak/VERB/0/root")
TELK_SPOKE = sentence("Milan/Milan/PROPN/2/compound", "Telk/Telk/PROPN/3/nsubj", "spoke/speak/VERB/0/root")
SURNAME = sentence("Orlo/Orlo/PROPN/2/nsubj", "left/leave/VERB/0/root")
SHE = sentence("She/she/PRON/2/nsubj/Gender=Fem", "left/leave/VERB/0/root")
HE = sentence("He/he/PRON/2/nsubj/Gender=Masc", "left/leave/VERB/0/root")
THE_MINISTER = sentence("The/the/DET/2/det", "minister/minister/NOUN/3/nsubj", "left/leave/VERB/0/root")
BOARD = sentence(
    "Velm/Velm/PROPN/3/compound", "Water/Water/PROPN/3/compound", "Board/Board/PROPN/4/nsubj", "met/meet/VERB/0/root"
)
ACRONYM = sentence("VWB/VWB/PROPN/2/nsubj", "left/leave/VERB/0/root")
THE_BOARD = sentence("The/the/DET/2/det", "board/board/NOUN/3/nsubj", "left/leave/VERB/0/root")
A_DAM = sentence("A/a/DET/2/det", "dam/dam/NOUN/3/nsubj", "broke/break/VERB/0/root")
THE_DAM = sentence("The/the/DET/2/det", "dam/dam/NOUN/3/nsubj", "leaked/leak/VERB/0/root")
OLD_DAM = sentence("The/the/DET/3/det", "old/old/ADJ/3/amod", "dam/dam/NOUN/4/nsubj", "leaked/leak/VERB/0/root")
APPOSED = sentence("Ana/Ana/PROPN/2/compound", "Orlo/Orlo/PROPN/7/nsubj", ",/,/PUNCT/5/punct", "a/a/DET/5/det",
                   "baker/baker/NOUN/2/appos", ",/,/PUNCT/5/punct", "left/leave/VERB/0/root")  # fmt: skip
AGED = sentence("Ivo/Ivo/PROPN/2/compound", "Telk/Telk/PROPN/6/nsubj", ",/,/PUNCT/4/punct", "49/49/NUM/2/appos",
                ",/,/PUNCT/4/punct", "fled/flee/VERB/0/root")  # fmt: skip
YEAR_OLD = sentence("The/the/DET/6/det", "49/49/NUM/4/nummod", "-/-/PUNCT/4/punct", "year/year/NOUN/6/obl",
                    "-/-/PUNCT/6/punct", "old/old/ADJ/7/nsubj", "hid/hide/VERB/0/root")  # fmt: skip
SAW_HER = sentence(
    "Ana/Ana/PROPN/2/compound", "Orlo/Orlo/PROPN/3/nsubj", "saw/see/VERB/0/root", "her/she/PRON/3/obj/Gender=Fem"
)
MY_SISTER = sentence(
    "I/I/PRON/2/nsubj/Person=1", "miss/miss/VERB/7/ccomp", "my/my/PRON/4/nmod:poss/Person=1",
    "sister/sister/NOUN/2/obj", ",/,/PUNCT/2/punct", "she/she/PRON/7/nsubj/Gender=Fem", "said/say/VERB/0/root",
)  # fmt: skip

ANA_SAID = sentence("Ana/Ana/PROPN/2/compound", "Orlo/Orlo/PROPN/3/nsubj", "said/say/VERB/0/root",
                    "that/that/SCONJ/6/mark", "Eva/Eva/PROPN/6/nsubj", "left/leave/VERB/3/ccomp")  # fmt: skip
SHE_ADDED = sentence("She/she/PRON/2/nsubj/Gender=Fem", "added/add/VERB/0/root", "that/that/SCONJ/5/mark",
                     "it/it/PRON/5/nsubj", "rained/rain/VERB/2/ccomp")  # fmt: skip
EVA_IS_DEAD = sentence("Eva/Eva/PROPN/3/nsubj", "is/be/AUX/3/cop", "dead/dead/ADJ/6/ccomp", ",/,/PUNCT/3/punct",
                       "she/she/PRON/6/nsubj/Gender=Fem", "said/say/VERB/0/root")  # fmt: skip
HE_LEFT = sentence("“/“/PUNCT/3/punct", "He/he/PRON/3/nsubj/Gender=Masc", "left/leave/VERB/7/ccomp",
                   ",/,/PUNCT/3/punct", "”/”/PUNCT/3/punct", "Telk/Telk/PROPN/7/nsubj",
                   "said/say/VERB/0/root")  # fmt: skip
AHEAD = sentence("In/in/ADP/3/case", "her/she/PRON/3/nmod:poss", "letter/letter/NOUN/7/obl", ",/,/PUNCT/3/punct",
                 "Ana/Ana/PROPN/7/nsubj", "Orlo/Orlo/PROPN/5/flat", "resigned/resign/VERB/0/root")  # fmt: skip
MINERS = sentence("Twelve/twelve/NUM/2/nummod", "miners/miner/NOUN/3/nsubj/Number=Plur", "died/die/VERB/0/root")
BAKERS = sentence("Twelve/twelve/NUM/2/nummod", "bakers/baker/NOUN/3/nsubj/Number=Plur", "left/leave/VERB/0/root")
THE_MEN = sentence("The/the/DET/3/det", "12/12/NUM/3/nummod", "men/man/NOUN/4/nsubj/Number=Plur", "dug/dig/VERB/0/root")
THE_TWELVE = sentence("The/the/DET/2/det", "twelve/twelve/NUM/3/nsubj", "dug/dig/VERB/0/root")
THE_VICTIMS = sentence("The/the/DET/2/det", "victims/victim/NOUN/3/nsubj/Number=Plur", "dug/dig/VERB/0/root")
THEY = sentence("They/they/PRON/2/nsubj/Number=Plur", "dug/dig/VERB/0/root")
A_MAN = sentence("A/a/DET/2/det", "man/man/NOUN/3/nsubj", "ran/run/VERB/0/root")
THE_MAN = sentence("The/the/DET/2/det", "man/man/NOUN/3/nsubj", "slept/sleep/VERB/0/root")
TWO_SPOKE = sentence("Ana/Ana/PROPN/2/compound", "Orlo/Orlo/PROPN/6/nsubj", "and/and/CCONJ/5/cc",
                     "Milan/Milan/PROPN/5/compound", "Telk/Telk/PROPN/2/conj", "spoke/speak/VERB/0/root")  # fmt: skip
EITHER_SPOKE = TWO_SPOKE.replace("and and CCONJ", "or or CCONJ")
BOTH = sentence("Both/both/PRON/2/nsubj", "dug/dig/VERB/0/root")
THE_PAIR = sentence("The/the/DET/2/det", "pair/pair/NOUN/3/nsubj", "dug/dig/VERB/0/root")
THE_TWO = sentence("The/the/DET/2/det", "two/two/NUM/3/nsubj", "dug/dig/VERB/0/root")
THE_THREE = sentence("The/the/DET/2/det", "three/three/NUM/3/nsubj", "dug/dig/VERB/0/root")
MEN = sentence("The/the/DET/2/det", "men/man/NOUN/3/nsubj/Number=Plur", "dug/dig/VERB/0/root")
HELD = sentence("Ivo/Ivo/PROPN/2/compound", "Telk/Telk/PROPN/4/nsubj:pass", "was/be/AUX/4/aux:pass",
                "arrested/arrest/VERB/0/root")  # fmt: skip
ALSO_HELD = sentence("Milan/Milan/PROPN/2/compound", "Telk/Telk/PROPN/4/nsubj:pass", "was/be/AUX/4/aux:pass",
                     "charged/charge/VERB/0/root")  # fmt: skip
THE_SUSPECT = sentence("The/the/DET/2/det", "suspect/suspect/NOUN/3/nsubj", "hid/hide/VERB/0/root")
THE_VICTIM = sentence("The/the/DET/2/det", "victim/victim/NOUN/3/nsubj", "slept/sleep/VERB/0/root")
NAMED_AS = sentence("Police/police/NOUN/2/nsubj", "identified/identify/VERB/0/root", "a/a/DET/4/det",
                    "robber/robber/NOUN/2/obj", "as/as/ADP/7/case", "Ivo/Ivo/PROPN/7/compound",
                    "Telk/Telk/PROPN/2/obl")  # fmt: skip
THE_CREW = sentence("The/the/DET/2/det", "crew/crew/NOUN/3/nsubj", "slept/sleep/VERB/0/root")
THE_AGENCY = sentence("The/the/DET/2/det", "agency/agency/NOUN/3/nsubj", "slept/sleep/VERB/0/root")
TALL_DAM = sentence("The/the/DET/3/det", "tall/tall/ADJ/3/amod", "dam/dam/NOUN/4/nsubj", "fell/fall/VERB/0/root")

PEOPLE = {"Eva": "person", "Ana Orlo": "person", "Ivo Orlo": "person", "Milan Telk": "person", "Ivo Telk": "person"}

CASES = [
    ([ANA_SPOKE, SURNAME], ["Ana Orlo|Orlo"], "a surname after the full name"),
    ([ANA_SPOKE, IVO_SPOKE, SURNAME], [], "a surname that two persons bear means neither"),
    ([ANA_SPOKE, SHE], ["Ana Orlo|She"], "the pronoun of the gender that the first name tells"),
    ([ANA_SPOKE, HE], [], "no pronoun of the other gender"),
    ([ANA_SPOKE, TELK_SPOKE, SHE], ["Ana Orlo|She"], "gender chooses between two"),
    ([ANA_SPOKE, THE_MINISTER], ["Ana Orlo|The minister"], "an office named before is a description after"),
    ([BOARD, ACRONYM], ["Velm Water Board|VWB"], "initials"),
    ([BOARD, THE_BOARD], ["Velm Water Board|The board"], "the last word of a body's name"),
    ([A_DAM, THE_DAM], ["A dam|The dam"], "first a dam, then the dam"),
    ([A_DAM, OLD_DAM], [], "another adjective may be another dam"),
    ([APPOSED], ["Ana Orlo|a baker"], "an apposition"),
    ([AGED, YEAR_OLD], ["Ivo Telk|The 49 - year - old"], "an age for a name"),
    ([AHEAD], ["her|Ana Orlo"], "a pronoun ahead of its sentence's subject"),
    ([TELK_SPOKE, AHEAD], ["her|Ana Orlo"], "the subject behind before a name of the other gender"),
    ([MINERS, THE_MEN], ["Twelve miners|The 12 men"], "a group by its number"),
    ([MINERS, THE_TWELVE], ["Twelve miners|The twelve"], "a number alone"),
    ([MINERS, BAKERS, THE_MEN], [], "two groups of one number mean neither"),
    ([MINERS, THE_VICTIMS], ["Twelve miners|The victims"], "a group by what befell it"),
    ([BAKERS, THE_VICTIMS], [], "nothing befell them"),
    ([MINERS, THEY], ["Twelve miners|They"], "people in number"),
    ([A_MAN, THE_MAN], ["A man|The man"], "the one man so far"),
    ([A_MAN, A_DAM, A_DAM, A_DAM, A_DAM, THE_MAN], [], "a man of long ago may be another"),
    ([TWO_SPOKE, THEY], ["Ana Orlo and Milan Telk|They"], "those whom and joins"),
    ([EITHER_SPOKE, BOTH], [], "or joins nobody"),
    ([TWO_SPOKE, BOTH], ["Ana Orlo and Milan Telk|Both"], "both of two"),
    ([TWO_SPOKE, THE_PAIR], ["Ana Orlo and Milan Telk|The pair"], "a word for two"),
    ([TWO_SPOKE, THE_TWO], ["Ana Orlo and Milan Telk|The two"], "their number"),
    ([MINERS, TWO_SPOKE, MEN], [], "one of those spoken of just now is no man"),
    ([TWO_SPOKE, A_DAM, BOTH], ["Ana Orlo and Milan Telk|Both"], "still near"),
    ([TWO_SPOKE, A_DAM, A_DAM, BOTH], [], "no longer near"),
    ([TWO_SPOKE, THE_THREE], [], "another number"),
    ([TWO_SPOKE, MEN], [], "one of them is no man"),
    ([HELD, THE_SUSPECT], ["Ivo Telk|The suspect"], "who was arrested is the suspect"),
    ([HELD, ALSO_HELD, THE_SUSPECT], [], "of two suspects neither"),
    ([HELD, THE_VICTIM], [], "who was arrested is no victim"),
    ([NAMED_AS], ["a robber|Ivo Telk"], "a name that is given to somebody"),
    ([THE_CREW, THEY], ["The crew|They"], "one noun for several"),
    ([BOARD, THE_AGENCY], ["Velm Water Board|The agency"], "the only body named just now"),
    ([THE_DAM, A_MAN, TALL_DAM], ["The dam|The tall dam"], "the bare noun, told more of"),
    ([OLD_DAM, A_MAN, TALL_DAM], [], "another adjective in the place of one"),
    ([A_DAM, *(A_MAN,) * 4, A_DAM, THE_DAM], ["A dam|The dam"], "of two dams the one spoken of just now"),
    ([SAW_HER], [], "the object of a verb is not its subject"),
    ([MY_SISTER], [], "who speaks is not her own sister"),
    ([TELK_SPOKE, HE], ["Milan Telk|He"], "he who spoke"),
    ([TELK_SPOKE, HE_LEFT], ["Milan Telk|Telk"], "but not whom he speaks of"),
    ([EVA_IS_DEAD], [], "who speaks does not name herself"),
    ([ANA_SPOKE, EVA_IS_DEAD], ["Ana Orlo|she"], "so it is who spoke before"),
    ([ANA_SAID, SHE_ADDED], ["Ana Orlo|She"], "she who spoke last, not whom she spoke of"),
    ([ANA_SAID, EVA_IS_DEAD, SHE_ADDED], ["Ana Orlo|she|She"], "and she goes on"),
]


@pytest.mark.parametrize(("sentences", "chains", "reason"), CASES, ids=[case[-1] for case in CASES])
def test_chains(sentences: list[str], chains: list[str], reason: str, parsed: Parsed) -> None:
    conllu = "\n\n".join(sentences)
    text = parsed(conllu).text
    names = {name: kind for name, kind in PEOPLE.items() if name in text}
    names |= {name: "organization" for name in ("Velm Water Board", "VWB") if name in text}
    reading = parsed(conllu, names)
    alone = [Mention(token.span, token.text, EntityType.PERSON) for token in _lone_surnames(reading)]
    reading = Reading(
        text, reading.sentences, reading.tokens, tuple(sorted((*reading.names, *alone), key=lambda one: one.span))
    )
    tree = Tree(reading)
    found = [
        "|".join(span.of(text) for span in chain)
        for chain in find_coreference(tree, attributions=find_attributions(tree))
    ]
    assert found == chains, reason


def _lone_surnames(reading: Reading) -> list[Token]:
    return [
        token
        for token in reading.tokens
        if token.text in ("Orlo", "Telk") and not any(name.span.overlaps(token.span) for name in reading.names)
    ]


def test_a_language_without_lists_has_no_chains(parsed: Parsed) -> None:
    assert find_coreference(Tree(parsed(A_DAM)), "xx") == ()


def test_ten_thousand_sentences_are_read() -> None:
    text, tokens, sentences, names = "Ana Orlo saw him. " * 10_000, [], [], []
    shape = [
        (0, 3, "PROPN", 1, "compound"),
        (4, 8, "PROPN", 2, "nsubj"),
        (9, 12, "VERB", 2, "root"),
        (13, 16, "PRON", 2, "obj"),
    ]
    for number in range(10_000):
        start, first = 18 * number, 4 * number
        for left, right, upos, head, deprel in shape:
            word = text[start + left : start + right]
            tokens.append(Token(Span(start + left, start + right), word, word.lower(), upos, "", first + head, deprel))
        sentences.append(Span(start, start + 17))
        names.append(Mention(Span(start, start + 8), "Ana Orlo", EntityType.PERSON))
    chains = find_coreference(Tree(Reading(text, tuple(sentences), tuple(tokens), tuple(names))))
    assert len(chains) == 1


def test_a_nationality_means_nobody_twice(parsed: Parsed) -> None:
    conllu = sentence("Odric/Odric/ADJ/2/amod", "bread/bread/NOUN/4/nsubj", "is/be/AUX/4/cop", "Odric/Odric/ADJ/0/root")
    reading = parsed(conllu)
    names = [Mention(token.span, "Odric", EntityType.OTHER) for token in reading.tokens if token.text == "Odric"]
    assert find_coreference(Tree(Reading(reading.text, reading.sentences, reading.tokens, tuple(names)))) == ()
