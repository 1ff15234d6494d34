"""Whose images STAC documents say they are: for the words under a map."""

from __future__ import annotations

from collections.abc import Sequence

from yalu_plugin.core.imagery.json_values import Json, as_text

_HOST = ["host"]  # STAC's role of one who only keeps the files


def provider(sources: Sequence[Json]) -> str:
    """The names in the first list of `providers` among `sources` that has any, "ESA, JRC"; or empty."""
    return ", ".join(_names(sources, but=None))


def attribution(sources: Sequence[Json], collection: Json) -> str:
    """The first `attribution` among `sources`, else those who made the images, else what their collection is called.

    A provider that only hosts them is not named here. Empty where nothing is told.
    """
    told = next((text for source in sources if (text := as_text(source.get("attribution")))), "")
    return told or ", ".join(_names(sources, but=_HOST)) or as_text(collection.get("title"))


def _names(sources: Sequence[Json], but: list[str] | None) -> list[str]:
    for source in sources:
        providers = source.get("providers")
        listed = [one for one in providers if isinstance(one, dict)] if isinstance(providers, list) else []
        names = [as_text(one.get("name")) for one in listed if but is None or one.get("roles") != but]
        if any(names):
            return [name for name in names if name]
    return []
