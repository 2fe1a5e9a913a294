"""A story's accounts to its claims: read, lay side by side, judge, rank.

Single-account claims are kept and rank low. The invariants: a sentence is a statement of at most one claim a type and
value, claims come heaviest first, and neither content nor order depends on the order of the accounts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.corroborate.alignment.align import align
from twosource.corroborate.alignment.apart import kind_of
from twosource.corroborate.alignment.asmany import joined_by_number
from twosource.corroborate.alignment.fits import with_day_of_others
from twosource.corroborate.alignment.incident import joined_by_incident
from twosource.corroborate.alignment.likeness import Rarity
from twosource.corroborate.alignment.rivals import joined_by_rivals
from twosource.corroborate.alignment.standing import with_standing
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.coming import with_borrowed_days, with_source_days
from twosource.corroborate.assertions.exchanged import exchanged
from twosource.corroborate.assertions.happenings import dates, events
from twosource.corroborate.assertions.misnamed import misnamed
from twosource.corroborate.assertions.once import is_year_long
from twosource.corroborate.assertions.opposed import opposed
from twosource.corroborate.assertions.quotations import quotations
from twosource.corroborate.assertions.roles import roles
from twosource.corroborate.assertions.scene import scenes
from twosource.corroborate.assertions.seats import seats
from twosource.corroborate.assertions.spelt import spellings, spelt_two_ways
from twosource.corroborate.assertions.streets import blocks, street_names
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.assertions.whereabouts import is_whereabouts, whereabouts
from twosource.corroborate.context import CONTENT, Context, contexts
from twosource.corroborate.copying.alterations import Change
from twosource.corroborate.copying.guard import given_by, sources_of
from twosource.corroborate.copying.retold import retold, untold
from twosource.corroborate.deeds.clauses import clauses_of
from twosource.corroborate.deeds.deeds import with_deeds
from twosource.corroborate.disputes.disputes import disputes, with_disputes
from twosource.corroborate.disputes.twins import joined_by_twins, told_by_twins, twins
from twosource.corroborate.figures.ages import ages
from twosource.corroborate.figures.described import described
from twosource.corroborate.figures.echoed import with_echoes
from twosource.corroborate.figures.figures import figures
from twosource.corroborate.figures.outcomes import SENTENCE
from twosource.corroborate.figures.tolls import attested
from twosource.corroborate.figures.unnamed import lone_ages
from twosource.corroborate.findings.findings import Story, finding
from twosource.corroborate.lexicon import Lexicon, lexicon
from twosource.corroborate.states.course import courses
from twosource.corroborate.states.naming import namings
from twosource.model.article import Article
from twosource.model.claim import Claim, ClaimType
from twosource.model.entity import Entity
from twosource.model.lineage import CopyKind, Lineage
from twosource.model.reading import Annotated
from twosource.model.value import Quantity, Time, Value
from twosource.text.bodies import Speakers

VAGUE_RATIO = 2.0
PASSING = frozenset({"fraction", "second", "minute", "hour", "day", "week", "month", "year"})
"""Units of what only gives colour in one account ("a clock strikes the half hours", "for eleven years")."""
FEW = 12
"""A rounded figure below it, whose ends differ by ``VAGUE_RATIO``, is "several": no figure to lay beside another."""


def corroborate(accounts: Sequence[Annotated], entities: Sequence[Entity], lineage: Lineage) -> tuple[Claim, ...]:
    """The claims of a story, the weightiest first.

    Args:
        accounts: The story's accounts.
        entities: From ``link``.
        lineage: From ``trace``; each account is in one of its origins.

    Returns:
        Claims with their findings. Each statement's text is exactly its passage.
    """
    read = contexts(accounts, entities)
    voices = Voices(entities)
    story_lexicon = lexicon(_language(accounts))
    sources = sources_of(lineage)

    def kind(one: Assertion) -> str:
        return f"{one.type} {kind_of(one.topic, story_lexicon)}"

    said = _asserted(read, voices, entities)
    told = _distinct(with_borrowed_days(with_source_days(said, sources, kind), kind))
    rarity = Rarity([_words(context) for context in read])
    translations = frozenset(copy.copy for copy in lineage.copies if copy.kind is CopyKind.TRANSLATION)
    altered = retold(read, sources, rarity, voices, translations)
    story = _story(accounts, entities, lineage, {place: one.change for place, one in altered.items()})
    alike = twins(read, ((copy, source) for copy in sources for source in sources[copy]))
    aligned = joined_by_rivals(align(told, rarity, story.lexicon), story.lexicon)
    aligned = joined_by_number(joined_by_twins(aligned, alike), rarity, story.lexicon)
    aligned = joined_by_incident(aligned, story.lexicon)
    clauses = clauses_of(read)
    aligned = with_deeds(with_echoes(aligned, read, voices), clauses, voices, lineage, story.lexicon)
    groups = (with_day_of_others(group, story.lexicon) for group in aligned)
    findings = [(finding(group, story), group[0].topic.predicate) for group in groups]
    claims = [claim for claim, predicate in findings if _worth_telling(claim, story.lexicon, predicate)]
    claims = _without_repetition(claims)
    claims += untold(altered, claims, read, voices, story)
    claims += told_by_twins(alike, claims, read, voices, story)
    claims = with_disputes(claims, disputes(read, clauses, voices), story)
    return tuple(sorted(claims, key=lambda claim: (-claim.weight, claim.type.value, claim.id)))


def _asserted(read: Sequence[Context], voices: Voices, entities: Sequence[Entity]) -> list[Assertion]:
    """What each account asserts alone, and what beside the others: spellings, places, posts, ages, states."""
    said = attested(assertion for context in read for assertion in assertions(context, voices))
    persons = spelt_two_ways(entities, read, said)
    said = [replace(one, topic=one.topic.of_persons(persons)) for one in said]
    said += [*spellings(read, voices, persons), *street_names(read, voices), *blocks(read, voices)]
    said += [*misnamed(read, voices), *exchanged(read, voices, entities, said), *seats(read, said)]
    said += opposed(read, voices)
    said += lone_ages(read, voices, said)
    said += described(read, voices, said, persons)
    said += scenes(read, voices)
    said += [*courses(read, voices, said), *namings(read, voices)]
    return said


def assertions(context: Context, voices: Voices) -> Iterator[Assertion]:
    """All that one account asserts.

    Args:
        context: The account.
        voices: Names the speakers.
    """
    readers = (figures, dates, events, roles, ages, whereabouts, quotations)
    yield from with_standing((one for read in readers for one in read(context, voices)), context)


def _distinct(told: Iterable[Assertion]) -> list[Assertion]:
    """Assertions without an account's own repetitions, word for word: what it prints twice it does not say twice."""
    kept: dict[tuple[str, str, str, int], Assertion] = {}
    for one in told:
        place = one.focus.start - one.passage.span.start
        kept.setdefault((one.article, one.type.value, one.text, place), one)
    return list(kept.values())


def _words(context: Context) -> frozenset[str]:
    return context.words(range(len(context.tree.tokens)))


def _story(
    accounts: Sequence[Annotated],
    entities: Sequence[Entity],
    lineage: Lineage,
    changed: Mapping[tuple[str, int], Change],
) -> Story:
    files = Counter(account.article.path for account in accounts)
    names = {account.article.id: _name(account.article, files) for account in accounts}
    return Story(
        lineage=lineage,
        sources=sources_of(lineage),
        given=given_by(accounts),
        label=lambda assertion: names[assertion.article],
        lexicon=lexicon(_language(accounts)),
        changed=changed,
        prominence={entity.id: len(entity.articles) / len(accounts) for entity in entities},
        speakers=Speakers({entity.id: entity.roles for entity in entities}),
        headlined=_headlined(accounts),
    )


def _headlined(accounts: Sequence[Annotated]) -> dict[str, float]:
    """The content words of the headlines but their names, each with the share of these that have it."""
    titles = [account.title for account in accounts if account.title is not None]
    words = Counter(
        word
        for title in titles
        for word in {
            one.lemma.lower()
            for one in title.tokens
            if one.upos in CONTENT
            and one.text.isalnum()
            and not any(name.span.contains(one.span) for name in title.names)
        }
    )
    return {word: count / len(titles) for word, count in sorted(words.items())}


def _language(accounts: Sequence[Annotated]) -> str:
    languages = sorted({account.article.language or "en" for account in accounts})
    return "en" if "en" in languages or not languages else languages[0]


def _name(article: Article, files: Mapping[str | None, int]) -> str:
    """What a note calls an account: its outlet, else its file, or its id where its file holds others."""
    if article.outlet or not article.path:
        return article.outlet or (article.url or article.id).rsplit("/", 1)[-1]
    return article.path.rsplit("/", 1)[-1] if files[article.path] == 1 else article.id


def _worth_telling(claim: Claim, lexicon: Lexicon, predicate: str | None) -> bool:
    """Whether a claim says something that an editor could use.

    What two accounts tell is always kept. What one tells needs a figure that is a figure, or a known kind of event.
    """
    if len({one.passage.article for one in claim.statements}) > 1:
        return True
    if claim.type is ClaimType.DATE and all(_is_background(one.value) for one in claim.statements):
        return False
    if claim.type is ClaimType.EVENT:
        return predicate in lexicon.event.words.values()
    if is_whereabouts(predicate):
        return False  # its event says as much
    if claim.type is ClaimType.FIGURE:
        passing = predicate != SENTENCE and any(_is_passing(one.value) for one in claim.statements)
        return not passing and (predicate is not None or not all(_is_vague(one.value) for one in claim.statements))
    return True


def _is_background(value: Value | None) -> bool:
    """Whether a time is a year: of one account alone it tells no news."""
    return isinstance(value, Time) and value.days is not None and is_year_long(value.days)


def _is_passing(value: Value | None) -> bool:
    return isinstance(value, Quantity) and value.unit in PASSING


def _is_vague(value: Value | None) -> bool:
    """Whether a figure is no more than "one", "several" or "many"."""
    if not isinstance(value, Quantity) or value.minimum is None or value.maximum is None:
        return not isinstance(value, Quantity) or (value.minimum is None and value.maximum is None)
    if value.minimum == value.maximum == 1:
        return True
    return value.approximate and value.maximum >= VAGUE_RATIO * max(value.minimum, 1) and value.minimum < FEW


def _without_repetition(claims: Sequence[Claim]) -> list[Claim]:
    """Drop an event claim where a date claim of the same accounts has most of its sentences: it would say it twice."""
    dated = [_sentences(claim) for claim in claims if claim.type is ClaimType.DATE]
    return [
        claim
        for claim in claims
        if claim.type is not ClaimType.EVENT or not any(_repeats(_sentences(claim), places) for places in dated)
    ]


def _sentences(claim: Claim) -> set[tuple[str, int]]:
    return {(one.passage.article, one.passage.span.start) for one in claim.statements}


def _repeats(event: set[tuple[str, int]], date: set[tuple[str, int]]) -> bool:
    accounts = {article for article, _ in date}
    return 2 * len(event & date) >= len(event) and all(article in accounts for article, _ in event)
