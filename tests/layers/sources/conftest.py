"""Local servers, and a network manager with a short timeout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.tile_server import TileServer, serving_tiles


@pytest.fixture
def tiles(qgis_app: Any) -> Iterator[TileServer]:
    """A server of tiles, a WMTS and Wayback."""
    with serving_tiles() as running:
        yield running


@pytest.fixture
def quick_timeout(qgis_app: Any) -> Iterator[None]:
    """Set the timeout to half a second."""
    from qgis.core import QgsNetworkAccessManager

    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(500)
    yield
    QgsNetworkAccessManager.setTimeout(before)
