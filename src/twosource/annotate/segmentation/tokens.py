"""Words of a text, as Universal Dependencies divides English.

``patterns.py`` takes words and signs whole; here a word is cut where it holds two: at a clitic ("Tarn|'s", "wo|n't"),
or where a list says so ("can|not"). Behind an abbreviation that closes its sentence the stop is the sentence's.
Conventions are those of UD English EWT and GUM: compounds are divided at their hyphens ("12|-|year|-|old") except
behind a prefix ("pre-war"), units from their figures ("5|km"). The invariants: words lie in text order without overlap,
each quotes the text exactly, none holds white space, and nothing but white space lies outside of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from twosource.annotate.segmentation.patterns import pattern, word_lists
from twosource.model.span import Span

_CLOSING = " \t\r\n\f\v\xa0\"'”’»)]}"
_APOSTROPHES = "'’`"


def find_words(text: str, sentences: Sequence[Span], language: str = "en") -> Iterator[list[tuple[int, int]]]:
    """The words of each sentence, as start and end.

    Args:
        text: The text.
        sentences: From ``split_sentences``.
        language: ISO 639-1 code of the lists to use.

    Yields:
        For each sentence its words.

    >>> line = "Mr. Tarn's 12-year-old cannot swim 5km, it won't."
    >>> [line[start:end] for start, end in next(find_words(line, [Span(0, len(line))]))]
    ['Mr.', 'Tarn', "'s", '12', '-', 'year', '-', 'old', 'can', 'not', 'swim', '5', 'km', ',', 'it', 'wo', "n't", '.']
    """
    rule, cuts = pattern(language), _cuts(language)
    parts: dict[str, list[int]] = word_lists(language)["parts"]
    for sentence in sentences:
        last = _last_stop(text, sentence)
        words: list[tuple[int, int]] = []
        for found in rule.finditer(text, sentence.start, sentence.end):
            start, end = found.span()
            kind = found.lastgroup
            if kind == "plain":
                if found[0].lower() in parts:
                    words.extend(_divided(start, parts[found[0].lower()]))
                else:
                    words.append((start, end))
            elif kind == "word":
                words.extend(_cut(found[0], start, cuts, parts))
            elif kind == "abbreviation" and end == last and end - start > 1 and start > sentence.start:
                words.extend(((start, end - 1), (end - 1, end)))
            elif not found[0].isspace():
                words.append((start, end))
        yield words


def _last_stop(text: str, sentence: Span) -> int:
    """Where the sentence ends, but for marks that close quotations and brackets."""
    end = sentence.end
    while end > sentence.start and text[end - 1] in _CLOSING:
        end -= 1
    return end


def _cut(word: str, start: int, cuts: re.Pattern[str], parts: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """A word without its clitics, and these."""
    stems: list[int] = []
    stem = len(word)
    while any(mark in word[:stem] for mark in _APOSTROPHES) and (found := cuts.search(word, 0, stem)):
        stem = found.start()
        stems.append(stem)
    if word[:stem].lower() in parts:
        yield from _divided(start, parts[word[:stem].lower()])
    else:
        yield start, start + stem
    for begin, end in pairwise([*stems[::-1], len(word)]):
        yield start + begin, start + end


def _divided(start: int, lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    for length in lengths:
        yield start, start + length
        start += length


@cache
def _cuts(language: str) -> re.Pattern[str]:
    """A clitic at a word's end, behind at least one letter."""
    clitics = "|".join(word_lists(language)["clitics"]) or "(?!)"
    negation = "n['’`]t|" if clitics != "(?!)" else ""
    return re.compile(rf"(?<=\w)(?:{negation}['’`](?:{clitics}))$", re.IGNORECASE)
