"""How a case went on between two accounts: first nobody was caught, or charged, then somebody was.

An account that is told as long as the search lasts says so by a negation ("no arrests have been made"), or by what is
done for it ("police are looking for two men", "he is at large"). One that tells of an arrest and says nothing of the
kind comes after its end. Reach for it over all accounts of a story at once. An account that says both, for a second
man is still sought, stands on no side; and only days that the accounts have themselves tell which came first. The
invariant: every account of what went before is dated before every account of what came after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.happenings import is_negated, mood_of
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.topics import Core, clause_span, core_of, people_in
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import NOMINAL, Context
from twosource.model.claim import ClaimType
from twosource.model.reading import EntityType, Modality
from twosource.model.span import Span
from twosource.model.value import Wording
from twosource.resources import languages, load

SEARCH, CHARGE = "search", "charge"
COURSE = "course of "
"""Beginning of the predicate of a claim about a case's course."""
BEFORE, AFTER = "begin", "end"
FEWEST_WORDS = 3
"""Words of a clause that tells by itself what is so."""
PERSON = "person"
TOLD = (Modality.ASSERTED, Modality.REPORTED)
_PATIENT = ("nsubj:pass", "obj")


@dataclass(frozen=True, slots=True)
class Course:
    """A language's words for one course.

    Attributes:
        done: Kinds of events that end it.
        denied: Kinds whose negation says that it goes on.
        verbs: Verbs that end it, with their particle.
        said: Verbs of these kinds that say no more than that somebody may have done it.
        ahead: What opens a clause on what has not happened yet.
    """

    done: frozenset[str]
    denied: frozenset[str]
    verbs: frozenset[str]
    said: frozenset[str]
    ahead: frozenset[str]


@dataclass(frozen=True, slots=True)
class CourseWords:
    """A language's words for a search that goes on, for charges that are open, and for how both end."""

    courses: Mapping[str, Course]
    seeking: frozenset[str]
    before: frozenset[str]
    free: tuple[str, ...]
    being: frozenset[str]
    helpers: frozenset[str]
    open: frozenset[str]
    persons: frozenset[str]


def courses(read: Sequence[Context], voices: Voices) -> Iterator[tuple[Assertion, ...]]:
    """What went before and what came after, a group for each course that the accounts tell.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
    """
    told = [(context, _told(context)) for context in read if context.account.article.published is not None]
    for name in sorted({name for _, found in told for name in found}):
        sides: dict[str, list[Assertion]] = {BEFORE: [], AFTER: []}
        for context, found in told:
            if len({stage for stage, _ in found.get(name, ())}) == 1:
                stage, span = max(found[name], key=lambda one: _is_whole(context, one[1]))
                sides[stage].append(_stated(context, voices, name, stage, span))
        before, after = ([one for one in side if not one.dated_by_others] for side in sides.values())
        days = [[str(one.published.start) for one in side if one.published] for side in (before, after)]
        if before and after and max(days[0]) < min(days[1]):
            yield (*before, *after)


def _stated(context: Context, voices: Voices, name: str, stage: str, span: Span) -> Assertion:
    topic = Topic(predicate=COURSE + name, phase=stage, people=people_in(context, span))
    return stated(context, voices, Found(ClaimType.EVENT, span, topic, Wording(span.of(context.reading.text))))


def _is_whole(context: Context, span: Span) -> bool:
    """Whether a clause says by itself what happened: of "the man arrested on Monday" its noun's clause does."""
    head = context.head_of(span)
    return head is not None and not context.tree.tokens[head].deprel.startswith("acl")


def _told(context: Context) -> dict[str, list[tuple[str, Span]]]:
    """The stages of each course that an account tells of, with the clauses that do, in text order."""
    words = course_words(context.account.article.language or "en")
    found: defaultdict[str, list[tuple[str, Span]]] = defaultdict(list)
    for number, sentence in enumerate(context.tree.sentence_ranges if words and context.reading.parsed else ()):
        if words is None or context.elsewhen[number] or context.sets_aside[number]:
            continue
        for index in sentence:
            core = core_of(context, index) if index in context.events else None
            for name, course in words.courses.items():
                if core is not None and core.index in sentence and (stage := _stage(context, core, course)):
                    found[name].append((stage, _clause(context, core.index)))
                elif _is_going_on(context, index, name, words):
                    found[name].append((BEFORE, _clause(context, index)))
    return found


def _clause(context: Context, index: int) -> Span:
    """The clause that a token stands in: of "no arrests" the one that says that none was made."""
    path = [index, *context.tree.path_up(index)]
    spans = [clause_span(context, at) for at in path]
    long = (span for span in spans if len(context.tree.tokens_in(span)) >= FEWEST_WORDS)
    return next(long, spans[0])


def _stage(context: Context, core: Core, course: Course) -> str | None:
    """Whether a predicate tells that somebody was caught or charged, or that nobody was."""
    tokens, below = context.tree.tokens, context.tree.children[core.index]
    if mood_of(context, core) not in TOLD or _is_supposed(context, core.index, course):
        return None
    if is_negated(context, core):
        goal = context.tree.child(core.index, "cop") is not None and context.tree.child(core.index, "case") is None
        return BEFORE if core.concept in course.denied and not goal else None  # "our goal is not just an arrest"
    if any(tokens[at].deprel == "aux" and tokens[at].text.lower() == "had" for at in below):
        return None  # who "had been arrested twice" was so before all this
    particles = (context.lemma(at) for at in below if tokens[at].deprel == "compound:prt")
    thing = context.tree.child(core.index, "obj")
    himself = thing is None or "Reflex=Yes" in tokens[thing].feats
    if himself and " ".join((context.lemma(core.index), *particles)) in course.verbs:
        return AFTER
    verbal = tokens[core.index].upos == "VERB" and core.concept in course.done
    return AFTER if verbal and _befalls_somebody(context, core.index) else None


def _is_supposed(context: Context, verb: int, course: Course) -> bool:
    """Whether it lies ahead ("until we arrest the man") or is only said of somebody ("the man accused of it")."""
    marks = {context.lemma(at) for at in context.tree.children[verb] if context.tree.tokens[at].deprel == "mark"}
    return context.lemma(verb) in course.said or not marks.isdisjoint(course.ahead)


def _befalls_somebody(context: Context, verb: int) -> bool:
    """Whether somebody is who is caught: a verb alone, "arrested Monday", leaves it to its noun."""
    tokens, below = context.tree.tokens, context.tree.child(verb, *_PATIENT)
    whom = tokens[verb].head if below is None and tokens[verb].deprel == "acl" else below
    return whom is not None and _is_person(context, whom)


def _is_person(context: Context, index: int) -> bool:
    """Whether a word names or means a person."""
    words = course_words(context.account.article.language or "en")
    if context.tree.tokens[index].upos == "PRON" or (words and not words.persons.isdisjoint(context.forms(index))):
        return True
    named = any(one.type is EntityType.PERSON for one in context.entities_in(context.tree.tokens[index].span))
    counted = context.lexicon.counted.of(*context.forms(index))
    return named or counted == PERSON or counted in context.lexicon.kinds.get(PERSON, ())


def _is_going_on(context: Context, index: int, name: str, words: CourseWords) -> bool:
    """Whether a token tells that somebody is looked for or free, or that charges are open, as the account is told."""
    if not words.open.isdisjoint(context.forms(index)):
        return name == CHARGE and _is_of(context, index, name)
    return name == SEARCH and (_is_sought(context, index, words) or _is_free(context, index, words))


def _is_of(context: Context, index: int, name: str) -> bool:
    subject = context.tree.child(index, "nsubj")
    return subject is not None and context.event_concept(subject) == name


def _is_sought(context: Context, index: int, words: CourseWords) -> bool:
    """As "police are looking for two men"; who "searched for him for three days" does so no more."""
    tokens, below = context.tree.tokens, context.tree.children[index]
    if context.lemma(index) not in words.seeking or tokens[index].upos != "VERB" or not _is_present(context, index):
        return False
    for at in below:
        cases = {context.lemma(one) for one in context.tree.children[at] if tokens[one].deprel == "case"}
        if cases & words.before and tokens[at].upos in NOMINAL and _is_person(context, at):
            return words.helpers.isdisjoint(context.forms(at))
    return False


def _is_free(context: Context, index: int, words: CourseWords) -> bool:
    """As "he remains at large", "is still on the run"."""
    start = context.tree.tokens[index].span.start
    text = context.reading.text[start : start + max(map(len, words.free))].lower()
    if not text.startswith(words.free):
        return False
    path = (index, *context.tree.path_up(index))
    beside = (at for one in path[:3] for at in (one, *context.tree.children[one]))
    return any(context.lemma(at) in words.being and "Tense=Pres" in context.tree.tokens[at].feats for at in beside)


def _is_present(context: Context, verb: int) -> bool:
    """Whether a verb, or the one that it goes on from ("continue to search"), is in the present."""
    above = context.tree.tokens[verb].head if context.tree.tokens[verb].deprel == "xcomp" else verb
    helpers = [at for at in context.tree.children[above] if context.tree.tokens[at].deprel == "aux"]
    return any("Tense=Pres" in context.tree.tokens[at].feats for at in (helpers or [above]))


@cache
def course_words(language: str) -> CourseWords | None:
    """The list ``courses`` of a language, or ``None``."""
    if language not in languages("courses"):
        return None
    table = load(language, "courses")
    said, ahead = (frozenset(table["supposed"][key]) for key in ("verbs", "marks"))
    known = {
        name: Course(
            done=frozenset(table[name]["done"]),
            denied=frozenset(table[name]["denied"]),
            verbs=frozenset(table[name]["verbs"]),
            said=said,
            ahead=ahead,
        )
        for name in (SEARCH, CHARGE)
    }
    words = {key: frozenset(table["seeking"][key]) for key in ("verbs", "before", "being", "helpers")}
    return CourseWords(
        courses=known,
        seeking=words["verbs"],
        before=words["before"],
        free=tuple(table["seeking"]["free"]),
        being=words["being"],
        helpers=words["helpers"],
        open=frozenset(table["open"]["words"]),
        persons=frozenset(load(language, "person_nouns")["people"].split()),
    )
