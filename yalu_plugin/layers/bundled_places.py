"""The published places and their spellings that come with the plugin."""

from __future__ import annotations

from functools import lru_cache

from yalu_plugin.core.search.place_files import read_place_names
from yalu_plugin.core.search.place_names import PlaceNames
from yalu_plugin.paths import resource


@lru_cache(maxsize=1)
def bundled_places() -> PlaceNames:
    """Return the places, read on first use; in any thread."""
    return read_place_names(resource("data"))
