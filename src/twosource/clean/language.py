"""Which language a text is in: by the text itself where it is long enough, else by what the page declares.

Declarations are wrong where a template was made for another language, so the text is asked first. The invariant: a
language is an ISO 639-1 code or ``None``.
"""

from __future__ import annotations

from twosource.limits import MINIMUM_LANGUAGE_LETTERS

_SAMPLE = 2000  # characters: more changes no answer, and the time grows with them
_LONG_ENOUGH = 200  # letters from which on the text outweighs the declaration


def language_of(text: str, declared: str | None = None) -> str | None:
    """The language of ``text``.

    Args:
        text: Running text, as free of furniture as can be had.
        declared: What the page or its container says (``en-GB``, ``English``).
    """
    said = normalised(declared)
    sample = " ".join(text[:_SAMPLE].split())
    letters = sum(character.isalpha() for character in sample)
    if letters < (_LONG_ENOUGH if said else MINIMUM_LANGUAGE_LETTERS):
        return said
    from py3langid import classify  # loads a model: only when a text is read

    # Names in capitals and figures mislead the classifier; its model was trained on running text.
    return str(classify(sample)[0])


def normalised(declared: str | None) -> str | None:
    """The ISO 639-1 code that a declaration means.

    >>> normalised("en-GB"), normalised("German"), normalised("pt_BR"), normalised("x")
    ('en', 'de', 'pt', None)
    """
    folded = (declared or "").strip().lower().replace("_", "-")
    code = folded.split("-")[0]
    if len(code) == 2 and code.isalpha():
        return code
    return _BY_NAME.get(folded) or _BY_NAME.get(code)


_BY_NAME = {
    "english": "en",
    "eng": "en",
    "german": "de",
    "deutsch": "de",
    "deu": "de",
    "ger": "de",
    "french": "fr",
    "fra": "fr",
    "fre": "fr",
    "spanish": "es",
    "spa": "es",
    "russian": "ru",
    "rus": "ru",
    "italian": "it",
    "ita": "it",
    "portuguese": "pt",
    "por": "pt",
    "arabic": "ar",
    "ara": "ar",
    "chinese": "zh",
    "zho": "zh",
    "turkish": "tr",
    "tur": "tr",
    "ukrainian": "uk",
    "ukr": "uk",
    "polish": "pl",
    "pol": "pl",
    "dutch": "nl",
    "nld": "nl",
}
