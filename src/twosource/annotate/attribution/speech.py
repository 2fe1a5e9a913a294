"""Quotations joined to the words that say whose they are.

A quotation belongs to the attribution whose content it touches; else to the verb of saying right after it ("…," she
said) or right before it (She said: "…"); else, where it stands alone, to the speaker of the quotation before it. The
looks to either side are short, so the work is linear in the number of quotations.
"""

from __future__ import annotations

from bisect import bisect_left

from twosource.annotate.attribution.draft import Draft, draft
from twosource.annotate.attribution.frame import frame
from twosource.annotate.attribution.grammar import cue_tokens, is_passive, own_subject, speaker
from twosource.annotate.attribution.lexicon import Lexicon
from twosource.annotate.attribution.quotes import Quotation
from twosource.annotate.attribution.signatures import named_before, same_paragraph, signed
from twosource.text.tree import Tree

_AFTER = 14
"""Tokens looked at after a quotation: room for a name with its title and one apposition before the verb."""
_BEFORE = 20
"""Tokens looked at before a quotation: room for "said in a telephone interview on Monday night:"."""
_ENDS = frozenset({".", "!", "?", ";"})
_TO_SPEAKER = frozenset({",", "!", "?"})
"""Last marks of a quotation that its speaker may follow without a verb of saying."""
_LEADS = frozenset({",", ":", "that", "—", "–", "--", "-", "as"})


def join_quotations(tree: Tree, quotations: tuple[Quotation, ...], drafts: list[Draft], lexicon: Lexicon) -> None:
    """Give every quotation to a draft, making drafts where a verb of saying has none yet.

    Args:
        tree: The reading.
        quotations: Outermost quotations in text order.
        drafts: What the rules found outside quotations, in text order; changed in place.
        lexicon: The language's cues.
    """
    by_cue = {made.frame.head: made for made in drafts}
    holders = _Holders(drafts)
    stated = sorted(head for head, made in by_cue.items() if _states(tree, made, lexicon))
    latest: Draft | None = None
    for quotation in quotations:
        tokens = tree.tokens_in(quotation.parts[0])
        if not tokens:
            continue
        last = tree.tokens_in(quotation.parts[-1])[-1]
        owner = holders.of(quotation)
        if owner is None and _is_speech(tree, tokens):
            verb = _verb_after(tree, last, lexicon)
            verb = _verb_before(tree, tokens[0], lexicon) if verb is None else _said_to_say(tree, verb, lexicon)
            owner = _owner(tree, verb, quotation, by_cue, drafts)
            if owner is None and verb is None:
                owner = named_before(tree, quotation, drafts) or signed(tree, quotation, last, drafts)
            if owner is None and latest is not None and _continues(tree, latest, tokens[0], last):
                at = bisect_left(stated, tokens[0]) - 1
                later = at >= 0 and tree.sentence_of[stated[at]] > tree.sentence_of[latest.frame.head]
                owner = by_cue[stated[at]] if later else latest
        if owner is not None:
            owner.add(quotation)
            latest = owner if owner.frame.statement else latest


class _Holders:
    """Which draft's content a quotation lies in; drafts and quotations both come in text order."""

    def __init__(self, drafts: list[Draft]) -> None:
        spans = [(span.start, span.end, number) for number, made in enumerate(drafts) for span in made.content]
        self._spans = sorted(spans, key=lambda one: (one[0], -one[1]))
        self._drafts = drafts
        self._at = 0
        self._open: list[tuple[int, int, int]] = []

    def of(self, quotation: Quotation) -> Draft | None:
        """The outermost draft whose content holds most of the quotation's first part, or ends in it."""
        first = quotation.parts[0]
        while self._at < len(self._spans) and self._spans[self._at][0] < first.end:
            self._open.append(self._spans[self._at])
            self._at += 1
        self._open = [span for span in self._open if span[1] > first.start]
        for start, end, number in self._open:
            if 2 * (min(end, first.end) - max(start, first.start)) > min(len(first), end - start):
                return self._drafts[number]
        return None


def _is_speech(tree: Tree, tokens: range) -> bool:
    """Whether a quotation can stand for speech on its own: more than a word or two, or punctuated as a sentence."""
    words = sum(tree.tokens[at].upos != "PUNCT" for at in tokens)
    return words >= 3 or (words > 0 and tree.tokens[max(tokens[0], tokens[-1] - 1)].text in ",.!?")


def _verb_after(tree: Tree, last: int, lexicon: Lexicon) -> int | None:
    """The verb that follows a quotation in its sentence: "…," X said; after a comma any verb ("…," she beamed)."""
    inner = tree.tokens[last - 1].text if last > 0 and tree.tokens[last].upos == "PUNCT" else ""
    for at in range(last + 1, min(last + 1 + _AFTER, len(tree.tokens))):
        token = tree.tokens[at]
        if token.text in _ENDS or not same_paragraph(tree, at - 1, at):
            return None
        if at == last + 1 and inner == "." and not token.text[0].islower():
            return None
        if token.upos not in ("VERB", "AUX") or token.deprel == "acl:relcl":
            continue
        if lexicon.is_verb(token, "speech") or (inner in _TO_SPEAKER and _close(tree, last, at)):
            return at
    return None


def _said_to_say(tree: Tree, verb: int, lexicon: Lexicon) -> int:
    """The verb of who speaks, where it is told on hearsay: "…," she is said to have told him."""
    below = tree.child(verb, "xcomp") if is_passive(tree, verb) else None
    return below if below is not None and lexicon.is_verb(tree.tokens[below], "speech") else verb


def _close(tree: Tree, last: int, verb: int) -> bool:
    """Whether only a name or a pronoun stands between a quotation and a finite verb, or right behind the verb."""
    between = tree.tokens[last + 1 : verb]
    if tree.tokens[verb].upos != "VERB":
        return False
    if between:
        return len(between) <= 3 and all(one.upos in ("PROPN", "PRON") for one in between)
    subject = own_subject(tree, verb)
    return subject is not None and subject > verb and "VerbForm=Fin" in tree.tokens[verb].feats


def _verb_before(tree: Tree, first: int, lexicon: Lexicon) -> int | None:
    """The verb that leads to a quotation: X said, "…"; with a colon any verb (She beamed: "…")."""
    if first == 0:
        return None
    lead = tree.tokens[first - 1]
    if lead.text != ":" and not same_paragraph(tree, first - 1, first):
        return None
    if lead.text.lower() not in _LEADS and lead.upos not in ("VERB", "PRON", "PROPN", "NOUN", "ADP"):
        return None
    for at in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        token = tree.tokens[at]
        if token.text in _ENDS or (at + 1 < first and not same_paragraph(tree, at, at + 1)):
            return None
        if token.upos not in ("VERB", "AUX"):
            continue
        led = token.upos == "VERB" and (
            (lead.text == ":" and at >= first - 3) or (lead.text == "," and _exclaims(tree, at, first))
        )
        if led or lexicon.is_verb(token, "speech", "judging"):
            return at
    return _root_before(tree, first - 1) if lead.text == ":" else None


def _exclaims(tree: Tree, verb: int, first: int) -> bool:
    """Whether a verb with a subject stands right before a comma and a whole quotation: X jeered, "…"."""
    touching = verb == first - 2 or (verb == first - 3 and tree.tokens[verb + 1].deprel == "compound:prt")
    opening = next((one for one in tree.tokens[first : first + 3] if one.upos != "PUNCT"), None)
    capital = opening is not None and opening.text[:1].isupper()
    return touching and capital and own_subject(tree, verb) is not None


def _root_before(tree: Tree, colon: int) -> int | None:
    """The main verb of a clause that leads to a quotation by a colon: "The mayor issued a statement: '…'"."""
    sentence = tree.sentence_ranges[tree.sentence_of[colon]]
    root = next((at for at in sentence if tree.tokens[at].head == at), colon)
    return root if tree.tokens[root].upos == "VERB" and root < colon and speaker(tree, root) is not None else None


def _owner(
    tree: Tree, verb: int | None, quotation: Quotation, by_cue: dict[int, Draft], drafts: list[Draft]
) -> Draft | None:
    """The draft of a verb of saying; made anew where it has none, or a wrong one: no speaker, or one who is quoted."""
    if verb is None:
        return None
    made = by_cue.get(verb)
    tokens = [at for part in quotation.parts for at in tree.tokens_in(part)]
    inside = set(tokens)
    if made is not None and made.frame.statement and made.frame.source and inside.isdisjoint(made.frame.source):
        return made
    found = frame(tree, verb, cue_tokens(tree, verb), _speaker_beside(tree, verb, inside), tokens)
    if found is None:
        return made
    fresh = draft(tree, found)
    if made is not None:
        made.replaced = True
    drafts.append(fresh)
    by_cue[verb] = fresh
    return fresh


def _speaker_beside(tree: Tree, verb: int, quoted: set[int]) -> int | None:
    """The tree's speaker, unless it lies in the quotation: then the noun phrase that touches the verb."""
    found = speaker(tree, verb)
    if found is not None and found not in quoted:
        return found
    if is_passive(tree, verb):
        return None
    before = _phrase(tree, range(verb - 1, max(-1, verb - _AFTER), -1), quoted)
    return before if before is not None else _phrase(tree, range(verb + 1, min(len(tree.tokens), verb + 5)), quoted)


def _phrase(tree: Tree, indexes: range, quoted: set[int]) -> int | None:
    """The head of the noun phrase that is met first on a walk; none beyond a mark or a quotation."""
    for at in indexes:
        if at in quoted or tree.tokens[at].upos == "PUNCT":
            return None
        if tree.tokens[at].upos in _NOMINAL:
            while abs(tree.tokens[at].head - at) < _AFTER and tree.tokens[at].head in indexes:
                head = tree.tokens[at].head
                if tree.tokens[head].upos not in _NOMINAL or head in quoted or head == at:
                    break
                at = head  # noqa: PLW2901
            return at
    return None


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def _continues(tree: Tree, latest: Draft, first: int, last: int) -> bool:
    """Whether a quotation without a speaker goes on from the one before: it fills its sentences, and stands near."""
    starts = (
        first == 0 or tree.sentence_of[first] != tree.sentence_of[first - 1] or tree.tokens[first - 1].text in ".!?"
    )
    after = tree.tokens[last + 1] if last + 1 < len(tree.tokens) else None
    ends = (
        after is None
        or not same_paragraph(tree, last, last + 1)
        or after.text in ".!?"
        or tree.sentence_of[last + 1] != tree.sentence_of[last]
    )
    here = tree.tokens[first].span.start
    between = tree.reading.text[max(latest.end, tree.tokens[latest.frame.cue[-1]].span.end) : here]
    return starts and ends and between.strip("\n ").count("\n") == 0 and len(between) < _NEAR


def _states(tree: Tree, made: Draft, lexicon: Lexicon) -> bool:
    """Whether a sentence is there to tell that somebody says something: what is quoted next is said by the same."""
    head = tree.tokens[made.frame.head]
    told = bool(made.frame.source) and lexicon.is_verb(head, "speech")
    return told and head.deprel in ("root", "parataxis")


_NEAR = 250
"""Code points between a quotation and the one it continues: the rest of a sentence that named the speaker."""
