"""Whether two forms of a story mean one bearer: rules for persons, bodies and places, each with its reason.

Within one story two names that fit have mostly one bearer, so the rules ask less than a comparison out of context, and
are stricter on what tells persons apart: another given name, a feminine ending, another number. The invariant: a rule
sees two forms only, so its judgement depends on nothing else, and not on their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from twosource.link.acronyms import fits
from twosource.link.alignment import Alignment, Kind, Pair, align, is_pet_form, joins
from twosource.link.forms import Form
from twosource.link.keys import share_key
from twosource.link.names import compare_names, how_alike
from twosource.link.parts import NameParts, Word, parts
from twosource.link.places import country, is_geographic, is_known
from twosource.link.spelling import similarity
from twosource.link.wording import may_be_same, same_word
from twosource.model.judgement import Judgement
from twosource.model.reading import EntityType

# How sure each rule is: the share of its links that were right in a look through invented stories, rounded down.
_WRITTEN_ALIKE = 0.98
_OTHER_ORDER = 0.97
_COUNTRY = 0.98
_INITIALS = 0.9
_PLACE_SPELLING = 0.85
_OF_A_PLACE = 0.8
_GENERIC = 0.75
_PART_OF_NAME = 0.65
_FITTING = 0.6  # full names whose words all fit, however rare their spelling
_PLACE_ALIKE = 0.85
_SHORT_PLACE = 4  # letters from which a place's spelling says enough
_GENERIC_WORDS = frozenset(
    {"party", "group", "company", "city", "club", "agency", "organization", "movement", "newspaper", "the"}
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two forms may mean one bearer.

    Attributes:
        score: Probability.
        reason: In words, without the names.
        part: Whether one name is only a part of the other, so that it holds only where no other longer name competes.
    """

    score: float
    reason: str
    part: bool = False


def likeness(left: Form, right: Form) -> Likeness | None:
    """Whether two forms mean one bearer, ``None`` where nothing speaks for it."""
    first, second = sorted((left, right), key=lambda form: form.key)
    return _likeness(first, second) if _types_meet(first, second) else None


def judgement(left: Form, right: Form, score: float, reason: str) -> Judgement:
    """The judgement that two forms mean one bearer, with a passage of each, from one article where there is one."""
    first, second = sorted((left, right), key=lambda form: form.key)
    shared = sorted(first.articles & second.articles)
    here = [
        next((one for one in form.mentions if one.article in shared[:1]), form.mentions[0]) for form in (first, second)
    ]
    return Judgement(
        True, round(score, 4), f"“{here[0].text}”, “{here[1].text}”: {reason}", here[0].passage, here[1].passage
    )


def _types_meet(left: Form, right: Form) -> bool:
    """Whether both may be of one type: the same, or one of them unsure."""
    several = len(left.words) > 1 and len(right.words) > 1
    return left.type is right.type or (several and not (left.sure and right.sure))


def _likeness(left: Form, right: Form) -> Likeness | None:
    types = {left.type, right.type}
    if left.words == right.words:
        return Likeness(_WRITTEN_ALIKE, how_alike(left.text, right.text)) if left.type is right.type else None
    if EntityType.PERSON in types:
        return _persons(left, right)
    if types == {EntityType.PLACE}:
        return _places(left, right)
    return _bodies(left, right)


def _persons(left: Form, right: Form) -> Likeness | None:
    """Two full names: every word of the shorter has its counterpart, surname and given name among them."""
    if min(len(left.words), len(right.words)) < 2 or persons_conflict(left, right):
        return None
    judged = compare_names(left.text, right.text, EntityType.PERSON)
    return Likeness(max(judged.score, _FITTING), judged.reason)


def persons_conflict(left: Form, right: Form) -> bool:
    """Whether two full names of persons cannot be one: a word of each is left over, or two words that are not one."""
    if _unmatched(parts(left.text, EntityType.PERSON), parts(right.text, EntityType.PERSON)):
        return True
    alignment = _alignment(*sorted((left.text, right.text)))
    over_left, over_right = alignment.left_over
    unfit = not all(_fit(alignment, pair) for pair in alignment.pairs)
    if len(alignment.pairs) < 2 or (over_left and over_right) or unfit:
        return True
    unlike = sum(pair.kind is Kind.SPELLING for pair in alignment.pairs)
    # One account spells one name in one way: two spellings in it are two persons, or a slip in one word.
    return unlike > 1 and bool(left.articles & right.articles)


def _unmatched(left: NameParts, right: NameParts) -> bool:
    """Whether a word of the name with fewer words (of either, where they have as many) can have no counterpart.

    Told without laying the names against each other, which takes a thousand times as long: most names of a story that
    share a key share one word and no more.
    """
    one, other = left.full, right.full
    lacks = (len(one) <= len(other) and _lacks(one, other)) or (len(other) <= len(one) and _lacks(other, one))
    two_and_two = len(one) == 2 == len(other)  # two words written as one would leave no second pair
    return lacks and (two_and_two or not (joins(one, other) or joins(other, one)))


def _lacks(words: tuple[Word, ...], others: tuple[Word, ...]) -> bool:
    return any(not any(_may_fit(word, other) for other in others) for word in words)


def _may_fit(one: Word, other: Word) -> bool:
    return one.initial or other.initial or may_be_same(one.plain, other.plain) or is_pet_form(one.plain, other.plain)


@lru_cache(maxsize=1 << 14)
def _alignment(left: str, right: str) -> Alignment:
    return align(parts(left, EntityType.PERSON), parts(right, EntityType.PERSON))


def _fit(alignment: Alignment, pair: Pair) -> bool:
    """Whether two paired words can be one word of a name."""
    if pair.kind is not Kind.SPELLING:
        return True
    return same_word(alignment.left[pair.left[0]].plain, alignment.right[pair.right[0]].plain)


def _places(left: Form, right: Form) -> Likeness | None:
    if country(left.text) and country(left.text) == country(right.text):
        return Likeness(_COUNTRY, f"both mean {country(left.text)}")
    one, other = "".join(left.words), "".join(right.words)
    if one == other:
        return Likeness(_WRITTEN_ALIKE, "one word or two")
    both_known = is_known(left.text) and is_known(right.text)
    short = min(len(one), len(other)) < _SHORT_PLACE
    if both_known or short or not share_key(one, other) or _adjectival(left, right):
        return None
    alike = similarity(one, other, _PLACE_ALIKE) >= _PLACE_ALIKE
    return Likeness(_PLACE_SPELLING, "two spellings of one sound") if alike else None


def _adjectival(left: Form, right: Form) -> bool:
    """Whether one is the other with the ending of an adjective ("Vardovian")."""
    shorter, longer = sorted(("".join(left.words), "".join(right.words)), key=len)
    return longer.startswith(shorter[:-1]) and longer.endswith(("an", "ian", "ese", "ish", "i"))


def _bodies(left: Form, right: Form) -> Likeness | None:
    one, other = parts(left.text, EntityType.ORGANIZATION), parts(right.text, EntityType.ORGANIZATION)
    if one.numbers != other.numbers:
        return None
    if left.acronym or right.acronym:
        return _by_initials(left, right)
    words_left, words_right = sorted(left.words), sorted(right.words)
    if words_left == words_right:
        return Likeness(_OTHER_ORDER, "the same words in another order")
    if "".join(left.words) == "".join(right.words):
        return Likeness(_WRITTEN_ALIKE, "written apart or as one")
    return _body_spelling(left, right) or _body_part(left, right)


def _by_initials(left: Form, right: Form) -> Likeness | None:
    short, long = (left, right) if left.acronym else (right, left)
    name = parts(long.text, EntityType.ORGANIZATION)
    if long.acronym or not fits(short.text, [word.plain for word in name.words], [word.plain for word in name.full]):
        return None
    return Likeness(_INITIALS, "the initials of its words")


def _body_spelling(left: Form, right: Form) -> Likeness | None:
    """All words pair off, in two spellings."""
    one, other = (parts(form.text, EntityType.ORGANIZATION) for form in (left, right))
    if _unmatched(one, other):
        return None
    alignment = align(one, other)
    if any(alignment.left_over) or not all(_fit(alignment, pair) for pair in alignment.pairs):
        return None
    judged = compare_names(left.text, right.text, EntityType.ORGANIZATION)
    return Likeness(judged.score, judged.reason) if judged.same else None


def _body_part(left: Form, right: Form) -> Likeness | None:
    """One name is the other without a word: a place's, a generic one, or any if two remain."""
    shorter, longer = sorted((left, right), key=lambda form: (len(form.words), form.words))
    extra = _difference(longer.words, shorter.words)
    if extra is not None and _introduced(longer, shorter):
        return Likeness(_PART_OF_NAME, f"the short form of “{longer.text}”, which stands before it", part=True)
    if extra is None or (len(shorter.words) < 2 and not all(word in _GENERIC_WORDS for word in extra)):
        return None
    named = "”, “".join(extra)
    if all(map(is_geographic, extra)):
        return Likeness(_OF_A_PLACE, f"the same name without “{named}”", part=True)
    if all(word in _GENERIC_WORDS for word in extra):
        return Likeness(_GENERIC, f"the same name without “{named}”", part=True)
    return Likeness(_PART_OF_NAME, f"part of the longer name, which also says “{named}”", part=True)


def _introduced(longer: Form, shorter: Form) -> bool:
    """Whether every account that has both names a body in full first and then by one word of it.

    So "Tarn" after "Tarn Shipping"; "Tarn" before "Tarn Cloud" is the parent, or a place.
    """
    shared = longer.articles & shorter.articles
    if len(shorter.words) > 1 or not shared or {longer.type, shorter.type} != {EntityType.ORGANIZATION}:
        return False
    full, short = (
        {article: min(one.span for one in form.mentions if one.article == article) for article in shared}
        for form in (longer, shorter)
    )
    return shorter.words[0] in (longer.words[0], longer.words[-1]) and all(full[one] < short[one] for one in shared)


def _difference(longer: tuple[str, ...], shorter: tuple[str, ...]) -> list[str] | None:
    """The words that the longer name has more; ``None`` where it lacks one of the shorter."""
    rest = list(longer)
    for word in shorter:
        if word not in rest:
            return None
        rest.remove(word)
    return rest
