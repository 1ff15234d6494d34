"""STAC documents of older versions, and items that share values through their collection.

From the STAC specification's change log: until 0.9 a collection has `properties` that its items share (commons); 0.9
moved platform, constellation and gsd out of the extension eo and the interval out of datetime-range; `type` of
catalogs and collections came with 1.0.0-rc.1. `item_assets` has what assets share: an extension until 1.0, part of a
collection since 1.1.
"""

from __future__ import annotations

from yalu_plugin.core.imagery.json_values import Json, as_dict

_RENAMED = {"platform": "eo:platform", "constellation": "eo:constellation", "gsd": "eo:gsd",
            "start_datetime": "dtr:start_datetime", "end_datetime": "dtr:end_datetime"}


def document_type(document: Json) -> str:
    """Return Catalog, Collection, Feature or FeatureCollection, as stated or implied by the version; else empty."""
    if isinstance(document.get("type"), str):
        return str(document["type"])
    if "stac_version" not in document or not isinstance(document.get("links"), list):
        return ""
    return "Collection" if "extent" in document else "Catalog"


def upgraded_item(item: Json, collection: Json) -> Json:
    """Return `item` with the names of 1.0, complemented by its `collection` (empty: unknown). Neither is changed."""
    properties = {**as_dict(collection.get("properties")), **as_dict(item.get("properties"))}
    renamed = {new: properties[old] for new, old in _RENAMED.items() if old in properties}
    shared = as_dict(collection.get("item_assets"))
    assets = {key: {**as_dict(shared.get(key)), **asset} if isinstance(asset, dict) else asset
              for key, asset in as_dict(item.get("assets")).items()}
    return {**item, "properties": {**renamed, **properties}, "assets": assets}
