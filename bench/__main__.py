"""Every bench, one after the other: ``python -m bench``, or some by name: ``python -m bench clean times``."""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import iter_modules

import bench

INFRASTRUCTURE = {
    "__main__",
    "accounts",
    "archive",
    "conll",
    "data",
    "english_names",
    "families",
    "figure_labels",
    "figure_sentences",
    "pair_sets",
    "reuse_baselines",
    "smith_waterman",
}
"""Modules that benches share."""


def main() -> None:
    """Run the benches that are named, or all of them."""
    known = sorted({module.name for module in iter_modules(bench.__path__) if not module.ispkg} - INFRASTRUCTURE)
    chosen = sys.argv[1:] or known
    unknown = sorted(set(chosen) - set(known))
    if unknown:
        sys.exit(f"no bench {', '.join(unknown)}; there are: {', '.join(known)}")
    for name in chosen:
        print(f"\n== {name}")
        sys.argv = [f"bench.{name}"]
        import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
