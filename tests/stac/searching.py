"""Searching a STAC as the panel does it."""

from __future__ import annotations

from typing import Any

from tests.layers.sources.searching import run


def search(address: Any, collections: Any = (), feedback: Any = None, **query: Any) -> Any:
    """The catalogue found. Raises what the search raises."""
    from yalu_plugin.layers.sources.stac import StacSource

    return run(StacSource(str(address), collections), feedback, **query)
