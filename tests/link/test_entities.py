from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from twosource.link import link
from twosource.model.entity import Entity
from twosource.model.reading import Annotated, EntityType

Make = Callable[..., Annotated]


def of(entities: Sequence[Entity], name: str, entity_type: str | None = None) -> Entity:
    """The one entity that has this name among its names."""
    found = [one for one in entities if name in one.names and entity_type in (None, one.type.value)]
    assert len(found) == 1, [one.names for one in entities]
    return found[0]


def test_romanisations_are_one_person_with_their_surnames(account: Make) -> None:
    first = account("a", "Lidia Zhorina spoke. Zhorina left.", [("Lidia Zhorina", "person"), ("Zhorina", "person")])
    second = account(
        "b", "Lidija Schorina spoke. Schorina left.", [("Lidija Schorina", "organization"), ("Schorina", "person")]
    )
    entity = of(link([first, second]), "Zhorina")
    assert set(entity.names) == {"Lidia Zhorina", "Zhorina", "Lidija Schorina", "Schorina"}
    assert entity.type is EntityType.PERSON
    assert all(judgement.reason and judgement.left and judgement.right for judgement in entity.links)


def test_a_family_stays_apart(account: Make) -> None:
    text = "Boris Karlin resigned. His son, Kirill Karlin, owns it. Karlin kept silent."
    names = [("Boris Karlin", "person"), ("Kirill Karlin", "person"), ("Karlin", "person")]
    entities = link([account("a", text, names)])
    assert of(entities, "Boris Karlin") is not of(entities, "Kirill Karlin")
    assert of(entities, "Karlin").names == ("Karlin",), "two fit, so the surname alone is nobody's"


def test_the_last_full_name_of_a_paragraph_takes_the_surname(account: Make) -> None:
    text = "Boris Karlin resigned.\n\nKirill Karlin owns it. Karlin kept silent."
    names = [("Boris Karlin", "person"), ("Kirill Karlin", "person"), ("Karlin", "person")]
    assert of(link([account("a", text, names)]), "Karlin").name == "Kirill Karlin"


def test_a_given_name_alone_never_merges(account: Make) -> None:
    first = account("a", "Lidia Zhorina spoke.", [("Lidia Zhorina", "person")])
    second = account("b", "We met Lidia at home.", [("Lidia", "person")])
    assert len(link([first, second])) == 2


def test_a_given_name_is_the_persons_whom_its_account_named_in_full_before(account: Make) -> None:
    names = [("Lidia Zhorina", "person"), ("Lidia", "person")]
    after = account("a", "Lidia Zhorina spoke. Lidia had counted the boats.", names)
    assert len(link([after])) == 1
    before = account("a", "Lidia had counted the boats. Later Lidia Zhorina spoke.", [names[1], names[0]])
    assert len(link([before])) == 2, "who is not yet introduced may be another"


@pytest.mark.parametrize(
    ("text", "entities", "why"),
    [
        ("Tarn Shipping lost a ferry. Tarn paid.", 1, "the short form behind the full name"),
        ("Tarn paid. Tarn Shipping lost a ferry.", 2, "before it may stand the parent"),
    ],
)
def test_a_bodys_short_form(account: Make, text: str, entities: int, why: str) -> None:
    names = [("Tarn Shipping", "organization"), ("Tarn", "organization")]
    names = names if text.startswith("Tarn Shipping") else names[::-1]
    assert len(link([account("a", text, names)])) == entities, why


def test_a_town_and_a_man_of_one_name_are_two(account: Make) -> None:
    text = "Ivan Melno spoke in the town of Melno. Crowds gathered in Melno. Mayor Melno left."
    names = [("Ivan Melno", "person"), ("Melno", "place"), ("Melno", "place"), ("Melno", "person")]
    entities = link([account("a", text, names)])
    assert len(of(entities, "Melno", "place").mentions) == 2
    assert len(of(entities, "Melno", "person").mentions) == 2


def test_a_body_under_its_acronyms(account: Make) -> None:
    ports = "Free Ports Union"
    first = account("a", f"The {ports} (FPU) met. The FPU sent ships.", [(ports, "organization")])
    other = "Union of the Free Ports"
    second = account("b", f"The {other} (FHB) met.", [(other, "organization")])
    entity = of(link([first, second]), "FPU")
    assert {"FPU", "FHB", ports, other} <= set(entity.names)
    assert entity.name == ports


def test_a_slip_needs_its_context(account: Make) -> None:
    ports = "Free Ports Union"
    told = f"The {ports} (FPU) sent tugs and divers. Without FUP tugs and divers the quay was lost."
    alone = f"The {ports} (FPU) sent tugs and divers. A chess club named FUP played on."
    names = [(ports, "organization"), ("FUP", "organization")]
    assert "FUP" in of(link([account("a", told, names)]), "FPU").names
    assert "FUP" not in of(link([account("a", alone, names)]), "FPU").names


def test_adjectives_and_days_name_nobody(account: Make) -> None:
    text = "Bolivian troops left on Tuesday. Bolivia is calm."
    names = [("Bolivian", "other"), ("Tuesday", "other"), ("Bolivia", "place")]
    assert [one.name for one in link([account("a", text, names)])] == ["Bolivia"]


def test_a_title_glued_on_is_cut_off_and_kept_as_a_role(account: Make) -> None:
    text = "The Bolivian President Ana Solar spoke."
    entity = of(link([account("a", text, [("Bolivian President Ana Solar", "organization")])]), "Ana Solar")
    assert entity.type is EntityType.PERSON
    assert entity.roles == ("Bolivian President",)


def test_a_rank_cut_short_ends_no_title(account: Make) -> None:
    read = account("a", "The police spokesman Sgt Ola Marek spoke.", [("Ola Marek", "person")])
    tokens = tuple(replace(one, text="Sgt.") if one.text == "Sgt" else one for one in read.body.tokens)
    linked = link([replace(read, body=replace(read.body, tokens=tokens))])
    assert of(linked, "Ola Marek").roles == ("police spokesman",)


@pytest.mark.parametrize(
    ("head", "deprel", "name"), [(1, "amod", "United Marvon"), (0, "root", "Marvon")], ids=["its own", "glued on"]
)
def test_a_verb_before_a_name(account: Make, head: int, deprel: str, name: str) -> None:
    read = account("a", "United Marvon agreed.", [("United Marvon", "place")])
    first = replace(read.body.tokens[0], upos="VERB", head=head, deprel=deprel)
    body = replace(read.body, tokens=(first, *read.body.tokens[1:]))
    assert [one.name for one in link([replace(read, body=body)])] == [name]


def test_ministries_of_two_countries_stay_apart(account: Make) -> None:
    text = "The Bolivian Interior Ministry and the Peruvian Interior Ministry met. The Interior Ministry knew."
    names = [(f"{place} Interior Ministry", "organization") for place in ("Bolivian", "Peruvian")]
    entities = link([account("a", text, [*names, ("Interior Ministry", "organization")])])
    assert len(entities) == 3


def test_a_country_under_its_short_form(account: Make) -> None:
    text = "The U.S. agreed. The United States signed."
    assert len(link([account("a", text, [("U.S.", "place"), ("United States", "place")])])) == 1


def test_order_is_of_no_consequence(account: Make) -> None:
    accounts = [
        account("a", "Lidia Zhorina met Boris Karlin.", [("Lidia Zhorina", "person"), ("Boris Karlin", "person")]),
        account("b", "Lidija Schorina met Karlin.", [("Lidija Schorina", "person"), ("Karlin", "person")]),
        account("c", "L. Zhorina met Doris Karlin.", [("L. Zhorina", "person"), ("Doris Karlin", "person")]),
    ]
    results = {link(order) for order in permutations(accounts)}
    assert len(results) == 1


def test_mentions_quote_their_text(account: Make) -> None:
    one = account(
        "a",
        "“Free Ports Union’s” ships, the FPU (fleet) and Lidia Zhorina's.",
        [
            ("“Free Ports Union’s”", "organization"),
            ("FPU (fleet", "organization"),
            ("Lidia Zhorina's", "person"),
        ],
    )
    for entity in link([one]):
        for mention in entity.mentions:
            assert mention.passage.span.of(one.article.text) == mention.text
            assert mention.text[-1].isalnum()


def test_nothing_gives_nothing(account: Make) -> None:
    assert link([]) == ()
    assert link([account("a", "")]) == ()


@pytest.mark.parametrize("count", [3000])
def test_many_names_are_read_in_proportion(account: Make, count: int) -> None:
    names = [(f"Agency {chr(97 + number % 26)}{number}x", "organization") for number in range(count)]
    text = " met ".join(name for name, _ in names)
    assert len(link([account("a", text + ".", names)])) > count / 2
