"""Provider and attribution of images in STAC documents, for the credits below a map."""

from __future__ import annotations

from collections.abc import Sequence

from yalu_plugin.core.imagery.json_values import Json, as_text

_HOST = ["host"]  # STAC's role of a provider that only stores the files


def provider(sources: Sequence[Json]) -> str:
    """Return the names in the first list of `providers` among `sources` that has any, "ESA, JRC"; or empty."""
    return ", ".join(_names(sources, but=None))


def attribution(sources: Sequence[Json], collection: Json) -> str:
    """Return the first `attribution` among `sources`, else the providers, else the title of the collection, or empty.

    A provider that only hosts the images is left out.
    """
    stated = next((text for source in sources if (text := as_text(source.get("attribution")))), "")
    return stated or ", ".join(_names(sources, but=_HOST)) or as_text(collection.get("title"))


def _names(sources: Sequence[Json], but: list[str] | None) -> list[str]:
    for source in sources:
        providers = source.get("providers")
        listed = [one for one in providers if isinstance(one, dict)] if isinstance(providers, list) else []
        names = [as_text(one.get("name")) for one in listed if but is None or one.get("roles") != but]
        if any(names):
            return [name for name in names if name]
    return []
