"""How a case went on: what an earlier account says goes on, and a later one says has ended."""

from __future__ import annotations

import pytest
from tests.corroborate.test_accounts import claims_of, told_of

from twosource.annotate.pipeline import Pipeline

UPDATE = ("polarity", "update", [["a"], ["b"]])
CAUGHT = "Ivo Telk was arrested in Brek on Wednesday."
COURSES = [
    ("No arrests have been made.", CAUGHT, True, "nobody was caught, then somebody was"),
    ("No one is in custody, police said.", CAUGHT, True, "in other words"),
    ("Police are looking for a gunman.", CAUGHT, True, "a search"),
    (
        "Officers continue to search for the suspects.",
        "Ivo Telk turned himself in on Wednesday.",
        True,
        "he came himself",
    ),
    ("The gunman is still at large.", "Detectives arrested a man in Brek.", True, "nobody has him"),
    ("Telk has not been charged.", "Ivo Telk was charged with murder.", True, "a charge"),
    ("Charges against Telk are pending.", "Ivo Telk was charged with murder.", True, "a charge that is awaited"),
    ("Police are looking for witnesses.", CAUGHT, False, "who is looked for is not to be caught"),
    ("Police searched for him for three days.", CAUGHT, False, "a search that is over"),
    ("No arrests have been made.", "Telk had been arrested in Brek before.", False, "what was so before all this"),
    ("No arrests have been made.", "Police will search until they arrest the man.", False, "what lies ahead"),
    ("No arrests have been made.", "The man accused of the shooting lives in Brek.", False, "only said of him"),
    ("Our goal is not an arrest.", CAUGHT, False, "a goal"),
    (
        "No arrests have been made.",
        f"{CAUGHT} Police are looking for a second man.",
        False,
        "an account that says both",
    ),
    (CAUGHT, "No arrests have been made.", False, "the wrong way round"),
]


@pytest.mark.parametrize(("first", "then", "update", "reason"), COURSES, ids=[one[-1] for one in COURSES])
def test_the_later_account_tells_how_it_went_on(
    pipeline: Pipeline, first: str, then: str, update: bool, reason: str
) -> None:
    texts = (f"Two women were shot in Brek on Monday. {first}", f"Two women were shot in Brek on Monday. {then}")
    assert (UPDATE in told_of(claims_of(pipeline, texts))) is update, reason
