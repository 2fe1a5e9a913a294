"""Marked passages: no letter is lost or added, and exactly what is cited is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.tell.citation import Citation
from twosource.tell.passages import paragraphs


@given(st.text("ab \n", max_size=40), st.data())
def test_pieces_are_the_text_with_cited_letters_marked(text: str, data: st.DataObject) -> None:
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
    cited = [Citation("a", 1, "a", min(span), max(span), text[min(span) : max(span)]) for span in spans]
    pieces = [piece for paragraph in paragraphs(text, cited) for piece in paragraph]
    assert "".join(piece.text for piece in pieces).replace("\n", "") == text.replace("\n", "")
    marked = {at for one in cited for at in range(one.start, one.end)}
    wanted = "".join(letter for at, letter in enumerate(text) if at in marked)
    found = "".join(piece.text for piece in pieces if piece.marked)
    assert found.replace("\n", "") == wanted.replace("\n", "")
    anchors = [anchor for piece in pieces for anchor in piece.anchors]
    assert sorted(anchors) == sorted({one.anchor for one in cited if one.start < one.end})
