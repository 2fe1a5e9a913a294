"""Lemmas as edit scripts: how a word's ending and capitals change into its dictionary form.

The model chooses one of a few hundred scripts for each word, so that it lemmatises words that it has never seen.
A script reads ``case|cut|add``: write the word in that case, cut that many letters off its end, add those.
The classes follow the idea of Chrupała (2006) as UDPipe uses it, without edits at a word's beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from twosource.annotate.decoding.inflection import Vocabulary, checked
from twosource.text.words import shared_start

_CASES: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "keep": str,
    "title": lambda word: word[:1].upper() + word[1:].lower(),
}


def script_of(word: str, lemma: str) -> str:
    """Find the cheapest script from a word to its lemma.

    Args:
        word: as it is written.
        lemma: its dictionary form.

    >>> script_of("Countries", "country"), script_of("Iraq", "Iraq"), script_of("IRAQ", "Iraq")
    ('lower|3|y', 'keep|0|', 'title|0|')
    """
    candidates = []
    for rank, (name, write) in enumerate(_CASES.items()):
        written = write(word)
        shared = shared_start(written, lemma)
        cost = len(written) - shared + len(lemma) - shared
        candidates.append((cost, rank, f"{name}|{len(written) - shared}|{lemma[shared:]}"))
    return min(candidates)[2]


def apply_script(word: str, script: str) -> str:
    """Write the lemma that a script makes of a word; a script that cuts more than there is leaves the word.

    Args:
        word: as it is written.
        script: ``case|cut|add``.

    >>> apply_script("Companies", "lower|3|y"), apply_script("a", "lower|3|y")
    ('company', 'a')
    """
    case, cut, add = script.split("|", 2)
    written = _CASES[case](word)
    if int(cut) > len(written):
        return written
    return written[: len(written) - int(cut)] + add or written


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words.

    Attributes:
        forms: for each tag, lower-case inflected forms with their lemmas, as the treebanks have them.
        known: words that there are.
    """

    forms: Mapping[str, Mapping[str, str]]
    known: Vocabulary


def lemma_of(word: str, tag: str, feats: str, script: str, lexicon: Lexicon) -> str:
    """Write a word's lemma: by the list of known forms, else by its script, checked by the rules of inflection.

    Args:
        word: as it is written.
        tag: its universal tag.
        feats: its universal features.
        script: what the model chose.
        lexicon: what is known of words.

    >>> lexicon = Lexicon({"VERB": {"named": "name"}}, Vocabulary.of({"violate"}))
    >>> lemma_of("Named", "VERB", "Tense=Past", "lower|2|", lexicon)
    'name'
    >>> lemma_of("violating", "VERB", "VerbForm=Ger", "lower|3|", lexicon)
    'violate'
    """
    listed = lexicon.forms.get(tag, {}).get(word.lower())
    return listed or checked(apply_script(word, script), word, tag, feats, lexicon.known)
