"""Mentions to entities: who and what a story is about, under all the names that its accounts use.

Mentions become forms, forms become clusters along links that can be checked, surnames go to their persons, mistyped
acronyms to their bodies. Errors of the tagger are usual, so types are voted on. The invariant: the entities depend on
the accounts alone, not on their order, and every link between names that differ says why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from twosource.link.acronyms import fits
from twosource.link.cluster import Cluster, cluster, links_between
from twosource.link.contexts import defined_links, join_slips
from twosource.link.forms import Form, forms
from twosource.link.occurrences import Occurrence, occurrences
from twosource.link.parts import parts
from twosource.link.places import capital_of
from twosource.link.roles import roles
from twosource.link.surnames import attach
from twosource.model.entity import Entity, EntityMention
from twosource.model.judgement import Judgement, Passage
from twosource.model.reading import Annotated, EntityType
from twosource.model.span import Span
from twosource.text.tree import Tree

_TYPES = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.OTHER)
_FOR_ITS_GOVERNMENT = 0.6  # a capital that is the subject of a verb is meant as a government more often than not


def link(accounts: Sequence[Annotated]) -> tuple[Entity, ...]:
    """Find the entities of one story.

    Args:
        accounts: Of one story, in any order.

    Returns:
        The entities, those in most articles and with most mentions first.
    """
    accounts = sorted(accounts, key=lambda account: account.article.id)
    clusters = _clusters(accounts)
    trees = {account.article.id: Tree(account.body) for account in accounts}
    references = _references(trees, clusters)
    made = [_entity(one, trees, references.get(id(one), ())) for one in clusters]
    return tuple(sorted(_told_apart(made), key=lambda one: (-len(one.articles), -len(one.mentions), one.name, one.id)))


def _clusters(accounts: Sequence[Annotated]) -> list[Cluster]:
    found = forms(mention for account in accounts for mention in occurrences(account))
    singles = [form for form in found if form.type is EntityType.PERSON and len(form.words) == 1]
    others = [form for form in found if form.type is not EntityType.PERSON or len(form.words) > 1]
    places = {(one.article, one.span): place for place, form in enumerate(others) for one in form.mentions}
    clusters = cluster(others, [*defined_links(accounts, others, places), *links_between(others)])
    clusters = join_slips(clusters, accounts)
    persons = [one for one in clusters if _type(one) is EntityType.PERSON]
    return clusters + attach(singles, persons)


def _entity(one: Cluster, trees: Mapping[str, Tree], references: Sequence[EntityMention]) -> Entity:
    mentions = sorted(
        (mention for form in one.forms for mention in form.mentions), key=lambda use: (use.article, use.span)
    )
    uses = Counter(mention.text for mention in mentions)
    entity_type = _type(one)
    name = _name(entity_type, one.forms, uses)
    links = sorted(one.links, key=lambda judged: (-judged.score, judged.reason))
    if entity_type is EntityType.PLACE:
        links += _governments(trees, mentions)
    return Entity(
        id=_identity(entity_type, name, mentions),
        type=entity_type,
        name=name,
        names=tuple(sorted(uses, key=lambda text: (-uses[text], text))),
        roles=_roles(trees, mentions) if entity_type is EntityType.PERSON else (),
        mentions=tuple(EntityMention(mention.passage, mention.text) for mention in mentions),
        references=tuple(references),
        links=tuple(links),
    )


def _type(one: Cluster) -> EntityType:
    """The type of most weight over all forms."""
    leads: dict[EntityType, float] = defaultdict(float)
    for form in one.forms:
        leads[form.type] += form.lead
    return min(_TYPES, key=lambda entity_type: (-leads[entity_type], _TYPES.index(entity_type)))


def _name(entity_type: EntityType, members: Sequence[Form], uses: Counter[str]) -> str:
    """The most used of the full names: of several words for persons, no acronyms for bodies, if there are such."""
    full = [form for form in members if len(form.words) > 1 and not form.acronym]
    kept = full or [form for form in members if not form.acronym] or list(members)
    chosen = kept if entity_type in (EntityType.PERSON, EntityType.ORGANIZATION) else members
    articles: dict[str, set[str]] = defaultdict(set)
    for mention in (mention for form in chosen for mention in form.mentions):
        articles[mention.text].add(mention.article)
    acronyms = [form.text for form in members if form.acronym]
    return min(
        articles, key=lambda text: (-len(articles[text]), -uses[text], not _fits(acronyms, text), -len(text), text)
    )


def _fits(acronyms: Sequence[str], name: str) -> bool:
    """Whether a body's name is the one that an acronym of it abbreviates, and no translation."""
    known = parts(name, EntityType.ORGANIZATION)
    words, full = ([word.plain for word in some] for some in (known.words, known.full))
    return any(fits(acronym, words, full) for acronym in acronyms)


def _roles(trees: Mapping[str, Tree], mentions: Iterable[Occurrence]) -> tuple[str, ...]:
    """Every role beside a mention, by use; forms that differ in case only are one."""
    uses: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        for role in roles(trees[mention.article], mention):
            uses[role.casefold()] += 1
            spelt[role.casefold()][role] += 1
    ranked = sorted(uses, key=lambda role: (-uses[role], role))
    return tuple(min(spelt[role], key=lambda text: (-spelt[role][text], text)) for role in ranked)


def _governments(trees: Mapping[str, Tree], mentions: Sequence[Occurrence]) -> list[Judgement]:
    """Mentions where a capital seems to stand for a government: kept apart, as evidence."""
    found = []
    for mention in mentions:
        country = capital_of(mention.text)
        tree = trees[mention.article]
        tokens = tree.tokens_in(mention.span)
        if country and tokens and _acts(tree, tokens):
            reason = f"“{mention.text}” may stand for the government of {country} here, and is not counted as that"
            found.append(Judgement(False, _FOR_ITS_GOVERNMENT, reason, mention.passage))
    return found


def _acts(tree: Tree, tokens: range) -> bool:
    head = tree.tokens[tokens[-1]]
    return head.deprel == "nsubj" and tree.tokens[head.head].upos == "VERB"


def _identity(entity_type: EntityType, name: str, mentions: Sequence[Occurrence]) -> str:
    """An id from the type, the name and the articles: the same input gives the same id, in whatever order."""
    articles = sorted({mention.article for mention in mentions})
    digest = blake2b("\n".join([entity_type.value, name, *articles]).encode(), digest_size=6).hexdigest()
    return f"{entity_type.value}-{digest}"


def _told_apart(entities: Sequence[Entity]) -> list[Entity]:
    """Entities with ids that differ: where two have one name, the place of the first mention tells them apart."""
    taken = Counter(one.id for one in entities)
    return [one if taken[one.id] == 1 else _numbered(one) for one in entities]


def _numbered(one: Entity) -> Entity:
    first = one.mentions[0].passage
    place = blake2b(f"{one.id} {first.article} {first.span.start}".encode(), digest_size=6).hexdigest()
    return replace(one, id=f"{one.type.value}-{place}")


def _references(trees: Mapping[str, Tree], clusters: Sequence[Cluster]) -> dict[int, list[EntityMention]]:
    """Pronouns and descriptions that a chain ties to exactly one entity; "Orlo and Telk" is none."""
    homes: dict[tuple[str, int], list[tuple[Span, Cluster]]] = defaultdict(list)
    for one in clusters:
        for form in one.forms:
            for mention in form.mentions:
                homes[mention.article, mention.span.start].append((mention.span, one))
    found: dict[int, list[EntityMention]] = defaultdict(list)
    for article, tree in trees.items():
        for chain in tree.reading.coreference:
            named = {span: some for span in chain if (some := _named(homes, article, span))}
            bearers = {id(one): one for some in named.values() for one in some}
            if len(bearers) == 1 and not any(_joins(tree, span, some[0]) for span, some in named.items()):
                rest = [span for span in chain if span not in named]
                found[next(iter(bearers))] += [
                    EntityMention(Passage(article, span), span.of(tree.reading.text)) for span in rest
                ]
    return found


def _joins(tree: Tree, span: Span, one: Cluster) -> bool:
    """Whether a span names several, of whom one is this entity: it is no name of its own and has an "and"."""
    own = any(mention.text == span.of(tree.reading.text) for form in one.forms for mention in form.mentions)
    return not own and any(tree.tokens[at].upos == "CCONJ" for at in tree.tokens_in(span))


def _named(homes: Mapping[tuple[str, int], list[tuple[Span, Cluster]]], article: str, span: Span) -> list[Cluster]:
    """The clusters with a mention at the end of a span, or that is the span."""
    return [
        one
        for start in range(span.start, span.end)
        for place, one in homes.get((article, start), ())
        if place.end == span.end
    ]
