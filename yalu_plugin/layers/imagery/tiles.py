"""Scenes that are layers of tiles on the web: what QGIS' own tile client is to open for them."""

from __future__ import annotations

from qgis.core import QgsDataSourceUri

from yalu_plugin.core.imagery.tiles import TileAddress

# QGIS' provider for WMS, WMTS and XYZ. It downloads while it draws, through QGIS' network manager.
TILES = "wms"


def tile_source(uri: str) -> str:
    """The data source for the scene at `uri`. A key never stands in it: only the id of its entry in QGIS' store."""
    address = TileAddress.parse(uri)
    source = QgsDataSourceUri()
    for name, value in (("type", "xyz"), ("url", address.template), ("zmin", str(address.zmin)),
                        ("zmax", str(address.zmax))):
        source.setParam(name, value)
    if address.authcfg:
        source.setAuthConfigId(address.authcfg)
    return bytes(source.encodedUri()).decode()
