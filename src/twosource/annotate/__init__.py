"""Article to account: sentences, trees, names, figures, times, quotations with their speakers, events.

``open_pipeline`` gives the reader of a language, ``annotate`` reads articles with it, ``redate`` resolves relative
times again once an article has got its date. Rules work on frozen tokens; spaCy stays behind the pipeline's seam.
"""

from __future__ import annotations

from twosource.annotate.account import annotate, redate, redate_within
from twosource.annotate.pipeline import Pipeline, open_pipeline

__all__ = ["Pipeline", "annotate", "open_pipeline", "redate", "redate_within"]
