"""Whether a passage tells whose words it quotes, so that two speakers can be held against each other."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.quotations import quotations
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.link import link
from twosource.model.article import Article

SAID = '"The harbour will be empty by the end of May," '


@pytest.mark.parametrize(
    ("text", "speaker", "sure"),
    [
        (f"{SAID}said Ilse Varn.", "Ilse Varn", True),  # by name
        (f"Ilse Varn closed the gate. {SAID}she said.", "Ilse Varn", True),  # nobody else is named
        (f"Jonas Telk lost his post. Ilse Varn warned Telk. {SAID}she told him.", "Ilse Varn", True),  # he is no she
        (f"Rita Telk lost her post. Ilse Varn warned Telk. {SAID}she said.", "Ilse Varn", False),  # either
        (f"Ilse Varn closed the gate. {SAID}she is said to have told the crew.", "Ilse Varn", True),  # on hearsay
    ],
)
def test_speaker(pipeline: Pipeline, text: str, speaker: str, sure: bool) -> None:
    accounts = list(annotate([Article("a", text, language="en")], pipeline))
    entities = link(accounts)
    found = list(quotations(contexts(accounts, entities)[0], Voices(entities)))
    assert [(one.attribution[0].name, not one.topic.inferred) for one in found] == [(speaker, sure)]
