"""What the mentions of one text mean, while they are being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.annotate.coreference.mentions import Kind, Mention
from twosource.model.reading import EntityType


@dataclass(slots=True, eq=False)
class Entity:
    """Mentions that mean the same, and what is known from them.

    Attributes:
        mentions: In text order, but for a pronoun that stands ahead of its name.
        type: Of its names; ``None`` while unknown.
        gender: "m", "f", "n" or empty, as its names and nouns tell.
        told: The same, as the pronouns tell that were taken for it; weaker, for one of them may be wrong.
        plural: Whether it means more than one.
        nouns: Head nouns that it was called by ("minister").
        named: Whether one of its mentions is a name.
        ages: Ages that stand beside its names.
    """

    mentions: list[Mention] = field(default_factory=list)
    type: EntityType | None = None
    gender: str = ""
    told: str = ""
    plural: bool = False
    nouns: set[str] = field(default_factory=set)
    named: bool = False
    ages: set[str] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Take a mention in, with what it tells."""
        if not self.mentions:
            self.plural = mention.plural
        self.mentions.append(mention)
        if mention.kind is Kind.PRONOUN:
            self.told = self.told or mention.gender
        else:
            self.gender = self.gender or mention.gender
        if mention.kind is Kind.NAME and not self.named:
            self.type, self.named = mention.type, True
        self.type = self.type or mention.type
        if mention.kind is Kind.DESCRIPTION:
            self.nouns.add(mention.lemma)

    def fits(self, mention: Mention) -> bool:
        """Whether a mention agrees with it in gender, number and kind."""
        if self.gender and mention.gender and self.gender != mention.gender:
            return False
        if self.type is not None and mention.type is not None and self.type is not mention.type:
            return False
        return self.plural == mention.plural
