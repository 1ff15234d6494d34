"""Servers on this computer, and a network manager that loses patience soon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.tile_server import TileServer, serving_tiles


@pytest.fixture
def tiles(qgis_app: Any) -> Iterator[TileServer]:
    """Tiles, a WMTS and Wayback."""
    with serving_tiles() as running:
        yield running


@pytest.fixture
def quick_timeout(qgis_app: Any) -> Iterator[None]:
    """No answer within half a second is none."""
    from qgis.core import QgsNetworkAccessManager

    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(500)
    yield
    QgsNetworkAccessManager.setTimeout(before)
