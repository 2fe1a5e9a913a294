"""Links that the text itself makes: acronyms that an account defines, and slips of the hand that its context gives
away.

A definition ties an acronym to the name beside it, whatever its letters. A slip ("FPU" once for "FUP") is believed
only on evidence beyond the letters: no account ever says what it stands for, its own account names the one body whose
acronym is one slip away, and both stand beside the same words. The invariant: letters alone tie nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from twosource.link.acronyms import bare, definitions, is_slip
from twosource.link.cluster import Cluster, Link
from twosource.link.forms import Form
from twosource.link.occurrences import Occurrence
from twosource.link.sameness import judgement
from twosource.model.reading import Annotated
from twosource.model.span import Span
from twosource.text.commonness import commonness
from twosource.text.words import fold

_DEFINED = 0.99
_SLIP = 0.7
_SHARED_WORDS = 2
"""Words of the sentences around that a mistyped acronym must share with the body's own: one is chance, in news of one
event."""
_COMMON = 0.2  # words that stand in more than a fifth of news texts say nothing

Places = Mapping[tuple[str, Span], int]


def defined_links(accounts: Sequence[Annotated], forms: Sequence[Form], places: Places) -> list[Link]:
    """Links between acronyms and the names that define them.

    Args:
        accounts: Of the story.
        forms: Sorted.
        places: For each mention, by article and span, the place of its form.
    """
    found: dict[tuple[int, int], Link] = {}
    spans: dict[str, list[Span]] = defaultdict(list)
    for article, span in sorted(places):
        spans[article].append(span)
    for account in sorted(accounts, key=lambda one: one.article.id):
        names = [span for span in spans[account.article.id] if " " in span.of(account.body.text)]
        for definition in definitions(account.body.text, names):
            left = places.get((account.article.id, definition.name))
            right = places.get((account.article.id, definition.acronym))
            if left is not None and right is not None and left != right:
                pair = (min(left, right), max(left, right))
                link = judgement(
                    forms[left], forms[right], _DEFINED, "the account itself puts the acronym behind the name"
                )
                found.setdefault(pair, Link(*pair, link))
    return [found[pair] for pair in sorted(found)]


def join_slips(clusters: list[Cluster], accounts: Sequence[Annotated]) -> list[Cluster]:
    """Join mistyped acronyms to the bodies that their context shows; the clusters that remain."""
    words = {account.article.id: _words_around(account) for account in accounts}
    near = _Neighbours(clusters)
    joined: set[int] = set()
    for stray in clusters:
        if not all(form.acronym for form in stray.forms):
            continue
        bodies = [one for one in near.of(stray) if _slips(stray, one) and stray.articles <= one.articles]
        if len(bodies) == 1 and _fewer(stray, bodies[0]):
            shared = sorted(_context(stray, words) & _context(bodies[0], words))
            if len(shared) >= _SHARED_WORDS:
                _join(stray, bodies[0], shared)
                near.add(bodies[0], stray.forms)
                joined.add(id(stray))
    return [one for one in clusters if id(one) not in joined]


class _Neighbours:
    """Bodies that are named in full, by their acronyms with each letter left out in turn.

    Two acronyms that are one slip apart are the same without some letter, so nobody else need be compared.
    """

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._bodies: dict[str, dict[int, Cluster]] = defaultdict(dict)
        self._places = {id(one): place for place, one in enumerate(clusters)}
        for one in clusters:
            if any(not form.acronym for form in one.forms):
                self.add(one, one.forms)

    def add(self, body: Cluster, forms: Sequence[Form]) -> None:
        """Find ``body`` by these forms' acronyms, too."""
        for form in forms:
            if form.acronym:
                for key in _shortened(form.text):
                    self._bodies[key][self._places[id(body)]] = body

    def of(self, stray: Cluster) -> list[Cluster]:
        """The bodies that may have an acronym one slip away, in order."""
        found: dict[int, Cluster] = {}
        for form in stray.forms:
            for key in _shortened(form.text):
                found |= self._bodies.get(key, {})
        return [found[place] for place in sorted(found)]


def _shortened(acronym: str) -> list[str]:
    letters = bare(acronym).upper()
    return [letters, *(letters[:place] + letters[place + 1 :] for place in range(len(letters)))]


def _fewer(stray: Cluster, body: Cluster) -> bool:
    return len(list(_mentions(stray))) < len(list(_mentions(body)))


def _join(stray: Cluster, body: Cluster, shared: Sequence[str]) -> None:
    near = next(
        form for form in body.forms if form.acronym and any(is_slip(form.text, one.text) for one in stray.forms)
    )
    reason = f"one letter off, never explained, and both beside “{'”, “'.join(shared[:3])}”"
    body.add(stray, judgement(near, stray.forms[0], _SLIP, reason))


def _slips(stray: Cluster, body: Cluster) -> bool:
    """Whether an acronym of the body, which is also named in full, is one slip away."""
    named = any(not form.acronym for form in body.forms)
    return named and any(form.acronym and is_slip(form.text, one.text) for form in body.forms for one in stray.forms)


def _mentions(cluster: Cluster) -> Iterator[Occurrence]:
    for form in cluster.forms:
        yield from form.mentions


def _context(cluster: Cluster, words: Mapping[str, Mapping[int, frozenset[str]]]) -> set[str]:
    own = {fold(word) for form in cluster.forms for word in form.words}
    near = {
        word for mention in _mentions(cluster) for word in words[mention.article].get(mention.span.start, frozenset())
    }
    return near - own


def _words_around(account: Annotated) -> Mapping[int, frozenset[str]]:
    """For each place where a token begins the content words of its sentence."""
    reading = account.body
    found: dict[int, frozenset[str]] = {}
    at = 0
    for sentence in reading.sentences:
        tokens = []
        while at < len(reading.tokens) and reading.tokens[at].span.start < sentence.end:
            tokens.append(reading.tokens[at])
            at += 1
        content = frozenset(
            fold(token.lemma)
            for token in tokens
            if token.upos in ("NOUN", "VERB", "ADJ") and commonness(fold(token.lemma)) < _COMMON
        )
        found.update((token.span.start, content) for token in tokens)
    return found
