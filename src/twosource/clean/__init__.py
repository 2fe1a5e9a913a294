"""Pages to articles.

`clean` takes pages and gives articles: the text and nothing but the text, with title, byline, outlet, dates and
credits read from what surrounds it, and with everything that was left out under its reason.
"""

from twosource.clean.cleaning import clean

__all__ = ["clean"]
