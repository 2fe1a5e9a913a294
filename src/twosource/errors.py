"""The errors that twosource raises.

    TwosourceError
    ├── InputError          a file or line that cannot be read: becomes a quarantine entry, the rest goes on
    │   ├── UnreadableError     no such file, no permission, too large, binary
    │   ├── EmptyError          nothing in it
    │   └── RecordError         a JSON line that is broken or lacks what it needs
    ├── NothingToReadError  no input could be read at all
    ├── LanguageError       a language that no installed pipeline reads
    ├── PipelineError       an annotation pipeline that is missing or does not fit
    └── PublishersError     a table of publishers that cannot be read

Each message says what was wrong, where, and what would have worked.
"""

from __future__ import annotations


class TwosourceError(Exception):
    """Anything that twosource itself raises."""


class InputError(TwosourceError):
    """Input that cannot be read.

    Attributes:
        path: File (and line) that failed.
        reason: One sentence that a person understands.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnreadableError(InputError):
    """The file cannot be opened, is too large, or holds no text."""


class EmptyError(InputError):
    """The file holds nothing."""


class RecordError(InputError):
    """A JSON line is broken, or lacks a field that it needs."""


class NothingToReadError(TwosourceError):
    """None of the input could be read."""


class LanguageError(TwosourceError):
    """No installed pipeline reads this language."""


class PipelineError(TwosourceError):
    """An annotation pipeline is missing, or lacks what the stages need."""


class PublishersError(TwosourceError):
    """A file that should extend the table of publishers cannot be read, or is no such table."""
