"""Bytes to pages.

`read` takes files, folders and standard input and yields a page an article, in an order that does not depend on how the
paths were given. What cannot be read comes out as a quarantine entry with its reason; nothing is raised and nothing is
lost.
"""

from twosource.read.pages import read

__all__ = ["read"]
