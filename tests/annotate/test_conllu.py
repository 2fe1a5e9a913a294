"""CoNLL-U through the pipeline: words, comments, multiword tokens and empty nodes as they were."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline
from twosource.annotate.conllu import annotate_conllu, read_conllu
from twosource.errors import RecordError

FILE = """\
# newdoc id = a
# text = Ida Holm can't come.
1\tIda\tx\tX\tNNP\t_\t2\tdep\t2:dep\tGloss=ida
2\tHolm\tx\tX\t_\t_\t0\troot\t_\t_
3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
3\tca\tx\tX\t_\t_\t2\tdep\t_\t_
4\tn't\tx\tX\t_\t_\t2\tdep\t_\tner=B-old
4.1\twill\twill\tAUX\t_\t_\t_\t_\t2:aux\t_
5\tcome\tx\tX\t_\t_\t2\tdep\t_\tSpaceAfter=No|x
6\t.\tx\tX\t_\t_\t2\tdep\t_\t_

# a comment alone

1\tNo\t_\t_\t_\t_\t_\t_\t_\t_
"""


def test_what_is_not_predicted_passes_through(pipeline: Pipeline) -> None:
    given, written = FILE.splitlines(), list(annotate_conllu(FILE.splitlines(keepends=True), pipeline))
    assert written[-1] == ""
    assert [line for line in written if line.startswith("#")] == [line for line in given if line.startswith("#")]
    assert given[4] in written
    assert given[7] in written
    assert [line.split("\t")[:2] for line in written if "\t" in line] == [
        line.split("\t")[:2] for line in given if "\t" in line
    ]


def test_predictions_are_written(pipeline: Pipeline) -> None:
    rows = [line.split("\t") for line in annotate_conllu(FILE.splitlines(), pipeline) if "\t" in line]
    by_form = {row[1]: row for row in rows}
    assert by_form["come"][2:4] == ["come", "VERB"]
    assert by_form["come"][6:] == ["0", "root", "_", "SpaceAfter=No|x"]
    assert by_form["n't"][6:] == ["5", "advmod", "_", "_"]
    assert by_form["Ida"][4] == "_"
    assert by_form["Ida"][9] == "Gloss=ida|ner=B-person"
    assert by_form["Holm"][9] == "ner=I-person"


def test_blocks() -> None:
    assert [block.forms for block in read_conllu(FILE.splitlines())] == [
        ("Ida", "Holm", "ca", "n't", "come", "."),
        (),
        ("No",),
    ]


def test_a_broken_line_says_where() -> None:
    with pytest.raises(RecordError, match="line 2: a CoNLL-U line has 10 columns"):
        list(read_conllu(["# ok", "1 Ida"]))
