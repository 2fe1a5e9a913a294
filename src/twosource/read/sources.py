"""Which files there are: folders walked, hidden names skipped, each file once.

A source is a name and a way to its bytes, without reading them. The invariant: sources come sorted by path, so that the
order in which a user names them changes nothing.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from twosource.errors import EmptyError, UnreadableError
from twosource.limits import MAXIMUM_FILE_BYTES

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or standard input (``-``) with what came in by it.

    Attributes:
        path: As the user named it, or below the folder that the user named; an empty folder stands for itself, so that
            it is named among what could not be read.
        content: The bytes of standard input; ``None`` for a file, which is opened when its turn comes.
    """

    path: str
    content: bytes | None = None

    @property
    def stem(self) -> str:
        """The file's name without folders and ending, to make readable ids of."""
        return "stdin" if self.path == STANDARD_INPUT else Path(self.path).stem

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return "stdin" if self.path == STANDARD_INPUT else Path(self.path).name

    def open(self) -> BinaryIO:
        """The bytes.

        Raises:
            UnreadableError: No such file, no ordinary file, no permission, or too large.
            EmptyError: It holds nothing, or is a folder with nothing to read in it.
        """
        if self.content is not None:
            size, stream = len(self.content), io.BytesIO(self.content)
            self._check(size)
            return stream
        file = Path(self.path)
        try:
            if file.is_dir():
                raise EmptyError(self.path, "a folder without a file in it, but for hidden ones")
            if not file.is_file():
                raise UnreadableError(
                    self.path, "no such file or folder" if not file.exists() else "not an ordinary file"
                )
            self._check(file.stat().st_size)
            return file.open("rb")
        except OSError as error:
            raise UnreadableError(self.path, f"cannot be opened: {error.strerror or error}") from error

    def _check(self, size: int) -> None:
        if size == 0:
            raise EmptyError(self.path, "the file is empty")
        if size > MAXIMUM_FILE_BYTES:
            limit = f"{MAXIMUM_FILE_BYTES // 1_000_000} MB"
            raise UnreadableError(self.path, f"too large: {size // 1_000_000} MB, the limit is {limit}; split it")


def sources(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Source]:
    """Every source below ``paths``, sorted by path, standard input last.

    Args:
        paths: Files, folders, or ``-``.
        stdin: What ``-`` stands for.
    """
    files: dict[str, str] = {}
    for path in paths:
        if path != STANDARD_INPUT:
            for file in _files(path) or [path]:
                real = os.path.realpath(file)
                files[real] = min(file, files.get(real, file))
    yield from (Source(path) for path in sorted(files.values()))
    if STANDARD_INPUT in paths and stdin is not None:
        yield Source(STANDARD_INPUT, stdin.read(MAXIMUM_FILE_BYTES + 1))


def _files(path: str) -> list[str]:
    """The path itself, or all files below it whose names and folders are not hidden."""
    if not Path(path).is_dir():
        return [path]
    found = []
    for folder, inner, names in os.walk(path, onerror=None):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        found += [str(Path(folder, name)) for name in sorted(names) if not name.startswith(".")]
    return found
