"""twosource: many accounts of one event in, one cited dossier out.

    import twosource

    dossier = twosource.brief(["accounts/"])
    for story in dossier.stories:
        for claim in story.claims:
            print(claim.verdict, claim.independent_origins, claim.text)

It reports what each account claims and on whose word, who copied whom, how many independent origins stand behind each
claim and where accounts conflict. It reports corroboration, never truth.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.errors import TwosourceError
    from twosource.flow import Options, brief
    from twosource.model.dossier import Dossier

__all__ = ["Dossier", "Options", "TwosourceError", "brief"]

_HOMES = {
    "Dossier": "twosource.model.dossier",
    "Options": "twosource.flow",
    "TwosourceError": "twosource.errors",
    "brief": "twosource.flow",
}


def __getattr__(name: str) -> object:
    """Public names are imported when they are first used, so that ``import twosource`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'twosource' has no attribute {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)
