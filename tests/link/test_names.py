from __future__ import annotations

import pytest

from twosource.link import compare_names
from twosource.link.parts import parts
from twosource.model.reading import EntityType

PERSON, BODY, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE

CASES = [
    ("Lidia Zhorina", "Lidija Schorina", PERSON, True, "two romanisations"),
    ("Lidia Zhorina", "Zhorina, Lidia", PERSON, True, "surname first, with a comma"),
    ("Lidia Zhorina", "Lidia P. Zhorina", PERSON, True, "a middle initial"),
    ("Dr. Lidia Zhorina", "Lidia Zhorina", PERSON, True, "a title"),
    ("Theodore Marlow", "Ted Marlow", PERSON, True, "a pet form"),
    ("Hasan al-Qadir", "Hassan Qadir", PERSON, True, "a particle and a doubling"),
    ("Lidia Zhorina", "Vera Zhorina", PERSON, False, "another given name"),
    ("Lidia", "Lidia Zhorina", PERSON, False, "a given name alone"),
    ("Lidia Zhorina", "Lidia Marlow", PERSON, False, "another surname"),
    ("Free Ports Union", "FPU", BODY, True, "its initials"),
    ("Union of Free Ports", "F.P.U.", BODY, False, "initials in another order"),
    ("Lomna Agro Ltd", "Lomna-Agro Limited", BODY, True, "one legal form in two spellings"),
    ("Harbour Defence Organisation", "Harbor Defense Organization", BODY, True, "two spellings of English"),
    ("12th Harbour Brigade", "13th Harbour Brigade", BODY, False, "another number"),
    ("Ninth Brigade", "9th Brigade", BODY, True, "a number as a word"),
    ("Zhelnik", "Schelnik", PLACE, True, "a town in two romanisations"),
    ("Лидия Жорина", "Lidia Zhorina", PERSON, True, "Cyrillic"),
    ("Лидия Савина", "Lidia Zhorina", PERSON, False, "another surname in Cyrillic"),
    ("سامر القاضي", "Samer al-Qadi", PERSON, True, "Arabic, its article written onto the surname"),
    ("سامر الحارثي", "Samer al-Qadi", PERSON, False, "another surname in Arabic"),
    ("שרה גולדברג", "Sarah Goldberg", PERSON, True, "Hebrew"),
    ("שרה גולדמן", "Sarah Goldberg", PERSON, False, "another surname in Hebrew"),
    ("J.K. Harlow", "Joanne Kathleen Harlow", PERSON, True, "initials written together"),
    ("Abd al-Rahman Qadir", "Abdulrahman Qadir", PERSON, True, "a servant's name written as one word"),
    ("Lena van der Holt", "Lena Vanderholt", PERSON, True, "particles written onto the surname"),
    ("Ted Marlow Jr.", "Ted Marlow Sr.", PERSON, False, "another generation"),
    ("Maria Marlow", "Mario Marlow", PERSON, False, "a woman's name and a man's"),
    ("United Nations Harbour Fund", "UN Harbour Fund", BODY, True, "an acronym within the name"),
    ("Министерство обороны", "Ministry of Defence", BODY, True, "a translated name"),
    ("North Lomna", "South Lomna", PLACE, False, "another side"),
    ("", "Lidia Zhorina", PERSON, False, "no name at all"),
    ("??", "!!", BODY, False, "no letter"),
]


@pytest.mark.parametrize(("left", "right", "entity_type", "same", "why"), CASES)
def test_cases(left: str, right: str, entity_type: EntityType, same: bool, why: str) -> None:
    judgement = compare_names(left, right, entity_type)
    assert judgement.same is same, (why, judgement)
    assert 0 <= judgement.score <= 1
    assert judgement.reason


@pytest.mark.parametrize(("left", "right", "entity_type", "same", "why"), CASES)
def test_sides_are_of_no_consequence(left: str, right: str, entity_type: EntityType, same: bool, why: str) -> None:
    assert compare_names(left, right, entity_type) == compare_names(right, left, entity_type)


def test_a_name_of_titles_keeps_a_word() -> None:
    assert [word.plain for word in parts("President", PERSON).words] == ["president"]


def test_a_hundred_thousand_words_are_compared_in_their_first() -> None:
    assert compare_names("Zhorina " * 100_000, "Lidia Zhorina", PERSON).score <= 1
