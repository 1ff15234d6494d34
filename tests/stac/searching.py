"""Search a STAC API as the panel does."""

from __future__ import annotations

from typing import Any

from tests.layers.sources.searching import run


def search(address: Any, collections: Any = (), feedback: Any = None, **query: Any) -> Any:
    """Return the catalogue found. Raises what the search raises."""
    from yalu_plugin.layers.sources.stac_source import StacSource

    return run(StacSource(str(address), collections), feedback, **query)
